/* mastheadparts: what the paragraphs of a masthead have in common */
#include "mastheadparts.h"
#include "tablewidth.h"
#include "xmlout.h"

const struct face *
masthead_face(const struct masthead *m, enum face_kind kind)
{
	return &m->how->sheet->faces[kind];
}

long
masthead_line(const struct face *f)
{
	return f->line != 0 ? f->line : f->size * 13 / 10;
}

const struct keyvalue *
masthead_value(const struct masthead *m, enum masthead_key key, size_t i)
{
	size_t v;

	for (v = 0; v < m->n; v++)
		if (m->values[v].key == key && i-- == 0)
			return &m->values[v];
	return NULL;
}

long
masthead_extent(
    const struct masthead *m, const struct keyvalue *kv, enum face_kind kind)
{
	struct buf shown = { 0 };
	long n;

	keyvalue_shown(kv, &shown);
	n = tablewidth_text(buf_str(&shown), masthead_face(m, kind),
	    (struct tablewidth_whole){ 1, 1 })
		.natural;
	buf_free(&shown);
	return n;
}

/* What an exact line has below its characters: Word and LibreOffice set them on
 * four fifths of it, and a twelfth of them is below that. */
static long
below_characters(const struct face *f)
{
	long spare = f->line / 5 - f->size / 12;

	return spare > 0 ? spare : 0;
}

/* 7.2.7: as wide as the type area, in red, at a distance from the characters,
 * which Word measures from the line. A border's weight stands in eighths of a
 * point, its distance in points of which there are at most 31 (17.3.1.7). */
static void
put_rule(const struct masthead *m)
{
	const struct stylesheet *sheet = m->how->sheet;
	long weight = (sheet->rule * 8 + 10) / 20;
	long distance = sheet->rule_distance -
			below_characters(masthead_face(m, FACE_NUMBER));

	distance = distance > 0 ? (distance + 10) / 20 : 0;
	if (sheet->rule == 0)
		return;
	xmlout_start(m->out, "w:pBdr");
	xmlout_open(m->out, "w:bottom");
	xmlout_attrz(m->out, "w:val", "single");
	xmlout_attrn(m->out, "w:sz",
	    weight < 2    ? 2
	    : weight > 96 ? 96
			  : weight);
	xmlout_attrn(m->out, "w:space", distance > 31 ? 31 : distance);
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
	for (i = 0; i < 2 && d->tabs[i] != 0; i++) {
		xmlout_open(m->out, "w:tab");
		xmlout_attrz(
		    m->out, "w:val", d->tabs[1] != 0 ? "left" : "right");
		xmlout_attrn(m->out, "w:pos", d->tabs[i]);
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
		xmlout_attrn(m->out, "w:before", 0);
	if (d->ruled)
		xmlout_attrn(m->out, "w:after",
		    2 * masthead_line(masthead_face(m, FACE_BODY)));
	else if (d->joined || d->exact != 0)
		xmlout_attrn(m->out, "w:after", 0);
	if (d->exact != 0) {
		xmlout_attrn(m->out, "w:line", d->exact);
		xmlout_attrz(m->out, "w:lineRule", "exact");
	}
	xmlout_empty(m->out);
}

void
masthead_open(
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

bool
masthead_last(const struct masthead *m, enum masthead_key key)
{
	size_t k;

	for (k = key + 1; k < MASTHEAD_KEYS; k++)
		if (m->counts[k] != 0 && k != MASTHEAD_SUFFIX)
			return false;
	return true;
}
