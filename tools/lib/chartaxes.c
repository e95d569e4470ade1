/* chartaxes: the two axes of a chart */
#include <stdlib.h>

#include "chartaxes.h"
#include "xmlout.h"

#define AXIS_COLOR "595959"
#define GRID_COLOR "D9D9D9"

enum { FEW = 10 }; /* a scale up to there has a step for each whole number */

/* What the values span. */
struct span {
	bool below, above; /* zero */
	bool counts; /* whole numbers, none over FEW */
};

static void
put_id(const char *element, size_t n, int which, struct buf *out)
{
	xmlout_open(out, element);
	xmlout_attrn(out, "val", 500000 + (long)n * 10 + which);
	xmlout_empty(out);
}

void
chartaxes_ids(size_t n, struct buf *out)
{
	put_id("c:axId", n, 1, out);
	put_id("c:axId", n, 2, out);
}

static void
widen(struct span *s, struct str value, long *sum)
{
	if (value.n == 0)
		return;
	if (value.p[0] == '-')
		s->below = true;
	else if (!str_equal(value, STR("0")))
		s->above = true;
	if (value.n > 3 || str_find(value, STR("."), 0) != (size_t)-1)
		s->counts = false;
	else
		*sum += labs(strtol(value.p, NULL, 10));
}

static struct span
find_span(const struct chart *c)
{
	struct span s = { .counts = true };
	size_t row, column;
	long sum = 0;

	for (row = 1; row <= c->points; row++) {
		for (column = 1; column <= c->series; column++) {
			widen(&s, buf_str(chart_cell(c, row, column)), &sum);
			if (sum > FEW)
				s.counts = false;
			if (c->kind != CHART_STACKED)
				sum = 0;
		}
		sum = 0;
	}
	return s;
}

static void
put_gridlines(struct buf *out)
{
	xmlout_start(out, "c:majorGridlines");
	chartpaint_rule(GRID_COLOR, out);
	xmlout_end(out, "c:majorGridlines");
}

/* What both axes say behind their grid. */
static void
put_looks(
    const char *labels, const struct chartpaint_text *text, struct buf *out)
{
	xmlout_open(out, "c:numFmt");
	xmlout_attrz(out, "formatCode", "General");
	xmlout_attrz(out, "sourceLinked", "0");
	xmlout_empty(out);
	xmlout_element(out, "c:majorTickMark", "val", "out");
	xmlout_element(out, "c:minorTickMark", "val", "none");
	xmlout_element(out, "c:tickLblPos", "val", labels);
	chartpaint_rule(AXIS_COLOR, out);
	chartpaint_text(text, NULL, out);
}

/* Categories of bars that lie are read from the top down. */
static void
put_categories(const struct chart *c, size_t n,
    const struct chartpaint_text *text, struct buf *out)
{
	bool lies = c->kind == CHART_HBAR;

	xmlout_start(out, "c:catAx");
	put_id("c:axId", n, 1, out);
	xmlout_start(out, "c:scaling");
	xmlout_element(out, "c:orientation", "val", lies ? "maxMin" : "minMax");
	xmlout_end(out, "c:scaling");
	xmlout_element(out, "c:delete", "val", "0");
	xmlout_element(out, "c:axPos", "val", lies ? "l" : "b");
	/* below the bars of numbers below zero */
	put_looks("low", text, out);
	put_id("c:crossAx", n, 2, out);
	xmlout_element(out, "c:crosses", "val", "autoZero");
	xmlout_element(out, "c:auto", "val", "0");
	xmlout_element(out, "c:lblAlgn", "val", "ctr");
	xmlout_element(out, "c:lblOffset", "val", "100");
	xmlout_element(out, "c:noMultiLvlLbl", "val", "1");
	xmlout_end(out, "c:catAx");
}

/* A bar's length tells its value only where the scale begins at zero. */
static void
put_scaling(const struct chart *c, const struct span *s, struct buf *out)
{
	xmlout_start(out, "c:scaling");
	xmlout_element(out, "c:orientation", "val", "minMax");
	if (c->kind != CHART_LINE && !s->above && s->below)
		xmlout_element(out, "c:max", "val", "0");
	if (c->kind != CHART_LINE && !s->below)
		xmlout_element(out, "c:min", "val", "0");
	xmlout_end(out, "c:scaling");
}

static void
put_values(const struct chart *c, size_t n, const struct chartpaint_text *text,
    struct buf *out)
{
	bool lies = c->kind == CHART_HBAR, line = c->kind == CHART_LINE;
	struct span s = find_span(c);

	xmlout_start(out, "c:valAx");
	put_id("c:axId", n, 2, out);
	put_scaling(c, &s, out);
	xmlout_element(out, "c:delete", "val", "0");
	xmlout_element(out, "c:axPos", "val", lies ? "b" : "l");
	put_gridlines(out);
	put_looks("nextTo", text, out);
	put_id("c:crossAx", n, 1, out);
	/* at the foot, where the categories run from the top down */
	xmlout_element(out, "c:crosses", "val", lies ? "max" : "autoZero");
	xmlout_element(out, "c:crossBetween", "val", "between");
	if (s.counts && !line)
		xmlout_element(out, "c:majorUnit", "val", "1");
	xmlout_end(out, "c:valAx");
}

void
chartaxes_put(const struct chart *c, size_t n,
    const struct chartpaint_text *text, struct buf *out)
{
	put_categories(c, n, text, out);
	put_values(c, n, text, out);
}
