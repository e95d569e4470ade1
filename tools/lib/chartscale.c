/* chartscale: the scale of a chart's axis of values */
#include <stdlib.h>

#include "chartscale.h"

#define MOST 1e15 /* the whole numbers that a double holds */

bool
chartscale_value(
    const struct chart *c, size_t row, size_t column, double *value)
{
	const struct buf *cell = chart_cell(c, row, column);

	if (cell->n == 0)
		return false;
	*value = strtod(cell->p, NULL);
	return true;
}

/* The least and the most of the values, and of zero. */
struct range {
	double least, most; /* with zero */
	double bottom; /* of the values alone */
	bool whole, any;
};

static void
widen(struct range *r, double value)
{
	if (value < r->least)
		r->least = value;
	if (value > r->most)
		r->most = value;
	if (!r->any || value < r->bottom)
		r->bottom = value;
	r->any = true;
}

/* Takes the values of a row, or where they lie on each other their sums. */
static bool
take_row(const struct chart *c, size_t row, struct range *r)
{
	double above = 0, below = 0, v;
	size_t i;

	for (i = 1; i <= c->series; i++) {
		if (!chartscale_value(c, row, i, &v))
			continue;
		if (!(v < MOST && v > -MOST))
			return false;
		if (str_find(buf_str(chart_cell(c, row, i)), STR("."), 0) !=
		    (size_t)-1)
			r->whole = false;
		if (c->kind != CHART_STACKED)
			widen(r, v);
		*(v > 0 ? &above : &below) += v;
	}
	if (c->kind == CHART_STACKED) {
		widen(r, above);
		widen(r, below);
	}
	return true;
}

/* A step of 1, 2 or 5 tens that part the range in about five. */
static double
step_of(double range)
{
	double step = 1, raw = range / 5;

	while (step < raw / 10)
		step *= 10;
	while (step > raw)
		step /= 10;
	if (step * 1 >= raw)
		return step;
	if (step * 2 >= raw)
		return step * 2;
	return step * 5 >= raw ? step * 5 : step * 10;
}

bool
chartscale_find(const struct chart *c, struct chartscale *s)
{
	struct range r = { .whole = true };
	double unit;
	size_t row;

	for (row = 1; row <= c->points; row++)
		if (!take_row(c, row, &r))
			return false;
	if (c->kind == CHART_LINE && r.any && r.bottom > 0 &&
	    (r.most - r.bottom) * 6 < r.most)
		r.least = r.bottom - (r.most - r.bottom) / 2;
	if (r.most - r.least < 1e-6)
		r.most = r.least + 1;
	s->step = step_of(r.most - r.least);
	if (r.whole && s->step < 1)
		s->step = 1;
	s->low = s->step * (double)(long long)(r.least / s->step);
	if (s->low > r.least)
		s->low -= s->step;
	for (s->high = s->low; s->high < r.most - s->step / 1e6;)
		s->high += s->step;
	s->digits = 0;
	for (unit = 1; unit > s->step * 1.000001 && s->digits < 6; unit /= 10)
		s->digits++;
	return true;
}
