/* chartblock: the block 图: a chart of the figures in a table */
#include "chart.h"
#include "chartblock.h"
#include "chartpaint.h"
#include "chartpie.h"
#include "inline.h"
#include "lang.h"
#include "number.h"
#include "reloc.h"
#include "tablecells.h"
#include "tablefact.h"
#include "utf8.h"
#include "xmlout.h"

enum {
	EMU_A_TWIP = 635,
	/* what readers can still tell apart in grey print */
	SERIES_MOST = 8,
	SLICES_MOST = 12,
	POINTS_MOST = 1000, /* in all: a line for each day of some years */
	DIGITS_MOST = 15, /* that spreadsheets keep of a number */
};

struct reading {
	struct chart chart;
	struct tablecells cells;
	const struct setting *how;
	bool fact; /* a fact put the table in: it has one place */
	bool bad;
};

static void
say(struct reading *g, struct place at, const char *what)
{
	g->bad = true;
	diag_say(g->how->d, at, LEVEL_ERROR, "chart", "%s", lang_text(what));
}

static struct place
place(const struct reading *g, size_t row, size_t column)
{
	return paragraph_place(&g->cells.rows[row],
	    g->fact ? 0 : tablecells_at(&g->cells, row, column)->at,
	    g->how->path);
}

/* Reads the kind; *end is where the caption begins. */
static void
read_kind(struct reading *g, const struct paragraph *args, struct place opened,
    size_t *end)
{
	struct str text = buf_str(&args->text), word;

	*end = chart_word(text);
	word = utf8_trim(str_cut(text, 0, *end));
	if (chart_kind_named(word, &g->chart.kind))
		return;
	g->bad = true;
	if (marks_error(text))
		return;
	if (word.n == 0)
		diag_say(g->how->d, opened, LEVEL_ERROR, "chart",
		    "name the kind of the chart: :::图 柱 CAPTION; there are "
		    "柱, 横柱, 堆积, 线 and 饼");
	else
		diag_say(g->how->d, paragraph_place(args, 0, g->how->path),
		    LEVEL_ERROR, "chart",
		    "there is no kind of chart %.*s; there are 柱 bar, 横柱 "
		    "hbar, 堆积 stacked, 线 line and 饼 pie",
		    STR_ARG(word));
}

/* Adds what a reader sees of a text, but no footnotes; a tab parts the cells on
 * their way to the linker. */
static void
add_shown(struct str text, struct buf *out)
{
	bool note = false;
	struct piece p;
	size_t at = 0, i;

	while (inline_next(text, &at, &p)) {
		if (p.kind == PIECE_DIRECTIVE)
			note = str_equal(p.text, STR("注")) ||
			       str_equal(p.text, STR("note"));
		else if (p.kind == PIECE_CLOSE)
			note = false;
		else if (!note)
			inline_shown(p.whole, out);
	}
	for (i = 0; i < out->n; i++)
		if (out->p[i] == '\t')
			out->p[i] = ' ';
}

/* The caption as it is read out: without its number. */
static void
read_caption(struct reading *g, struct str caption)
{
	struct mark m;

	if (mark_read(caption, 0, &m) && m.kind == MARK_IS_NUMBER)
		caption = str_from(caption, m.length);
	add_shown(caption, &g->chart.caption);
}

static void
read_value(struct reading *g, size_t row, size_t column)
{
	struct buf *cell = chart_cell(&g->chart, row, column);
	struct number n = { 0 };

	if (cell->n == 0)
		return;
	if (!number_parse(buf_str(cell), &n)) {
		g->bad = true;
		diag_say(g->how->d, place(g, row, column), LEVEL_ERROR, "chart",
		    "row %zu, column %zu: %s is no plain number; write digits "
		    "and a point alone, or nothing where there is no figure",
		    row + 1, column + 1, cell->p);
		return;
	}
	number_trim(&n);
	if (n.digits.n > DIGITS_MOST) {
		g->bad = true;
		diag_say(g->how->d, place(g, row, column), LEVEL_ERROR, "chart",
		    "row %zu, column %zu: a chart shows at most 15 digits",
		    row + 1, column + 1);
	}
	buf_clear(cell);
	number_put(&n, cell);
	number_free(&n);
}

