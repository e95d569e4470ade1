/* chartread: a chart's part that chartxml wrote, held against its figures */
#include <stdlib.h>
#include <string.h>

#include "chartread.h"
#include "chartxml.h"
#include "lang.h"

#define NS_CHART "http://schemas.openxmlformats.org/drawingml/2006/chart"

enum word {
	OTHER,
	BAR_CHART,
	LINE_CHART,
	PIE_CHART,
	BAR_DIR,
	GROUPING,
	SERIES,
	NAME,
	CATEGORIES,
	VALUES,
	FORMULA,
	STRINGS,
	NUMBERS,
	POINT,
	VALUE,
};

static const struct {
	const char *name;
	enum word word;
} words[] = {
	{ "barChart", BAR_CHART },
	{ "lineChart", LINE_CHART },
	{ "pieChart", PIE_CHART },
	{ "barDir", BAR_DIR },
	{ "grouping", GROUPING },
	{ "ser", SERIES },
	{ "tx", NAME },
	{ "cat", CATEGORIES },
	{ "val", VALUES },
	{ "f", FORMULA },
	{ "strCache", STRINGS },
	{ "numCache", NUMBERS },
	{ "pt", POINT },
	{ "v", VALUE },
};

struct reading {
	struct chart *c;
	enum word stack[XML_DEPTH];
	size_t depth;
	size_t series; /* that began */
	size_t column, first, last; /* the cells that the text stands for */
	size_t index, seen; /* of the points in them */
	struct buf text;
	struct buf why; /* what differs first */
};

static enum word
word_of(const struct xml_element *e)
{
	size_t i;

	if (strcmp(e->space, NS_CHART) != 0)
		return OTHER;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(e->name, words[i].name) == 0)
			return words[i].word;
	return OTHER;
}

static struct str
value_of(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };

	xml_attribute(e, "", name, &value);
	return value;
}

static void
differ(struct reading *g, struct str there, struct str workbook)
{
	if (g->why.n == 0)
		buf_addf(&g->why,
		    lang_text("it says \"%.*s\", its workbook \"%.*s\""),
		    STR_ARG(there), STR_ARG(workbook));
}

static void
set_cells(struct reading *g, size_t column, size_t first, size_t last)
{
	g->column = column;
	g->first = first;
	g->last = last;
	g->seen = 0;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *g = me;
	enum word word = word_of(e);

	(void)x;
	g->stack[g->depth++] = word;
	buf_clear(&g->text);
	if (word == BAR_CHART)
		g->c->kind = CHART_BAR;
	else if (word == LINE_CHART)
		g->c->kind = CHART_LINE;
	else if (word == PIE_CHART)
		g->c->kind = CHART_PIE;
	else if (word == BAR_DIR && str_equal(value_of(e, "val"), STR("bar")))
		g->c->kind = CHART_HBAR;
	else if (word == GROUPING &&
		 str_equal(value_of(e, "val"), STR("stacked")))
		g->c->kind = CHART_STACKED;
	else if (word == SERIES)
		g->series++;
	else if (word == NAME)
		set_cells(g, g->series, 0, 0);
	else if (word == CATEGORIES)
		set_cells(g, 0, 1, g->c->points);
	else if (word == VALUES)
		set_cells(g, g->series, 1, g->c->points);
	else if (word == POINT)
		g->index = value_of(e, "idx").n != 0
			       ? strtoul(value_of(e, "idx").p, NULL, 10)
			       : (size_t)-1;
}

static void
on_text(void *me, struct str text)
{
	struct reading *g = me;

	buf_adds(&g->text, text);
}

static void
compare_formula(struct reading *g)
{
	struct buf due = { 0 };

	chartxml_formula(g->column, g->first, g->last, &due);
	if (!str_equal(buf_str(&due), buf_str(&g->text)))
		differ(g, buf_str(&g->text), buf_str(&due));
	buf_free(&due);
}

static void
compare_value(struct reading *g)
{
	struct str due = { "", 0 };

	if (g->column <= g->c->series && g->index <= g->last - g->first)
		due = buf_str(chart_cell(g->c, g->first + g->index, g->column));
	if (due.n == 0 || !str_equal(due, buf_str(&g->text)))
		differ(g, buf_str(&g->text), due);
	g->seen++;
}

/* No cell may be missing either. */
static void
compare_count(struct reading *g)
{
	size_t r, due = 0;

	for (r = g->first; g->column <= g->c->series && r <= g->last; r++)
		due += chart_cell(g->c, r, g->column)->n != 0;
	if (g->seen != due && g->why.n == 0)
		buf_addf(&g->why,
		    lang_text("it has %zu cells of column %zu, not %zu"),
		    g->seen, g->column + 1, due);
}

static void
on_end(void *me)
{
	struct reading *g = me;

	switch (g->stack[--g->depth]) {
	case FORMULA:
		compare_formula(g);
		break;
	case VALUE:
		compare_value(g);
		break;
	case STRINGS:
	case NUMBERS:
		compare_count(g);
		break;
	default:
		break;
	}
	buf_clear(&g->text);
}

bool
chart_same(struct opc *o, struct str part, struct chart *c, struct buf *why)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	struct reading g = { .c = c };
	bool fine = opc_parse(o, part, &handler, &g);

	if (!fine)
		buf_addz(why, opc_error(o));
	else if (g.why.n == 0 && g.series != c->series)
		buf_addf(&g.why,
		    lang_text("it draws %zu series, its workbook has %zu"),
		    g.series, c->series);
	if (g.why.n != 0) {
		buf_addf(why, "%.*s: %s", STR_ARG(part), g.why.p);
		fine = false;
	}
	buf_free(&g.text);
	buf_free(&g.why);
	return fine;
}
