/* colophon: 版记, which ends the last page of an official document */
#include <stdlib.h>

#include "colophon.h"
#include "die.h"
#include "keyvalue.h"
#include "wmlout.h"
#include "xmlout.h"

enum key { KEY_TO, KEY_CC, KEY_PRINTER, KEY_DATE, KEYS };

static const struct keyvalue_key keys[KEYS] = {
	[KEY_TO] = { { "主送", 6 }, { "to", 2 }, false },
	[KEY_CC] = { { "抄送", 6 }, { "cc", 2 }, false },
	[KEY_PRINTER] = { { "印发机关", 12 }, { "printer", 7 }, false },
	[KEY_DATE] = { { "印发日期", 12 }, { "date", 4 }, false },
};

struct colophon {
	const struct keyvalue *values[KEYS]; /* NULL for what is not there */
	const struct setting *how;
	struct buf *out;
};

static const struct face *
face(const struct colophon *c)
{
	return &c->how->sheet->faces[FACE_COLOPHON];
}

/* A rule; its weight stands in eighths of a point (17.4.66). */
static void
put_rule(const struct colophon *c, const char *edge, long twips)
{
	long eighths = (twips * 8 + 10) / 20;

	xmlout_open(c->out, edge);
	xmlout_attrz(c->out, "w:val", twips != 0 ? "single" : "nil");
	if (twips != 0) {
		xmlout_attrn(c->out, "w:sz", eighths < 2 ? 2 : eighths);
		xmlout_attrn(c->out, "w:space", 0);
		xmlout_attrz(c->out, "w:color", "000000");
	}
	xmlout_empty(c->out);
}

/* 7.4.1: as wide as the type area, its last rule on that one's lower edge;
 * thick rules first and last, a thin one between. Its place is measured from
 * the page's edge, since LibreOffice lets no table float that is as wide as
 * what it is measured from. */
static void
put_tblPr(const struct colophon *c)
{
	const struct stylesheet *sheet = c->how->sheet;

	xmlout_start(c->out, "w:tblPr");
	xmlout_open(c->out, "w:tblpPr");
	xmlout_attrz(c->out, "w:vertAnchor", "margin");
	xmlout_attrz(c->out, "w:horzAnchor", "page");
	xmlout_attrn(c->out, "w:tblpX", sheet->left);
	xmlout_attrz(c->out, "w:tblpYSpec", "bottom");
	xmlout_empty(c->out);
	xmlout_element(c->out, "w:tblOverlap", "w:val", "never");
	wmlout_width(c->out, "w:tblW", c->how->width);
	xmlout_start(c->out, "w:tblBorders");
	put_rule(c, "w:top", sheet->colophon_thick);
	put_rule(c, "w:bottom", sheet->colophon_thick);
	put_rule(c, "w:insideH", sheet->colophon_thin);
	xmlout_end(c->out, "w:tblBorders");
	xmlout_element(c->out, "w:tblLayout", "w:type", "fixed");
	wmlout_cell_margins(c->out, 0);
	xmlout_end(c->out, "w:tblPr");
	xmlout_start(c->out, "w:tblGrid");
	xmlout_elementn(c->out, "w:gridCol", "w:w", c->how->width);
	xmlout_end(c->out, "w:tblGrid");
}

static void
open_row(const struct colophon *c)
{
	xmlout_start(c->out, "w:tr");
	xmlout_start(c->out, "w:trPr");
	xmlout_element(c->out, "w:cantSplit", NULL, NULL);
	xmlout_end(c->out, "w:trPr");
	xmlout_start(c->out, "w:tc");
	xmlout_start(c->out, "w:tcPr");
	wmlout_width(c->out, "w:tcW", c->how->width);
	xmlout_end(c->out, "w:tcPr");
}

static void
close_row(const struct colophon *c)
{
	xmlout_end(c->out, "w:tc");
	xmlout_end(c->out, "w:tr");
}

static void
open_paragraph(const struct colophon *c)
{
	xmlout_start(c->out, "w:p");
	xmlout_start(c->out, "w:pPr");
	xmlout_element(c->out, "w:pStyle", "w:val", face_style(FACE_COLOPHON));
}

