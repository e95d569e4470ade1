/* compare: what was changed between two paragraphs */
#include <stdlib.h>

#include "compare.h"
#include "die.h"
#include "tokendiff.h"

enum { ALIKE = 250 }; /* thousandths: a sentence less alike is replaced */

static bool
one_of(struct str text, const char *const *marks)
{
	for (; *marks != NULL; marks++)
		if (str_equal(text, str_of(*marks)))
			return true;
	return false;
}

/* How well a change may begin or end at a border of old or new text: beside
 * punctuation, a number or the text's end; not behind what opens, nor before
 * what closes. */
static int
border(const struct token *list, size_t at, size_t n)
{
	static const char *const opening[] = { "《", "〈", "“", "‘", "（", "【",
		"〔", "「", NULL };
	static const char *const closing[] = { "》", "〉", "”", "’", "）", "】",
		"〕", "」", NULL };
	const struct token *before, *after;

	if (at == 0 || at == n)
		return 2;
	before = &list[at - 1];
	after = &list[at];
	if (before->ends)
		return 3;
	if (before->kind == TOKEN_MARK || after->kind == TOKEN_MARK)
		return !one_of(before->text, opening) &&
			       !one_of(after->text, closing)
			   ? 2
			   : 0;
	return before->kind != TOKEN_HAN || after->kind != TOKEN_HAN;
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

static struct stretch
deleted(size_t old_at, size_t n, size_t new_at)
{
	return (struct stretch){ CHANGE_DELETED, old_at, n, new_at, 0 };
}

static struct stretch
inserted(size_t old_at, size_t new_at, size_t n)
{
	return (struct stretch){ CHANGE_INSERTED, old_at, 0, new_at, n };
}

/* Says whether a number gives way to another with more behind it, the first of
 * which is what stays behind: as 2名 does to 1名，另有3名. */
static bool
number_first(const struct comparison *c, size_t i, const struct tokens *old,
    const struct tokens *new)
{
	const struct stretch *gone = &c->list[i], *come = gone + 1,
			     *stays = come + 1;

	return i + 2 < c->n && gone->change == CHANGE_DELETED &&
	       come->change == CHANGE_INSERTED &&
	       stays->change == CHANGE_NONE && gone->old_n == 1 &&
	       come->new_n > 2 && (stays->new_n > 1 || i + 3 == c->n) &&
	       old->list[gone->old_at].kind == TOKEN_NUMBER &&
	       new->list[come->new_at].kind ==
		   TOKEN_NUMBER &&new->list[come->new_at + 1].id ==
		   old->list[stays->old_at].id;
}

/* Where in n tokens the one with an id stands, neither first nor last; 0 for
 * nowhere. */
static size_t
inside(const struct token *list, size_t n, uint32_t id)
{
	size_t i;

	for (i = 1; i + 1 < n; i++)
		if (list[i].id == id)
			return i;
	return 0;
}

/* A single character with something new on both sides, as 不 in 还不够, or with
 * something gone on both, has not gone and come: it stays. Adds the stretches
 * for two of the comparison; false where they are none such. */
static bool
put_kept(const struct stretch *gone, const struct tokens *old,
    const struct tokens *new, struct comparison *out)
{
	const struct stretch *come = gone + 1;
	const struct token *a = old->list + gone->old_at,
			   *b = new->list + come->new_at;
	size_t at;

	if (gone->old_n == 1 && (at = inside(b, come->new_n, a->id)) != 0) {
		stretch_add(out, inserted(gone->old_at, come->new_at, at));
		stretch_add(out, (struct stretch){ CHANGE_NONE, gone->old_at, 1,
				     come->new_at + at, 1 });
		at++;
		stretch_add(out, inserted(gone->old_at + 1, come->new_at + at,
				     come->new_n - at));
		return true;
	}
	if (come->new_n == 1 && (at = inside(a, gone->old_n, b->id)) != 0) {
		stretch_add(out, deleted(gone->old_at, at, come->new_at));
		stretch_add(out, (struct stretch){ CHANGE_NONE,
				     gone->old_at + at, 1, come->new_at, 1 });
		at++;
		stretch_add(out, deleted(gone->old_at + at, gone->old_n - at,
				     come->new_at + 1));
		return true;
	}
	return false;
}

/* Sets numbers against numbers, so that what has come besides stands behind the
 * unit that both have; and lets stay what is the same. */
static void
pair_tokens(const struct comparison *c, const struct tokens *old,
    const struct tokens *new, struct comparison *out)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		struct stretch come, stays;

		if (i + 1 < c->n && c->list[i].change == CHANGE_DELETED &&
		    c->list[i + 1].change == CHANGE_INSERTED &&
		    put_kept(&c->list[i], old, new, out)) {
			i++;
			continue;
		}
		stretch_add(out, c->list[i]);
		if (!number_first(c, i, old, new))
			continue;
		come = c->list[i + 1];
		stays = c->list[i + 2];
		stretch_add(out, inserted(come.old_at, come.new_at, 1));
		stretch_add(out, (struct stretch){ CHANGE_NONE, stays.old_at, 1,
				     come.new_at + 1, 1 });
		stretch_add(out, inserted(stays.old_at + 1, come.new_at + 2,
				     come.new_n - 1));
		move(&stays, 1);
		lengthen(&stays, -1);
		stretch_add(out, stays);
		i += 2;
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
	struct stretch from = c->list[first], last = c->list[end - 1];
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
	stretch_add(out, deleted(from.old_at, sum.old, from.new_at));
	stretch_add(
	    out, inserted(last.old_at + last.old_n, from.new_at, sum.new));
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
	struct comparison raw = { 0 }, paired = { 0 };

	tokendiff(old, new, &raw);
	shift_all(&raw, old, new);
	pair_tokens(&raw, old, new, &paired);
	tidy(&paired, new, out);
	comparison_free(&raw);
	comparison_free(&paired);
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
