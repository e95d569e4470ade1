/* openlists: the lists that are open at a place of a report */
#include "openlists.h"

enum { IS = 0x662F };

size_t
openlists_depth(const struct enumeration *e)
{
	return (size_t)e->quote + e->inner_quote + e->bracket;
}

void
openlists_tell(struct enumeration *e, struct enumeration_list *l,
    struct spot spot, enum enumeration_fault fault, size_t value,
    size_t should_be)
{
	l->faulty = true;
	if (e->taker.fault != NULL)
		e->taker.fault(e->taker.ctx, spot, fault, l->kind, l->verb,
		    value, should_be);
}

void
openlists_drop(struct enumeration *e, size_t n)
{
	while (e->n > n) {
		struct enumeration_list *l = &e->lists[--e->n];

		/* 一是……。一是……。二是…… and no 二是 outside */
		if (l->nested && l->items == 1)
			openlists_tell(e, l, l->spot, ENUMERATION_REPEAT, 1, 2);
		if (e->taker.ended != NULL)
			e->taker.ended(e->taker.ctx, l);
	}
}

struct enumeration_list *
openlists_push(struct enumeration *e, const struct prose *p,
    const struct listitem *it, bool at_start)
{
	struct enumeration_list *l;

	if (e->n == e->base + OPENLISTS_ROOM)
		openlists_drop(e, e->n - 1);
	l = &e->lists[e->n++];
	*l = (struct enumeration_list){
		.kind = it->kind,
		.verb = it->verb,
		.numbers = { .last = it->value },
		.items = 1,
		.first = it->value,
		.began = e->paragraph,
		.paragraph = e->paragraph,
		.depth = openlists_depth(e),
		.at_start = at_start,
		.in_item = e->in_item && !at_start,
		.colon = it->colon,
		.spot = prose_spot(p, it->from, it->end),
	};
	if (it->value == 1 && e->taker.opened != NULL)
		l->tag = e->taker.opened(e->taker.ctx, p, it);
	if (it->value != 1)
		l->faulty = true;
	return l;
}

bool
openlists_strict(const struct enumeration_list *l)
{
	return (l->kind == LISTITEM_IS && l->verb == IS) ||
	       (l->kind == LISTITEM_ORDINAL && l->verb == 0) ||
	       l->kind == LISTITEM_ITS;
}

bool
openlists_suits(
    const struct enumeration_list *l, const struct listitem *it, bool same_verb)
{
	if (l->kind != it->kind)
		return false;
	return l->verb == it->verb || (!same_verb && l->kind == LISTITEM_IS &&
					  (l->verb == IS || it->verb == IS));
}

struct enumeration_list *
openlists_here(struct enumeration *e, const struct listitem *it, bool fits)
{
	int pass;
	size_t i;

	for (pass = 0; pass < 2; pass++)
		for (i = e->n; i > e->base; i--) {
			struct enumeration_list *l = &e->lists[i - 1];

			if (l->paragraph == e->paragraph &&
			    l->depth <= openlists_depth(e) &&
			    openlists_suits(l, it, pass == 0) &&
			    (!fits ||
				(succession_fits(&l->numbers, it->value) &&
				    !l->ended)))
				return l;
		}
	return NULL;
}

struct enumeration_list *
openlists_below(struct enumeration *e, const struct enumeration_list *l)
{
	size_t i = (size_t)(l - e->lists);

	while (i > e->base) {
		struct enumeration_list *b = &e->lists[--i];

		if (b->kind == l->kind && b->verb == l->verb)
			return b->paragraph == e->paragraph &&
				       b->depth == l->depth
				   ? b
				   : NULL;
	}
	return NULL;
}

bool
openlists_stray(const struct enumeration *e, const struct enumeration_list *l)
{
	return l->items == 1 && l->first == 1 && l->began == e->paragraph &&
	       !l->at_start && !l->colon && !l->quoted && openlists_strict(l);
}

struct enumeration_list *
openlists_outer(struct enumeration *e, const struct listitem *it)
{
	int pass;
	size_t i;

	for (pass = 0; pass < 2; pass++)
		for (i = e->n; i > e->base; i--)
			if (e->lists[i - 1].at_start &&
			    !e->lists[i - 1].ended &&
			    openlists_suits(&e->lists[i - 1], it, pass == 0))
				return &e->lists[i - 1];
	return NULL;
}

struct enumeration_list *
openlists_carried(struct enumeration *e, const struct listitem *it, bool fits)
{
	size_t i;

	for (i = e->n; i > e->base; i--) {
		struct enumeration_list *l = &e->lists[i - 1];

		if (!l->at_start && !l->in_item && !l->ended &&
		    openlists_suits(l, it, true) &&
		    (fits ? it->value > l->numbers.instead &&
				succession_fits(&l->numbers, it->value)
			  : l->paragraph + 1 == e->paragraph))
			return l;
	}
	return NULL;
}
