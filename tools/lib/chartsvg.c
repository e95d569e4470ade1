/* chartsvg: a chart as an SVG drawing, much as Word draws it */
#include <stdlib.h>
#include <string.h>

#include "chartpaint.h"
#include "chartscale.h"
#include "chartsvg.h"
#include "chartsvgpie.h"
#include "chartxml.h"
#include "svg.h"

#define AXIS "595959"
#define GRID "D9D9D9"

enum { EMU_A_POINT = 12700, MOST = 3000 /* values that are drawn */ };

/* A drawing with two axes: where its plot lies, and its scale. */
struct plot {
	const struct chart *c;
	struct svg svg;
	struct chartscale scale;
	double x, y, width, height;
	double slot; /* what a category takes of its axis */
	bool lies; /* the bars are horizontal */
	bool labelled;
	long size;
};

static struct str
name_of(const struct chart *c, size_t row, size_t column)
{
	return buf_str(chart_cell(c, row, column));
}

/* Where a value lies on its axis. */
static double
at(const struct plot *p, double value)
{
	double share = (value - p->scale.low) / (p->scale.high - p->scale.low);

	return p->lies ? p->x + share * p->width
		       : p->y + p->height - share * p->height;
}

/* Where zero lies, or the end of the axis that is nearest to it. */
static double
ground(const struct plot *p)
{
	return at(p, p->scale.low > 0 ? p->scale.low : 0);
}

static void
number(const struct plot *p, double value, struct buf *out)
{
	buf_clear(out);
	buf_addf(out, "%.*f", p->scale.digits,
	    value > -1e-9 && value < 1e-9 ? 0 : value);
}

/* The width of the widest name of a category, up to a third of the drawing. */
static double
names_width(const struct plot *p)
{
	double widest = 0;
	size_t i;

	for (i = 1; i <= p->c->points; i++) {
		double w = svg_width(&p->svg, name_of(p->c, i, 0));

		widest = w > widest ? w : widest;
	}
	return widest < p->svg.width / 3 ? widest : p->svg.width / 3;
}

static double
numbers_width(const struct plot *p)
{
	struct buf low = { 0 }, high = { 0 };
	size_t n;

	number(p, p->scale.low, &low);
	number(p, p->scale.high, &high);
	n = low.n > high.n ? low.n : high.n;
	buf_free(&low);
	buf_free(&high);
	return (double)n * p->svg.size / 2;
}

/* The most lines that a category's name is set in below its slot. */
static size_t
names_lines(const struct plot *p, double slot)
{
	size_t lines = 1, i;

	for (i = 1; i <= p->c->points; i++) {
		size_t n = svg_lines(
		    &p->svg, slot - p->svg.size / 2, name_of(p->c, i, 0));

		lines = n > lines ? n : lines;
	}
	return lines;
}

/* The width that the legend's entry of a series takes. */
static double
entry_width(const struct plot *p, size_t series)
{
	return svg_width(&p->svg, name_of(p->c, 0, series)) + p->svg.size * 2.6;
}

/* Takes series for a line of the legend; returns the one behind. */
static size_t
legend_line(const struct plot *p, size_t from, double *width)
{
	size_t i;

	*width = 0;
	for (i = from; i <= p->c->series; i++) {
		double w = entry_width(p, i);

		if (i != from && *width + w > p->svg.width)
			break;
		*width += w;
	}
	return i;
}

static double
legend_height(const struct plot *p)
{
	double width, height = p->svg.size;
	size_t i;

	if (p->c->series == 1)
		return 0;
	for (i = 1; i <= p->c->series; i = legend_line(p, i, &width))
		height += p->svg.size * 1.5;
	return height;
}

/* Room for the axes' words, and for the legend at the foot. */
static void
lay_out(struct plot *p)
{
	double size = p->svg.size, foot = legend_height(p) + size * 1.2;

	p->x = size + (p->lies ? names_width(p) : numbers_width(p));
	p->y = size * 1.6;
	p->width = p->svg.width - p->x - size * 1.2;
	p->slot = p->width / (double)p->c->points;
	if (p->lies)
		foot += size * 1.2;
	else
		foot += size * 1.2 * (double)names_lines(p, p->slot);
	p->height = p->svg.height - p->y - foot;
	if (p->lies)
		p->slot = p->height / (double)p->c->points;
}

