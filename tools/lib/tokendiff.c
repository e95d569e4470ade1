/* tokendiff: which tokens of two texts stay */
#include <stdlib.h>

#include "anchors.h"
#include "die.h"
#include "tokendiff.h"

/* What a token that stays is worth, and what the begin of a change costs. */
enum { WORTH = 4, WORTH_MARK = 7, WORTH_BLANK = 2, COST = 6 };
enum { CELLS = 4 << 20 }; /* of a table: 4 MB */
enum { ROW = 6 }; /* tokens that are looked at together beyond that */

void
stretch_add(struct comparison *c, struct stretch s)
{
	struct stretch *last = c->n != 0 ? &c->list[c->n - 1] : NULL;

	if (s.old_n == 0 && s.new_n == 0)
		return;
	if (last != NULL && last->change == s.change) {
		last->old_n += s.old_n;
		last->new_n += s.new_n;
		return;
	}
	c->list = mem_more(c->list, c->n, sizeof(*c->list));
	c->list[c->n++] = s;
}

/* Two stretches of tokens. */
struct sides {
	const struct token *old, *new;
	size_t old_at, old_n, new_at, new_n;
};

static void
add_equal(
    struct comparison *c, const struct sides *s, size_t i, size_t j, size_t n)
{
	stretch_add(c, (struct stretch){
			   CHANGE_NONE, s->old_at + i, n, s->new_at + j, n });
}

static void
add_replaced(struct comparison *c, const struct sides *s, size_t i,
    size_t old_n, size_t j, size_t new_n)
{
	stretch_add(c, (struct stretch){ CHANGE_DELETED, s->old_at + i, old_n,
			   s->new_at + j, 0 });
	stretch_add(c, (struct stretch){ CHANGE_INSERTED, s->old_at + i + old_n,
			   0, s->new_at + j, new_n });
}

static bool
same(const struct sides *s, size_t i, size_t j)
{
	return s->old[s->old_at + i].id == s->new[s->new_at + j].id;
}

/* Says whether token i of n is a single character between two numbers, as the
 * unit in 3月15日 is. */
static bool
between_numbers(const struct token *list, size_t n, size_t i)
{
	return list[i].kind == TOKEN_HAN && i > 0 && i + 1 < n &&
	       list[i - 1].kind == TOKEN_NUMBER &&
	       list[i + 1].kind == TOKEN_NUMBER;
}

/* What it is worth that token i of the old text stays. */
static int
worth(const struct sides *s, size_t i)
{
	const struct token *t = &s->old[s->old_at + i];
	size_t n = token_width(t);

	if (t->kind == TOKEN_MARK ||
	    between_numbers(s->old, s->old_at + s->old_n, s->old_at + i))
		return WORTH_MARK;
	if (t->kind == TOKEN_BLANK)
		return WORTH_BLANK;
	return WORTH * (n < 8 ? (int)n : 8);
}

/* The states of the table: the last tokens stayed, or a change is open. */
enum { STAYS, CHANGES, STATES };

/* How a cell was reached, a byte a cell: two bits of the step into CHANGES, one
 * of the state before it, one of the state before STAYS. */
enum { FROM_OLD = 1, FROM_NEW = 2, OPENED = 4, STAYED = 8 };

struct table {
	unsigned char *steps;
	int *row[STATES], *above[STATES];
	size_t width;
};

static const int NEVER = -(1 << 28);

/* Fills cell i, j of the table. */
static void
fill_cell(struct table *t, const struct sides *s, size_t i, size_t j)
{
	unsigned char *step = &t->steps[i * t->width + j];
	int best = NEVER, from, stays = NEVER;

	*step = 0;
	if (i > 0 && j > 0 && same(s, i - 1, j - 1)) {
		int a = t->above[STAYS][j - 1], b = t->above[CHANGES][j - 1];

		stays = (a >= b ? a : b) + worth(s, i - 1);
		*step |= a >= b ? STAYED : 0;
	}
	if (i > 0) {
		best = t->above[CHANGES][j];
		*step |= FROM_OLD;
		from = t->above[STAYS][j] - COST;
		if (from > best) {
			best = from;
			*step |= OPENED;
		}
	}
	if (j > 0) {
		from = t->row[CHANGES][j - 1];
		if (from > best || i == 0) {
			best = from;
			*step = (unsigned char)((*step & STAYED) | FROM_NEW);
		}
		from = t->row[STAYS][j - 1] - COST;
		if (from > best) {
			best = from;
			*step = (unsigned char)((*step & STAYED) | FROM_NEW |
						OPENED);
		}
	}
	t->row[STAYS][j] = stays;
	t->row[CHANGES][j] = best;
	if (i == 0 && j == 0) {
		t->row[STAYS][0] = 0;
		t->row[CHANGES][0] = NEVER;
	}
}

static void
fill_table(struct table *t, const struct sides *s)
{
	size_t i, j, k;

	for (i = 0; i <= s->old_n; i++) {
		for (j = 0; j <= s->new_n; j++)
			fill_cell(t, s, i, j);
		for (k = 0; k < STATES; k++) {
			int *swap = t->row[k];

			t->row[k] = t->above[k];
			t->above[k] = swap;
		}
	}
}

/* Walks back from the end: what[k] says whether a token of the old text (then
 * of the new) stays. */
