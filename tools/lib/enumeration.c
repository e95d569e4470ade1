/* enumeration: the lists of a report, as they open, go on and end */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "openlists.h"

struct enumeration *
enumeration_new(const struct enumeration_taker *t)
{
	struct enumeration *e = mem_alloc(sizeof(*e));

	e->taker = *t;
	return e;
}

/* Takes an item that goes on with a list, or is at fault in it. */
static void
advance(struct enumeration *e, const struct prose *p, const struct listitem *it,
    struct enumeration_list *l)
{
	size_t at = (size_t)(l - e->lists), expected = l->numbers.last + 1;
	enum succession_step step;

	if (at + 2 == e->n && openlists_stray(e, l + 1) &&
	    l->kind == l[1].kind && l->depth == l[1].depth && l->items > 1)
		openlists_tell(
		    e, l, l[1].spot, ENUMERATION_REPEAT, 1, expected);
	openlists_drop(e, at + 1);
	step = succession_step(&l->numbers, it->value);
	l->items++;
	l->paragraph = e->paragraph;
	if (l->waits && l->items == 2)
		openlists_tell(e, l, l->spot, ENUMERATION_START, l->first, 1);
	if (step == SUCCESSION_NEXT && !l->ended)
		return;
	l->faulty = true;
	/* 首先……然后……再次; （2） may refer to an item */
	if ((step == SUCCESSION_GAP && it->kind == LISTITEM_FIRST && e->then) ||
	    (step == SUCCESSION_BACK &&
		(it->kind == LISTITEM_BRACKET || it->kind == LISTITEM_CIRCLE)))
		return;
	openlists_tell(e, l, prose_spot(p, it->from, it->end),
	    step == SUCCESSION_GAP && !l->ended ? ENUMERATION_GAP
						: ENUMERATION_REPEAT,
	    it->value, l->ended ? 0 : expected);
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
	l = openlists_push(e, p, it, at_start);
	strict = openlists_strict(l);
	/* the first paragraph may come out of the middle of a report */
	if (others || (at_start && !e->has_text))
		return;
	if (!strict) {
		l->waits = listitem_begins_late(p, it);
		return;
	}
	l->numbers.instead = 1;
	openlists_tell(e, l, l->spot, ENUMERATION_START, it->value, 1);
}

/* The list of paragraphs before that an item inside this one goes on with. */
static struct enumeration_list *
find_older(struct enumeration *e, const struct listitem *it)
{
	struct enumeration_list *l = openlists_outer(e, it);

	if (e->heading)
		return NULL;
	if (l != NULL && succession_fits(&l->numbers, it->value))
		return l;
	return openlists_carried(e, it, true);
}

/* Opens a list at a paragraph's start. */
static void
open_outer(
    struct enumeration *e, const struct prose *p, const struct listitem *it)
{
	struct enumeration_list *l = openlists_outer(e, it);

	if (l != NULL && l->items == 1 && l->first == 1 &&
	    l->paragraph + 1 == e->paragraph && openlists_strict(l)) {
		l->nested = false;
		advance(e, p, it, l);
		return;
	}
	if (l != NULL)
		openlists_drop(e, (size_t)(l - e->lists));
	while (e->n > e->base && !e->lists[e->n - 1].at_start)
		openlists_drop(e, e->n - 1);
	openlists_push(e, p, it, true);
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
	l = openlists_outer(e, it);
	if (l == NULL || !succession_fits(&l->numbers, it->value)) {
		carried = openlists_carried(e, it, true);
		if (carried == NULL && l == NULL)
			carried = openlists_carried(e, it, false);
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
	struct enumeration_list *l = openlists_here(e, it, false), *new;

	new = openlists_push(e, p, it, false);
	if (l != NULL && l < new && l->at_start && l->items == 1 &&
	    l->began == e->paragraph && l->depth == new->depth &&
	    !l->nested &&openlists_stray(e, new)) {
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

		if (l->paragraph == e->paragraph &&
		    openlists_suits(l, it, false) &&
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
	fits = openlists_here(e, it, true);
	l = openlists_here(e, it, false);
	/* 二是……：一是……，三是……: outside goes on with a paragraph */
	if (fits != NULL && fits != l && fits->at_start &&
	    openlists_stray(e, l) && fits->began != e->paragraph)
		fits = NULL;
	if (fits != NULL) {
		note_doubt(e, it, fits);
		advance(e, p, it, fits);
		return;
	}
	if (l != NULL && openlists_stray(e, l) &&
	    (outer = openlists_below(e, l)) != NULL &&
	    outer->numbers.last + 2 == it->value) {
		openlists_tell(e, outer, l->spot, ENUMERATION_REPEAT, 1,
		    outer->numbers.last + 1);
		openlists_drop(e, (size_t)(outer - e->lists) + 1);
		outer->numbers.last = it->value;
		outer->nested = false;
		outer->items += 2;
	} else if (l != NULL || (l = find_older(e, it)) != NULL) {
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
	struct enumeration_list *l = openlists_here(e, it, false);

	if (l == NULL && (l = openlists_outer(e, it)) == NULL)
		return;
	if (l->ended && l->paragraph == e->paragraph)
		openlists_tell(e, l, prose_spot(p, it->from, it->end),
		    ENUMERATION_REPEAT, it->value, 0);
	openlists_drop(e, (size_t)(l - e->lists) + 1);
	l->items++;
	if (l->waits && l->items == 2)
		openlists_tell(e, l, l->spot, ENUMERATION_START, l->first, 1);
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
	l = openlists_here(e, it, true);
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
		} else if (l->depth > openlists_depth(e)) {
			l->depth = openlists_depth(e);
			l->quoted = true;
		}
	}
}

/* Says whether a large number may be the next of a list, or at fault in it. */
static bool
is_near(const struct enumeration *e, const struct listitem *it)
{
	size_t i;

	for (i = e->base; i < e->n; i++)
		if (e->lists[i].kind == it->kind &&
		    e->lists[i].numbers.last + 2 >= it->value)
			return true;
	return false;
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
		/* 一来 is a list wherever it stands, 一个 is not */
		e->other |=
		    it->value == 1 && (it->begins || it->verb == 0x6765);
		e->then |= it->value == 2;
	} else if (!it->begins) {
		take_loose(e, it);
	} else if (it->value > 10 && it->value < LISTITEM_LAST &&
		   !is_near(e, it)) {
		return; /* 十一是国庆节 */
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
		struct enumeration_list *l = &e->lists[i],
					*b = openlists_below(e, l);

		if (b == NULL || l->began != e->paragraph || l->colon ||
		    l->quoted || l->faulty || b->faulty ||
		    !openlists_strict(l) || (b->at_start && b->items == 1))
			continue;
		if (b->items == 1 ? b->began == e->paragraph
				  : openlists_stray(e, l))
			openlists_tell(e, l, l->spot, ENUMERATION_REPEAT, 1,
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
		openlists_drop(e, 0);
		break;
	case PROSE_HEADING:
		while (e->n > 0 &&
		       (p->heading.level < 3 || !e->lists[e->n - 1].at_start))
			openlists_drop(e, e->n - 1);
		scan(e, p);
		break;
	case PROSE_TEXT:
		scan(e, p);
		break;
	case PROSE_CELL:
	case PROSE_FOOTNOTE:
		e->base = e->n;
		scan(e, p);
		openlists_drop(e, e->base);
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
	openlists_drop(e, 0);
	free(e);
}
