/* table: literal tables, from rows of text to WordprocessingML */
#include "inline.h"
#include "quantity.h"
#include "table.h"
#include "tablecells.h"
#include "tablewidth.h"
#include "wmlout.h"
#include "xmlout.h"

enum {
	WIDE = 108, /* Word's padding beside a cell's text, twips */
	NARROW = 28, /* where that leaves too little */
	SLACK = 40, /* for fonts that are wider than they should be */
};

/* What a column holds below its head, cells over several columns apart. */
struct column {
	bool numbers; /* a cell of it is a number */
	bool wraps; /* a text in it takes several lines */
};

struct table {
	struct tablecells cells;
	size_t heads; /* the rows of the head */
	struct column column[TABLE_COLUMNS];
	long widths[TABLE_COLUMNS];
	long padding; /* at each side of a cell's text, twips */
	const struct setting *how;
};

/* Counts the rows of the head: the first, and those that a cell of it reaches
 * down to, unless that is to the table's end. */
static void
count_heads(struct table *t)
{
	size_t c, r;

	t->heads = 1;
	for (c = 0; c < t->cells.columns; c++) {
		for (r = 0; tablecells_go_on(&t->cells, r, c); r++)
			;
		if (r + 1 > t->heads)
			t->heads = r + 1;
	}
	if (t->heads == t->cells.n)
		t->heads = 1;
}

static const struct face *
face(const struct table *t, size_t r)
{
	return &t->how->sheet
		    ->faces[r < t->heads ? FACE_TABLE_HEAD : FACE_TABLE_TEXT];
}

/* The width of a cell's text, and whether it is a number. */
static struct extent
measure(const struct table *t, size_t r, const struct cell *cell,
    struct tablewidth_whole whole, bool *number, struct buf *shown)
{
	buf_clear(shown);
	inline_shown(tablecells_text(&t->cells, r, cell), shown);
	*number = quantity_is(buf_str(shown));
	return tablewidth_text(buf_str(shown), face(t, r), whole);
}

/* How far the columns give way, one try after the other. */
static const struct attempt {
	struct tablewidth_whole head, text;
	long padding;
} attempts[] = {
	{ { 6, 4 }, { 6, 3 }, WIDE },
	{ { 4, 4 }, { 3, 3 }, WIDE },
	{ { 4, 4 }, { 3, 3 }, NARROW },
	{ { 2, 2 }, { 2, 2 }, NARROW },
	{ { 1, 1 }, { 1, 1 }, NARROW },
};

/* Finds what the columns want; says whether the least of it fits. */
static bool
find_wants(struct table *t, const struct attempt *a, struct extent *wants)
{
	struct buf shown = { 0 };
	struct extent e;
	long least = 0;
	size_t r, c;
	bool number;

	for (c = 0; c < t->cells.columns; c++)
		wants[c] = (struct extent){ 0, 0 };
	for (r = 0; r < t->cells.n; r++)
		for (c = 0; c < t->cells.columns; c++) {
			const struct cell *cell =
			    tablecells_at(&t->cells, r, c);

			if (cell->span != 1 || cell->under)
				continue;
			e = measure(t, r, cell,
			    r < t->heads ? a->head : a->text, &number, &shown);
			if (e.natural > wants[c].natural)
				wants[c].natural = e.natural;
			if (e.least > wants[c].least)
				wants[c].least = e.least;
			if (number && r >= t->heads)
				t->column[c].numbers = true;
		}
	t->padding = a->padding;
	for (c = 0; c < t->cells.columns; c++) {
		wants[c].natural += 2 * t->padding + SLACK;
		wants[c].least += 2 * t->padding + SLACK;
		least += wants[c].least;
	}
	buf_free(&shown);
	return least <= t->how->width;
}

static void
set_widths(struct table *t)
{
	struct extent wants[TABLE_COLUMNS];
	size_t i;

	for (i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++)
		if (find_wants(t, &attempts[i], wants))
			break;
	if (t->how->sheet->table_widths == WIDTHS_EVEN)
		tablewidth_even(t->cells.columns, t->how->width, t->widths);
	else
		tablewidth_share(
		    wants, t->cells.columns, t->how->width, t->widths);
}

static long
width(const struct table *t, size_t column, size_t span)
{
	long sum = 0;

	while (span-- != 0)
		sum += t->widths[column++];
	return sum;
}

/* Says whether a cell's text takes more than a line. */
static bool
wraps(const struct table *t, size_t r, size_t c, const struct extent *e)
{
	long span = width(t, c, tablecells_at(&t->cells, r, c)->span);

	return e->natural + 2 * t->padding > span;
}

/* Notes the columns in which a text takes several lines. */
static void
find_wraps(struct table *t)
{
	struct buf shown = { 0 };
	struct extent e;
	size_t r, c;
	bool number;

	for (r = t->heads; r < t->cells.n; r++)
		for (c = 0; c < t->cells.columns; c++) {
			const struct cell *cell =
			    tablecells_at(&t->cells, r, c);

			if (cell->span != 1 || cell->under)
				continue;
			e = measure(
			    t, r, cell, attempts[0].text, &number, &shown);
			if (!number && wraps(t, r, c, &e))
				t->column[c].wraps = true;
		}
	buf_free(&shown);
}