/* Adds a text where a value does not end in it. */
static void
put_ending(const struct colophon *c, const struct keyvalue *kv, struct str end)
{
	struct buf shown = { 0 };

	keyvalue_shown(kv, &shown);
	if (!str_ends(buf_str(&shown), end))
		run_put(end, c->out);
	buf_free(&shown);
}

/* 7.4.2: what wraps begins below the first name; a 。 at the end. Indents in
 * characters, which the style may have, would win over these. */
static void
put_names(const struct colophon *c, enum key key, const char *label)
{
	const struct keyvalue *kv = c->values[key];
	const long hanging = 3 * face_character(face(c));

	if (kv == NULL)
		return;
	open_paragraph(c);
	xmlout_open(c->out, "w:ind");
	xmlout_attrz(c->out, "w:leftChars", "0");
	xmlout_attrn(c->out, "w:left", face(c)->left.twips + hanging);
	xmlout_attrz(c->out, "w:hangingChars", "0");
	xmlout_attrn(c->out, "w:hanging", hanging);
	xmlout_empty(c->out);
	xmlout_end(c->out, "w:pPr");
	run_put(str_of(label), c->out);
	keyvalue_runs(kv, c->how, c->out);
	put_ending(c, kv, STR("。"));
	paragraph_close(c->out);
}

/* 7.4.3: who printed it at the left, and at the right when, with 印发. */
static void
put_printing(const struct colophon *c)
{
	const struct keyvalue *printer = c->values[KEY_PRINTER];
	const struct keyvalue *date = c->values[KEY_DATE];

	open_paragraph(c);
	xmlout_start(c->out, "w:tabs");
	xmlout_open(c->out, "w:tab");
	xmlout_attrz(c->out, "w:val", "right");
	xmlout_attrn(c->out, "w:pos", c->how->width - face(c)->right.twips);
	xmlout_empty(c->out);
	xmlout_end(c->out, "w:tabs");
	xmlout_end(c->out, "w:pPr");
	if (printer != NULL)
		keyvalue_runs(printer, c->how, c->out);
	if (date != NULL) {
		run_put(STR("\t"), c->out);
		keyvalue_runs(date, c->how, c->out);
		put_ending(c, date, STR("印发"));
	}
	paragraph_close(c->out);
}

/* What the table hangs on: a paragraph behind it, as low as can be. */
static void
put_anchor(const struct colophon *c)
{
	open_paragraph(c);
	xmlout_element(c->out, "w:snapToGrid", "w:val", "0");
	xmlout_open(c->out, "w:spacing");
	xmlout_attrn(c->out, "w:before", 0);
	xmlout_attrn(c->out, "w:after", 0);
	xmlout_attrn(c->out, "w:line", 20);
	xmlout_attrz(c->out, "w:lineRule", "exact");
	xmlout_empty(c->out);
	xmlout_end(c->out, "w:pPr");
	paragraph_close(c->out);
}

void
colophon_put(const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out)
{
	struct keyvalue *found = mem_alloc((n + 1) * sizeof(*found));
	struct colophon c = { .how = how, .out = out };
	size_t i, got;

	if (n == 0)
		diag_say(how->d, opened, LEVEL_ERROR, "colophon",
		    "this block is empty; it takes lines such as 印发机关 = "
		    "××县委办公室");
	got = keyvalue_read(lines, n, keys, KEYS, "colophon", how, found);
	for (i = 0; i < got; i++)
		c.values[found[i].key] = &found[i];
	xmlout_start(out, "w:tbl");
	put_tblPr(&c);
	if (c.values[KEY_TO] != NULL || c.values[KEY_CC] != NULL) {
		open_row(&c);
		put_names(&c, KEY_TO, "主送：");
		put_names(&c, KEY_CC, "抄送：");
		close_row(&c);
	}
	if (c.values[KEY_PRINTER] != NULL || c.values[KEY_DATE] != NULL) {
		open_row(&c);
		put_printing(&c);
		close_row(&c);
	}
	xmlout_end(out, "w:tbl");
	put_anchor(&c);
	free(found);
}
