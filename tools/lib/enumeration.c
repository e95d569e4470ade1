/* enumeration: the lists of a report, as they open, go on and end */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "enumeration.h"

enum {
	ROOM = 16, /* lists in each other; no reader follows more */
	IS = 0x662F,
	YAO = 0x8981, /* 要 */
	BACK = 200, /* characters in which a list may have begun otherwise */
};

struct enumeration {
	struct enumeration_taker taker;
	struct enumeration_list lists[2 * ROOM]; /* each in the one before */
	size_t n, base; /* below base are those outside a cell or a note */
	size_t paragraph; /* from 1 */
	bool has_text; /* there is a paragraph before */
	/* of the paragraph: */
	bool heading, in_item; /* it is one; it begins with an item */
	bool quote, inner_quote, bracket; /* is open */
	bool other, then; /* 一来, 一方面; 然后 stands in it */
	bool loose[LISTITEM_KINDS]; /* 一是 where no clause begins */
};

struct enumeration *
enumeration_new(const struct enumeration_taker *t)
{
	struct enumeration *e = mem_alloc(sizeof(*e));

	e->taker = *t;
	return e;
}

static size_t
depth(const struct enumeration *e)
{
	return (size_t)e->quote + e->inner_quote + e->bracket;
}

static void
tell(struct enumeration *e, struct enumeration_list *l, struct spot spot,
    enum enumeration_fault fault, size_t value, size_t should_be)
{
	l->faulty = true;
	if (e->taker.fault != NULL)
		e->taker.fault(e->taker.ctx, spot, fault, l->kind, l->verb,
		    value, should_be);
}

/* Ends the lists from the one numbered n on. */
static void
drop(struct enumeration *e, size_t n)
{
	while (e->n > n) {
		struct enumeration_list *l = &e->lists[--e->n];

		/* 一是……。一是……。二是…… and no 二是 outside */
		if (l->nested && l->items == 1)
			tell(e, l, l->spot, ENUMERATION_REPEAT, 1, 2);
		if (e->taker.ended != NULL)
			e->taker.ended(e->taker.ctx, l);
	}
}

