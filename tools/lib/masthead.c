/* masthead: 版头, which opens an official document */
#include <stdlib.h>

#include "die.h"
#include "masthead.h"
#include "mastheadkeys.h"
#include "tablewidth.h"
#include "xmlout.h"

struct masthead {
	struct keyvalue *values;
	size_t n;
	size_t counts[MASTHEAD_KEYS];
	const struct setting *how;
	struct buf *out;
};

/* How a paragraph differs from its style; 0 and NULL where it does not. */
struct dress {
	const char *jc;
	long exact; /* the height of its line, twips */
	bool ruled; /* the red rule is below */
	bool joined; /* to the paragraph above, without the style's space */
	long tabs[3]; /* from the left; one alone is a right tab */
};

static const struct face *
face(const struct masthead *m, enum face_kind kind)
{
	return &m->how->sheet->faces[kind];
}

/* Value number i, from 0, of a key; NULL where there is none. */
static const struct keyvalue *
value(const struct masthead *m, enum masthead_key key, size_t i)
{
	size_t v;

	for (v = 0; v < m->n; v++)
		if (m->values[v].key == key && i-- == 0)
			return &m->values[v];
	return NULL;
}

/* The width of a value in a face, twips. */
static long
extent(const struct masthead *m, const struct keyvalue *kv, enum face_kind kind)
{
	struct buf shown = { 0 };
	long n;

	keyvalue_shown(kv, &shown);
	n = tablewidth_text(buf_str(&shown), face(m, kind), 1).natural;
	buf_free(&shown);
	return n;
}

static void
put_number(const struct masthead *m, const char *name, long n)
{
	xmlout_attrn(m->out, name, n);
}

/* 7.2.7: as wide as the type area, in red, at a distance from the text. A
 * border's weight stands in eighths of a point, its distance in points of
 * which there are at most 31 (17.3.1.7). */
static void
put_rule(const struct masthead *m)
{
	const struct stylesheet *sheet = m->how->sheet;
	long weight = (sheet->rule * 8 + 10) / 20;
	long distance = (sheet->rule_distance + 10) / 20;

	if (sheet->rule == 0)
		return;
	xmlout_start(m->out, "w:pBdr");
	xmlout_open(m->out, "w:bottom");
	xmlout_attrz(m->out, "w:val", "single");
	put_number(m, "w:sz", weight < 2 ? 2 : weight > 96 ? 96 : weight);
	put_number(m, "w:space", distance > 31 ? 31 : distance);
	xmlout_attrz(m->out, "w:color", "FF0000");
	xmlout_empty(m->out);
	xmlout_end(m->out, "w:pBdr");
}

static void
put_tabs(const struct masthead *m, const struct dress *d)
{
	size_t i;

	if (d->tabs[0] == 0)
		return;
	xmlout_start(m->out, "w:tabs");
	for (i = 0; i < 3 && d->tabs[i] != 0; i++) {
		xmlout_open(m->out, "w:tab");
		xmlout_attrz(
		    m->out, "w:val", d->tabs[1] != 0 ? "left" : "right");
		put_number(m, "w:pos", d->tabs[i]);
		xmlout_empty(m->out);
	}
	xmlout_end(m->out, "w:tabs");
}

/* 7.3.1: the title stands two lines below the rule. */
static void
put_spacing(const struct masthead *m, const struct dress *d)
{
	if (d->exact == 0 && !d->joined && !d->ruled)
		return;
	xmlout_open(m->out, "w:spacing");
	if (d->joined || d->exact != 0)
		put_number(m, "w:before", 0);
	if (d->ruled)
		put_number(m, "w:after", 2 * face(m, FACE_BODY)->line);
	else if (d->joined || d->exact != 0)
		put_number(m, "w:after", 0);
	if (d->exact != 0) {
		put_number(m, "w:line", d->exact);
		xmlout_attrz(m->out, "w:lineRule", "exact");
	}
	xmlout_empty(m->out);
}

static void
open_paragraph(
    const struct masthead *m, enum face_kind kind, const struct dress *d)
{
	xmlout_start(m->out, "w:p");
	xmlout_start(m->out, "w:pPr");
	xmlout_element(m->out, "w:pStyle", "w:val", face_style(kind));
	if (d->ruled)
		put_rule(m);
	put_tabs(m, d);
	put_spacing(m, d);
	if (d->jc != NULL)
		xmlout_element(m->out, "w:jc", "w:val", d->jc);
	xmlout_end(m->out, "w:pPr");
}

