/* streamdiff: what was changed between two texts as rows of tokens */
#include <stdlib.h>

#include "align.h"
#include "die.h"
#include "streamdiff.h"
#include "tokendiff.h"

#define NONE ((size_t)-1)

enum {
	CELLS = 4 << 20, /* what tokendiff takes */
	ALIKE = 600, /* thousandths: texts that one was made of the other */
	LONG = 12, /* tokens: shorter ones are alike by chance */
	LOOKED = 1 << 20, /* pairs of paragraphs that are looked at */
};

/* The paragraphs of a stream but for its notes, as views of its tokens. */
static void
view(const struct docstream *s, struct alignees *as)
{
	size_t i;

	as->n = s->notes_from;
	as->list = mem_alloc((as->n + 1) * sizeof(*as->list));
	for (i = 0; i < as->n; i++) {
		as->list[i].kind = STR("p");
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

static void
add_move(struct alignments *as, size_t i, size_t j, struct streamdiff *out)
{
	out->moves = mem_more(out->moves, out->n, sizeof(*out->moves));
	out->moves[out->n++] = (struct stream_move){
		as->list[i].old,
		as->list[j].new,
	};
	as->list[i].move = as->list[j].move = out->n;
}

/* The text to which a paragraph that is gone is most alike, among those that
 * have come; NONE where it is like none. */
static size_t
find_alike(const struct alignees *a, const struct alignees *b,
    const struct alignments *as, size_t i)
{
	const struct alignee *x = &a->list[as->list[i].old], *y;
	unsigned int best = ALIKE - 1, alike;
	size_t j, found = NONE;

	for (j = 0; j < as->n && x->tokens.n >= LONG; j++) {
		if (as->list[j].how != ALIGN_COME || as->list[j].move != 0)
			continue;
		y = &b->list[as->list[j].new];
		if (y->tokens.n < LONG || y->tokens.n > 4 * x->tokens.n)
			continue;
		alike =
		    pairs_alike(x->pairs, x->tokens.n, y->pairs, y->tokens.n);
		if (alike > best) {
			best = alike;
			found = j;
		}
	}
	return found;
}

static bool
is_paragraph(const struct docstream *s, size_t i)
{
	return str_equal(
	    s->tokens.list[s->list[i].end - 1].text, STR(STREAM_PARAGRAPH));
}

/* Pairs paragraphs that are gone and have come by their bookmarks, and where an
 * editor has dropped these by their texts. */
static void
find_moves(const struct comparing *c, const struct alignees *a,
    const struct alignees *b, struct alignments *as, struct streamdiff *out)
{
	const struct docstream *old = c->old, *new = c->new;
	size_t i, j, looked = 0;

	for (i = 0; i < as->n; i++) {
		const struct aligned *x = &as->list[i];
		size_t block = x->how == ALIGN_GONE && is_paragraph(old, x->old)
				   ? old->list[x->old].block
				   : 0;

		for (j = 0; block != 0 && j < as->n; j++)
			if (as->list[j].how == ALIGN_COME &&
			    as->list[j].move == 0 &&
			    new->list[as->list[j].new].block == block)
				break;
		if (block != 0 && j < as->n)
			add_move(as, i, j, out);
	}
	for (i = 0; i < as->n && looked < LOOKED; i++) {
		if (as->list[i].how != ALIGN_GONE || as->list[i].move != 0 ||
		    !is_paragraph(old, as->list[i].old))
			continue;
		looked += as->n;
		j = find_alike(a, b, as, i);
		if (j != NONE && is_paragraph(new, as->list[j].new))
			add_move(as, i, j, out);
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
		find_moves(&c, &a, &b, &as, out);
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
