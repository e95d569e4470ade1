/* streamdiff: what was changed between two texts as rows of tokens */
#include <stdlib.h>

#include "align.h"
#include "die.h"
#include "streamdiff.h"
#include "tokendiff.h"

enum { CELLS = 4 << 20 }; /* what tokendiff takes */

/* The paragraphs of a stream, as views of its tokens. */
static void
view(const struct docstream *s, struct alignees *as)
{
	size_t i;

	as->list = mem_alloc((s->n + 1) * sizeof(*as->list));
	as->n = s->n;
	for (i = 0; i < s->n; i++) {
		as->list[i].kind = s->list[i].note ? STR("note") : STR("p");
		as->list[i].style = STR("");
		as->list[i].tokens = (struct tokens){
			s->tokens.list + s->list[i].from,
			s->list[i].end - s->list[i].from,
		};
	}
}

static void
forget(struct alignees *as)
{
	size_t i;

	for (i = 0; i < as->n; i++)
		as->list[i].tokens = (struct tokens){ NULL, 0 };
	alignees_free(as);
}

struct comparing {
	const struct docstream *old, *new;
	struct comparison *out;
	size_t old_at, new_at; /* the tokens up to which all is told */
};

/* Tells the tokens up to two places. */
static void
tell(struct comparing *c, size_t old_end, size_t new_end)
{
	struct tokens a = { c->old->tokens.list + c->old_at,
		old_end - c->old_at },
		      b = { c->new->tokens.list + c->new_at,
			      new_end - c->new_at };
	struct comparison between = { 0 };
	size_t i;

	compare(&a, &b, &between);
	for (i = 0; i < between.n; i++) {
		struct stretch s = between.list[i];

		s.old_at += c->old_at;
		s.new_at += c->new_at;
		stretch_add(c->out, s);
	}
	comparison_free(&between);
	c->old_at = old_end;
	c->new_at = new_end;
}

/* Says whether all between two places can be compared at once. */
static bool
fits(const struct comparing *c, size_t old_end, size_t new_end)
{
	size_t n = old_end - c->old_at + 1, m = new_end - c->new_at + 1;

	return n <= CELLS / m;
}

static size_t
old_end(const struct comparing *c, const struct aligned *a)
{
	return a->how == ALIGN_COME ? c->old_at : c->old->list[a->old].end;
}

static size_t
new_end(const struct comparing *c, const struct aligned *a)
{
	return a->how == ALIGN_GONE ? c->new_at : c->new->list[a->new].end;
}

/* Tells the paragraphs from first to end, none of which is the same in both. */
static void
tell_gap(
    struct comparing *c, const struct alignments *as, size_t first, size_t end)
{
	size_t old = c->old_at, new = c->new_at, i;

	for (i = first; i < end; i++) {
		if (as->list[i].how != ALIGN_COME)
			old = c->old->list[as->list[i].old].end;
		if (as->list[i].how != ALIGN_GONE)
			new = c->new->list[as->list[i].new].end;
	}
	if (fits(c, old, new)) {
		tell(c, old, new);
		return;
	}
	for (i = first; i < end; i++)
		tell(c, old_end(c, &as->list[i]), new_end(c, &as->list[i]));
}

/* Says whether a block went elsewhere: it is gone here and has come there. */
static bool
is_moved(const struct aligned *a)
{
	return a->move != 0;
}

/* Pairs paragraphs that are gone and have come by their bookmarks. */
static void
find_moves(const struct docstream *old, const struct docstream *new,
    struct alignments *as, struct streamdiff *out)
{
	size_t i, j;

	for (i = 0; i < as->n; i++) {
		size_t block = as->list[i].how == ALIGN_GONE
				   ? old->list[as->list[i].old].block
				   : 0;

		for (j = 0; block != 0 && j < as->n; j++)
			if (as->list[j].how == ALIGN_COME &&
			    as->list[j].move == 0 &&
			    new->list[as->list[j].new].block == block)
				break;
		if (block == 0 || j == as->n)
			continue;
		out->moves = mem_more(out->moves, out->n, sizeof(*out->moves));
		out->moves[out->n++] = (struct stream_move){
			as->list[i].old,
			as->list[j].new,
		};
		as->list[i].move = as->list[j].move = out->n;
	}
}

static void
tell_all(struct comparing *c, const struct alignments *as)
{
	size_t i, first = 0;

	for (i = 0; i < as->n; i++) {
		const struct aligned *a = &as->list[i];

		if (a->how != ALIGN_SAME && !is_moved(a))
			continue;
		tell_gap(c, as, first, i);
		tell(c, old_end(c, a), new_end(c, a));
		first = i + 1;
	}
	tell_gap(c, as, first, as->n);
}

void
streamdiff(const struct docstream *old, const struct docstream *new, bool moves,
    struct streamdiff *out)
{
	struct comparing c = { .old = old, .new = new, .out = &out->changes };
	struct alignees a = { 0 }, b = { 0 };
	struct alignments as = { 0 };

	view(old, &a);
	view(new, &b);
	align(&a, &b, false, &as);
	if (moves)
		find_moves(old, new, &as, out);
	tell_all(&c, &as);
	alignments_free(&as);
	forget(&a);
	forget(&b);
}

void
streamdiff_free(struct streamdiff *d)
{
	comparison_free(&d->changes);
	free(d->moves);
	*d = (struct streamdiff){ .n = 0 };
}
