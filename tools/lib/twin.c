/* twin: the use of a fact that a typed number stands for, or contradicts */
#include <stdlib.h>

#include "die.h"
#include "numeral.h"
#include "twin.h"

/* A fact of one value beside one noun and unit, however often it stands there.
 */
struct use {
	const struct mention *first, *last;
	struct buf plain; /* the shown value as a decimal; may be empty */
};

struct twins {
	struct use
	    *uses; /* by noun and unit, then in the order of the report */
	size_t n;
};

static int
by_thing(const struct mention *a, const struct mention *b)
{
	int order = str_compare(a->noun, b->noun);

	return order != 0 ? order : str_compare(a->unit, b->unit);
}

static int
by_fact(const struct mention *a, const struct mention *b)
{
	int order = by_thing(a, b);

	if (order == 0)
		order = str_compare(a->fact, b->fact);
	return order != 0 ? order : str_compare(a->value, b->value);
}

/* Both are of one list, whose order decides last. */
static int
by_place(const struct mention *a, const struct mention *b)
{
	return (a > b) - (a < b);
}

static int
by_fact_and_place(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int order = by_fact(x->first, y->first);

	return order != 0 ? order : by_place(x->first, y->first);
}

static int
by_thing_and_place(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int order = by_thing(x->first, y->first);

	return order != 0 ? order : by_place(x->first, y->first);
}

static void
add_all(struct twins *ts, const struct mentions *ms)
{
	size_t i;

	for (i = 0; i < ms->n; i++) {
		const struct mention *m = ms->list + i;

		if (m->sort != MENTION_FACT || m->noun.n == 0 ||
		    m->unit.n == 0 || m->value.n == 0)
			continue;
		ts->uses = mem_more(ts->uses, ts->n, sizeof(*ts->uses));
		ts->uses[ts->n++] = (struct use){ .first = m, .last = m };
	}
}

/* Makes one use of all with the same noun, unit, fact and value. */
static void
join(struct twins *ts)
{
	size_t i, n = 0;

	for (i = 0; i < ts->n; i++)
		if (n != 0 &&
		    by_fact(ts->uses[n - 1].first, ts->uses[i].first) == 0)
			ts->uses[n - 1].last = ts->uses[i].last;
		else
			ts->uses[n++] = ts->uses[i];
	ts->n = n;
}

struct twins *
twins_new(const struct mentions *ms, const struct facts *fs)
{
	struct twins *ts = mem_alloc(sizeof(*ts));
	size_t i;

	add_all(ts, ms);
	if (ts->n == 0)
		return ts;
	qsort(ts->uses, ts->n, sizeof(*ts->uses), by_fact_and_place);
	join(ts);
	qsort(ts->uses, ts->n, sizeof(*ts->uses), by_thing_and_place);
	for (i = 0; i < ts->n; i++) {
		struct use *u = ts->uses + i;
		const struct fact *f = facts_find(fs, u->first->fact);

		if (f != NULL && f->state == FACT_VALUE)
			numeral_value(f->shown, &u->plain);
	}
	return ts;
}

/* The first use that is not before a number's noun and unit. */
static size_t
lower_bound(const struct twins *ts, const struct mention *literal)
{
	size_t low = 0, high = ts->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_thing(ts->uses[middle].first, literal) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct mention *
twins_find(const struct twins *ts, const struct mention *literal, bool *same)
{
	const struct mention *other = NULL;
	size_t i;

	*same = false;
	if (literal->sort != MENTION_LITERAL || !literal->compares ||
	    literal->noun.n == 0 || literal->unit.n == 0 ||
	    literal->value.n == 0)
		return NULL;
	for (i = lower_bound(ts, literal);
	     i < ts->n && by_thing(ts->uses[i].first, literal) == 0; i++) {
		const struct use *u = ts->uses + i;

		*same = str_equal(u->first->value, literal->value) ||
			str_equal(buf_str(&u->plain), literal->value);
		if (*same)
			return u->first;
		if (other == NULL || by_place(u->last, other) > 0)
			other = u->last;
	}
	return other;
}

void
twins_free(struct twins *ts)
{
	size_t i;

	for (i = 0; i < ts->n; i++)
		buf_free(&ts->uses[i].plain);
	free(ts->uses);
	free(ts);
}
