/* align: which blocks of two texts belong together */
#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "compare.h"
#include "die.h"

enum {
	ALIKE = 250, /* thousandths, from which on two blocks are one */
	OF_A_KIND = 120, /* what the same style adds, but for plain text */
	MOVED = 12, /* characters: shorter ones are the same by chance */
	PAIRS = 1 << 20, /* of blocks between two anchors that are looked at */
};

#define NONE ((size_t)-1)

static uint64_t
id_of(const struct alignee *a)
{
	uint64_t h = 1469598103934665603u;
	size_t i;

	for (i = 0; i < a->kind.n; i++)
		h = (h ^ (unsigned char)a->kind.p[i]) * 1099511628211u;
	for (i = 0; i < a->style.n; i++)
		h = (h ^ (unsigned char)a->style.p[i]) * 1099511628211u;
	for (i = 0; i < a->tokens.n; i++)
		h = (h ^ a->tokens.list[i].id) * 1099511628211u;
	return h;
}

static bool
same(const struct alignee *a, const struct alignee *b)
{
	size_t i;

	if (a->id != b->id || a->tokens.n != b->tokens.n ||
	    !str_equal(a->kind, b->kind) || !str_equal(a->style, b->style))
		return false;
	for (i = 0; i < a->tokens.n; i++)
		if (a->tokens.list[i].id != b->tokens.list[i].id)
			return false;
	return true;
}

static void
prepare(struct alignees *as)
{
	size_t i;

	for (i = 0; i < as->n; i++) {
		as->list[i].id = id_of(&as->list[i]);
		as->list[i].pairs = token_pairs(&as->list[i].tokens);
	}
}

/* The two texts, and which block each is paired with. */
struct aligning {
	const struct alignees *old, *new;
	size_t *to_new, *to_old;
};

static void
pair(struct aligning *a, size_t i, size_t j)
{
	a->to_new[i] = j;
	a->to_old[j] = i;
}

struct keyed {
	uint64_t id;
	size_t at;
};

