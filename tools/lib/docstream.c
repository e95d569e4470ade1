/* docstream: the text of a report as one row of tokens */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docopen.h"
#include "docread.h"
#include "docstream.h"
#include "xmlout.h"

void
docstream_text(struct docstream *s, struct str text)
{
	xmlout_text(&s->text, text);
}

/* Says whether the text so far ends with an ending. */
static bool
ends(const struct docstream *s, const char *ending)
{
	return str_ends(buf_str(&s->text), str_of(ending));
}

void
docstream_end(struct docstream *s, const char *ending)
{
	/* the last paragraph of a cell ends with it, the last cell of a row
	 * with that */
	if (strcmp(ending, STREAM_CELL) == 0 && ends(s, STREAM_PARAGRAPH))
		s->text.n -= sizeof(STREAM_PARAGRAPH) - 1;
	if (strcmp(ending, STREAM_ROW) == 0 && ends(s, STREAM_CELL))
		s->text.n -= sizeof(STREAM_CELL) - 1;
	buf_addz(&s->text, ending);
}

static bool
is_ending(struct str s)
{
	return str_equal(s, STR(STREAM_PARAGRAPH)) ||
	       str_equal(s, STR(STREAM_CELL)) || str_equal(s, STR(STREAM_ROW));
}

/* Marks the paragraphs, and counts the characters. */
static void
find_paragraphs(struct docstream *s)
{
	struct stream_paragraph p = { 0 }, *list = NULL;
	size_t i, n = 0;

	s->chars = mem_alloc((s->tokens.n + 1) * sizeof(*s->chars));
	for (i = 0; i < s->tokens.n; i++) {
		const struct token *t = &s->tokens.list[i];

		s->chars[i + 1] = s->chars[i] + token_width(t);
		if (t->kind != TOKEN_BREAK || !is_ending(t->text))
			continue;
		p.end = i + 1;
		/* what was known of it before it was cut */
		if (n < s->n) {
			p.block = s->list[n].block;
			p.note = s->list[n].note;
		}
		list = mem_more(list, n, sizeof(*list));
		list[n++] = p;
		p = (struct stream_paragraph){ .from = i + 1 };
	}
	free(s->list);
	s->list = list;
	s->n = n;
}

void
docstream_cut(struct docstream *s, struct token_ids *ids)
{
	tokens_plain(&s->tokens, ids, buf_str(&s->text));
	find_paragraphs(s);
}

/* The reading of a document. */
struct reading {
	struct docstream *s;
	enum docstream_view view;
	struct str author;
	struct buf *authors;
	size_t boxes; /* how many are open */
	size_t block; /* of the paragraph's bookmark */
	bool notes, comments; /* these are read, not the document */
};

/* Notes what is known of a paragraph before it is cut into tokens. */
static void
note_paragraph(struct reading *r)
{
	struct docstream *s = r->s;
	struct stream_paragraph p = { .block = r->block, .note = r->notes };

	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	s->list[s->n++] = p;
	r->block = 0;
}

static struct buf *
comment_text(struct reading *r)
{
	struct docstream *s = r->s;

	return s->comment != NULL ? &s->comment->text : &s->boxes;
}

static struct stream_comment *
find_comment(struct docstream *s, struct str id)
{
	size_t i;

	for (i = 0; i < s->comments_n; i++)
		if (str_equal(buf_str(&s->comments[i].id), id))
			return &s->comments[i];
	return NULL;
}

/* What a comment is about begins; or, where its text is read, the comment. */
static void
on_comment(void *me, struct str id, bool end, struct str author)
{
	struct reading *r = me;
	struct docstream *s = r->s;
	struct stream_comment *c = find_comment(s, id);

	if (c == NULL) {
		s->comments =
		    mem_more(s->comments, s->comments_n, sizeof(*s->comments));
		c = &s->comments[s->comments_n++];
		*c = (struct stream_comment){ .byte = (size_t)-1 };
		buf_adds(&c->id, id);
	}
	(void)end;
	if (r->comments) {
		buf_adds(&c->author, author);
		s->comment = c;
	} else if (c->byte == (size_t)-1) {
		c->byte = s->text.n;
	}
}

