/* issuers: 发文机关标志, the mark of who issues a document */
#include "issuers.h"
#include "wmlout.h"
#include "xmlout.h"

/*
 * 7.2.4: from the type area's upper edge down to the mark's; the lines above
 * are counted in. In a line of an exact height the base of the characters lies
 * four fifths down, and their upper edge 0.84 of their size above that.
 */
static void
put_spacer(const struct masthead *m)
{
	const struct face *f = masthead_face(m, FACE_MASTHEAD);
	const struct face *issuer = masthead_face(m, FACE_ISSUER);
	long within = issuer->line * 4 / 5 - issuer->size * 84 / 100;
	long room = m->how->sheet->issuer_top;
	enum masthead_key key;
	struct dress d = { 0 };

	for (key = MASTHEAD_COPY; key <= MASTHEAD_URGENCY; key++)
		if (m->counts[key] != 0)
			room -= masthead_line(f) + f->before + f->after;
	if (within > 0)
		room -= within;
	room -= issuer->before;
	if (room <= 0)
		return;
	d.exact = room;
	masthead_open(m, FACE_MASTHEAD, &d);
	paragraph_close(m->out);
}

/* The width that characters take so that so much fits into the type area, per
 * cent; 0 where it does as it is. */
static long
fitting(const struct masthead *m, long wanted)
{
	return wanted > m->how->width ? m->how->width * 100 / wanted : 0;
}

/* An issuer in a paragraph of its own; a suffix goes behind. */
static void
put_issuer(const struct masthead *m, size_t i, long scale)
{
	const struct keyvalue *suffix = masthead_value(m, MASTHEAD_SUFFIX, 0);
	struct setting how = *m->how;
	struct dress d = { 0 };

	how.scale = scale;
	d.ruled = masthead_last(m, MASTHEAD_ISSUER) &&
		  i + 1 == m->counts[MASTHEAD_ISSUER];
	masthead_open(m, FACE_ISSUER, &d);
	keyvalue_runs(masthead_value(m, MASTHEAD_ISSUER, i), &how, m->out);
	if (suffix != NULL)
		keyvalue_runs(suffix, &how, m->out);
	paragraph_close(m->out);
}

static void
put_grid(const struct masthead *m, long twips)
{
	xmlout_elementn(m->out, "w:gridCol", "w:w", twips);
}

/* A cell of the issuers' table; kv is NULL for one that goes on from above. */
static void
put_cell(const struct masthead *m, const struct keyvalue *kv, long width,
    const char *merge, long scale)
{
	const struct dress d = { .jc = merge == NULL ? "distribute" : NULL };
	struct setting how = *m->how;

	how.scale = scale;
	xmlout_start(m->out, "w:tc");
	xmlout_start(m->out, "w:tcPr");
	wmlout_width(m->out, "w:tcW", width);
	if (merge != NULL)
		xmlout_element(m->out, "w:vMerge", "w:val", merge);
	xmlout_element(m->out, "w:vAlign", "w:val", "center");
	xmlout_end(m->out, "w:tcPr");
	masthead_open(m, FACE_ISSUER, &d);
	if (kv != NULL)
		keyvalue_runs(kv, &how, m->out);
	paragraph_close(m->out);
	xmlout_end(m->out, "w:tc");
}

static void
put_tblPr(const struct masthead *m, long names, long suffix)
{
	xmlout_start(m->out, "w:tbl");
	xmlout_start(m->out, "w:tblPr");
	wmlout_width(m->out, "w:tblW", names + suffix);
	xmlout_element(m->out, "w:jc", "w:val", "center");
	xmlout_element(m->out, "w:tblLayout", "w:type", "fixed");
	wmlout_cell_margins(m->out, 0);
	xmlout_end(m->out, "w:tblPr");
	xmlout_start(m->out, "w:tblGrid");
	put_grid(m, names);
	put_grid(m, suffix);
	xmlout_end(m->out, "w:tblGrid");
}

/* 7.2.4: the issuers one below the other, all as wide as the longest, and the
 * suffix, 文件, beside them at half their height. */
static void
put_joint(const struct masthead *m)
{
	const long room = masthead_face(m, FACE_ISSUER)->size / 8;
	const struct keyvalue *word = masthead_value(m, MASTHEAD_SUFFIX, 0);
	long names = 0, suffix, scale, n;
	size_t i;

	for (i = 0; i < m->counts[MASTHEAD_ISSUER]; i++) {
		n = masthead_extent(
		    m, masthead_value(m, MASTHEAD_ISSUER, i), FACE_ISSUER);
		names = n > names ? n : names;
	}
	suffix = masthead_extent(m, word, FACE_ISSUER);
	scale = fitting(m, names + suffix + 3 * room);
	if (scale != 0) {
		suffix = suffix * scale / 100 + room;
		names = m->how->width - suffix;
	} else {
		suffix += room;
		names += room;
	}
	put_tblPr(m, names, suffix);
	for (i = 0; i < m->counts[MASTHEAD_ISSUER]; i++) {
		xmlout_start(m->out, "w:tr");
		put_cell(m, masthead_value(m, MASTHEAD_ISSUER, i), names, NULL,
		    scale);
		put_cell(m, i == 0 ? word : NULL, suffix,
		    i == 0 ? "restart" : "continue", scale);
		xmlout_end(m->out, "w:tr");
	}
	xmlout_end(m->out, "w:tbl");
}

void
issuers_put(const struct masthead *m)
{
	const struct keyvalue *suffix = masthead_value(m, MASTHEAD_SUFFIX, 0);
	const struct dress rule = { .ruled = true, .exact = 20 };
	size_t i, n = m->counts[MASTHEAD_ISSUER];
	long width;

	if (n == 0)
		return;
	put_spacer(m);
	if (n > 1 && suffix != NULL) {
		put_joint(m);
		if (masthead_last(m, MASTHEAD_ISSUER)) {
			masthead_open(m, FACE_NUMBER, &rule);
			paragraph_close(m->out);
		}
		return;
	}
	for (i = 0; i < n; i++) {
		width = masthead_extent(
		    m, masthead_value(m, MASTHEAD_ISSUER, i), FACE_ISSUER);
		if (suffix != NULL)
			width += masthead_extent(m, suffix, FACE_ISSUER);
		put_issuer(m, i, fitting(m, width));
	}
}
