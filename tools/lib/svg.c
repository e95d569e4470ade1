/* svg: the shapes and words that charts are drawn of (SVG 2) */
#include <stdint.h>

#include "svg.h"
#include "utf8.h"
#include "xmlout.h"

/* A number as SVG has it, to a tenth. */
static void
attribute(struct buf *out, const char *name, double value)
{
	struct buf text = { 0 };

	buf_addf(&text, "%.1f", value);
	if (str_ends(buf_str(&text), STR(".0")))
		text.n -= 2;
	xmlout_attr(out, name, buf_str(&text));
	buf_free(&text);
}

static void
paint(struct buf *out, const char *name, const char *color)
{
	struct buf text = { 0 };

	buf_addf(&text, "%s%s", color != NULL ? "#" : "",
	    color != NULL ? color : "none");
	xmlout_attr(out, name, buf_str(&text));
	buf_free(&text);
}

void
svg_begin(struct svg *s, struct str alt)
{
	struct buf text = { 0 };

	xmlout_open(s->out, "svg");
	buf_addf(&text, "0 0 %.1f %.1f", s->width, s->height);
	xmlout_attr(s->out, "viewBox", buf_str(&text));
	xmlout_attrz(s->out, "role", "img");
	xmlout_attr(s->out, "aria-label", alt);
	attribute(s->out, "font-size", s->size);
	xmlout_more(s->out);
	svg_box(s, 0, 0, s->width, s->height, "FFFFFF", NULL);
	buf_free(&text);
}

void
svg_end(struct svg *s)
{
	xmlout_end(s->out, "svg");
}

void
svg_box(struct svg *s, double x, double y, double w, double h, const char *fill,
    const char *border)
{
	xmlout_open(s->out, "rect");
	attribute(s->out, "x", x);
	attribute(s->out, "y", y);
	attribute(s->out, "width", w);
	attribute(s->out, "height", h);
	paint(s->out, "fill", fill);
	if (border != NULL) {
		paint(s->out, "stroke", border);
		attribute(s->out, "stroke-width", 0.5);
	}
	xmlout_empty(s->out);
}

void
svg_line(struct svg *s, double x1, double y1, double x2, double y2,
    const char *color)
{
	xmlout_open(s->out, "line");
	attribute(s->out, "x1", x1);
	attribute(s->out, "y1", y1);
	attribute(s->out, "x2", x2);
	attribute(s->out, "y2", y2);
	paint(s->out, "stroke", color);
	attribute(s->out, "stroke-width", 0.8);
	xmlout_empty(s->out);
}

static void
open_path(struct svg *s, struct str data, const char *fill, const char *border,
    double width)
{
	xmlout_open(s->out, "path");
	xmlout_attr(s->out, "d", data);
	paint(s->out, "fill", fill);
	if (border != NULL) {
		paint(s->out, "stroke", border);
		attribute(s->out, "stroke-width", width);
	}
}

void
svg_path(struct svg *s, struct str data, const char *fill, const char *border,
    double width, const char *dash)
{
	open_path(s, data, fill, border, width);
	if (dash != NULL)
		xmlout_attrz(s->out, "stroke-dasharray", dash);
	xmlout_empty(s->out);
}

void
svg_mark(struct svg *s, double x, double y, const char *data, const char *fill,
    const char *border)
{
	struct buf text = { 0 };

	open_path(s, str_of(data), fill, border, 1.5);
	buf_addf(&text, "translate(%.1f %.1f)", x, y);
	xmlout_attr(s->out, "transform", buf_str(&text));
	xmlout_empty(s->out);
	buf_free(&text);
}

void
svg_text(struct svg *s, double x, double y, enum svg_anchor anchor,
    struct str text, const char *color)
{
	static const char *const anchors[] = { "start", "middle", "end" };

	xmlout_open(s->out, "text");
	attribute(s->out, "x", x);
	attribute(s->out, "y", y + s->size * 0.36);
	xmlout_attrz(s->out, "text-anchor", anchors[anchor]);
	if (color != NULL)
		paint(s->out, "fill", color);
	xmlout_more(s->out);
	xmlout_text(s->out, text);
	xmlout_end(s->out, "text");
}

/* The bytes of text that stand in one line. */
static size_t
line_of(const struct svg *s, double width, struct str text)
{
	double sum = 0;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < text.n; i += n) {
		if ((n = utf8_next(text, i, &c)) == 0)
			return text.n;
		sum += utf8_chinese(c) ? s->size : s->size / 2;
		if (sum > width && i != 0)
			break;
	}
	return i;
}

double
svg_width(const struct svg *s, struct str text)
{
	double sum = 0;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < text.n && (n = utf8_next(text, i, &c)) != 0; i += n)
		sum += utf8_chinese(c) ? s->size : s->size / 2;
	return sum;
}

size_t
svg_lines(const struct svg *s, double width, struct str text)
{
	size_t n;

	for (n = 0; text.n != 0 && n < SVG_LINES; n++)
		text = str_from(text, line_of(s, width, text));
	return n;
}

void
svg_words(struct svg *s, double x, double y, bool centred,
    enum svg_anchor anchor, double width, struct str text)
{
	size_t lines = svg_lines(s, width, text), i;
	double line = s->size * 1.2;

	y += centred ? -(double)(lines - 1) * line / 2 : line / 2;
	for (i = 0; i < lines; i++) {
		size_t n = line_of(s, width, text);
		struct buf last = { 0 };

		buf_adds(&last, str_cut(text, 0, n));
		if (i + 1 == lines && n < text.n) {
			n = line_of(s, width - s->size, text);
			last.n = n;
			buf_addz(&last, "…");
		}
		svg_text(
		    s, x, y + (double)i * line, anchor, buf_str(&last), NULL);
		text = str_from(text, n);
		buf_free(&last);
	}
}
