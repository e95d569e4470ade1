/* merge: the edits of a reviewer, brought back to the author's lines */
#include <stdlib.h>

#include "die.h"
#include "hunk.h"
#include "merge.h"
#include "tokendiff.h"

#define NONE ((size_t)-1)

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

/* Says whether a stretch is a paragraph that was moved: the move tells it. */
static bool
is_moved(
    const struct hunks *h, const struct streamdiff *d, const struct stretch *s)
{
	size_t i;

	for (i = 0; i < d->n; i++) {
		const struct stream_paragraph
		    *p = &h->m->sent.list[d->moves[i].old],
		    *q = &h->back->list[d->moves[i].new];

		if (s->change == CHANGE_DELETED && s->old_at >= p->from &&
		    s->old_at < p->end)
			return true;
		if (s->change == CHANGE_INSERTED && s->new_at >= q->from &&
		    s->new_at < q->end)
			return true;
	}
	return false;
}

/* Adds the lines of a text that another has not. */
static void
put_missing(struct str text, struct str others, struct buf *out)
{
	struct str line, other, rest;
	bool found;

	while (str_line(&text, &line)) {
		found = line.n == 0;
		for (rest = others; !found && str_line(&rest, &other);)
			found = str_equal(line, other);
		if (found)
			continue;
		buf_adds(out, line);
		buf_addc(out, '\n');
	}
}

/* Tells what was changed in text boxes: sections have none. */
static void
tell_boxes(struct hunks *h)
{
	struct str old = buf_str(&h->m->sent.boxes),
		   new = buf_str(&h->back->boxes);
	struct buf gone = { 0 }, come = { 0 };

	put_missing(old, new, &gone);
	put_missing(new, old, &come);
	if (gone.n != 0 || come.n != 0)
		hunk_note(h, MERGE_UNPLACED, NULL, STR(""), buf_str(&gone),
		    buf_str(&come));
	buf_free(&gone);
	buf_free(&come);
}

static bool
same_note(const struct merge_note *a, const struct merge_note *b)
{
	return a->kind == b->kind && a->section == b->section &&
	       a->line == b->line && a->column == b->column &&
	       str_equal(buf_str(&a->old), buf_str(&b->old)) &&
	       str_equal(buf_str(&a->new), buf_str(&b->new));
}

static void
free_note(struct merge_note *n)
{
	buf_free(&n->fact);
	buf_free(&n->old);
	buf_free(&n->new);
}

/* Takes away the notes that are among those to skip, each of which counts
 * once. */
static void
skip_notes(struct hunks *h)
{
	struct merged *out = h->out;
	size_t i, j, n = 0;

	for (i = 0; h->skip != NULL && i < out->notes_n; i++) {
		for (j = 0; j < h->skip->notes_n; j++)
			if (!h->notes[j] &&
			    same_note(&h->skip->notes[j], &out->notes[i]))
				break;
		if (j < h->skip->notes_n) {
			h->notes[j] = true;
			free_note(&out->notes[i]);
		} else {
			out->notes[n++] = out->notes[i];
		}
	}
	if (h->skip != NULL)
		out->notes_n = n;
}

static bool *
none_met(size_t n)
{
	bool *met = mem_alloc(n + 1);
	size_t i;

	for (i = 0; i < n; i++)
		met[i] = false;
	return met;
}

void
merge_find(struct merge *m, const struct docstream *back,
    const struct merged *skip, struct merged *out)
{
	struct hunks h = { .m = m, .back = back, .skip = skip, .out = out };
	struct streamdiff d = { .n = 0 };
	struct comparison left = { 0 };
	size_t i;

	h.edits = none_met(skip != NULL ? skip->n : 0);
	h.notes = none_met(skip != NULL ? skip->notes_n : 0);
	streamdiff(&m->sent, back, true, &d);
	h.to_sent = pair_paragraphs(&m->sent, back, &d.changes);
	for (i = 0; i < d.changes.n; i++)
		if (!is_moved(&h, &d, &d.changes.list[i]))
			stretch_add(&left, d.changes.list[i]);
	hunk_places(&h, &left, 0, 0);
	for (i = 0; i < d.n; i++)
		hunk_move(&h, d.moves[i].old, d.moves[i].new);
	tell_boxes(&h);
	skip_notes(&h);
	comparison_free(&left);
	free(h.to_sent);
	free(h.edits);
	free(h.notes);
	streamdiff_free(&d);
}

/* Maps the tokens of a footnote whose mark stands in both. */
static void
map_note(const struct merge *m, const struct docstream *back, size_t old,
    size_t new, size_t *to)
{
	const struct stream_paragraph *p = &m->sent.list[old],
				      *q = &back->list[new];
	struct tokens a = { m->sent.tokens.list + p->from, p->end - p->from },
		      b = { back->tokens.list + q->from, q->end - q->from };
	struct comparison c = { 0 };
	size_t i, j;

	compare(&a, &b, &c);
	for (i = 0; i < c.n; i++)
		for (j = 0;
		     c.list[i].change == CHANGE_NONE && j < c.list[i].new_n;
		     j++)
			to[q->from + c.list[i].new_at + j] =
			    p->from + c.list[i].old_at + j;
	comparison_free(&c);
}

static void
map_notes(const struct merge *m, const struct docstream *back, size_t *to)
{
	size_t i, t, old;

	for (i = 0; i < back->marks_n; i++) {
		t = docstream_token(back, back->marks[i]);
		if (to[t] == NONE)
			continue;
		old = docstream_note(&m->sent, to[t]);
		if (old != NONE && back->notes_from + i < back->n)
			map_note(m, back, old, back->notes_from + i, to);
	}
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
	map_notes(m, back, to);
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
	while (found->notes_n > 0)
		free_note(&found->notes[--found->notes_n]);
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
	buf_free(&m->plain);
	free(m->plain_at);
}