static void
on_text(void *me, struct str text)
{
	struct reading *r = me;
	size_t at;

	if (r->comments || r->boxes != 0) {
		buf_adds(r->comments ? comment_text(r) : &r->s->boxes, text);
		return;
	}
	while ((at = str_find(text, STR("\n"), 0)) != (size_t)-1) {
		docstream_text(r->s, str_cut(text, 0, at));
		docstream_text(r->s, STR(STREAM_BREAK));
		text = str_from(text, at + 1);
	}
	docstream_text(r->s, text);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	struct reading *r = me;

	(void)mark;
	if (r->comments || r->boxes != 0) {
		buf_addc(r->comments ? comment_text(r) : &r->s->boxes,
		    r->comments ? ' ' : '\n');
		return;
	}
	note_paragraph(r);
	docstream_end(r->s, STREAM_PARAGRAPH);
}

static void
on_cell_end(void *me)
{
	struct reading *r = me;

	if (r->boxes != 0)
		return;
	if (!ends(r->s, STREAM_PARAGRAPH))
		note_paragraph(r);
	docstream_end(r->s, STREAM_CELL);
}

static void
on_row_end(void *me)
{
	struct reading *r = me;

	if (r->boxes != 0)
		return;
	if (!ends(r->s, STREAM_CELL))
		note_paragraph(r);
	docstream_end(r->s, STREAM_ROW);
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

static void
on_bookmark(void *me, struct str id, struct str name)
{
	struct reading *r = me;
	size_t i, n = 0;

	(void)id;
	if (!str_starts(name, STR("wg")) || r->block != 0)
		return;
	for (i = 2; i < name.n && n < 100000000; i++) {
		if (name.p[i] < '0' || name.p[i] > '9')
			return;
		n = 10 * n + (size_t)(name.p[i] - '0');
	}
	r->block = n;
}

static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	struct reading *r = me;

	(void)kind;
	(void)id;
	if (!r->notes && r->boxes == 0)
		docstream_text(r->s, STR(STREAM_NOTE));
}

/* Adds a name to a list of lines unless it is there. */
static void
add_author(struct buf *authors, struct str name)
{
	struct str rest = buf_str(authors), line;

	while (str_line(&rest, &line))
		if (str_equal(line, name))
			return;
	if (str_find(name, STR("\n"), 0) == (size_t)-1) {
		buf_adds(authors, name);
		buf_addc(authors, '\n');
	}
}

static bool
rejects(void *me, struct str author)
{
	struct reading *r = me;

	if (r->authors != NULL)
		add_author(r->authors, author);
	switch (r->view) {
	case STREAM_NONE:
		return true;
	case STREAM_AUTHOR:
		return !str_equal(author, r->author);
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
	};
	struct opc *o = docopen_file(file, why);
	bool fine;

	if (o == NULL)
		return false;
	fine = docread_walk(o, &events, &r);
	r.notes = true;
	fine = fine && docread_walk_notes(o, DOCREAD_FOOTNOTES, &events, &r);
	r.comments = true;
	fine = fine && docread_walk_notes(o, DOCREAD_COMMENTS, &events, &r);
	s->comment = NULL;
	if (!fine)
		buf_addz(why, opc_error(o));
	opc_free(o);
	docstream_cut(s, ids);
	return fine;
}

size_t
docstream_token(const struct docstream *s, size_t byte)
{
	size_t low = 0, high = s->tokens.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->tokens.list[middle].text.p <= s->text.p + byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t
docstream_paragraph(const struct docstream *s, size_t token)
{
	size_t low = 0, high = s->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->list[middle].from <= token)
			low = middle;
		else
			high = middle;
	}
	return low;
}

void
docstream_free(struct docstream *s)
{
	tokens_free(&s->tokens);
	buf_free(&s->text);
	buf_free(&s->boxes);
	free(s->list);
	free(s->chars);
	while (s->comments_n > 0) {
		struct stream_comment *c = &s->comments[--s->comments_n];

		buf_free(&c->id);
		buf_free(&c->author);
		buf_free(&c->text);
	}
	free(s->comments);
	*s = (struct docstream){ 0 };
}
