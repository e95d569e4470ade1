/* htmlbody: the text of a Word document as the sheets of a page; clauses are
 * those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docread.h"
#include "htmlbody.h"
#include "utf8.h"
#include "xmlout.h"

enum { FIRST = 40 /* characters of a text without a title, to name it by */ };

static struct htmlframe *
now(const struct htmlbody *h)
{
	return h->frames + h->n - 1;
}

static void
push(struct htmlbody *h, enum htmlframe_kind kind)
{
	h->frames = mem_more(h->frames, h->n, sizeof(*h->frames));
	h->frames[h->n++] = (struct htmlframe){ .kind = kind };
}

static void
set(struct buf *b, struct str value)
{
	buf_clear(b);
	buf_adds(b, value);
}

/* Ends the sheet, if anything stands on it. */
static void
turn_page(struct htmlbody *h)
{
	htmlblock_settle(h->frames);
	htmlsheets_turn(&h->sheets, &h->frames->out);
}

/* A page ends inside a paragraph. */
static void
break_page(struct htmlbody *h)
{
	struct htmlframe *f = now(h);

	if (f->kind != FRAME_BODY || f->tables_n != 0)
		return;
	if (f->text.n != 0)
		htmlblock_end(f, h->base);
	turn_page(h);
	f->broken = true;
}

static void
end_section(struct htmlbody *h)
{
	turn_page(h);
	htmlsheets_end_section(&h->sheets);
}

static enum htmlrole
role_of(struct str style)
{
	static const struct {
		const char *style;
		enum htmlrole role;
	} roles[] = {
		{ "Title", ROLE_TITLE },
		{ "AttachmentTitle", ROLE_HEADING },
		{ "TOCHeading", ROLE_HEADING },
		{ "Caption", ROLE_CAPTION },
		{ "FigureCaption", ROLE_FIGURE_CAPTION },
	};
	size_t i;

	for (i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (str_equal(style, str_of(roles[i].style)))
			return roles[i].role;
	return ROLE_TEXT;
}

static void
on_paragraph(void *me, struct str style)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);

	f->style = htmlstyles_find(h->styles, HTMLSTYLE_PARAGRAPH, style);
	f->role = role_of(style);
	f->look = h->paragraph;
	if (h->note == NULL || f->kind != FRAME_NOTE || h->note->told)
		return;
	/* the note's first */
	htmlnotes_tell(h->note, &f->text);
	f->words = true;
}

static void
on_text(void *me, struct str text)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);
	struct htmlstyle *style = NULL;

	if (h->run_style.n != 0)
		style = htmlstyles_find(
		    h->styles, HTMLSTYLE_RUN, buf_str(&h->run_style));
	if (h->link.n != 0) {
		set(&f->link, buf_str(&h->link));
		buf_clear(&h->link);
	}
	htmlblock_text(f, text, style, &h->run, h->base);
	if (f->role == ROLE_TITLE && !str_equal(text, STR("\n")))
		buf_adds(&h->title, text);
	if (f->kind == FRAME_BODY && !h->named &&
	    utf8_count(buf_str(&h->first)) < FIRST)
		buf_adds(&h->first, text);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);

	(void)mark;
	htmlblock_end(f, h->base);
	if (h->sheets.ends && f->kind == FRAME_BODY)
		end_section(h);
	h->named = h->named || h->first.n != 0;
}

static void
on_table(void *me)
{
	htmlblock_table(now(me));
}

static void
on_table_end(void *me)
{
	struct htmlbody *h = me;

	htmlblock_table_end(now(h), h->base);
}

static struct htmltable *
table_of(const struct htmlframe *f)
{
	return f->tables_n != 0 ? f->tables + f->tables_n - 1 : NULL;
}

static void
on_row(void *me, enum docread_change change)
{
	(void)change;
	htmltable_row(table_of(now(me)));
}

static void
on_cell(void *me, enum docread_change change)
{
	(void)change;
	htmltable_cell(table_of(now(me)));
	push(me, FRAME_CELL);
}

static void
on_cell_end(void *me)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);

	htmlblock_settle(f);
	h->n--;
	*htmltable_content(table_of(now(h))) = f->out;
	f->out = (struct buf){ 0 };
	htmlblock_free(f);
}

static void
on_box(void *me)
{
	push(me, FRAME_BOX);
}

static void
on_box_end(void *me)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);

	htmlblock_settle(f);
	h->n--;
	buf_adds(&now(h)->boxes, buf_str(&f->out));
	htmlblock_free(f);
}

/* A place that links lead to, where its name can be one. */
static void
on_bookmark(void *me, struct str id, struct str name)
{
	struct htmlframe *f = now(me);
	size_t i;

	(void)id;
	for (i = 0; i < name.n; i++)
		if (!((name.p[i] | 32) >= 'a' && (name.p[i] | 32) <= 'z') &&
		    !(name.p[i] >= '0' && name.p[i] <= '9') && name.p[i] != '_')
			return;
	if (name.n == 0)
		return;
	xmlout_open(&f->text, "span");
	xmlout_attr(&f->text, "id", name);
	xmlout_more(&f->text);
	xmlout_end(&f->text, "span");
}