/* Says whether nothing of the masthead comes after these keys. */
static bool
last(const struct masthead *m, enum masthead_key key)
{
	size_t k;

	for (k = key + 1; k < MASTHEAD_KEYS; k++)
		if (m->counts[k] != 0 && k != MASTHEAD_SUFFIX)
			return false;
	return true;
}

/* 7.2.1 to 7.2.3: flush left from the first line of the type area; 密级 and
 * 紧急程度 in 黑体. */
static void
put_lines(const struct masthead *m)
{
	enum masthead_key key;

	for (key = MASTHEAD_COPY; key <= MASTHEAD_URGENCY; key++) {
		const struct keyvalue *kv = value(m, key, 0);
		struct dress d = { .ruled = last(m, key) };
		struct setting how = *m->how;

		if (kv == NULL)
			continue;
		if (key != MASTHEAD_COPY) {
			how.heading_end = kv->end;
			how.heading_style = "Classification";
		}
		open_paragraph(m, FACE_MASTHEAD, &d);
		keyvalue_runs(kv, &how, m->out);
		paragraph_close(m->out);
	}
}

/*
 * 7.2.4: from the type area's upper edge down to the mark's; the lines above
 * are counted in. In a line of an exact height the base of the characters lies
 * four fifths down, and their upper edge 0.84 of their size above that.
 */
static void
put_spacer(const struct masthead *m)
{
	const struct face *f = face(m, FACE_MASTHEAD);
	const struct face *issuer = face(m, FACE_ISSUER);
	long line = f->line != 0 ? f->line : f->size * 13 / 10;
	long within = issuer->line * 4 / 5 - issuer->size * 84 / 100;
	long room = m->how->sheet->issuer_top;
	enum masthead_key key;
	struct dress d = { 0 };

	for (key = MASTHEAD_COPY; key <= MASTHEAD_URGENCY; key++)
		if (m->counts[key] != 0)
			room -= line + f->before + f->after;
	if (within > 0)
		room -= within;
	room -= issuer->before;
	if (room <= 0)
		return;
	d.exact = room;
	open_paragraph(m, FACE_MASTHEAD, &d);
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
	const struct keyvalue *suffix = value(m, MASTHEAD_SUFFIX, 0);
	struct setting how = *m->how;
	struct dress d = { 0 };

	how.scale = scale;
	d.ruled =
	    last(m, MASTHEAD_ISSUER) && i + 1 == m->counts[MASTHEAD_ISSUER];
	open_paragraph(m, FACE_ISSUER, &d);
	keyvalue_runs(value(m, MASTHEAD_ISSUER, i), &how, m->out);
	if (suffix != NULL)
		keyvalue_runs(suffix, &how, m->out);
	paragraph_close(m->out);
}

static void
put_width(const struct masthead *m, const char *name, long twips)
{
	xmlout_open(m->out, name);
	put_number(m, "w:w", twips);
	xmlout_attrz(m->out, "w:type", "dxa");
	xmlout_empty(m->out);
}

static void
put_grid(const struct masthead *m, long twips)
{
	xmlout_open(m->out, "w:gridCol");
	put_number(m, "w:w", twips);
	xmlout_empty(m->out);
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
	put_width(m, "w:tcW", width);
	if (merge != NULL)
		xmlout_element(m->out, "w:vMerge", "w:val", merge);
	xmlout_element(m->out, "w:vAlign", "w:val", "center");
	xmlout_end(m->out, "w:tcPr");
	open_paragraph(m, FACE_ISSUER, &d);
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
	put_width(m, "w:tblW", names + suffix);
	xmlout_element(m->out, "w:jc", "w:val", "center");
	xmlout_element(m->out, "w:tblLayout", "w:type", "fixed");
	xmlout_start(m->out, "w:tblCellMar");
	put_width(m, "w:left", 0);
	put_width(m, "w:right", 0);
	xmlout_end(m->out, "w:tblCellMar");
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
	const long room = face(m, FACE_ISSUER)->size / 8;
	const struct keyvalue *word = value(m, MASTHEAD_SUFFIX, 0);
	long names = 0, suffix, scale, n;
	size_t i;

	for (i = 0; i < m->counts[MASTHEAD_ISSUER]; i++) {
		n = extent(m, value(m, MASTHEAD_ISSUER, i), FACE_ISSUER);
		names = n > names ? n : names;
	}
	suffix = extent(m, word, FACE_ISSUER);
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
		put_cell(m, value(m, MASTHEAD_ISSUER, i), names, NULL, scale);
		put_cell(m, i == 0 ? word : NULL, suffix,
		    i == 0 ? "restart" : "continue", scale);
		xmlout_end(m->out, "w:tr");
	}
	xmlout_end(m->out, "w:tbl");
}

