/* pairing: which mark of a paragraph opens and closes with which */
#include <stdlib.h>

#include "die.h"
#include "pairing.h"
#include "signs.h"

enum {
	INTERVAL = 24, /* characters between its brackets */
	REVERSED = 30, /* characters in quotation marks that are turned */
};

/* What is still open, while a paragraph is read. */
struct reading {
	size_t top; /* of the marks that are open, linked by around */
	size_t open[PAIR_KINDS]; /* how many */
	size_t rest[PAIR_KINDS];
};

/* The kind of a mark, or PAIR_KINDS. */
static enum pair_kind
kind_of(uint32_t c)
{
	switch (c) {
	case '"':
	case 0x201C:
	case 0x201D:
		return PAIR_DOUBLE;
	case '\'':
	case 0x2018:
	case 0x2019:
		return PAIR_SINGLE;
	case 0x3008:
	case 0x3009:
		return PAIR_SUBTITLE;
	case 0x300A:
	case 0x300B:
		return PAIR_TITLE;
	case '(':
	case ')':
	case 0xFF08:
	case 0xFF09:
		return PAIR_ROUND;
	case 0x3014:
	case 0x3015:
		return PAIR_TORTOISE;
	case 0x3010:
	case 0x3011:
		return PAIR_LENTICULAR;
	case '[':
	case ']':
	case 0xFF3B:
	case 0xFF3D:
		return PAIR_SQUARE;
	case 0x300C:
	case 0x300D:
		return PAIR_CORNER;
	case 0x300E:
	case 0x300F:
		return PAIR_WHITE_CORNER;
	default:
		return PAIR_KINDS;
	}
}

/* Says whether the bracket at i may close the number of an item without one
 * that opened: 1） a) at the start, or behind a mark. */
static bool
closes_item(const struct prose *p, size_t i)
{
	size_t from = i;
	uint32_t c, next = sign_after(p, i);

	while (from > p->start && i - from < 3 && sign_latin(p->c[from - 1]))
		from--;
	if (from == i || (i - from > 1 && !sign_digit(p->c[from])) ||
	    next == 0 || sign_stop(next) != 0 || sign_closes(next))
		return false;
	c = sign_before(p, from);
	return c == 0 || sign_blank(c) || sign_closes(c) ||
	       (sign_stop(c) != 0 && c != ',' &&
		   (c != 0x3001 || sign_digit(p->c[from])));
}

/* Says whether a straight or closing quotation mark at i is a second of arc or
 * of time: 5’30” */
static bool
is_second(const struct prose *p, size_t i)
{
	size_t from = i;
	uint32_t c;

	while (from > p->start && i - from < 6 &&
	       (sign_digit(p->c[from - 1]) || p->c[from - 1] == '.'))
		from--;
	c = sign_before(p, from);
	return from < i &&
	       (c == '\'' || c == 0x2019 || c == 0x2032 || c == 0xB0);
}

/* Says whether the single quotation mark at i stands inside a Latin word, or
 * before the last figures of a year: '98抗洪. */
static bool
is_apostrophe(const struct prose *p, size_t i)
{
	uint32_t before = sign_before(p, i), after = sign_after(p, i);

	if (p->c[i] == '\'' && i + 3 < p->end && sign_digit(after) &&
	    sign_digit(p->c[i + 2]) && sign_han(p->c[i + 3]))
		return true;
	return sign_latin(before) && !sign_digit(before) && sign_latin(after);
}

/* Says whether a mark may stand alone. */
static bool
is_weak(const struct prose *p, size_t i)
{
	uint32_t c = p->c[i], before = sign_before(p, i);

	switch (c) {
	case ')':
	case 0xFF09:
		return closes_item(p, i);
	case '\'':
	case 0x2019:
		return sign_latin(before);
	case '"':
		return sign_digit(before);
	case 0x201D:
		return is_second(p, i);
	default:
		return false;
	}
}

static void
list_marks(struct pairing *pg, const struct prose *p)
{
	size_t i;

	pg->n = 0;
	for (i = p->start; i < p->end; i++) {
		uint32_t c = p->c[i];
		enum pair_kind kind;

		if ((c >= 0x3400 && c < 0xFF00) ||
		    (kind = kind_of(c)) == PAIR_KINDS)
			continue;
		if (kind == PAIR_SINGLE && is_apostrophe(p, i))
			continue;
		pg->list = mem_more(pg->list, pg->n, sizeof(*pg->list));
		pg->list[pg->n++] = (struct pair_mark){
			.at = i,
			.mate = PAIR_NONE,
			.around = PAIR_NONE,
			.kind = kind,
			.opens = sign_opens(c),
			.straight = c == '"' || c == '\'',
			.weak = is_weak(p, i),
		};
	}
}