/* Names that stand beside the axis, or in the legend. */
static void
check_names(struct reading *g)
{
	size_t i;

	for (i = 1; i <= g->chart.series; i++)
		if (chart_cell(&g->chart, 0, i)->n == 0)
			say(g, place(g, 0, i),
			    "this column has no name; write it into the first "
			    "row");
	for (i = 1; i <= g->chart.points; i++)
		if (chart_cell(&g->chart, i, 0)->n == 0)
			say(g, place(g, i, 0),
			    "this row has no name; write it into the first "
			    "column");
}

static bool
is_zero(struct str number)
{
	size_t i;

	for (i = 0; i < number.n; i++)
		if (number.p[i] >= '1' && number.p[i] <= '9')
			return false;
	return true;
}

/* A pie shows the parts of one whole. */
static void
check_pie(struct reading *g)
{
	bool whole = false;
	size_t r;

	if (g->chart.series > 1)
		say(g, place(g, 0, 2),
		    "a pie shows one column of numbers; take 堆积 for several");
	if (g->chart.points > SLICES_MOST)
		say(g, place(g, SLICES_MOST + 1, 0),
		    "a pie has at most 12 slices; put the small ones together, "
		    "or take 横柱");
	for (r = 1; r <= g->chart.points; r++) {
		struct str value = buf_str(chart_cell(&g->chart, r, 1));

		if (str_starts(value, STR("-")))
			say(g, place(g, r, 1),
			    "a pie cannot show a number below zero; take 柱");
		whole = whole || !is_zero(value);
	}
	if (!whole)
		say(g, place(g, 1, 1),
		    "a pie needs a number above zero; all of these are 0");
}

/* What is wrong with the table as a whole. */
static bool
check_shape(struct reading *g)
{
	size_t r, c;

	for (r = 0; r < g->cells.n; r++)
		for (c = 0; c < g->cells.columns; c++)
			if (tablecells_at(&g->cells, r, c)->span != 1 ||
			    tablecells_at(&g->cells, r, c)->under)
				say(g, place(g, r, c),
				    "the cells of a chart cannot be joined; "
				    "write each out");
	if (g->cells.n == 1 && g->cells.columns == 1) {
		say(g, place(g, 0, 0),
		    "a chart wants a table: a row of names and rows of "
		    "numbers, or a fact that is one; where an edition masks "
		    "it, leave the chart out between :::除 EDITION and :::");
		return false;
	}
	if (g->cells.n == 1)
		say(g, place(g, 0, 0),
		    "this chart has nothing to show: its table has no rows "
		    "below the head");
	if (g->cells.columns == 1)
		say(g, place(g, 0, 0),
		    "a chart needs a column of numbers behind that of their "
		    "names");
	if (g->cells.columns > SERIES_MOST + 1)
		say(g, place(g, 0, SERIES_MOST + 1),
		    "a chart shows at most 8 columns of numbers; more cannot "
		    "be told apart in print");
	if ((g->cells.n - 1) * (g->cells.columns - 1) > POINTS_MOST)
		say(g, place(g, 0, 0), "a chart shows at most 1000 numbers");
	return !g->bad;
}

static bool
has_number(const struct chart *c)
{
	size_t row, column;

	for (row = 1; row <= c->points; row++)
		for (column = 1; column <= c->series; column++)
			if (chart_cell(c, row, column)->n != 0)
				return true;
	return false;
}

/* Cells that hold what typeset cannot set are told as in a table; false where
 * an earlier filter told a fault in one. */
static bool
check_runs(const struct reading *g)
{
	struct buf nowhere = { 0 };
	bool fine = true;
	size_t r;

	for (r = 0; r < g->cells.n; r++, buf_clear(&nowhere)) {
		const struct paragraph *row = &g->cells.rows[r];

		paragraph_runs(row, 0, row->text.n, g->how, &nowhere);
		fine = fine && !marks_error(buf_str(&row->text));
	}
	buf_free(&nowhere);
	return fine;
}

