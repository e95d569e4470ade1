/* chartxml: a chart as the DrawingML part that Word draws it from (21.2) */
#include "chartaxes.h"
#include "chartpaint.h"
#include "chartpie.h"
#include "chartxml.h"
#include "workbook.h"
#include "xmlout.h"

#define NS_DRAWINGML "http://schemas.openxmlformats.org/drawingml/2006/"
#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

enum {
	LABELS_MOST = 12, /* points that show their values */
	EMU_A_HUNDREDTH = 127, /* of a point */
};

struct drawn {
	const struct chart *c;
	size_t n;
	struct chartpaint_text text;
	struct buf *out;
	struct chartpie pie; /* of a pie */
};

static void
put_number(struct buf *out, const char *element, size_t n)
{
	xmlout_open(out, element);
	xmlout_attrn(out, "val", (long)n);
	xmlout_empty(out);
}

static void
put_flag(struct buf *out, const char *element, bool on)
{
	xmlout_element(out, element, "val", on ? "1" : "0");
}

void
chartxml_formula(size_t column, size_t first, size_t last, struct buf *out)
{
	buf_addz(out, WORKBOOK_SHEET "!$");
	workbook_column(column, out);
	buf_addf(out, "$%zu", first + 1);
	if (first == last)
		return;
	buf_addz(out, ":$");
	workbook_column(column, out);
	buf_addf(out, "$%zu", last + 1);
}

/* Adds cells of a column as they stand in the workbook, an empty one left out:
 * c:strRef (21.2.2.201) or c:numRef (21.2.2.123). */
static void
put_cells(const struct drawn *d, bool numbers, size_t column, size_t first,
    size_t last)
{
	struct buf formula = { 0 }, *out = d->out;
	size_t r;

	chartxml_formula(column, first, last, &formula);
	xmlout_start(out, numbers ? "c:numRef" : "c:strRef");
	xmlout_start(out, "c:f");
	xmlout_text(out, buf_str(&formula));
	xmlout_end(out, "c:f");
	xmlout_start(out, numbers ? "c:numCache" : "c:strCache");
	if (numbers) {
		xmlout_start(out, "c:formatCode");
		xmlout_text(out, STR("General"));
		xmlout_end(out, "c:formatCode");
	}
	put_number(out, "c:ptCount", last - first + 1);
	for (r = first; r <= last; r++) {
		struct str value = buf_str(chart_cell(d->c, r, column));

		if (value.n == 0)
			continue;
		xmlout_open(out, "c:pt");
		xmlout_attrn(out, "idx", (long)(r - first));
		xmlout_more(out);
		xmlout_start(out, "c:v");
		xmlout_text(out, value);
		xmlout_end(out, "c:v");
		xmlout_end(out, "c:pt");
	}
	xmlout_end(out, numbers ? "c:numCache" : "c:strCache");
	xmlout_end(out, numbers ? "c:numRef" : "c:strRef");
	buf_free(&formula);
}

/* What a label shows: the end of c:dLbls. */
static void
put_shown(const struct drawn *d, const char *color, const char *where)
{
	struct buf *out = d->out;
	bool pie = d->c->kind == CHART_PIE;
	struct chartpaint_text text = d->text;

	/* Word would write the share of a slice in the same form, 0.44 */
	if (!pie) {
		xmlout_open(out, "c:numFmt");
		xmlout_attrz(out, "formatCode", "General");
		xmlout_attrz(out, "sourceLinked", "0");
		xmlout_empty(out);
	}
	xmlout_start(out, "c:spPr");
	xmlout_element(out, "a:noFill", NULL, NULL);
	xmlout_start(out, "a:ln");
	xmlout_element(out, "a:noFill", NULL, NULL);
	xmlout_end(out, "a:ln");
	xmlout_end(out, "c:spPr");
	text.whole = true;
	chartpaint_text(&text, color, out);
	xmlout_element(out, "c:dLblPos", "val", where);
	put_flag(out, "c:showLegendKey", false);
	put_flag(out, "c:showVal", true);
	put_flag(out, "c:showCatName", pie && !d->pie.crowded);
	put_flag(out, "c:showSerName", false);
	put_flag(out, "c:showPercent", pie);
	put_flag(out, "c:showBubbleSize", false);
	if (!pie)
		return;
	xmlout_start(out, "c:separator");
	xmlout_text(out, STR("，"));
	xmlout_end(out, "c:separator");
	put_flag(out, "c:showLeaderLines", true);
}

