/* compare: what was changed between two paragraphs */
#include <stdlib.h>

#include "compare.h"
#include "die.h"
#include "tokendiff.h"

enum { ALIKE = 250 }; /* thousandths: a sentence less alike is replaced */

/* Says whether a change may well begin or end at a border of old or new text:
 * beside punctuation, a number or the text's end. */
static int
border(const struct token *list, size_t at, size_t n)
{
	enum token_kind before, after;

	if (at == 0 || at == n)
		return 2;
	before = list[at - 1].kind;
	after = list[at].kind;
	if (list[at - 1].ends)
		return 3;
	if (before == TOKEN_MARK || after == TOKEN_MARK)
		return 2;
	return before != TOKEN_HAN || after != TOKEN_HAN;
}

/* How well a change stands that is the tokens from at on. */
static int
borders(const struct token *list, size_t at, size_t size, size_t n)
{
	return border(list, at, n) + border(list, at + size, n);
}

/*
 * A change that could stand at several places, as 了 in 好了了 can, stands
 * where its borders are best: by how many tokens it is to move to the right (to
 * the left where less than 0), with room for left and right of them.
 */
static long
best_shift(const struct token *list, size_t n, size_t at, size_t size,
    size_t left, size_t right)
{
	int score = borders(list, at, size, n), found;
	long best = 0, by;

	for (by = -1; by >= -(long)left; by--) {
		size_t to = (size_t)((long)at + by);

		if (list[to].id != list[to + size].id)
			break;
		found = borders(list, to, size, n);
		if (found > score) {
			score = found;
			best = by;
		}
	}
	for (by = 1; by <= (long)right; by++) {
		size_t to = (size_t)((long)at + by);

		if (list[to - 1].id != list[to - 1 + size].id)
			break;
		found = borders(list, to, size, n);
		if (found > score) {
			score = found;
			best = by;
		}
	}
	return best;
}

static void
move(struct stretch *s, long by)
{
	s->old_at = (size_t)((long)s->old_at + by);
	s->new_at = (size_t)((long)s->new_at + by);
}

static void
lengthen(struct stretch *s, long by)
{
	s->old_n = (size_t)((long)s->old_n + by);
	s->new_n = (size_t)((long)s->new_n + by);
}

/* Shifts every change that stands alone between two stretches that stay. */
static void
shift_all(
    struct comparison *c, const struct tokens *old, const struct tokens *new)
{
	size_t i;

	for (i = 1; i + 1 < c->n; i++) {
		struct stretch *before = &c->list[i - 1], *s = &c->list[i],
			       *after = &c->list[i + 1];
		bool comes = s->change == CHANGE_INSERTED;
		const struct tokens *side = comes ? new : old;
		long by;

		if (s->change == CHANGE_NONE || before->change != CHANGE_NONE ||
		    after->change != CHANGE_NONE)
			continue;
		by = best_shift(side->list, side->n,
		    comes ? s->new_at : s->old_at, comes ? s->new_n : s->old_n,
		    before->new_n - 1, after->new_n - 1);
		move(s, by);
		move(after, by);
		lengthen(before, by);
		lengthen(after, -by);
	}
}

/* What stays of a stretch of the comparison, and how long its sides are, in
 * tokens. */
struct share {
	size_t stays, old, new;
};

/* Adds the stretches from first to end, or the whole of them as one change
 * where too little of it stays to be read among the changes. */
static void
put_sentence(const struct comparison *c, size_t first, size_t end,
    struct comparison *out)
{
	struct share sum = { 0, 0, 0 };
	struct stretch gone = c->list[first], come;
	size_t i, longer;

	for (i = first; i < end; i++) {
		const struct stretch *s = &c->list[i];

		sum.old += s->old_n;
		sum.new += s->new_n;
		sum.stays += s->change == CHANGE_NONE ? s->old_n : 0;
	}
	longer = sum.old > sum.new ? sum.old : sum.new;
	if (end - first < 3 || sum.stays * 1000 >= longer * ALIKE) {
		for (i = first; i < end; i++)
			stretch_add(out, c->list[i]);
		return;
	}
	gone.change = CHANGE_DELETED;
	come = gone;
	gone.old_n =
	    c->list[end - 1].old_at + c->list[end - 1].old_n - gone.old_at;
	gone.new_n = 0;
	come.change = CHANGE_INSERTED;
	come.old_at += gone.old_n;
	come.old_n = 0;
	come.new_n =
	    c->list[end - 1].new_at + c->list[end - 1].new_n - come.new_at;
	stretch_add(out, gone);
	stretch_add(out, come);
}

/* Parts stretches that stay behind the ends of sentences in them. */
static void
part_sentences(const struct comparison *c, const struct tokens *new,
    struct comparison *out)
{
	size_t i, j;

	for (i = 0; i < c->n; i++) {
		struct stretch s = c->list[i];

		for (j = 0; s.change == CHANGE_NONE && j + 1 < s.new_n; j++) {
			struct stretch head = s;

			if (!new->list[s.new_at + j].ends)
				continue;
			head.old_n = head.new_n = j + 1;
			out->list =
			    mem_more(out->list, out->n, sizeof(*out->list));
			out->list[out->n++] = head;
			move(&s, (long)j + 1);
			lengthen(&s, -(long)j - 1);
			j = (size_t)-1;
		}
		out->list = mem_more(out->list, out->n, sizeof(*out->list));
		out->list[out->n++] = s;
	}
}

/* Says whether a stretch ends a sentence that both texts have. */
static bool
ends_sentence(const struct stretch *s, const struct tokens *new)
{
	return s->change == CHANGE_NONE &&
	       new->list[s->new_at + s->new_n - 1].ends;
}

/* Replaces whole sentences of which hardly anything stays. */
static void
tidy(const struct comparison *c, const struct tokens *new,
    struct comparison *out)
{
	struct comparison parted = { 0 };
	size_t first = 0, i;

	part_sentences(c, new, &parted);
	for (i = 0; i < parted.n; i++)
		if (i + 1 == parted.n || ends_sentence(&parted.list[i], new)) {
			put_sentence(&parted, first, i + 1, out);
			first = i + 1;
		}
	comparison_free(&parted);
}

void
compare(
    const struct tokens *old, const struct tokens *new, struct comparison *out)
{
	struct comparison raw = { 0 };

	tokendiff(old, new, &raw);
	shift_all(&raw, old, new);
	tidy(&raw, new, out);
	comparison_free(&raw);
}

void
comparison_free(struct comparison *c)
{
	free(c->list);
	*c = (struct comparison){ 0 };
}

static int
compare_pairs(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

uint64_t *
token_pairs(const struct tokens *ts)
{
	uint64_t *pairs = mem_alloc((ts->n + 1) * sizeof(*pairs));
	uint64_t last = 0;
	size_t i;

	for (i = 0; i <= ts->n; i++) {
		uint64_t id = i < ts->n ? ts->list[i].id : 0;

		pairs[i] = last << 32 | id;
		last = id;
	}
	qsort(pairs, ts->n + 1, sizeof(*pairs), compare_pairs);
	return pairs;
}

unsigned int
pairs_alike(const uint64_t *a, size_t n, const uint64_t *b, size_t m)
{
	size_t i = 0, j = 0, both = 0;

	while (i <= n && j <= m) {
		if (a[i] == b[j]) {
			both++, i++, j++;
		} else if (a[i] < b[j]) {
			i++;
		} else {
			j++;
		}
	}
	return (unsigned int)(1000 * both / (n + 1 + m + 1 - both));
}