/* Takes the cells of the table. */
static void
take_cells(struct reading *g)
{
	size_t r, c;

	if (!tablecells_read(&g->cells) || !check_runs(g)) {
		g->bad = true;
		return;
	}
	if (!check_shape(g))
		return;
	chart_make(&g->chart, g->cells.n - 1, g->cells.columns - 1);
	for (r = 0; r < g->cells.n; r++)
		for (c = 0; c < g->cells.columns; c++) {
			add_shown(tablecells_text(&g->cells, r,
				      tablecells_at(&g->cells, r, c)),
			    chart_cell(&g->chart, r, c));
			if (r != 0 && c != 0)
				read_value(g, r, c);
		}
	check_names(g);
	if (!has_number(&g->chart))
		say(g, place(g, 1, 1),
		    "this chart has nothing to show: no cell holds a number");
	else if (g->chart.kind == CHART_PIE && !g->bad)
		check_pie(g);
}

/* Half as high as wide; a bar that lies takes a line of its own. */
static void
set_size(struct reading *g)
{
	const struct stylesheet *s = g->how->sheet;
	struct chart *c = &g->chart;
	const struct face *text = &s->faces[FACE_TABLE_TEXT];
	long most = stylesheet_height(s) - 4 * s->faces[FACE_BODY].line;
	long height = g->how->width / 2;

	if (g->how->width != stylesheet_width(s))
		most = stylesheet_width(s) - 4 * s->faces[FACE_BODY].line;
	if (c->kind == CHART_HBAR) {
		long bars = (long)(c->points * (c->series + 1));

		height = text->size * (bars * 4 / 5 + 4);
		if (height < g->how->width / 3)
			height = g->how->width / 3;
	}
	if (height > most)
		height = most;
	c->width = g->how->width * EMU_A_TWIP;
	c->height = height * EMU_A_TWIP;
}

/* A pie without room for its words shows the numbers of few slices only. */
static void
check_room(const struct reading *g, struct place opened)
{
	const struct chart *c = &g->chart;

	if (c->kind == CHART_PIE &&
	    chartpie_plan(c, chartpaint_text_of(g->how->sheet).size).crowded)
		diag_say(g->how->d, opened, LEVEL_WARNING, "chart",
		    "the words beside these slices would overlap, so only "
		    "large ones get their numbers; put small ones together, "
		    "or take 横柱");
}

/* Where the chart cannot be drawn, its caption may be wrong besides. */
static void
put_figure(const struct reading *g, const struct paragraph *args,
    size_t caption, struct buf *out)
{
	bool captioned = caption < args->text.n;

	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", face_style(FACE_IMAGE));
	if (captioned)
		xmlout_element(out, "w:keepNext", NULL, NULL);
	xmlout_end(out, "w:pPr");
	if (!g->bad)
		reloc_chart(out, &g->chart);
	paragraph_close(out);
	if (!captioned)
		return;
	paragraph_open(face_style(FACE_FIGURE_CAPTION), out);
	paragraph_runs(args, caption, args->text.n, g->how, out);
	paragraph_close(out);
}

void
chart_put(const struct paragraph *args, const struct paragraph *lines, size_t n,
    struct place opened, const struct setting *how, struct buf *out)
{
	struct reading g = { .how = how };
	struct tablefact fact = { 0 };
	size_t caption;

	read_kind(&g, args, opened, &caption);
	read_caption(&g, str_from(buf_str(&args->text), caption));
	if (n == 0) {
		say(&g, opened,
		    "this chart has no figures; write a table before its :::");
	} else if (tablefact_rows(&fact, lines, n, how)) {
		g.cells = (struct tablecells){
			.rows = fact.rows, .n = fact.n, .how = how
		};
		g.fact = fact.fact;
		take_cells(&g);
		tablecells_free(&g.cells);
	} else {
		g.bad = true;
	}
	if (!g.bad) {
		set_size(&g);
		check_room(&g, opened);
	}
	put_figure(&g, args, caption, out);
	chart_free(&g.chart);
	tablefact_free(&fact);
}
