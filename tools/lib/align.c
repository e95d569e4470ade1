/* align: which blocks of two texts belong together */
#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "anchors.h"
#include "compare.h"
#include "die.h"
#include "likely.h"

enum {
	ALIKE = 250, /* thousandths, from which on two blocks are one */
	OF_A_KIND = 120, /* what the same style adds, but for plain text */
	MOVED = 12, /* characters: shorter ones are the same by chance */
	PAIRS = 1 << 20, /* of blocks between two anchors that are looked at */
};

#define NONE ANCHOR_NONE

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

static struct anchor_keys
keys_of(const struct alignees *as)
{
	struct anchor_keys keys = { NULL, 0 };

	keys.list = mem_alloc((as->n + 1) * sizeof(*keys.list));
	for (; keys.n < as->n; keys.n++)
		keys.list[keys.n] =
		    (struct anchor_key){ as->list[keys.n].id, keys.n };
	return keys;
}

/* Candidates: anchor[i] is the block of the new text that block i of the old is
 * the same as, where both stand once in their texts; NONE elsewhere. */
static size_t *
unique_twins(const struct aligning *a)
{
	struct anchor_keys x = keys_of(a->old), y = keys_of(a->new);
	struct anchor_pair *pairs = mem_alloc((x.n + 1) * sizeof(*pairs));
	size_t *anchor = mem_alloc((a->old->n + 1) * sizeof(*anchor)), i, n;

	for (i = 0; i < a->old->n; i++)
		anchor[i] = NONE;
	n = anchors_find(&x, &y, pairs);
	for (i = 0; i < n; i++)
		if (same(&a->old->list[pairs[i].old],
			&a->new->list[pairs[i].new]))
			anchor[pairs[i].old] = pairs[i].new;
	free(pairs);
	free(x.list);
	free(y.list);
	return anchor;
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

/* Pairs the blocks between anchors: first what is the same next to them. Where
 * there are too many, those that most likely belong together are anchors, too;
 * what lies between these is paired only where it is little. */
static void
pair_gap(
    struct aligning *a, size_t i0, size_t i1, size_t j0, size_t j1, bool more)
{
	const struct alignee *x = a->old->list, *y = a->new->list;
	size_t *anchor, n, i, from, to;

	while (i0 < i1 && j0 < j1 && same(&x[i0], &y[j0]))
		pair(a, i0++, j0++);
	while (i0 < i1 && j0 < j1 && same(&x[i1 - 1], &y[j1 - 1]))
		pair(a, --i1, --j1);
	n = i1 - i0;
	if (n == 0 || j1 == j0)
		return;
	if (n <= PAIRS / (j1 - j0)) {
		pair_between(a, i0, i1, j0, j1);
		return;
	}
	if (!more)
		return;
	anchor = mem_alloc((n + 1) * sizeof(*anchor));
	likely(x + i0, n, y + j0, j1 - j0, anchor);
	from = i0;
	to = j0;
	for (i = 0; i < n; i++) {
		if (anchor[i] == NONE)
			continue;
		pair_gap(a, from, i0 + i, to, j0 + anchor[i], false);
		pair(a, i0 + i, j0 + anchor[i]);
		from = i0 + i + 1;
		to = j0 + anchor[i] + 1;
	}
	pair_gap(a, from, i1, to, j1, false);
	free(anchor);
}

static void
pair_all(struct aligning *a)
{
	size_t *anchor = unique_twins(a), i, i0 = 0, j0 = 0;

	anchors_keep(anchor, a->old->n);
	for (i = 0; i < a->old->n; i++) {
		if (anchor[i] == NONE)
			continue;
		pair_gap(a, i0, i, j0, anchor[i], true);
		pair(a, i, anchor[i]);
		i0 = i + 1;
		j0 = anchor[i] + 1;
	}
	pair_gap(a, i0, a->old->n, j0, a->new->n, true);
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

/* What is gone or has come, by id and place. */
static struct anchor_keys
list_of(
    const struct aligning *a, const struct alignments *out, enum alignment how)
{
	const bool gone = how == ALIGN_GONE;
	struct anchor_keys keys = { NULL, 0 };
	size_t i;

	keys.list = mem_alloc((out->n + 1) * sizeof(*keys.list));
	for (i = 0; i < out->n; i++) {
		const struct aligned *b = &out->list[i];

		if (b->how == how)
			keys.list[keys.n++] = (struct anchor_key){
				gone ? a->old->list[b->old].id
				     : a->new->list[b->new].id,
				i,
			};
	}
	anchors_sort(&keys);
	return keys;
}

/* Finds what is gone at one place and has come at another as it was. */
static void
find_moves(const struct aligning *a, struct alignments *out)
{
	struct anchor_keys gone = list_of(a, out, ALIGN_GONE),
			   come = list_of(a, out, ALIGN_COME);
	size_t moves = 0, i = 0, j = 0;

	while (i < gone.n && j < come.n) {
		struct aligned *x = &out->list[gone.list[i].at],
			       *y = &out->list[come.list[j].at];
		uint64_t p = gone.list[i].id, q = come.list[j].id;

		i += p <= q;
		j += q <= p;
		if (p == q &&
		    same(&a->old->list[x->old], &a->new->list[y->new]) &&
		    width(&a->old->list[x->old].tokens) >= MOVED)
			x->move = y->move = ++moves;
	}
	free(gone.list);
	free(come.list);
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
