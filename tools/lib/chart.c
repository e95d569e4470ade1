/* chart: the data of a chart, once for all who draw, keep or tell it */
#include <stdlib.h>

#include "chart.h"
#include "die.h"
#include "marks.h"
#include "utf8.h"

enum { TOLD = 20 }; /* values that are read out; more tire who listens */

static const struct kind {
	struct str chinese, english;
	const char *told;
} kinds[CHART_KINDS] = {
	[CHART_BAR] = { { "柱", 3 }, { "bar", 3 }, "柱状图" },
	[CHART_HBAR] = { { "横柱", 6 }, { "hbar", 4 }, "条形图" },
	[CHART_STACKED] = { { "堆积", 6 }, { "stacked", 7 }, "堆积柱状图" },
	[CHART_LINE] = { { "线", 3 }, { "line", 4 }, "折线图" },
	[CHART_PIE] = { { "饼", 3 }, { "pie", 3 }, "饼图" },
};

size_t
chart_word(struct str args)
{
	size_t i = 0, n;

	while (i < args.n && utf8_blank(args, i) == 0 &&
	       mark_at(args, i) == MARK_IS_NONE)
		i++;
	while (i < args.n && (n = utf8_blank(args, i)) != 0)
		i += n;
	return i;
}

bool
chart_kind_named(struct str word, enum chart_kind *kind)
{
	size_t i;

	for (i = 0; i < CHART_KINDS; i++)
		if (str_equal(word, kinds[i].chinese) ||
		    str_equal(word, kinds[i].english)) {
			*kind = (enum chart_kind)i;
			return true;
		}
	return false;
}

const char *
chart_kind_name(enum chart_kind kind)
{
	return kinds[kind].english.p;
}

void
chart_make(struct chart *c, size_t points, size_t series)
{
	c->points = points;
	c->series = series;
	c->cells = mem_alloc((points + 1) * (series + 1) * sizeof(*c->cells));
}

struct buf *
chart_cell(const struct chart *c, size_t row, size_t column)
{
	return &c->cells[row * (c->series + 1) + column];
}

/* Adds the values of a series, as many as are left to tell. */
static void
tell_series(const struct chart *c, size_t column, size_t *left, struct buf *out)
{
	size_t r;

	for (r = 1; r <= c->points && *left != 0; r++, --*left) {
		const struct buf *value = chart_cell(c, r, column);

		if (r > 1)
			buf_addz(out, "，");
		buf_adds(out, buf_str(chart_cell(c, r, 0)));
		buf_addc(out, ' ');
		if (value->n != 0)
			buf_adds(out, buf_str(value));
		else
			buf_addz(out, "无数据");
	}
}

void
chart_alt(const struct chart *c, struct buf *out)
{
	size_t left = TOLD, column;

	buf_addz(out, kinds[c->kind].told);
	if (c->caption.n != 0) {
		buf_addz(out, "：");
		buf_adds(out, buf_str(&c->caption));
	}
	buf_addz(out, "。");
	for (column = 1; column <= c->series && left != 0; column++) {
		if (column > 1)
			buf_addz(out, "；");
		if (c->series > 1) {
			buf_adds(out, buf_str(chart_cell(c, 0, column)));
			buf_addz(out, "：");
		}
		tell_series(c, column, &left, out);
	}
	if (c->points * c->series > TOLD)
		buf_addf(out, "等%zu项", c->points * c->series);
	buf_addz(out, "。");
}

void
chart_free(struct chart *c)
{
	size_t i;

	for (i = 0; c->cells != NULL && i < (c->points + 1) * (c->series + 1);
	     i++)
		buf_free(&c->cells[i]);
	free(c->cells);
	buf_free(&c->caption);
	*c = (struct chart){ 0 };
}
