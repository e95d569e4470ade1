/* likely: which blocks of two long texts most likely belong together */
#include <stdlib.h>

#include "anchors.h"
#include "die.h"
#include "likely.h"

enum {
	ROW = 4, /* tokens that are looked at together */
	VOTES = 2, /* rows that two blocks must share at least */
};

/* The rows of tokens of n blocks, each with its block. */
static struct anchor_keys
rows_of(const struct alignee *blocks, size_t n)
{
	struct anchor_keys keys = { NULL, 0 };
	size_t i, j, k, all = 0;

	for (i = 0; i < n; i++)
		all += blocks[i].tokens.n;
	keys.list = mem_alloc((all + 1) * sizeof(*keys.list));
	for (i = 0; i < n; i++) {
		const struct tokens *ts = &blocks[i].tokens;

		for (j = 0; j + ROW <= ts->n; j++) {
			uint64_t h = 1469598103934665603u;

			for (k = 0; k < ROW; k++)
				h = (h ^ ts->list[j + k].id) * 1099511628211u;
			keys.list[keys.n++] = (struct anchor_key){ h, i };
		}
	}
	return keys;
}

static int
compare_pairs(const void *x, const void *y)
{
	const struct anchor_pair *a = x, *b = y;

	if (a->old != b->old)
		return a->old < b->old ? -1 : 1;
	return a->new < b->new ? -1 : a->new > b->new;
}

/* Counts the votes: anchor[i] is what most rows of block i are for. */
static void
elect(struct anchor_pair *votes, size_t n, size_t *anchor)
{
	size_t i, end, most = 0, block = ANCHOR_NONE;

	qsort(votes, n, sizeof(*votes), compare_pairs);
	for (i = 0; i < n; i = end) {
		for (end = i + 1;
		     end < n && compare_pairs(&votes[i], &votes[end]) == 0;)
			end++;
		if (votes[i].old != block)
			most = VOTES - 1;
		block = votes[i].old;
		if (end - i > most) {
			most = end - i;
			anchor[block] = votes[i].new;
		}
	}
}

void
likely(const struct alignee *old, size_t n, const struct alignee *new, size_t m,
    size_t *anchor)
{
	struct anchor_keys x = rows_of(old, n), y = rows_of(new, m);
	struct anchor_pair *votes = mem_alloc((x.n + 1) * sizeof(*votes));
	size_t i;

	for (i = 0; i < n; i++)
		anchor[i] = ANCHOR_NONE;
	elect(votes, anchors_find(&x, &y, votes), anchor);
	for (i = 0; i < n; i++)
		if (anchor[i] != ANCHOR_NONE &&
		    !str_equal(old[i].kind, new[anchor[i]].kind))
			anchor[i] = ANCHOR_NONE;
	anchors_keep(anchor, n);
	free(votes);
	free(x.list);
	free(y.list);
}