/* How a cell is aligned: the head by its style; numbers as the sheet says, and
 * a dash among them; texts by their style, but at the left where one of their
 * column takes several lines. */
static enum align
cell_align(const struct table *t, size_t r, size_t c)
{
	const struct cell *cell = tablecells_at(&t->cells, r, c);
	enum align align = face(t, r)->align;
	struct buf shown = { 0 };
	struct extent e;
	bool number;

	if (r < t->heads || cell->under)
		return align;
	e = measure(t, r, cell, attempts[0].text, &number, &shown);
	if (number || (t->column[c].numbers && quantity_none(buf_str(&shown))))
		align = (enum align)t->how->sheet->table_numbers;
	else if (align != ALIGN_BOTH &&
		 (cell->span == 1 ? t->column[c].wraps : wraps(t, r, c, &e)))
		align = ALIGN_LEFT;
	buf_free(&shown);
	return align;
}

/* Opens the paragraph of a cell. Word keeps a row on the page of the next by
 * its paragraphs (17.3.1.15): the head on that of the first row below, and the
 * last but one on that of the last, which is often a sum. */
static void
open_cell(const struct table *t, size_t r, size_t c, struct buf *out)
{
	static const char *const jc[] = {
		[ALIGN_BOTH] = "both",
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
	};
	enum align align = cell_align(t, r, c);
	bool head = r < t->heads;

	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val",
	    face_style(head ? FACE_TABLE_HEAD : FACE_TABLE_TEXT));
	if ((head && r + 1 < t->cells.n) || r + 2 == t->cells.n)
		xmlout_element(out, "w:keepNext", NULL, NULL);
	if (align != face(t, r)->align)
		xmlout_element(out, "w:jc", "w:val", jc[align]);
	xmlout_end(out, "w:pPr");
}

static void
put_tc(const struct table *t, size_t r, size_t c, struct buf *out)
{
	const struct cell *cell = tablecells_at(&t->cells, r, c);

	xmlout_start(out, "w:tc");
	xmlout_start(out, "w:tcPr");
	wmlout_width(out, "w:tcW", width(t, c, cell->span));
	if (cell->span > 1) {
		xmlout_open(out, "w:gridSpan");
		xmlout_attrn(out, "w:val", (long)cell->span);
		xmlout_empty(out);
	}
	if (cell->under)
		xmlout_element(out, "w:vMerge", NULL, NULL);
	else if (tablecells_go_on(&t->cells, r, c))
		xmlout_element(out, "w:vMerge", "w:val", "restart");
	xmlout_element(out, "w:vAlign", "w:val", "center");
	xmlout_end(out, "w:tcPr");
	/* a cell without a paragraph does not open (17.4.65) */
	open_cell(t, r, c, out);
	if (!cell->under)
		paragraph_runs(
		    &t->cells.rows[r], cell->at, cell->end, t->how, out);
	paragraph_close(out);
	xmlout_end(out, "w:tc");
}

static void
put_tr(const struct table *t, size_t r, struct buf *out)
{
	size_t c;

	xmlout_start(out, "w:tr");
	xmlout_start(out, "w:trPr");
	xmlout_element(out, "w:cantSplit", NULL, NULL);
	if (r < t->heads)
		xmlout_element(out, "w:tblHeader", NULL, NULL);
	xmlout_end(out, "w:trPr");
	for (c = 0; c < t->cells.columns; c++)
		if (tablecells_at(&t->cells, r, c)->span != 0)
			put_tc(t, r, c, out);
	xmlout_end(out, "w:tr");
}

/* WPS goes by w:gridCol, Word by w:tblW: both are written. */
static void
put_tblPr(const struct table *t, struct buf *out)
{
	size_t c;

	xmlout_start(out, "w:tblPr");
	xmlout_element(out, "w:tblStyle", "w:val", "TableGrid");
	wmlout_width(out, "w:tblW", t->how->width);
	xmlout_element(out, "w:jc", "w:val", "center");
	xmlout_element(out, "w:tblLayout", "w:type", "fixed");
	wmlout_cell_margins(out, t->padding);
	xmlout_end(out, "w:tblPr");
	xmlout_start(out, "w:tblGrid");
	for (c = 0; c < t->cells.columns; c++) {
		xmlout_elementn(out, "w:gridCol", "w:w", width(t, c, 1));
	}
	xmlout_end(out, "w:tblGrid");
}

void
table_put(const struct paragraph *rows, size_t n, const struct setting *how,
    struct buf *out)
{
	struct table t = { .cells = { .rows = rows, .n = n, .how = how },
		.how = how };
	size_t r;

	if (tablecells_read(&t.cells)) {
		count_heads(&t);
		set_widths(&t);
		find_wraps(&t);
		xmlout_start(out, "w:tbl");
		put_tblPr(&t, out);
		for (r = 0; r < n; r++)
			put_tr(&t, r, out);
		xmlout_end(out, "w:tbl");
	}
	tablecells_free(&t.cells);
}
