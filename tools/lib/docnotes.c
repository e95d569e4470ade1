/* docnotes: the notes of a document, in the order of their marks */
#include <stdlib.h>

#include "die.h"
#include "docnotes.h"

#define NONE ((size_t)-1)

static void
add(struct docnote **list, size_t *n, enum docread_notes kind, struct str id)
{
	struct docnote new = { .ended = false };

	buf_addc(&new.id, kind == DOCREAD_FOOTNOTES ? 'f' : 'e');
	buf_adds(&new.id, id);
	*list = mem_more(*list, *n, sizeof(**list));
	(*list)[(*n)++] = new;
}

void
docnotes_begin(struct docnotes *r, enum docread_notes kind, struct str id)
{
	add(&r->notes, &r->notes_n, kind, id);
}

void
docnotes_mark(struct docnotes *r, enum docread_notes kind, struct str id,
    struct docstream *s)
{
	add(&r->marks, &r->marks_n, kind, id);
	s->marks = mem_more(s->marks, s->marks_n, sizeof(*s->marks));
	s->marks[s->marks_n++] = s->text.n;
	buf_addz(&s->text, STREAM_NOTE);
}

void
docnotes_text(struct docnotes *r, struct str text)
{
	struct docnote *n;
	struct docstream part = { 0 };

	if (r->notes_n == 0)
		return;
	n = &r->notes[r->notes_n - 1];
	if (n->ended)
		buf_addz(&n->text, STREAM_BREAK);
	n->ended = false;
	docstream_text(&part, text);
	buf_adds(&n->text, buf_str(&part.text));
	buf_free(&part.text);
}

void
docnotes_end_paragraph(struct docnotes *r)
{
	struct docnote *n = r->notes + r->notes_n - 1;

	if (r->notes_n != 0 && n->text.n != 0)
		n->ended = true;
}

void
docnotes_anchor(struct docnotes *r, size_t comment)
{
	if (r->notes_n == 0)
		return;
	r->anchors = mem_more(r->anchors, r->anchors_n, sizeof(*r->anchors));
	r->anchors[r->anchors_n++] = (struct docanchor){ comment,
		r->notes_n - 1, r->notes[r->notes_n - 1].text.n };
}

/* A note by its id. */
struct key {
	struct str id;
	size_t note;
};

static int
compare_notes(const void *x, const void *y)
{
	const struct key *a = x, *b = y;

	return str_compare(a->id, b->id);
}

/* Gives the places of comments in a note, now that it stands in the text. Those
 * of one note stand in a row. */
static void
place_comments(struct docnotes *r, size_t note, struct docstream *s)
{
	size_t low = 0, high = r->anchors_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->anchors[middle].note < note)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < r->anchors_n && r->anchors[low].note == note; low++) {
		struct stream_comment *c =
		    &s->comments[r->anchors[low].comment];

		if (c->byte == NONE)
			c->byte = s->text.n + r->anchors[low].byte;
	}
}

/* Adds the note that a mark is of, unless another mark had it. */
static void
put_note(struct docnotes *r, const struct key *keys, struct str id,
    struct docstream *s)
{
	struct key key = { .id = id }, *found = NULL;
	struct docnote *n;

	if (r->notes_n != 0)
		found = bsearch(
		    &key, keys, r->notes_n, sizeof(*keys), compare_notes);
	if (found == NULL || r->notes[found->note].placed)
		return;
	n = &r->notes[found->note];
	place_comments(r, found->note, s);
	buf_adds(&s->text, buf_str(&n->text));
	n->placed = true;
}

void
docnotes_put(struct docnotes *r, struct docstream *s)
{
	struct key *keys = mem_alloc((r->notes_n + 1) * sizeof(*keys));
	size_t i;

	for (i = 0; i < r->notes_n; i++)
		keys[i] = (struct key){ buf_str(&r->notes[i].id), i };
	if (r->notes_n != 0)
		qsort(keys, r->notes_n, sizeof(*keys), compare_notes);
	s->notes_from = s->n;
	for (i = 0; i < r->marks_n; i++) {
		put_note(r, keys, buf_str(&r->marks[i].id), s);
		docstream_add(s, (struct stream_paragraph){ .note = true });
		buf_addz(&s->text, STREAM_PARAGRAPH);
	}
	free(keys);
}

void
docnotes_free(struct docnotes *r)
{
	while (r->notes_n > 0) {
		buf_free(&r->notes[--r->notes_n].id);
		buf_free(&r->notes[r->notes_n].text);
	}
	while (r->marks_n > 0)
		buf_free(&r->marks[--r->marks_n].id);
	free(r->notes);
	free(r->marks);
	free(r->anchors);
}
