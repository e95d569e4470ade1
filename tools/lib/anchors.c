/* anchors: what two rows have once each */
#include <stdbool.h>
#include <stdlib.h>

#include "anchors.h"
#include "die.h"

static int
compare_keys(const void *x, const void *y)
{
	const struct anchor_key *a = x, *b = y;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

/* Says whether key i is the only one of its id. */
static bool
alone(const struct anchor_keys *keys, size_t i)
{
	const struct anchor_key *k = keys->list;

	return (i == 0 || k[i - 1].id != k[i].id) &&
	       (i + 1 == keys->n || k[i + 1].id != k[i].id);
}

void
anchors_sort(struct anchor_keys *keys)
{
	if (keys->n != 0)
		qsort(keys->list, keys->n, sizeof(*keys->list), compare_keys);
}

size_t
anchors_find(
    struct anchor_keys *old, struct anchor_keys *new, struct anchor_pair *pairs)
{
	const struct anchor_key *x = old->list, *y = new->list;
	size_t i, j = 0, n = 0;

	anchors_sort(old);
	anchors_sort(new);
	for (i = 0; i < old->n; i++) {
		while (j < new->n && y[j].id < x[i].id)
			j++;
		if (j < new->n && y[j].id == x[i].id &&alone(old, i) &&
		    alone(new, j))
			pairs[n++] = (struct anchor_pair){ x[i].at, y[j].at };
	}
	return n;
}

void
anchors_keep(size_t *anchor, size_t n)
{
	size_t piles = 0, i, low, high;
	size_t *top = mem_alloc((n + 1) * sizeof(*top));
	size_t *before = mem_alloc((n + 1) * sizeof(*before));

	for (i = 0; i < n; i++) {
		if (anchor[i] == ANCHOR_NONE)
			continue;
		for (low = 0, high = piles; low < high;) {
			size_t middle = low + (high - low) / 2;

			if (anchor[top[middle]] < anchor[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low > 0 ? top[low - 1] : ANCHOR_NONE;
		top[low] = i;
		piles = low == piles ? piles + 1 : piles;
	}
	i = piles > 0 ? top[piles - 1] : ANCHOR_NONE;
	for (low = n; low-- > 0;) {
		if (low == i)
			i = before[i];
		else
			anchor[low] = ANCHOR_NONE;
	}
	free(top);
	free(before);
}
