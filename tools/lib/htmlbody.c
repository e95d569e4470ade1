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
	struct htmlframe *f = h->frames;

	htmlblock_settle(f);
	if (f->out.n == 0)
		return;
	h->sheets = mem_more(h->sheets, h->sheets_n, sizeof(*h->sheets));
	h->sheets[h->sheets_n++] = (struct htmlsheet){ .content = f->out };
	f->out = (struct buf){ 0 };
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

/* Gives the sheets of a section their paper. */
static void
end_section(struct htmlbody *h)
{
	size_t i;

	turn_page(h);
	for (i = 0; i < h->papers_n; i++)
		if (memcmp(&h->papers[i], &h->paper, sizeof(h->paper)) == 0)
			break;
	if (i == h->papers_n) {
		h->papers =
		    mem_more(h->papers, h->papers_n, sizeof(*h->papers));
		h->papers[h->papers_n++] = h->paper;
	}
	for (; h->section < h->sheets_n; h->section++)
		h->sheets[h->section].paper = i;
	h->ends = false;
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

/* Adds the number of a note, as a link between its mark and its text. */
static void
put_link(size_t number, const char *here, const char *there, const char *role,
    struct buf *out)
{
	struct buf text = { 0 };

	xmlout_open(out, "a");
	buf_addf(&text, "%s-%zu", here, number);
	xmlout_attr(out, "id", buf_str(&text));
	buf_clear(&text);
	buf_addf(&text, "#%s-%zu", there, number);
	xmlout_attr(out, "href", buf_str(&text));
	xmlout_attrz(out, "role", role);
	xmlout_more(out);
	htmlbody_mark(number, out);
	xmlout_end(out, "a");
	buf_free(&text);
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
	put_link(h->note->number, "note", "mark", "doc-backlink", &f->text);
	h->note->told = true;
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
	if (h->ends && f->kind == FRAME_BODY)
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

	h->notes = mem_more(h->notes, h->notes_n, sizeof(*h->notes));
	h->notes[h->notes_n] = (struct htmlnote){
		.kind = kind,
		.number = h->notes_n + 1,
	};
	buf_adds(&h->notes[h->notes_n++].id, id);
	xmlout_start(&f->text, "sup");
	put_link(h->notes_n, "mark", "note", "doc-noteref", &f->text);
	xmlout_end(&f->text, "sup");
	f->marked = f->words = true;
}

static void
put_figure(struct htmlbody *h, bool chart, struct str relation)
{
	struct htmlframe *f = now(h);
	struct htmlfigure figure = {
		.chart = chart,
		.alt = h->alt,
		.width = h->wide,
		.height = h->high,
	};

	buf_adds(&figure.relation, relation);
	htmlfigures_add(h->figures, &figure, &f->text);
	f->drawing = true;
	h->alt = (struct buf){ 0 };
	h->wide = h->high = 0;
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
		set(&h->alt, value);
		break;
	case DOCREAD_PICTURE:
		put_figure(h, false, value);
		break;
	default:
		break;
	}
}

static long
twips(const struct xml_element *e, const char *name, long otherwise)
{
	struct str value = look_attribute(e, name);
	long n = look_number(value);

	return value.n != 0 && n >= 0 ? n : otherwise;
}

/* The paper of the section: w:pgSz (17.6.13) and w:pgMar (17.6.11). */
static void
take_paper(struct htmlbody *h, const struct xml_element *e)
{
	struct htmlpaper *p = &h->paper;

	if (strcmp(e->name, "pgSz") == 0) {
		p->width = twips(e, "w", p->width);
		p->height = twips(e, "h", p->height);
	} else if (strcmp(e->name, "pgMar") == 0) {
		p->top = twips(e, "top", p->top);
		p->right = twips(e, "right", p->right);
		p->bottom = twips(e, "bottom", p->bottom);
		p->left = twips(e, "left", p->left);
	} else if (strcmp(e->name, "sectPr") == 0) {
		h->ends = true;
	}
}

