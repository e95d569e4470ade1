/* chartsvgpie: a pie as SVG shapes, laid as chartpie plans it */
#include <math.h>

#include "chartpaint.h"
#include "chartpie.h"
#include "chartscale.h"
#include "chartsvgpie.h"

#define TURN 6.283185307179586

struct pie {
	const struct chart *c;
	struct svg *svg;
	struct chartpie plan;
	size_t n;
	double all, x, y, radius;
};

static double
value(const struct pie *p, size_t slice)
{
	double v = 0;

	chartscale_value(p->c, slice + 1, 1, &v);
	return v > 0 ? v : 0;
}

/* A slice that lies between two angles, in turns from the top. */
static void
put_slice(struct pie *p, size_t slice, double from, double to)
{
	struct buf data = { 0 };

	if (to - from > 0.9999) /* both ends of an arc would be one */
		buf_addf(&data,
		    "M%.1f %.1fa%.1f %.1f 0 1 1 0 %.1fa%.1f %.1f 0 1 1 0 "
		    "%.1fz",
		    p->x, p->y - p->radius, p->radius, p->radius, 2 * p->radius,
		    p->radius, p->radius, -2 * p->radius);
	else
		buf_addf(&data,
		    "M%.1f %.1fL%.1f %.1fA%.1f %.1f 0 %d 1 %.1f "
		    "%.1fz",
		    p->x, p->y, p->x + p->radius * sin(from * TURN),
		    p->y - p->radius * cos(from * TURN), p->radius, p->radius,
		    to - from > 0.5, p->x + p->radius * sin(to * TURN),
		    p->y - p->radius * cos(to * TURN));
	svg_path(p->svg, buf_str(&data), chartpaint_color(slice), "FFFFFF", 0.5,
	    NULL);
	buf_free(&data);
}

/* The words beside a slice, or where there is a legend the numbers. */
static void
put_words(struct pie *p, size_t slice, double middle)
{
	struct str name = buf_str(chart_cell(p->c, slice + 1, 0));
	struct str number = buf_str(chart_cell(p->c, slice + 1, 1));
	struct buf text = { 0 };
	double across = sin(middle * TURN), up = cos(middle * TURN);
	double away = p->radius + 6;

	if (!p->plan.labelled[slice])
		return;
	if (!p->plan.crowded)
		buf_addf(&text, "%.*s，", STR_ARG(name));
	buf_addf(&text, "%.*s，%.0f%%", STR_ARG(number),
	    value(p, slice) / p->all * 100);
	svg_text(p->svg,
	    p->x + across * (away + svg_width(p->svg, buf_str(&text)) / 2),
	    p->y - up * (away + p->svg->size / 2), SVG_MIDDLE, buf_str(&text),
	    NULL);
	buf_free(&text);
}

static void
put_legend(struct pie *p)
{
	double size = p->svg->size, line = size * 1.5;
	double x = p->svg->width * 0.66;
	double y = (p->svg->height - line * (double)(p->n - 1)) / 2;
	size_t i;

	/* closer where there are many */
	if (y < size) {
		line = (p->svg->height - size * 2) / (double)(p->n - 1);
		y = size;
	}
	for (i = 0; i < p->n; i++, y += line) {
		svg_box(p->svg, x, y - size * 0.35, size * 0.7, size * 0.7,
		    chartpaint_color(i), "595959");
		svg_text(p->svg, x + size * 1.2, y, SVG_START,
		    buf_str(chart_cell(p->c, i + 1, 0)), NULL);
	}
}

void
chartsvgpie_put(const struct chart *c, struct svg *s, long size)
{
	struct pie p = { .c = c, .svg = s, .plan = chartpie_plan(c, size) };
	double from, share;
	size_t i;

	p.n = c->points < CHART_SLICES ? c->points : CHART_SLICES;
	p.radius = s->height * CHARTPIE_HEIGHT / 200;
	p.x = p.plan.crowded ? s->width * 0.36 : s->width / 2;
	p.y = s->height / 2;
	for (i = 0; i < p.n; i++)
		p.all += value(&p, i);
	if (!(p.all > 0))
		return;
	from = (double)p.plan.turn / 360;
	for (i = 0; i < p.n; i++, from += share) {
		share = value(&p, i) / p.all;
		if (share > 0)
			put_slice(&p, i, from, from + share);
	}
	from = (double)p.plan.turn / 360;
	for (i = 0; i < p.n; i++, from += share) {
		share = value(&p, i) / p.all;
		put_words(&p, i, from + share / 2);
	}
	if (p.plan.crowded)
		put_legend(&p);
}
