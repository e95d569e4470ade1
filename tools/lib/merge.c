/* merge: the edits of a reviewer, brought back to the author's lines */
#include <stdlib.h>

#include "die.h"
#include "hunk.h"
#include "merge.h"

#define NONE ((size_t)-1)

void
merge_begin(struct merge *m)
{
	struct streamdiff d = { .n = 0 };
	const struct docstream *sent = &m->sent, *base = &m->base.stream;
	size_t chars = sent->chars[sent->tokens.n], i, j;

	m->to_base = mem_alloc((chars + 1) * sizeof(*m->to_base));
	for (i = 0; i <= chars; i++)
		m->to_base[i] = NONE;
	streamdiff(sent, base, false, &d);
	for (i = 0; i < d.changes.n; i++) {
		const struct stretch *s = &d.changes.list[i];
		size_t from = sent->chars[s->old_at],
		       end = sent->chars[s->old_at + s->old_n],
		       to = base->chars[s->new_at];

		if (s->change == CHANGE_NONE)
			for (j = from; j < end && to + (j - from) < m->base.n;
			     j++)
				m->to_base[j] = to + (j - from);
	}
	streamdiff_free(&d);
}

/* The paragraphs of the sent copy that stand, as they were or changed, where
 * those of the copy that came back do: for each of these one, or NONE. */
static size_t *
pair_paragraphs(const struct docstream *sent, const struct docstream *back,
    const struct comparison *c)
{
	size_t *to = mem_alloc((back->n + 1) * sizeof(*to)), i, j;

	for (i = 0; i < back->n; i++)
		to[i] = NONE;
	for (i = 0; i < c->n; i++) {
		const struct stretch *s = &c->list[i];

		for (j = 0; s->change == CHANGE_NONE && j < s->new_n; j++)
			to[docstream_paragraph(back, s->new_at + j)] =
			    docstream_paragraph(sent, s->old_at + j);
	}
	return to;
}

/* Says whether the paragraph of a stretch was moved; then the move tells it. */
static bool
is_moved(
    const struct hunks *h, const struct streamdiff *d, const struct hunk *k)
{
	size_t i;

	for (i = 0; i < d->n; i++) {
		const struct stream_paragraph
		    *p = &h->m->sent.list[d->moves[i].old],
		    *q = &h->back->list[d->moves[i].new];

		if (k->old_n != 0 && k->old_at >= p->from && k->old_at < p->end)
			return true;
		if (k->new_n != 0 && k->new_at >= q->from && k->new_at < q->end)
			return true;
	}
	return false;
}

void
merge_find(struct merge *m, const struct docstream *back,
    const struct merged *skip, struct merged *out)
{
	struct hunks h = { .m = m, .back = back, .skip = skip, .out = out };
	struct streamdiff d = { .n = 0 };
	size_t i;

	streamdiff(&m->sent, back, true, &d);
	h.to_sent = pair_paragraphs(&m->sent, back, &d.changes);
	for (i = 0; i < d.changes.n; i++) {
		const struct stretch *s = &d.changes.list[i];
		struct hunk k = { s->old_at, s->old_n, s->new_at, s->new_n };

		if (s->change == CHANGE_NONE)
			continue;
		if (s->change == CHANGE_DELETED && i + 1 < d.changes.n &&
		    d.changes.list[i + 1].change == CHANGE_INSERTED)
			k.new_n = d.changes.list[++i].new_n;
		if (!is_moved(&h, &d, &k))
			hunk_place(&h, &k);
	}
	for (i = 0; i < d.n; i++)
		hunk_move(&h, d.moves[i].old, d.moves[i].new);
	free(h.to_sent);
	streamdiff_free(&d);
}

size_t *
merge_map(const struct merge *m, const struct docstream *back)
{
	size_t *to = mem_alloc((back->tokens.n + 1) * sizeof(*to)), i, j;
	struct streamdiff d = { .n = 0 };

	for (i = 0; i <= back->tokens.n; i++)
		to[i] = NONE;
	streamdiff(&m->sent, back, false, &d);
	for (i = 0; i < d.changes.n; i++) {
		const struct stretch *s = &d.changes.list[i];

		for (j = 0; s->change == CHANGE_NONE && j < s->new_n; j++)
			to[s->new_at + j] = s->old_at + j;
	}
	streamdiff_free(&d);
	return to;
}

const struct source_char *
merge_place(const struct merge *m, const struct docstream *back,
    const size_t *to, size_t byte)
{
	size_t t, c;

	if (byte == NONE || back->tokens.n == 0)
		return NULL;
	for (t = docstream_token(back, byte) + 1; t-- > 0;) {
		if (to[t] == NONE)
			continue;
		c = m->to_base[m->sent.chars[to[t]]];
		if (c != NONE)
			return &m->base.chars[c];
	}
	return NULL;
}

void
merged_free(struct merged *found)
{
	while (found->n > 0)
		buf_free(&found->edits[--found->n].text);
	while (found->notes_n > 0) {
		struct merge_note *n = &found->notes[--found->notes_n];

		buf_free(&n->fact);
		buf_free(&n->old);
		buf_free(&n->new);
	}
	free(found->edits);
	free(found->notes);
	*found = (struct merged){ .n = 0 };
}

void
merge_free(struct merge *m)
{
	docstream_free(&m->sent);
	sourcetext_free(&m->base);
	token_ids_free(&m->ids);
	free(m->to_base);
}