/* EMU; a length that is none is none. */
static long
emu(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };
	long n = 0;
	size_t i;

	xml_attribute(e, "", name, &value);
	for (i = 0; i < value.n && i < 9; i++)
		n = n * 10 + (value.p[i] & 15);
	return n;
}

static void
take_drawing(struct htmlbody *h, const struct xml_element *e)
{
	static const char *const relations[] = {
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships",
		"http://purl.oclc.org/ooxml/officeDocument/relationships",
	};
	struct str id = { "", 0 };

	if (strcmp(e->name, "extent") == 0) {
		h->wide = emu(e, "cx");
		h->high = emu(e, "cy");
	} else if (strcmp(e->name, "chart") == 0) {
		if (!xml_attribute(e, relations[0], "id", &id))
			xml_attribute(e, relations[1], "id", &id);
		put_figure(h, true, id);
	}
}

static void
on_look(void *me, const struct xml_element *e)
{
	struct htmlbody *h = me;
	struct htmltable *t = table_of(now(h));

	if (!look_word(e)) {
		take_drawing(h, e);
		return;
	}
	take_paper(h, e);
	if (strcmp(e->name, "hyperlink") == 0)
		set(&h->link, look_attribute(e, "anchor"));
	else if (strcmp(e->name, "tblStyle") == 0 && t != NULL)
		htmltable_style(t, htmlstyles_find(h->styles, HTMLSTYLE_TABLE,
				       look_attribute(e, "val")));
	if (t != NULL)
		htmltable_take(t, e);
	look_take(h->in_run ? &h->run : &h->paragraph, e);
}

static int
by_id(const void *a, const void *b)
{
	const struct htmlnote *l = ((const struct htmlnote_by_id *)a)->note;
	const struct htmlnote *r = ((const struct htmlnote_by_id *)b)->note;

	if (l->kind != r->kind)
		return l->kind < r->kind ? -1 : 1;
	return str_compare(buf_str(&l->id), buf_str(&r->id));
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
	struct htmlnote key = { .kind = kind };
	const struct htmlnote_by_id at = { &key }, *found;

	end_note(h);
	buf_adds(&key.id, id);
	found = bsearch(&at, h->by_id, h->notes_n, sizeof(*h->by_id), by_id);
	if (found != NULL && !found->note->told)
		h->note = found->note;
	buf_free(&key.id);
}

static bool
read_notes(struct htmlbody *h, struct opc *o, struct docread_events events)
{
	bool fine;
	size_t i;

	if (h->notes_n == 0)
		return true;
	h->by_id = mem_alloc(h->notes_n * sizeof(*h->by_id));
	for (i = 0; i < h->notes_n; i++)
		h->by_id[i].note = h->notes + i;
	qsort(h->by_id, h->notes_n, sizeof(*h->by_id), by_id);
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

	/* A4 and the margins of GB/T 9704 where nothing is said */
	h->paper = (struct htmlpaper){ 11906, 16838, 2098, 1474, 1984, 1587 };
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
htmlbody_mark(size_t number, struct buf *out)
{
	if (number <= 20)
		utf8_add(out, 0x2460 + (uint32_t)number - 1);
	else if (number <= 35)
		utf8_add(out, 0x3251 + (uint32_t)number - 21);
	else if (number <= 50)
		utf8_add(out, 0x32B1 + (uint32_t)number - 36);
	else
		buf_addf(out, "(%zu)", number);
}

void
htmlbody_free(struct htmlbody *h)
{
	size_t i;

	while (h->n != 0)
		htmlblock_free(h->frames + --h->n);
	free(h->frames);
	for (i = 0; i < h->sheets_n; i++)
		buf_free(&h->sheets[i].content);
	free(h->sheets);
	free(h->papers);
	for (i = 0; i < h->notes_n; i++) {
		buf_free(&h->notes[i].id);
		buf_free(&h->notes[i].content);
	}
	free(h->notes);
	free(h->by_id);
	buf_free(&h->run_style);
	buf_free(&h->link);
	buf_free(&h->alt);
	htmlfooter_free(&h->footer);
	buf_free(&h->title);
	buf_free(&h->first);
}