static void
walk(const struct table *t, const struct sides *s, bool *old_stays,
    bool *new_stays)
{
	size_t i = s->old_n, j = s->new_n;
	/* after the last fill, above holds the last row */
	int state =
	    t->above[STAYS][j] >= t->above[CHANGES][j] ? STAYS : CHANGES;

	while (i > 0 || j > 0) {
		unsigned char step = t->steps[i * t->width + j];

		if (state == STAYS) {
			old_stays[--i] = new_stays[--j] = true;
			state = step & STAYED ? STAYS : CHANGES;
			continue;
		}
		if (step & FROM_OLD)
			old_stays[--i] = false;
		else
			new_stays[--j] = false;
		state = step & OPENED ? STAYS : CHANGES;
	}
}

/* Adds what was found to the comparison. */
static void
put_stays(const struct sides *s, const bool *old_stays, const bool *new_stays,
    struct comparison *out)
{
	size_t i = 0, j = 0, a, b;

	while (i < s->old_n || j < s->new_n) {
		for (a = i; a < s->old_n && !old_stays[a]; a++)
			continue;
		for (b = j; b < s->new_n && !new_stays[b]; b++)
			continue;
		add_replaced(out, s, i, a - i, j, b - j);
		i = a;
		j = b;
		if (i < s->old_n && j < s->new_n)
			add_equal(out, s, i++, j++, 1);
	}
}

/* Compares two stretches by a table of all their tokens. */
static void
compare_table(const struct sides *s, struct comparison *out)
{
	struct table t = { .width = s->new_n + 1 };
	bool *old_stays, *new_stays;
	size_t k;

	t.steps = mem_alloc((s->old_n + 1) * t.width);
	for (k = 0; k < STATES; k++) {
		t.row[k] = mem_alloc(t.width * sizeof(int));
		t.above[k] = mem_alloc(t.width * sizeof(int));
	}
	old_stays = mem_alloc(s->old_n + 1);
	new_stays = mem_alloc(s->new_n + 1);
	fill_table(&t, s);
	walk(&t, s, old_stays, new_stays);
	put_stays(s, old_stays, new_stays, out);
	for (k = 0; k < STATES; k++) {
		free(t.row[k]);
		free(t.above[k]);
	}
	free(t.steps);
	free(old_stays);
	free(new_stays);
}

/* The rows of tokens of a text, with their places. */
static struct anchor_keys
rows_of(const struct token *list, size_t n)
{
	struct anchor_keys keys = { NULL, 0 };
	size_t i;

	keys.list = mem_alloc((n + 1) * sizeof(*keys.list));
	for (; keys.n + ROW <= n; keys.n++) {
		struct anchor_key *key = &keys.list[keys.n];

		*key = (struct anchor_key){ 1469598103934665603u, keys.n };
		for (i = 0; i < ROW; i++)
			key->id =
			    (key->id ^ list[keys.n + i].id) * 1099511628211u;
	}
	return keys;
}

/* Where in the new stretch a row of tokens stands that both have once, for each
 * token of the old that begins one. */
static size_t *
find_rows(const struct sides *s)
{
	struct anchor_keys x = rows_of(s->old + s->old_at, s->old_n),
			   y = rows_of(s->new + s->new_at, s->new_n);
	struct anchor_pair *pairs = mem_alloc((x.n + 1) * sizeof(*pairs));
	size_t *anchor = mem_alloc((s->old_n + 1) * sizeof(*anchor)), i, n;

	for (i = 0; i < s->old_n; i++)
		anchor[i] = ANCHOR_NONE;
	n = anchors_find(&x, &y, pairs);
	for (i = 0; i < n; i++)
		if (same(s, pairs[i].old, pairs[i].new))
			anchor[pairs[i].old] = pairs[i].new;
	anchors_keep(anchor, s->old_n);
	free(pairs);
	free(x.list);
	free(y.list);
	return anchor;
}

/* Compares two stretches: where a table would be too large, what lies between
 * the rows of tokens that both have once, with more; or all is replaced. */
static void
compare_between(const struct sides *s, struct comparison *out, bool more)
{
	struct sides gap = *s;
	size_t *anchor, i;

	if (s->old_n != 0 && s->new_n != 0 &&
	    s->old_n + 1 <= CELLS / (s->new_n + 1)) {
		compare_table(s, out);
		return;
	}
	if (s->old_n == 0 || s->new_n == 0 || !more) {
		add_replaced(out, s, 0, s->old_n, 0, s->new_n);
		return;
	}
	anchor = find_rows(s);
	for (i = 0; i <= s->old_n; i++) {
		size_t j = i < s->old_n ? anchor[i] : s->new_n;

		if (j == ANCHOR_NONE)
			continue;
		gap.old_n = s->old_at + i - gap.old_at;
		gap.new_n = s->new_at + j - gap.new_at;
		compare_between(&gap, out, false);
		if (i < s->old_n)
			add_equal(out, s, i, j, 1);
		gap.old_at = s->old_at + i + 1;
		gap.new_at = s->new_at + j + 1;
	}
	free(anchor);
}

void
tokendiff(
    const struct tokens *old, const struct tokens *new, struct comparison *out)
{
	struct sides s = { old->list, new->list, 0, old->n, 0, new->n };
	size_t tail = 0;

	while (s.old_n > 0 && s.new_n > 0 && same(&s, 0, 0)) {
		s.old_at++, s.old_n--;
		s.new_at++, s.new_n--;
	}
	while (
	    s.old_n > 0 && s.new_n > 0 && same(&s, s.old_n - 1, s.new_n - 1)) {
		s.old_n--, s.new_n--;
		tail++;
	}
	stretch_add(
	    out, (struct stretch){ CHANGE_NONE, 0, s.old_at, 0, s.new_at });
	compare_between(&s, out, true);
	stretch_add(out, (struct stretch){ CHANGE_NONE, old->n - tail, tail,
			     new->n - tail, tail });
}
