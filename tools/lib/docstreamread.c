/* docstreamread: a Word document as a row of tokens */
#include <stdlib.h>

#include "authors.h"
#include "die.h"
#include "docnotes.h"
#include "docopen.h"
#include "docread.h"
#include "docstream.h"
#include "lang.h"

#define NONE ((size_t)-1)

enum { COMMENTS = 10000 };

/* The reading of a document. */
struct reading {
	struct docstream *s;
	enum docstream_view view;
	struct str author;
	struct buf *authors;
	size_t boxes, rows; /* how many are open */
	size_t block, row, value; /* of the paragraph's bookmarks, the row's */
	/* what is read, where it is not the document itself */
	bool in_notes, in_comments;
	struct docnotes notes;
	size_t comment;
	bool full; /* there are more comments than a reader would read */
};

/* Notes what is known of a paragraph before it is cut into tokens. */
static void
note_paragraph(struct reading *r)
{
	if (r->block != 0)
		r->row = r->block;
	docstream_add(r->s, (struct stream_paragraph){
				.block = r->rows != 0 ? r->row : r->block,
				.value = r->value,
			    });
	r->block = r->value = 0;
}

static size_t
find_comment(const struct docstream *s, struct str id)
{
	size_t i;

	for (i = 0; i < s->comments_n; i++)
		if (str_equal(buf_str(&s->comments[i].id), id))
			return i;
	return NONE;
}

/* What a comment is about begins; or, where its text is read, the comment. */
static void
on_comment(void *me, struct str id, bool end, struct str author)
{
	struct reading *r = me;
	struct docstream *s = r->s;
	size_t i = find_comment(s, id);

	(void)end;
	if (i == NONE && s->comments_n == COMMENTS) {
		r->full = true;
		r->comment = NONE;
		return;
	}
	if (i == NONE) {
		s->comments =
		    mem_more(s->comments, s->comments_n, sizeof(*s->comments));
		i = s->comments_n++;
		s->comments[i] = (struct stream_comment){ .byte = NONE };
		buf_adds(&s->comments[i].id, id);
	}
	if (r->in_comments) {
		buf_clear(&s->comments[i].author);
		buf_adds(&s->comments[i].author, author);
		r->comment = i;
	} else if (r->in_notes) {
		docnotes_anchor(&r->notes, i);
	} else if (s->comments[i].byte == NONE) {
		s->comments[i].byte = s->text.n;
	}
}

static void
on_text(void *me, struct str text)
{
	struct reading *r = me;
	size_t at;

	if (r->in_comments) {
		if (r->comment != NONE)
			buf_adds(&r->s->comments[r->comment].text, text);
	} else if (r->boxes != 0) {
		buf_adds(&r->s->boxes, text);
	} else if (r->in_notes) {
		docnotes_text(&r->notes, text);
	} else {
		while ((at = str_find(text, STR("\n"), 0)) != NONE) {
			docstream_text(r->s, str_cut(text, 0, at));
			buf_addz(&r->s->text, STREAM_BREAK);
			text = str_from(text, at + 1);
		}
		docstream_text(r->s, text);
	}
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	struct reading *r = me;

	(void)mark;
	if (r->in_comments) {
		if (r->comment != NONE)
			buf_addc(&r->s->comments[r->comment].text, ' ');
	} else if (r->boxes != 0) {
		buf_addc(&r->s->boxes, '\n');
	} else if (r->in_notes) {
		docnotes_end_paragraph(&r->notes);
	} else {
		note_paragraph(r);
		docstream_end(r->s, STREAM_PARAGRAPH);
	}
}

/* A cell or a row ends, and with it what stands there. */
static void
end_cell(struct reading *r, const char *last, const char *ending)
{
	if (r->boxes != 0 || r->in_notes || r->in_comments)
		return;
	if (!docstream_ends(r->s, last))
		note_paragraph(r);
	docstream_end(r->s, ending);
}

static void
on_cell_end(void *me)
{
	end_cell(me, STREAM_PARAGRAPH, STREAM_CELL);
}

static void
on_row_end(void *me)
{
	struct reading *r = me;

	end_cell(r, STREAM_CELL, STREAM_ROW);
	if (r->boxes == 0 && r->rows > 0)
		r->rows--;
}

static void
on_box(void *me)
{
	((struct reading *)me)->boxes++;
}

static void
on_box_end(void *me)
{
	((struct reading *)me)->boxes--;
}

/* The number behind the letters of a bookmark; 0 where it has another name. */
static size_t
number_of(struct str name, struct str letters)
{
	size_t i, n = 0;

	if (!str_starts(name, letters))
		return 0;
	for (i = letters.n; i < name.n && n < 100000000; i++) {
		if (name.p[i] < '0' || name.p[i] > '9')
			return 0;
		n = 10 * n + (size_t)(name.p[i] - '0');
	}
	return n;
}

static void
on_bookmark(void *me, struct str id, struct str name)
{
	struct reading *r = me;

	(void)id;
	if (r->block == 0)
		r->block = number_of(name, STR("wg"));
	if (r->value == 0)
		r->value = number_of(name, STR("wgv"));
}

/* A row of a table has one bookmark for all of its cells. */
static void
on_row(void *me, enum docread_change change)
{
	struct reading *r = me;

	(void)change;
	if (r->boxes == 0 && r->rows++ == 0)
		r->row = 0;
}

static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	struct reading *r = me;

	if (r->in_notes) {
		docnotes_begin(&r->notes, kind, id);
	} else if (r->boxes == 0 && !r->in_comments) {
		docnotes_mark(&r->notes, kind, id, r->s);
	}
}

static bool
rejects(void *me, struct str author)
{
	struct reading *r = me;

	if (r->authors != NULL)
		authors_add(r->authors, author);
	switch (r->view) {
	case STREAM_NONE:
		return true;
	case STREAM_AUTHOR:
		return !authors_same(author, r->author);
	default:
		return false;
	}
}

bool
docstream_read(struct docstream *s, struct token_ids *ids, struct str file,
    enum docstream_view view, struct str author, struct buf *authors,
    struct buf *why)
{
	static const struct docread_events events = {
		.rejects = rejects,
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.row = on_row,
		.row_end = on_row_end,
		.cell_end = on_cell_end,
		.box = on_box,
		.box_end = on_box_end,
		.bookmark = on_bookmark,
		.note = on_note,
		.comment = on_comment,
	};
	struct reading r = {
		.s = s,
		.view = view,
		.author = author,
		.authors = authors,
		.comment = NONE,
	};
	struct opc *o = docopen_file(file, why);
	bool fine;

	if (o == NULL)
		return false;
	fine = docread_walk(o, &events, &r);
	r.in_notes = true;
	fine = fine && docread_walk_notes(o, DOCREAD_FOOTNOTES, &events, &r) &&
	       docread_walk_notes(o, DOCREAD_ENDNOTES, &events, &r);
	r.in_notes = false;
	r.in_comments = true;
	fine = fine && docread_walk_notes(o, DOCREAD_COMMENTS, &events, &r);
	docnotes_put(&r.notes, s);
	docnotes_free(&r.notes);
	if (!fine)
		buf_addz(why, opc_error(o));
	else if (r.full)
		buf_addf(why, lang_text("more than %d comments"), COMMENTS);
	fine = fine && !r.full;
	opc_free(o);
	docstream_cut(s, ids);
	return fine;
}