/* Takes the labels off slices that have none. */
static void
put_no_labels(const struct drawn *d)
{
	size_t i;

	for (i = 0; i < d->c->points; i++) {
		if (d->pie.labelled[i])
			continue;
		xmlout_start(d->out, "c:dLbl");
		put_number(d->out, "c:idx", i);
		put_flag(d->out, "c:delete", true);
		xmlout_end(d->out, "c:dLbl");
	}
}

bool
chartxml_labelled(const struct chart *c, long size)
{
	size_t points = c->points, widest = 0, row, i;

	if (c->kind == CHART_PIE)
		return true;
	if (c->points * c->series > LABELS_MOST)
		return false;
	for (row = 1; row <= c->points; row++)
		for (i = 1; i <= c->series; i++)
			if (chart_cell(c, row, i)->n > widest)
				widest = chart_cell(c, row, i)->n;
	if (c->kind == CHART_BAR && c->series > 1)
		points *= c->series + 1;
	else if (c->kind == CHART_STACKED)
		points *= 2;
	/* digits are half as wide as high; the axis takes a tenth */
	return c->kind == CHART_HBAR || (long)(widest * points) * size / 2 <=
					    c->width / EMU_A_HUNDREDTH / 10 * 9;
}

static void
put_labels(const struct drawn *d, size_t series)
{
	static const char *const where[] = {
		[CHART_BAR] = "outEnd",
		[CHART_HBAR] = "outEnd",
		[CHART_STACKED] = "ctr",
		[CHART_LINE] = "t",
		[CHART_PIE] = "outEnd",
	};
	const struct chart *c = d->c;
	const char *color = NULL;

	if (!chartxml_labelled(c, d->text.size))
		return;
	if (c->kind == CHART_STACKED)
		color = chartpaint_on(series);
	xmlout_start(d->out, "c:dLbls");
	if (c->kind == CHART_PIE)
		put_no_labels(d);
	put_shown(d, color, where[c->kind]);
	xmlout_end(d->out, "c:dLbls");
}

/* The slices of a pie (21.2.2.39). */
static void
put_slices(const struct drawn *d)
{
	size_t i;

	for (i = 0; i < d->c->points; i++) {
		xmlout_start(d->out, "c:dPt");
		put_number(d->out, "c:idx", i);
		put_flag(d->out, "c:bubble3D", false);
		chartpaint_surface(i, "FFFFFF", d->out);
		xmlout_end(d->out, "c:dPt");
	}
}

static void
put_series(const struct drawn *d, size_t i)
{
	const struct chart *c = d->c;
	struct buf *out = d->out;

	xmlout_start(out, "c:ser");
	put_number(out, "c:idx", i);
	put_number(out, "c:order", i);
	xmlout_start(out, "c:tx");
	put_cells(d, false, i + 1, 0, 0);
	xmlout_end(out, "c:tx");
	if (c->kind == CHART_LINE)
		chartpaint_line(i, out);
	else if (c->kind == CHART_PIE)
		put_slices(d);
	else
		chartpaint_surface(i, "595959", out);
	if (c->kind != CHART_LINE && c->kind != CHART_PIE)
		put_flag(out, "c:invertIfNegative", false);
	put_labels(d, i);
	xmlout_start(out, "c:cat");
	put_cells(d, false, 0, 1, c->points);
	xmlout_end(out, "c:cat");
	xmlout_start(out, "c:val");
	put_cells(d, true, i + 1, 1, c->points);
	xmlout_end(out, "c:val");
	if (c->kind == CHART_LINE)
		put_flag(out, "c:smooth", false);
	xmlout_end(out, "c:ser");
}

static void
put_all_series(const struct drawn *d)
{
	size_t i;

	for (i = 0; i < d->c->series; i++)
		put_series(d, i);
}

/* c:barChart (21.2.2.16) */
static void
put_bars(const struct drawn *d)
{
	enum chart_kind kind = d->c->kind;
	bool stacked = kind == CHART_STACKED;
	struct buf *out = d->out;

	xmlout_start(out, "c:barChart");
	xmlout_element(
	    out, "c:barDir", "val", kind == CHART_HBAR ? "bar" : "col");
	xmlout_element(
	    out, "c:grouping", "val", stacked ? "stacked" : "clustered");
	put_flag(out, "c:varyColors", false);
	put_all_series(d);
	xmlout_element(out, "c:gapWidth", "val",
	    d->c->series == 1 || stacked ? "100" : "60");
	xmlout_element(out, "c:overlap", "val", stacked ? "100" : "0");
	chartaxes_ids(d->n, out);
	xmlout_end(out, "c:barChart");
	chartaxes_put(d->c, d->n, &d->text, out);
}

