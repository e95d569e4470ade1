/* doctext: a Word document as plain text */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docopen.h"
#include "docread.h"
#include "doctext.h"
#include "texttable.h"

/* The body or a text box. Its lines grow in text; those of the boxes in the
 * paragraph it is in wait in boxes. */
struct story {
	struct buf text, boxes;
	size_t cells; /* cells it is in, one inside the other */
	size_t begin; /* where the text of the outermost begins */
	bool first; /* no cell of this row yet */
	bool gap; /* what comes next in this cell stands apart */
	size_t table; /* where the text of the outermost table begins */
	size_t tables; /* that are open, one inside the other */
	size_t span; /* columns that the next cell stands in */
	bool printed; /* tables in columns, pictures by what they show */
};

/* A note whose mark was met; its text once the notes were read. */
struct note {
	enum docread_notes kind;
	struct buf id, text;
	bool told;
};

struct reading {
	struct story *stories;
	size_t n;
	struct note *notes; /* in the order of their marks */
	size_t notes_n;
	struct note_by_id {
		struct note *note;
	} * by_id; /* the same by their ids */
	struct note *note; /* the one that is read, NULL between them */
};

static struct story *
now(const struct reading *r)
{
	return r->stories + r->n - 1;
}

static void
push_story(struct reading *r, bool printed)
{
	r->stories = mem_more(r->stories, r->n, sizeof *r->stories);
	r->stories[r->n++] = (struct story){ .printed = printed };
}

static void
pop_story(struct reading *r)
{
	buf_free(&now(r)->text);
	buf_free(&now(r)->boxes);
	r->n--;
}

/* Adds text inside a cell, where a line feed or a tab would break the row. */
static void
put_in_cell(struct story *s, struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		if (text.p[i] == '\n' || text.p[i] == '\t') {
			s->gap = true;
			continue;
		}
		if (s->gap && s->text.n > s->begin)
			buf_addc(&s->text, ' ');
		s->gap = false;
		buf_addc(&s->text, text.p[i]);
	}
}

static void
on_text(void *me, struct str text)
{
	struct story *s = now(me);

	if (s->cells != 0)
		put_in_cell(s, text);
	else
		buf_adds(&s->text, text);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	struct story *s = now(me);

	(void)mark;
	if (s->cells == 0)
		buf_addc(&s->text, '\n');
	s->gap = true;
	on_text(me, buf_str(&s->boxes));
	s->gap = true;
	buf_clear(&s->boxes);
}

static void
on_table(void *me)
{
	struct story *s = now(me);

	if (s->tables++ == 0)
		s->table = s->text.n;
}

static void
on_table_end(void *me)
{
	struct story *s = now(me);

	if (--s->tables == 0 && s->printed)
		texttable_set(&s->text, s->table);
}

static void
on_row(void *me, enum docread_change change)
{
	struct story *s = now(me);

	(void)change;
	if (s->cells == 0)
		s->first = true;
}

static void
on_row_end(void *me)
{
	struct story *s = now(me);

	if (s->cells == 0)
		buf_addc(&s->text, '\n');
}

static void
on_cell(void *me, enum docread_change change)
{
	struct story *s = now(me);

	(void)change;
	s->gap = true;
	if (s->cells++ != 0)
		return;
	if (!s->first)
		buf_addc(&s->text, '\t');
	s->first = false;
	s->begin = s->text.n;
}

static void
on_cell_end(void *me)
{
	struct story *s = now(me);

	if (--s->cells != 0)
		return;
	for (; s->printed && s->span > 1; s->span--)
		buf_addc(&s->text, '\t');
	s->span = 0;
}

/* The columns of a cell, of which Word knows 63, and what a picture shows. */
static void
on_property(void *me, enum docread_property what, struct str value)
{
	struct story *s = now(me);
	size_t n = 0;

	if (what == DOCREAD_SPAN && s->cells == 0) {
		for (; value.n != 0 && n < 63; value = str_from(value, 1))
			n = n * 10 + (size_t)(value.p[0] & 15);
		s->span = n < 63 ? n : 63;
	} else if (what == DOCREAD_ALT && value.n != 0) {
		on_text(me, STR("［"));
		on_text(me, value);
		on_text(me, STR("］"));
	}
}

static void
on_box(void *me)
{
	push_story(me, now(me)->printed);
}

static void
on_box_end(void *me)
{
	struct reading *r = me;
	struct story *box = now(r);

	buf_adds(&box[-1].boxes, buf_str(&box->text));
	pop_story(r);
}