static int
compare_keys(const void *x, const void *y)
{
	const struct keyed *a = x, *b = y;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

static struct keyed *
keys_of(const struct alignees *as)
{
	struct keyed *keys = mem_alloc((as->n + 1) * sizeof(*keys));
	size_t i;

	for (i = 0; i < as->n; i++)
		keys[i] = (struct keyed){ as->list[i].id, i };
	qsort(keys, as->n, sizeof(*keys), compare_keys);
	return keys;
}

/* Says whether the key at i is the only one of its id. */
static bool
alone(const struct keyed *keys, size_t n, size_t i)
{
	return (i == 0 || keys[i - 1].id != keys[i].id) &&
	       (i + 1 == n || keys[i + 1].id != keys[i].id);
}

/* Candidates: anchor[i] is the block of the new text that block i of the old is
 * the same as, where both stand once in their texts; NONE elsewhere. */
static size_t *
unique_twins(const struct aligning *a)
{
	struct keyed *x = keys_of(a->old), *y = keys_of(a->new);
	size_t *anchor = mem_alloc((a->old->n + 1) * sizeof(*anchor)), i, j = 0;

	for (i = 0; i < a->old->n; i++)
		anchor[i] = NONE;
	for (i = 0; i < a->old->n; i++) {
		while (j < a->new->n && y[j].id < x[i].id)
			j++;
		if (j < a->new->n &&
		    y[j].id == x[i].id &&alone(x, a->old->n, i) &&
		    alone(y, a->new->n, j) &&
		    same(&a->old->list[x[i].at], &a->new->list[y[j].at]))
			anchor[x[i].at] = y[j].at;
	}
	free(x);
	free(y);
	return anchor;
}

/* Keeps the longest row of anchors that go up (patience sorting). */
static void
keep_longest(const struct aligning *a, size_t *anchor)
{
	size_t n = a->old->n, piles = 0, i, low, high;
	size_t *top = mem_alloc((n + 1) * sizeof(*top));
	size_t *before = mem_alloc((n + 1) * sizeof(*before));

	for (i = 0; i < n; i++) {
		if (anchor[i] == NONE)
			continue;
		for (low = 0, high = piles; low < high;) {
			size_t middle = low + (high - low) / 2;

			if (anchor[top[middle]] < anchor[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low > 0 ? top[low - 1] : NONE;
		top[low] = i;
		piles = low == piles ? piles + 1 : piles;
	}
	i = piles > 0 ? top[piles - 1] : NONE;
	for (low = n; low-- > 0;) {
		if (low == i)
			i = before[i];
		else
			anchor[low] = NONE;
	}
	free(top);
	free(before);
}

/* How alike two blocks are, in thousandths; 0 where they are not one. */
static unsigned int
score(const struct alignee *a, const struct alignee *b)
{
	unsigned int like;
	bool styled;

	if (!str_equal(a->kind, b->kind))
		return 0;
	if (same(a, b))
		return 1001;
	like = pairs_alike(a->pairs, a->tokens.n, b->pairs, b->tokens.n);
	styled = str_equal(a->style, b->style);
	if (styled && !str_equal(a->style, STR("BodyText")))
		like += OF_A_KIND;
	return like >= ALIKE ? like + styled : 0;
}

/* Pairs the blocks between two anchors so that the pairs are most alike. */
static void
pair_between(struct aligning *a, size_t i0, size_t i1, size_t j0, size_t j1)
{
	size_t n = i1 - i0, m = j1 - j0, i, j, w = m + 1;
	unsigned int *best, *like;

	if (n == 0 || m == 0 || n > PAIRS / m)
		return;
	best = mem_alloc((n + 1) * w * sizeof(*best));
	like = mem_alloc(n * m * sizeof(*like));
	for (i = n; i-- > 0;)
		for (j = m; j-- > 0;) {
			unsigned int s = score(&a->old->list[i0 + i],
					 &a->new->list[j0 + j]),
				     *at = &best[i * w + j];

			like[i * m + j] = s;
			*at = best[(i + 1) * w + j] > best[i * w + j + 1]
				  ? best[(i + 1) * w + j]
				  : best[i * w + j + 1];
			if (s != 0 && best[(i + 1) * w + j + 1] + s > *at)
				*at = best[(i + 1) * w + j + 1] + s;
		}
	for (i = j = 0; i < n && j < m;) {
		unsigned int s = like[i * m + j], b = best[i * w + j];

		if (s != 0 && b == best[(i + 1) * w + j + 1] + s)
			pair(a, i0 + i++, j0 + j++);
		else if (b == best[(i + 1) * w + j])
			i++;
		else
			j++;
	}
	free(best);
	free(like);
}

/* Pairs the blocks between anchors: first what is the same next to them. */
static void
pair_gap(struct aligning *a, size_t i0, size_t i1, size_t j0, size_t j1)
{
	const struct alignee *x = a->old->list, *y = a->new->list;

	while (i0 < i1 && j0 < j1 && same(&x[i0], &y[j0]))
		pair(a, i0++, j0++);
	while (i0 < i1 && j0 < j1 && same(&x[i1 - 1], &y[j1 - 1]))
		pair(a, --i1, --j1);
	pair_between(a, i0, i1, j0, j1);
}

static void
pair_all(struct aligning *a)
{
	size_t *anchor = unique_twins(a), i, i0 = 0, j0 = 0;

	keep_longest(a, anchor);
	for (i = 0; i < a->old->n; i++) {
		if (anchor[i] == NONE)
			continue;
		pair_gap(a, i0, i, j0, anchor[i]);
		pair(a, i, anchor[i]);
		i0 = i + 1;
		j0 = anchor[i] + 1;
	}
	pair_gap(a, i0, a->old->n, j0, a->new->n);
	free(anchor);
}

static void
put(struct alignments *out, struct aligned a)
{
	out->list = mem_more(out->list, out->n, sizeof(*out->list));
	out->list[out->n++] = a;
}

/* Lists the blocks in the order of the new text; what is gone between two pairs
 * stands before what has come there. */
static void
put_all(const struct aligning *a, struct alignments *out)
{
	size_t i = 0, j = 0, next;

	for (;;) {
		for (next = j; next < a->new->n && a->to_old[next] == NONE;)
			next++;
		for (; i < (next < a->new->n ? a->to_old[next] : a->old->n);
		     i++)
			put(out, (struct aligned){ ALIGN_GONE, i, 0, 0 });
		for (; j < next; j++)
			put(out, (struct aligned){ ALIGN_COME, 0, j, 0 });
		if (j == a->new->n)
			return;
		put(out,
		    (struct aligned){ same(&a->old->list[i], &a->new->list[j])
					  ? ALIGN_SAME
					  : ALIGN_CHANGED,
			i, j, 0 });
		i++, j++;
	}
}

static size_t
width(const struct tokens *ts)
{
	size_t i, n = 0;

	for (i = 0; i < ts->n; i++)
		n += token_width(&ts->list[i]);
	return n;
}

/* Finds what is gone at one place and has come at another as it was. */
static void
find_moves(const struct aligning *a, struct alignments *out)
{
	size_t moves = 0, i, j;

	for (i = 0; i < out->n; i++) {
		const struct alignee *x;

		if (out->list[i].how != ALIGN_GONE)
			continue;
		x = &a->old->list[out->list[i].old];
		if (width(&x->tokens) < MOVED)
			continue;
		for (j = 0; j < out->n; j++)
			if (out->list[j].how == ALIGN_COME &&
			    out->list[j].move == 0 &&
			    same(x, &a->new->list[out->list[j].new]))
				break;
		if (j < out->n)
			out->list[i].move = out->list[j].move = ++moves;
	}
}

void
align(struct alignees *old, struct alignees *new, bool moves,
    struct alignments *out)
{
	struct aligning a = { .old = old, .new = new };
	size_t i;

	prepare(old);
	prepare(new);
	a.to_new = mem_alloc((old->n + 1) * sizeof(*a.to_new));
	a.to_old = mem_alloc((new->n + 1) * sizeof(*a.to_old));
	for (i = 0; i < old->n; i++)
		a.to_new[i] = NONE;
	for (i = 0; i < new->n; i++)
		a.to_old[i] = NONE;
	pair_all(&a);
	put_all(&a, out);
	if (moves)
		find_moves(&a, out);
	free(a.to_new);
	free(a.to_old);
}

void
alignments_free(struct alignments *as)
{
	free(as->list);
	*as = (struct alignments){ 0 };
}

void
alignees_free(struct alignees *as)
{
	size_t i;

	for (i = 0; i < as->n; i++) {
		tokens_free(&as->list[i].tokens);
		free(as->list[i].pairs);
	}
	free(as->list);
	*as = (struct alignees){ 0 };
}