/* Counts, for each mark, those of its kind behind it that nothing opens. */
static void
count_rest(struct pairing *pg, struct reading *r)
{
	size_t i;

	for (i = pg->n; i > 0; i--) {
		struct pair_mark *m = &pg->list[i - 1];
		size_t *rest = &r->rest[m->kind];

		m->rest = *rest;
		if (m->straight || m->weak)
			continue;
		if (!m->opens)
			++*rest;
		else if (*rest > 0)
			--*rest;
	}
}

static void
mate(struct pairing *pg, size_t i, size_t j)
{
	pg->list[i].mate = j;
	pg->list[j].mate = i;
	pg->list[i].opens = true;
	pg->list[j].opens = false;
}

static void
pop(struct pairing *pg, struct reading *r)
{
	struct pair_mark *m = &pg->list[r->top];

	r->open[m->kind]--;
	r->top = m->around;
}

/* Says whether the mark on top and mark i bound an interval of numbers: [0,1)
 */
static bool
is_interval(const struct pairing *pg, const struct prose *p,
    const struct reading *r, size_t i)
{
	const struct pair_mark *u = &pg->list[r->top], *v = &pg->list[i];
	size_t j;

	if ((u->kind != PAIR_ROUND && u->kind != PAIR_SQUARE) ||
	    (v->kind != PAIR_ROUND && v->kind != PAIR_SQUARE) ||
	    v->at - u->at > INTERVAL)
		return false;
	for (j = u->at + 1; j < v->at; j++)
		if (sign_han(p->c[j]))
			return false;
	return true;
}

/*
 * Closes mark i with what is open. What was opened since and lacks its own
 * closing mark is given up; but where it has one to come, it is mark i that
 * was never opened: （甲，“乙丙）”，丁）
 */
static void
close(struct pairing *pg, const struct prose *p, struct reading *r, size_t i)
{
	struct pair_mark *m = &pg->list[i];

	if (r->top != PAIR_NONE && pg->list[r->top].kind != m->kind &&
	    is_interval(pg, p, r, i)) {
		mate(pg, r->top, i);
		pop(pg, r);
		return;
	}
	if (r->open[m->kind] == 0)
		return;
	while (pg->list[r->top].kind != m->kind) {
		enum pair_kind inner = pg->list[r->top].kind;

		if (r->rest[inner] >= r->open[inner])
			return;
		pop(pg, r);
	}
	mate(pg, r->top, i);
	pop(pg, r);
}

static void
match(struct pairing *pg, const struct prose *p, struct reading *r)
{
	size_t i;

	for (i = 0; i < pg->n; i++) {
		struct pair_mark *m = &pg->list[i];

		r->rest[m->kind] = m->rest;
		if (m->straight)
			continue;
		m->around = r->top;
		if (m->opens) {
			r->top = i;
			r->open[m->kind]++;
		} else {
			close(pg, p, r, i);
		}
	}
}

/* What of a kind still lacks its partner. */
struct lacking {
	size_t open, close, straight;
};

/* Finds the partner of mark i, which lacks one, among those before. */
static size_t
partner(const struct pairing *pg, const struct lacking *l, size_t i)
{
	const struct pair_mark *m = &pg->list[i];
	size_t close = l->close;

	if (!m->straight)
		return l->straight;
	if (l->open != PAIR_NONE)
		return l->open;
	if (l->straight != PAIR_NONE)
		return l->straight;
	/* ”甲": the wrong one of two, and one that is straight */
	return close != PAIR_NONE && m->at - pg->list[close].at < REVERSED
		   ? close
		   : PAIR_NONE;
}

/* Gives straight quotation marks of a kind to those that lack their partner,
 * and to each other. */
static void
match_straight(struct pairing *pg, enum pair_kind kind)
{
	struct lacking l = { PAIR_NONE, PAIR_NONE, PAIR_NONE };
	size_t i, j;

	for (i = 0; i < pg->n; i++) {
		const struct pair_mark *m = &pg->list[i];

		if (m->kind != kind || m->mate != PAIR_NONE)
			continue;
		j = partner(pg, &l, i);
		if (j != PAIR_NONE) {
			mate(pg, j, i);
			l = (struct lacking){ PAIR_NONE, PAIR_NONE, PAIR_NONE };
		} else if (m->straight) {
			l.straight = m->weak ? PAIR_NONE : i;
		} else if (m->opens) {
			l.open = i;
		} else if (!m->weak) {
			l.close = i;
		}
	}
}

void
pairing_read(struct pairing *pg, const struct prose *p)
{
	struct reading r = { .top = PAIR_NONE };

	list_marks(pg, p);
	if (pg->n == 0)
		return;
	count_rest(pg, &r);
	match(pg, p, &r);
	match_straight(pg, PAIR_DOUBLE);
	match_straight(pg, PAIR_SINGLE);
}

void
pairing_free(struct pairing *pg)
{
	free(pg->list);
	*pg = (struct pairing){ 0 };
}