static struct enumeration_list *
push(struct enumeration *e, const struct prose *p, const struct listitem *it,
    bool at_start)
{
	struct enumeration_list *l;

	if (e->n == e->base + ROOM)
		drop(e, e->n - 1);
	l = &e->lists[e->n++];
	*l = (struct enumeration_list){
		.kind = it->kind,
		.verb = it->verb,
		.numbers = { .last = it->value },
		.items = 1,
		.first = it->value,
		.began = e->paragraph,
		.paragraph = e->paragraph,
		.depth = depth(e),
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

/* Says whether two of the same number in a row are a mistake: 一靠……一靠…… is
 * none. */
static bool
is_strict(const struct enumeration_list *l)
{
	return (l->kind == LISTITEM_IS && l->verb == IS) ||
	       (l->kind == LISTITEM_ORDINAL && l->verb == 0) ||
	       l->kind == LISTITEM_ITS;
}

/* Says whether an item can be of a list: 二要 may follow 一是, unless another
 * list has the same verb. */
static bool
is_of(
    const struct enumeration_list *l, const struct listitem *it, bool same_verb)
{
	if (l->kind != it->kind)
		return false;
	return l->verb == it->verb || (!same_verb && l->kind == LISTITEM_IS &&
					  (l->verb == IS || it->verb == IS));
}

/* The innermost list in the paragraph that an item is of, and that it fits if
 * need be; or NULL. */
static struct enumeration_list *
find_here(struct enumeration *e, const struct listitem *it, bool fits)
{
	int pass;
	size_t i;

	for (pass = 0; pass < 2; pass++)
		for (i = e->n; i > e->base; i--) {
			struct enumeration_list *l = &e->lists[i - 1];

			if (l->paragraph == e->paragraph &&
			    l->depth <= depth(e) && is_of(l, it, pass == 0) &&
			    (!fits ||
				(succession_fits(&l->numbers, it->value) &&
				    !l->ended)))
				return l;
		}
	return NULL;
}

/* The list below another, of its kind, with an item in this paragraph. */
static struct enumeration_list *
below(struct enumeration *e, const struct enumeration_list *l)
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

/* Says whether a list has one item, in this paragraph, that may be an item of
 * the list outside with a wrong number. */
static bool
is_stray(const struct enumeration *e, const struct enumeration_list *l)
{
	return l->items == 1 && l->first == 1 && l->began == e->paragraph &&
	       !l->at_start && !l->colon && !l->quoted && is_strict(l);
}

/* Takes an item that goes on with a list, or is at fault in it. */
static void
advance(struct enumeration *e, const struct prose *p, const struct listitem *it,
    struct enumeration_list *l)
{
	size_t at = (size_t)(l - e->lists), expected = l->numbers.last + 1;
	enum succession_step step;

	if (at + 2 == e->n && is_stray(e, l + 1) && l->kind == l[1].kind &&
	    l->depth == l[1].depth && l->items > 1)
		tell(e, l, l[1].spot, ENUMERATION_REPEAT, 1, expected);
	drop(e, at + 1);
	step = succession_step(&l->numbers, it->value);
	l->items++;
	l->paragraph = e->paragraph;
	if (l->waits && l->items == 2)
		tell(e, l, l->spot, ENUMERATION_START, l->first, 1);
	if (step == SUCCESSION_NEXT && !l->ended)
		return;
	l->faulty = true;
	/* 首先……然后……再次; （2） may refer to an item */
	if ((step == SUCCESSION_GAP && it->kind == LISTITEM_FIRST && e->then) ||
	    (step == SUCCESSION_BACK &&
		(it->kind == LISTITEM_BRACKET || it->kind == LISTITEM_CIRCLE)))
		return;
	tell(e, l, prose_spot(p, it->from, it->end),
	    step == SUCCESSION_GAP && !l->ended ? ENUMERATION_GAP
						: ENUMERATION_REPEAT,
	    it->value, l->ended ? 0 : expected);
}

/* 其次， where nothing before it says that a list began in other words. */
static bool
begins_late(const struct prose *p, const struct listitem *it)
{
	size_t i = it->from, left = BACK;

	if (it->kind == LISTITEM_IS)
		return it->verb == YAO;
	if (it->kind != LISTITEM_FIRST || p->c[it->end] != 0xFF0C)
		return false;
	while (i > p->start && left-- > 0) {
		uint32_t c = p->c[--i];

		/* 最 主 先 首 */
		if (c == 0x6700 || c == 0x4E3B || c == 0x5148 || c == 0x9996)
			return false;
	}
	return true;
}

/* Takes an item that is of no list, though it is not the first. */
static void
begin_late(struct enumeration *e, const struct prose *p,
    const struct listitem *it, bool at_start)
{
	bool others = e->other || e->loose[it->kind], strict;
	struct enumeration_list *l;
	size_t i;

	for (i = e->n; i > e->base; i--) {
		l = &e->lists[i - 1];
		if (l->paragraph != e->paragraph)
			continue;
		others = true;
		/* 第一，……；其二，……；第三，…… */
		if (l->kind != it->kind &&
		    succession_fits(&l->numbers, it->value)) {
			succession_step(&l->numbers, it->value);
			l->faulty = true;
			return;
		}
	}
	l = push(e, p, it, at_start);
	strict = is_strict(l);
	/* the first paragraph may come out of the middle of a report */
	if (others || (at_start && !e->has_text) || it->value > 10)
		return;
	if (!strict) {
		l->waits = begins_late(p, it);
		return;
	}
	l->numbers.instead = 1;
	tell(e, l, l->spot, ENUMERATION_START, it->value, 1);
}

/* The innermost list over paragraphs that an item is of. */
static struct enumeration_list *
find_outer(struct enumeration *e, const struct listitem *it)
{
	int pass;
	size_t i;

	for (pass = 0; pass < 2; pass++)
		for (i = e->n; i > e->base; i--)
			if (e->lists[i - 1].at_start &&
			    is_of(&e->lists[i - 1], it, pass == 0))
				return &e->lists[i - 1];
	return NULL;
}

/* A list that began in the middle of a paragraph, and may go on in those that
 * come. */
static struct enumeration_list *
find_carried(struct enumeration *e, const struct listitem *it, bool fits)
{
	size_t i;

	for (i = e->n; i > e->base; i--) {
		struct enumeration_list *l = &e->lists[i - 1];

		if (!l->at_start && !l->in_item && is_of(l, it, false) &&
		    (fits ? succession_fits(&l->numbers, it->value)
			  : l->paragraph + 1 == e->paragraph))
			return l;
	}
	return NULL;
}

/* The list of paragraphs before that an item inside this one goes on with. */
static struct enumeration_list *
find_older(struct enumeration *e, const struct listitem *it)
{
	struct enumeration_list *l = find_outer(e, it);

	if (e->heading)
		return NULL;
	if (l != NULL && succession_fits(&l->numbers, it->value))
		return l;
	return find_carried(e, it, true);
}

/* Opens a list at a paragraph's start. */
static void
open_outer(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *l = find_outer(e, it);

	if (l != NULL && l->items == 1 && l->first == 1 &&
	    l->paragraph + 1 == e->paragraph && is_strict(l)) {
		l->nested = false;
		advance(e, p, it, l);
		return;
	}
	if (l != NULL)
		drop(e, (size_t)(l - e->lists));
	while (e->n > e->base && !e->lists[e->n - 1].at_start)
		drop(e, e->n - 1);
	push(e, p, it, true);
}

/* Takes an item at the start of a paragraph. */
static void
take_outer(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *l, *carried;

	e->in_item = true;
	if (it->value == 1) {
		open_outer(e, p, it);
		return;
	}
	l = find_outer(e, it);
	if (l == NULL || !succession_fits(&l->numbers, it->value)) {
		carried = find_carried(e, it, true);
		if (carried == NULL && l == NULL)
			carried = find_carried(e, it, false);
		if (carried != NULL)
			l = carried;
	}
	if (l == NULL) {
		begin_late(e, p, it, true);
		return;
	}
	l->at_start = true;
	advance(e, p, it, l);
}

/* Opens a list inside a paragraph. */
static void
open_here(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *l = find_here(e, it, false), *new;

	new = push(e, p, it, false);
	if (l != NULL && l < new && l->at_start && l->items == 1 &&
	    l->began == e->paragraph && l->depth == new->depth &&
	    !l->nested &&is_stray(e, new)) {
		l->nested = true;
		l->spot = new->spot;
	}
}

/* Where two lists may go on with an item, neither can be counted. */
static void
note_doubt(struct enumeration *e, const struct listitem *it,
    struct enumeration_list *fits)
{
	size_t i = it->value > 2 ? (size_t)(fits - e->lists) : e->base;

	for (; i > e->base; i--) {
		struct enumeration_list *l = &e->lists[i - 1];

		if (is_of(l, it, false) &&
		    succession_fits(&l->numbers, it->value))
			l->faulty = fits->faulty = true;
	}
}

/* Takes an item inside a paragraph. */
static void
take_here(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *fits, *l, *outer;

	if (it->value == 1) {
		open_here(e, p, it);
		return;
	}
	fits = find_here(e, it, true);
	l = find_here(e, it, false);
	/* 二是……：一是……，三是……: outside goes on with a paragraph */
	if (fits != NULL && fits != l && fits->at_start && is_stray(e, l) &&
	    fits->began != e->paragraph)
		fits = NULL;
	if (fits != NULL) {
		note_doubt(e, it, fits);
		advance(e, p, it, fits);
		return;
	}
	if (l != NULL && is_stray(e, l) && (outer = below(e, l)) != NULL &&
	    outer->numbers.last + 2 == it->value) {
		tell(e, outer, l->spot, ENUMERATION_REPEAT, 1,
		    outer->numbers.last + 1);
		drop(e, (size_t)(outer - e->lists) + 1);
		outer->numbers.last = it->value;
		outer->nested = false;
		outer->items += 2;
	} else if (l != NULL) {
		advance(e, p, it, l);
	} else if ((l = find_older(e, it)) != NULL) {
		advance(e, p, it, l);
	} else {
		begin_late(e, p, it, false);
	}
}

/* 最后 ends a list, whatever was before it. */
static void
take_last(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *l = find_here(e, it, false);

	if (l == NULL && (l = find_outer(e, it)) == NULL)
		return;
	if (l->ended && l->paragraph == e->paragraph)
		tell(e, l, prose_spot(p, it->from, it->end), ENUMERATION_REPEAT,
		    it->value, 0);
	drop(e, (size_t)(l - e->lists) + 1);
	l->items++;
	if (l->waits && l->items == 2)
		tell(e, l, l->spot, ENUMERATION_START, l->first, 1);
	l->ended = true;
	l->paragraph = e->paragraph;
}

/* An item where no clause begins is one only if it fits. */
static void
take_loose(struct enumeration *e, const struct listitem *it)
{
	struct enumeration_list *l;

	if (it->kind == LISTITEM_BRACKET || it->kind == LISTITEM_CIRCLE)
		return;
	e->loose[it->kind] |= it->value == 1;
	l = find_here(e, it, true);
	if (l == NULL || it->value == 1 || l != &e->lists[e->n - 1])
		return;
	succession_step(&l->numbers, it->value);
	l->items++;
	l->faulty = true;
}

/* A list in a quotation or in brackets is not that outside. One that begins in
 * another of its kind shows that the first is not closed, which is told
 * elsewhere. */
static void
take_mark(struct enumeration *e, const struct listitem *it)
{
	bool *open = it->verb == 0x201C   ? &e->quote
		     : it->verb == 0x2018 ? &e->inner_quote
					  : &e->bracket;
	bool unclosed = *open && it->kind == LISTITEM_OPEN;
	size_t i;

	*open = it->kind == LISTITEM_OPEN;
	for (i = e->n; i > e->base; i--) {
		struct enumeration_list *l = &e->lists[i - 1];

		if (l->began != e->paragraph || l->depth == 0)
			break;
		if (unclosed) {
			l->depth--;
		} else if (l->depth > depth(e)) {
			l->depth = depth(e);
			l->quoted = true;
		}
	}
}

static void
take_item(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	bool starts = it->from == p->start ||
		      (it->from == p->start + 1 && p->c[p->start] == 0x201C);

	if (it->kind == LISTITEM_OPEN || it->kind == LISTITEM_CLOSE) {
		take_mark(e, it);
	} else if (it->kind == LISTITEM_OTHER) {
		e->other |= it->begins && it->value == 1;
		e->then |= it->value == 2;
	} else if (!it->begins) {
		take_loose(e, it);
	} else if (it->value == LISTITEM_LAST) {
		take_last(e, p, it);
	} else if (starts && e->base == 0) {
		take_outer(e, p, it);
	} else {
		take_here(e, p, it);
	}
}

/* Tells 一是……一是……二是…… and 一是……二是……一是…… of a paragraph. */
static void
end_paragraph(struct enumeration *e)
{
	size_t i;

	for (i = e->base + 1; i < e->n; i++) {
		struct enumeration_list *l = &e->lists[i], *b = below(e, l);

		if (b == NULL || l->began != e->paragraph || l->colon ||
		    l->quoted || l->faulty || b->faulty || !is_strict(l) ||
		    (b->at_start && b->items == 1))
			continue;
		if (b->items == 1 ? b->began == e->paragraph : is_stray(e, l))
			tell(e, l, l->spot, ENUMERATION_REPEAT, 1,
			    b->numbers.last + 1);
	}
}

static void
scan(struct enumeration *e, const struct prose *p)
{
	struct listitem it;
	size_t at = p->kind == PROSE_HEADING ? p->number_end : p->start;

	e->heading = p->kind == PROSE_HEADING;
	e->in_item = e->quote = e->inner_quote = e->bracket = false;
	e->other = e->then = false;
	memset(e->loose, 0, sizeof(e->loose));
	e->paragraph++;
	while (listitem_next(p, &at, &it))
		take_item(e, p, &it);
	end_paragraph(e);
	e->has_text = true;
}

void
enumeration_take(struct enumeration *e, const struct prose *p)
{
	switch (p->kind) {
	case PROSE_TITLE:
		drop(e, 0);
		break;
	case PROSE_HEADING:
		while (e->n > 0 &&
		       (p->heading.level < 3 || !e->lists[e->n - 1].at_start))
			drop(e, e->n - 1);
		scan(e, p);
		break;
	case PROSE_TEXT:
		scan(e, p);
		break;
	case PROSE_CELL:
	case PROSE_FOOTNOTE:
		e->base = e->n;
		scan(e, p);
		drop(e, e->base);
		e->base = 0;
		e->paragraph--;
		break;
	case PROSE_CAPTION:
	case PROSE_NAME:
		break;
	}
}

void
enumeration_end(struct enumeration *e)
{
	drop(e, 0);
	free(e);
}