/* c:lineChart (21.2.2.97) */
static void
put_lines(const struct drawn *d)
{
	xmlout_start(d->out, "c:lineChart");
	xmlout_element(d->out, "c:grouping", "val", "standard");
	put_flag(d->out, "c:varyColors", false);
	put_all_series(d);
	put_flag(d->out, "c:marker", true);
	chartaxes_ids(d->n, d->out);
	xmlout_end(d->out, "c:lineChart");
	chartaxes_put(d->c, d->n, &d->text, d->out);
}

/* c:pieChart (21.2.2.141) */
static void
put_pie(const struct drawn *d)
{
	xmlout_start(d->out, "c:pieChart");
	put_flag(d->out, "c:varyColors", true);
	put_all_series(d);
	put_number(d->out, "c:firstSliceAng", d->pie.turn);
	xmlout_end(d->out, "c:pieChart");
}

static void
put_fraction(struct buf *out, const char *element, long hundredths)
{
	struct buf value = { 0 };

	buf_addf(&value, "0.%02ld", hundredths % 100);
	xmlout_element(out, element, "val", value.p);
	buf_free(&value);
}

/* Leaves a pie the room for words around it (21.2.2.88). */
static void
put_layout(const struct drawn *d)
{
	const struct chart *c = d->c;
	long high = CHARTPIE_HEIGHT, wide = high * c->height / c->width;

	if (c->kind != CHART_PIE || d->pie.crowded || wide > 98) {
		xmlout_element(d->out, "c:layout", NULL, NULL);
		return;
	}
	xmlout_start(d->out, "c:layout");
	xmlout_start(d->out, "c:manualLayout");
	xmlout_element(d->out, "c:layoutTarget", "val", "inner");
	xmlout_element(d->out, "c:xMode", "val", "edge");
	xmlout_element(d->out, "c:yMode", "val", "edge");
	put_fraction(d->out, "c:x", (100 - wide) / 2);
	put_fraction(d->out, "c:y", (100 - high) / 2);
	put_fraction(d->out, "c:w", wide);
	put_fraction(d->out, "c:h", high);
	xmlout_end(d->out, "c:manualLayout");
	xmlout_end(d->out, "c:layout");
}

static void
put_plot(const struct drawn *d)
{
	xmlout_start(d->out, "c:plotArea");
	put_layout(d);
	if (d->c->kind == CHART_PIE)
		put_pie(d);
	else if (d->c->kind == CHART_LINE)
		put_lines(d);
	else
		put_bars(d);
	xmlout_end(d->out, "c:plotArea");
}

static void
put_legend(const struct drawn *d)
{
	bool crowded = d->c->kind == CHART_PIE && d->pie.crowded;

	if (d->c->series == 1 && !crowded)
		return;
	xmlout_start(d->out, "c:legend");
	xmlout_element(d->out, "c:legendPos", "val", crowded ? "r" : "b");
	put_flag(d->out, "c:overlay", false);
	chartpaint_text(&d->text, NULL, d->out);
	xmlout_end(d->out, "c:legend");
}

void
chartxml_put(const struct chart *c, size_t n, const struct stylesheet *sheet,
    struct buf *out)
{
	struct drawn d = {
		.c = c, .n = n, .text = chartpaint_text_of(sheet), .out = out
	};

	if (c->kind == CHART_PIE)
		d.pie = chartpie_plan(c, d.text.size);
	xmlout_declaration(out);
	xmlout_open(out, "c:chartSpace");
	xmlout_attrz(out, "xmlns:c", NS_DRAWINGML "chart");
	xmlout_attrz(out, "xmlns:a", NS_DRAWINGML "main");
	xmlout_attrz(out, "xmlns:r", NS_REL);
	xmlout_more(out);
	xmlout_element(out, "c:lang", "val", "zh-CN");
	put_flag(out, "c:roundedCorners", false);
	xmlout_start(out, "c:chart");
	/* the caption stands in the text */
	put_flag(out, "c:autoTitleDeleted", true);
	put_plot(&d);
	put_legend(&d);
	put_flag(out, "c:plotVisOnly", true);
	xmlout_element(out, "c:dispBlanksAs", "val", "gap");
	xmlout_end(out, "c:chart");
	chartpaint_paper(out);
	chartpaint_text(&d.text, NULL, out);
	xmlout_open(out, "c:externalData");
	xmlout_attrz(out, "r:id", "rId1");
	xmlout_more(out);
	put_flag(out, "c:autoUpdate", false);
	xmlout_end(out, "c:externalData");
	xmlout_end(out, "c:chartSpace");
}