static void
put_values_axis(struct plot *p)
{
	struct buf text = { 0 };
	double steps = (p->scale.high - p->scale.low) / p->scale.step;
	size_t i;

	for (i = 0; i <= (size_t)(steps + 0.5); i++) {
		double v = p->scale.low + (double)i * p->scale.step;
		double place = at(p, v);

		number(p, v, &text);
		if (p->lies) {
			svg_line(&p->svg, place, p->y, place, p->y + p->height,
			    GRID);
			svg_text(&p->svg, place, p->y + p->height + p->svg.size,
			    SVG_MIDDLE, buf_str(&text), NULL);
		} else {
			svg_line(
			    &p->svg, p->x, place, p->x + p->width, place, GRID);
			svg_text(&p->svg, p->x - p->svg.size / 2, place,
			    SVG_END, buf_str(&text), NULL);
		}
	}
	buf_free(&text);
}

/* The axis of the categories, with no more names than find room. */
static void
put_names_axis(struct plot *p)
{
	double size = p->svg.size, least = size * (p->lies ? 1.1 : 2);
	size_t every = 1 + (size_t)(least / p->slot), i;

	for (i = 1; i <= p->c->points; i += every) {
		double middle = ((double)i - 0.5) * p->slot;

		if (p->lies)
			svg_words(&p->svg, p->x - size / 2, p->y + middle, true,
			    SVG_END, p->x - size, name_of(p->c, i, 0));
		else
			svg_words(&p->svg, p->x + middle,
			    p->y + p->height + size * 0.4, false, SVG_MIDDLE,
			    p->slot * (double)every - size / 2,
			    name_of(p->c, i, 0));
	}
	if (p->lies)
		svg_line(&p->svg, ground(p), p->y, ground(p), p->y + p->height,
		    AXIS);
	else
		svg_line(
		    &p->svg, p->x, ground(p), p->x + p->width, ground(p), AXIS);
}

/* A bar from one value to another, at a place of the axis of categories. */
static void
put_bar(struct plot *p, double from, double to, double place, double thick,
    size_t series)
{
	double a = at(p, from), b = at(p, to), least = a < b ? a : b;
	double length = a < b ? b - a : a - b;
	const char *fill = chartpaint_color(series);

	if (p->lies)
		svg_box(
		    &p->svg, least, p->y + place, length, thick, fill, AXIS);
	else
		svg_box(
		    &p->svg, p->x + place, least, thick, length, fill, AXIS);
}

/* The value of a bar, at its end; in the middle of one that lies on others. */
static void
put_value(struct plot *p, size_t row, size_t series, double from, double to,
    double place)
{
	struct str text = name_of(p->c, row, series);
	double end = at(p, to), gap = p->svg.size * (to < from ? -0.7 : 0.7);

	if (!p->labelled)
		return;
	if (p->c->kind == CHART_STACKED)
		svg_text(&p->svg, p->x + place, (end + at(p, from)) / 2,
		    SVG_MIDDLE, text, chartpaint_on(series - 1));
	else if (p->lies)
		svg_text(&p->svg, end + gap / 2, p->y + place,
		    to < from ? SVG_END : SVG_START, text, NULL);
	else
		svg_text(
		    &p->svg, p->x + place, end - gap, SVG_MIDDLE, text, NULL);
}

static void
put_category(struct plot *p, size_t row)
{
	bool stacked = p->c->kind == CHART_STACKED;
	double beside = stacked ? 1 : (double)p->c->series;
	double gap = beside > 1 ? 0.6 : 1, thick = p->slot / (beside + gap);
	double place = (double)(row - 1) * p->slot + thick * gap / 2;
	double above = 0, below = 0, v;
	size_t i;

	for (i = 1; i <= p->c->series; i++) {
		double from = 0;

		if (chartscale_value(p->c, row, i, &v)) {
			if (stacked)
				from = v > 0 ? above : below;
			put_bar(p, from, from + v, place, thick, i - 1);
			put_value(p, row, i, from, from + v, place + thick / 2);
			*(v > 0 ? &above : &below) += v;
		}
		if (!stacked)
			place += thick;
	}
}