static void
put_issuers(const struct masthead *m)
{
	const struct keyvalue *suffix = value(m, MASTHEAD_SUFFIX, 0);
	const struct dress rule = { .ruled = true, .exact = 20 };
	size_t i, n = m->counts[MASTHEAD_ISSUER];
	long width;

	if (n == 0)
		return;
	put_spacer(m);
	if (n > 1 && suffix != NULL) {
		put_joint(m);
		if (last(m, MASTHEAD_ISSUER)) {
			open_paragraph(m, FACE_NUMBER, &rule);
			paragraph_close(m->out);
		}
		return;
	}
	for (i = 0; i < n; i++) {
		width = extent(m, value(m, MASTHEAD_ISSUER, i), FACE_ISSUER);
		if (suffix != NULL)
			width += extent(m, suffix, FACE_ISSUER);
		put_issuer(m, i, fitting(m, width));
	}
}

static void
put_signer(const struct masthead *m, size_t i)
{
	const struct keyvalue *kv = value(m, MASTHEAD_SIGNER, i);
	struct setting how = *m->how;

	how.heading_end = kv->end;
	how.heading_style = "SignerName";
	keyvalue_runs(kv, &how, m->out);
}

/* The tabs of a line with the label and two names, so that names stand below
 * names and the right ones end one character from the type area's edge. */
static void
signer_tabs(const struct masthead *m, long *tabs)
{
	const long one = face_character(face(m, FACE_NUMBER));
	long widest[2] = { 0, 0 }, n;
	size_t i;

	for (i = 0; i < m->counts[MASTHEAD_SIGNER]; i++) {
		n = extent(m, value(m, MASTHEAD_SIGNER, i), FACE_NUMBER);
		if (n > widest[i % 2])
			widest[i % 2] = n;
	}
	tabs[2] = m->how->width - one - widest[1];
	tabs[1] = tabs[2] - one - widest[0];
	tabs[0] = tabs[1] - 4 * one;
}

/* A line with up to two signers from number i on. */
static void
put_signers(const struct masthead *m, size_t i, const struct dress *d)
{
	const bool columns = d->tabs[1] != 0;

	run_put(STR("\t"), m->out);
	if (i == 0)
		run_put(STR("签发人："), m->out);
	if (columns)
		run_put(STR("\t"), m->out);
	put_signer(m, i);
	if (i + 1 < m->counts[MASTHEAD_SIGNER]) {
		run_put(columns ? STR("\t") : STR("　"), m->out);
		put_signer(m, i + 1);
	}
}

/* 7.2.5: centred; 7.2.6: with signers one character from the left, on the
 * last of their lines, two of them in each, one character from the right. */
static void
put_number_lines(const struct masthead *m)
{
	const struct keyvalue *number = value(m, MASTHEAD_NUMBER, 0);
	const size_t signers = m->counts[MASTHEAD_SIGNER];
	const long one = face_character(face(m, FACE_NUMBER));
	struct dress d = { 0 };
	size_t i = 0;

	if (number == NULL && signers == 0)
		return;
	if (signers != 0)
		d.jc = "left", d.tabs[0] = m->how->width - one;
	if (signers > 2)
		signer_tabs(m, d.tabs);
	do {
		d.ruled = i + 2 >= signers;
		d.joined = i != 0;
		open_paragraph(m, FACE_NUMBER, &d);
		if (d.ruled && number != NULL) {
			if (signers != 0)
				run_put(STR("　"), m->out);
			keyvalue_runs(number, m->how, m->out);
		}
		if (signers != 0)
			put_signers(m, i, &d);
		paragraph_close(m->out);
		i += 2;
	} while (i < signers);
}

void
masthead_put(const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out)
{
	struct masthead m = { .how = how, .out = out };
	size_t i;

	if (n == 0)
		diag_say(how->d, opened, LEVEL_ERROR, "masthead",
		    "this block is empty; it takes lines such as 标志 = "
		    "中共××县委文件");
	m.values = mem_alloc((n + 1) * sizeof(*m.values));
	m.n = mastheadkeys_read(lines, n, how, m.values);
	for (i = 0; i < m.n; i++)
		m.counts[m.values[i].key]++;
	if (m.counts[MASTHEAD_SUFFIX] != 0 && m.counts[MASTHEAD_ISSUER] == 0)
		diag_say(how->d,
		    keyvalue_place(value(&m, MASTHEAD_SUFFIX, 0), how),
		    LEVEL_ERROR, "masthead",
		    "a 后缀 stands beside a 标志; there is none");
	put_lines(&m);
	put_issuers(&m);
	put_number_lines(&m);
	free(m.values);
}