/* The mark of a note, as a number in brackets. */
static void
on_mark(void *me, enum docread_notes kind, struct str id)
{
	struct reading *r = me;
	struct buf number = { 0 };

	r->notes = mem_more(r->notes, r->notes_n, sizeof *r->notes);
	r->notes[r->notes_n] = (struct note){ .kind = kind };
	buf_adds(&r->notes[r->notes_n++].id, id);
	buf_addf(&number, "[%zu]", r->notes_n);
	on_text(me, buf_str(&number));
	buf_free(&number);
}

static int
by_id(const void *a, const void *b)
{
	const struct note *m = ((const struct note_by_id *)a)->note;
	const struct note *n = ((const struct note_by_id *)b)->note;

	if (m->kind != n->kind)
		return m->kind < n->kind ? -1 : 1;
	return str_compare(buf_str(&m->id), buf_str(&n->id));
}

/* Gives the note that was read its text. */
static void
end_note(struct reading *r)
{
	if (r->note != NULL)
		buf_adds(&r->note->text, buf_str(&r->stories->text));
	r->note = NULL;
	buf_clear(&r->stories->text);
	r->stories->gap = false;
}

/* A note begins. One without a mark is seen nowhere and left out. */
static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	struct reading *r = me;
	struct note key = { .kind = kind };
	const struct note_by_id at = { &key }, *found;

	end_note(r);
	buf_adds(&key.id, id);
	found = bsearch(&at, r->by_id, r->notes_n, sizeof *r->by_id, by_id);
	if (found != NULL && !found->note->told) {
		r->note = found->note;
		r->note->told = true;
	}
	buf_free(&key.id);
}

/* Reads the texts of the notes whose marks were met. */
static bool
read_notes(struct opc *o, struct reading *r)
{
	static const struct docread_events events = {
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.note = on_note,
	};
	size_t i;
	bool fine;

	if (r->notes_n == 0)
		return true;
	r->by_id = mem_alloc(r->notes_n * sizeof *r->by_id);
	for (i = 0; i < r->notes_n; i++)
		r->by_id[i].note = r->notes + i;
	qsort(r->by_id, r->notes_n, sizeof *r->by_id, by_id);
	push_story(r, false);
	/* as in a cell, so that the paragraphs of a note stand in a line */
	r->stories->cells = 1;
	fine = docread_walk_notes(o, DOCREAD_FOOTNOTES, &events, r);
	end_note(r);
	fine = fine && docread_walk_notes(o, DOCREAD_ENDNOTES, &events, r);
	end_note(r);
	pop_story(r);
	free(r->by_id);
	return fine;
}

/* Adds the notes, a line each, and frees them. */
static void
end_notes(struct reading *r, struct buf *out)
{
	size_t i;

	for (i = 0; i < r->notes_n; i++) {
		buf_addf(
		    out, "[%zu]%s", i + 1, r->notes[i].text.n != 0 ? " " : "");
		buf_adds(out, buf_str(&r->notes[i].text));
		buf_addc(out, '\n');
		buf_free(&r->notes[i].id);
		buf_free(&r->notes[i].text);
	}
	free(r->notes);
}

static bool
read_file(struct str file, bool rejected, bool printed, struct buf *out,
    struct buf *why)
{
	const struct docread_events events = {
		.rejects = rejected ? docread_reject_all : NULL,
		.property = printed ? on_property : NULL,
		.table = on_table,
		.table_end = on_table_end,
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.row = on_row,
		.row_end = on_row_end,
		.cell = on_cell,
		.cell_end = on_cell_end,
		.box = on_box,
		.box_end = on_box_end,
		.note = on_mark,
	};
	struct opc *o = docopen_file(file, why);
	struct reading r = { 0 };
	size_t begin = out->n;
	bool fine;

	if (o == NULL)
		return false;
	push_story(&r, printed);
	r.stories->text = *out; /* lent: the text is long */
	fine = docread_walk(o, &events, &r);
	while (r.n > 1)
		pop_story(&r);
	*out = r.stories->text;
	buf_free(&r.stories->boxes);
	r.n = 0;
	fine = fine && read_notes(o, &r);
	end_notes(&r, out);
	if (!fine) {
		out->n = begin;
		buf_add(out, "", 0);
		buf_addz(why, opc_error(o));
	}
	free(r.stories);
	opc_free(o);
	return fine;
}

bool
doctext_read(struct str file, bool rejected, struct buf *out, struct buf *why)
{
	return read_file(file, rejected, false, out, why);
}

bool
doctext_print(struct str file, bool rejected, struct buf *out, struct buf *why)
{
	return read_file(file, rejected, true, out, why);
}