/* What the names of dashes and markers stand for. */
static const char *
shape(const char *name)
{
	static const char *const shapes[][2] = {
		{ "dash", "9 5" },
		{ "sysDot", "2 3" },
		{ "dashDot", "9 4 2 4" },
		{ "lgDash", "14 5" },
		{ "lgDashDot", "14 4 2 4" },
		{ "sysDash", "5 3" },
		{ "circle", "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z" },
		{ "square", "M-3.3 -3.3h6.6v6.6h-6.6z" },
		{ "triangle", "M0 -4L4 3.2H-4z" },
		{ "diamond", "M0 -4.6L4.6 0L0 4.6L-4.6 0z" },
		{ "x", "M-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2" },
		{ "star", "M-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2M0 -4V4" },
		{ "plus", "M0 -4V4M-4 0H4" },
	};
	size_t i;

	for (i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (strcmp(shapes[i][0], name) == 0)
			return shapes[i][1];
	return NULL;
}

/* The marker of a line; a mark named dash is as a short line. */
static void
put_marker(struct plot *p, size_t series, double x, double y)
{
	struct chartpaint_stroke s = chartpaint_stroke(series);
	const char *mark =
	    strcmp(s.marker, "dash") == 0 ? "M-4 0H4" : shape(s.marker);

	svg_mark(&p->svg, x, y, mark, s.color, s.color);
}

/* A line, interrupted where a value is missing. */
static void
put_line(struct plot *p, size_t series)
{
	struct chartpaint_stroke s = chartpaint_stroke(series - 1);
	struct buf data = { 0 };
	bool inside = false;
	double v;
	size_t row;

	for (row = 1; row <= p->c->points; row++) {
		double x = p->x + ((double)row - 0.5) * p->slot;
		bool there = chartscale_value(p->c, row, series, &v);

		if (there)
			buf_addf(&data, "%s%.1f %.1f", inside ? "L" : "M", x,
			    at(p, v));
		inside = there;
	}
	svg_path(&p->svg, buf_str(&data), NULL, s.color, 2.25, shape(s.dash));
	buf_free(&data);
	for (row = 1; row <= p->c->points; row++) {
		double x = p->x + ((double)row - 0.5) * p->slot;

		if (!chartscale_value(p->c, row, series, &v))
			continue;
		put_marker(p, series - 1, x, at(p, v));
		if (p->labelled)
			svg_text(&p->svg, x, at(p, v) - p->svg.size * 0.95,
			    SVG_MIDDLE, name_of(p->c, row, series), NULL);
	}
}

/* What stands for a series in the legend. */
static void
put_key(struct plot *p, size_t series, double x, double y)
{
	struct chartpaint_stroke s = chartpaint_stroke(series - 1);
	struct buf data = { 0 };
	double size = p->svg.size;

	if (p->c->kind != CHART_LINE) {
		svg_box(&p->svg, x + size * 0.5, y - size * 0.35, size * 0.7,
		    size * 0.7, chartpaint_color(series - 1), AXIS);
		return;
	}
	buf_addf(&data, "M%.1f %.1fh%.1f", x, y, size * 1.4);
	svg_path(&p->svg, buf_str(&data), NULL, s.color, 2.25, shape(s.dash));
	put_marker(p, series - 1, x + size * 0.7, y);
	buf_free(&data);
}

static void
put_legend(struct plot *p)
{
	double y = p->svg.height - legend_height(p) + p->svg.size, width;
	size_t i = 1;

	while (p->c->series > 1 && i <= p->c->series) {
		size_t end = legend_line(p, i, &width);
		double x = (p->svg.width - width) / 2;

		for (; i < end; i++) {
			put_key(p, i, x, y);
			svg_text(&p->svg, x + p->svg.size * 1.7, y, SVG_START,
			    name_of(p->c, 0, i), NULL);
			x += entry_width(p, i);
		}
		y += p->svg.size * 1.5;
	}
}

bool
chartsvg_put(const struct chart *c, long size, struct str alt, struct buf *out)
{
	struct plot p = { .c = c, .lies = c->kind == CHART_HBAR };
	size_t i;

	if (c->points * c->series > MOST || c->width <= 0 || c->height <= 0 ||
	    !chartscale_find(c, &p.scale))
		return false;
	p.svg = (struct svg){ out, (double)c->width / EMU_A_POINT,
		(double)c->height / EMU_A_POINT, (double)size / 100 };
	svg_begin(&p.svg, alt);
	if (c->kind == CHART_PIE) {
		chartsvgpie_put(c, &p.svg, size);
		svg_end(&p.svg);
		return true;
	}
	p.labelled = chartxml_labelled(c, size);
	lay_out(&p);
	put_values_axis(&p);
	for (i = 1; c->kind != CHART_LINE && i <= c->points; i++)
		put_category(&p, i);
	put_names_axis(&p);
	for (i = 1; c->kind == CHART_LINE && i <= c->series; i++)
		put_line(&p, i);
	put_legend(&p);
	svg_end(&p.svg);
	return true;
}