static void
on_mark(void *me, enum docread_notes kind, struct str id)
{
	struct htmlbody *h = me;
	struct htmlframe *f = now(h);

	htmlnotes_add(&h->notes, kind, id, &f->text);
	f->marked = f->words = true;
}

static void
on_property(void *me, enum docread_property what, struct str value)
{
	struct htmlbody *h = me;

	switch (what) {
	case DOCREAD_PARAGRAPH:
		h->paragraph = (struct look){ 0 };
		h->in_run = false;
		break;
	case DOCREAD_RUN:
		h->run = (struct look){ 0 };
		buf_clear(&h->run_style);
		h->in_run = true;
		break;
	case DOCREAD_RUN_STYLE:
		set(&h->run_style, value);
		break;
	case DOCREAD_PAGE_BEFORE:
		if (now(h)->kind == FRAME_BODY && now(h)->tables_n == 0 &&
		    !str_equal(value, STR("0")) &&
		    !str_equal(value, STR("false")))
			turn_page(h);
		break;
	case DOCREAD_PAGE:
		break_page(h);
		break;
	case DOCREAD_ALT:
		set(&h->figures->next.alt, value);
		break;
	case DOCREAD_PICTURE:
		htmlfigures_add(h->figures, value, &now(h)->text);
		now(h)->drawing = true;
		break;
	default:
		break;
	}
}

static void
on_look(void *me, const struct xml_element *e)
{
	struct htmlbody *h = me;
	struct htmltable *t = table_of(now(h));

	if (!look_word(e)) {
		now(h)->drawing |=
		    htmlfigures_take(h->figures, e, &now(h)->text);
		return;
	}
	htmlsheets_take(&h->sheets, e);
	if (strcmp(e->name, "hyperlink") == 0)
		set(&h->link, look_attribute(e, "anchor"));
	else if (strcmp(e->name, "tblStyle") == 0 && t != NULL)
		htmltable_style(t, htmlstyles_find(h->styles, HTMLSTYLE_TABLE,
				       look_attribute(e, "val")));
	if (t != NULL)
		htmltable_take(t, e);
	look_take(h->in_run ? &h->run : &h->paragraph, e);
}

/* Gives the note that was read its text. */
static void
end_note(struct htmlbody *h)
{
	struct htmlframe *f = h->frames;

	htmlblock_settle(f);
	if (h->note != NULL)
		buf_adds(&h->note->content, buf_str(&f->out));
	h->note = NULL;
	buf_clear(&f->out);
}

/* A note begins. One without a mark is seen nowhere and left out. */
static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	struct htmlbody *h = me;

	end_note(h);
	h->note = htmlnotes_find(&h->notes, kind, id);
}

static bool
read_notes(struct htmlbody *h, struct opc *o, struct docread_events events)
{
	bool fine;

	if (h->notes.n == 0)
		return true;
	htmlnotes_sort(&h->notes);
	events.note = on_note;
	push(h, FRAME_NOTE);
	fine = docread_walk_notes(o, DOCREAD_FOOTNOTES, &events, h);
	end_note(h);
	fine = fine && docread_walk_notes(o, DOCREAD_ENDNOTES, &events, h);
	end_note(h);
	return fine;
}

bool
htmlbody_read(struct htmlbody *h, struct opc *o)
{
	static const struct docread_events events = {
		.paragraph = on_paragraph,
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.table = on_table,
		.table_end = on_table_end,
		.row = on_row,
		.cell = on_cell,
		.cell_end = on_cell_end,
		.box = on_box,
		.box_end = on_box_end,
		.bookmark = on_bookmark,
		.note = on_mark,
		.property = on_property,
		.look = on_look,
	};
	bool fine;

	htmlsheets_begin(&h->sheets);
	push(h, FRAME_BODY);
	fine = docread_walk(o, &events, h);
	if (fine) {
		end_section(h);
		htmlblock_free(h->frames);
		h->n = 0;
		fine = read_notes(h, o, events) &&
		       htmlfooter_read(&h->footer, o,
			   opc_target(o, STR(""), "officeDocument"));
	}
	return fine;
}

void
htmlbody_free(struct htmlbody *h)
{
	while (h->n != 0)
		htmlblock_free(h->frames + --h->n);
	free(h->frames);
	htmlsheets_free(&h->sheets);
	htmlnotes_free(&h->notes);
	buf_free(&h->run_style);
	buf_free(&h->link);
	htmlfooter_free(&h->footer);
	buf_free(&h->title);
	buf_free(&h->first);
}
