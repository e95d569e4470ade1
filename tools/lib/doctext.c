/* doctext: a Word document as plain text */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docopen.h"
#include "docread.h"
#include "doctext.h"

/* The body or a text box. Its lines grow in text; those of the boxes in the
 * paragraph it is in wait in boxes. */
struct story {
	struct buf text, boxes;
	size_t cells; /* cells it is in, one inside the other */
	size_t begin; /* where the text of the outermost begins */
	bool first; /* no cell of this row yet */
	bool gap; /* what comes next in this cell stands apart */
};

struct reading {
	struct story *stories;
	size_t n;
};

static struct story *
now(const struct reading *r)
{
	return r->stories + r->n - 1;
}

static void
push_story(struct reading *r)
{
	r->stories = mem_more(r->stories, r->n, sizeof *r->stories);
	r->stories[r->n++] = (struct story){ 0 };
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
	now(me)->cells--;
}

static void
on_box(void *me)
{
	push_story(me);
}

static void
on_box_end(void *me)
{
	struct reading *r = me;
	struct story *box = now(r);

	buf_adds(&box[-1].boxes, buf_str(&box->text));
	pop_story(r);
}

bool
doctext_read(struct str file, struct buf *out, struct buf *why)
{
	static const struct docread_events events = {
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.row = on_row,
		.row_end = on_row_end,
		.cell = on_cell,
		.cell_end = on_cell_end,
		.box = on_box,
		.box_end = on_box_end,
	};
	struct opc *o = docopen_file(file, why);
	struct reading r = { 0 };
	size_t begin = out->n;
	bool fine;

	if (o == NULL)
		return false;
	push_story(&r);
	r.stories->text = *out; /* lent: the text is long */
	fine = docread_walk(o, &events, &r);
	while (r.n > 1)
		pop_story(&r);
	*out = r.stories->text;
	if (!fine) {
		out->n = begin;
		buf_add(out, "", 0);
		buf_addz(why, opc_error(o));
	}
	buf_free(&r.stories->boxes);
	free(r.stories);
	opc_free(o);
	return fine;
}
