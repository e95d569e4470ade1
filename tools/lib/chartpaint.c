/* chartpaint: the colours, lines and letters of charts, as DrawingML (20.1) */
#include "chartpaint.h"
#include "xmlout.h"

enum {
	PALETTE = 8,
	SURFACES = 12,
	HALF_POINT = 6350,
	THIN = 9525,
	BROAD = 28575
};

/*
 * Reports are printed in grey. The lightness (0 to 255) of no two of the first
 * eight surfaces is nearer than 18, of no two at all nearer than 12, and
 * neighbours lie far apart; lines have markers and dashes besides.
 */
static const struct surface {
	const char *color, *letters;
} surfaces[SURFACES] = {
	{ "1F4E79", "FFFFFF" }, /* 69 */
	{ "F0B44C", "000000" }, /* 186 */
	{ "D0605A", "000000" }, /* 129 */
	{ "C5E0B4", "000000" }, /* 211 */
	{ "3B1F2B", "FFFFFF" }, /* 41 */
	{ "6FA8DC", "000000" }, /* 157 */
	{ "38761D", "FFFFFF" }, /* 89 */
	{ "E9E4F0", "000000" }, /* 231 */
	{ "7B5EA7", "FFFFFF" }, /* 111 */
	{ "8FB9A8", "000000" }, /* 171 */
	{ "5A2A0A", "FFFFFF" }, /* 53 */
	{ "B08D57", "000000" }, /* 145 */
};

static const struct chartpaint_stroke strokes[PALETTE] = {
	{ "1F4E79", "solid", "circle" },
	{ "D98032", "dash", "square" },
	{ "38761D", "sysDot", "triangle" },
	{ "1A1A1A", "dashDot", "diamond" },
	{ "C04F6B", "lgDash", "x" },
	{ "79B4E2", "solid", "star" },
	{ "3F1F5C", "lgDashDot", "plus" },
	{ "868686", "sysDash", "dash" },
};

struct chartpaint_text
chartpaint_text_of(const struct stylesheet *s)
{
	const struct face *f = &s->faces[FACE_TABLE_TEXT];

	/* a twip is five hundredths of a point; three quarters of a table's */
	return (struct chartpaint_text){ f->font, f->latin,
		f->size * 15 / 4 / 50 * 50, false };
}

static void
put_fill(const char *color, struct buf *out)
{
	xmlout_start(out, "a:solidFill");
	xmlout_element(out, "a:srgbClr", "val", color);
	xmlout_end(out, "a:solidFill");
}

/* a:ln (20.1.2.2.24); without a dash it is a plain one. */
static void
put_line(long width, const char *color, const char *dash, struct buf *out)
{
	xmlout_open(out, "a:ln");
	xmlout_attrn(out, "w", width);
	xmlout_more(out);
	put_fill(color, out);
	if (dash != NULL)
		xmlout_element(out, "a:prstDash", "val", dash);
	xmlout_end(out, "a:ln");
}

void
chartpaint_text(
    const struct chartpaint_text *t, const char *color, struct buf *out)
{
	xmlout_start(out, "c:txPr");
	xmlout_element(out, "a:bodyPr", t->whole ? "wrap" : NULL, "none");
	xmlout_element(out, "a:lstStyle", NULL, NULL);
	xmlout_start(out, "a:p");
	xmlout_start(out, "a:pPr");
	xmlout_open(out, "a:defRPr");
	xmlout_attrn(out, "sz", t->size);
	xmlout_attrz(out, "b", "0");
	xmlout_more(out);
	put_fill(color != NULL ? color : "000000", out);
	xmlout_element(out, "a:latin", "typeface", t->latin);
	xmlout_element(out, "a:ea", "typeface", t->font);
	xmlout_end(out, "a:defRPr");
	xmlout_end(out, "a:pPr");
	xmlout_element(out, "a:endParaRPr", "lang", "zh-CN");
	xmlout_end(out, "a:p");
	xmlout_end(out, "c:txPr");
}

void
chartpaint_surface(size_t i, const char *border, struct buf *out)
{
	xmlout_start(out, "c:spPr");
	put_fill(surfaces[i % SURFACES].color, out);
	put_line(HALF_POINT, border, NULL, out);
	xmlout_end(out, "c:spPr");
}

const char *
chartpaint_on(size_t i)
{
	return surfaces[i % SURFACES].letters;
}

const char *
chartpaint_color(size_t i)
{
	return surfaces[i % SURFACES].color;
}

struct chartpaint_stroke
chartpaint_stroke(size_t i)
{
	return strokes[i % PALETTE];
}

void
chartpaint_line(size_t i, struct buf *out)
{
	const struct chartpaint_stroke *s = &strokes[i % PALETTE];

	xmlout_start(out, "c:spPr");
	put_line(BROAD, s->color, s->dash, out);
	xmlout_end(out, "c:spPr");
	xmlout_start(out, "c:marker");
	xmlout_element(out, "c:symbol", "val", s->marker);
	xmlout_element(out, "c:size", "val", "7");
	xmlout_start(out, "c:spPr");
	put_fill(s->color, out);
	put_line(THIN, s->color, NULL, out);
	xmlout_end(out, "c:spPr");
	xmlout_end(out, "c:marker");
}

void
chartpaint_rule(const char *color, struct buf *out)
{
	xmlout_start(out, "c:spPr");
	put_line(THIN, color, NULL, out);
	xmlout_end(out, "c:spPr");
}

void
chartpaint_paper(struct buf *out)
{
	xmlout_start(out, "c:spPr");
	put_fill("FFFFFF", out);
	xmlout_start(out, "a:ln");
	xmlout_element(out, "a:noFill", NULL, NULL);
	xmlout_end(out, "a:ln");
	xmlout_end(out, "c:spPr");
}
