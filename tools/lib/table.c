/* table: literal tables, from rows of text to WordprocessingML */
#include <stdlib.h>

#include "die.h"
#include "inline.h"
#include "table.h"
#include "utf8.h"
#include "xmlout.h"

enum {
	MOST_CELLS = 63, /* columns that Word can hold in a table */
};

/* A cell of a row: its bytes in the row's text. */
struct cell {
	size_t at, end;
	size_t span; /* columns; 0 where the cell to the left covers it */
	bool under; /* the cell above goes on here */
};

struct table {
	const struct paragraph *rows;
	size_t n, columns;
	struct cell *cells; /* n times columns */
	const struct setting *how;
	bool bad;
};

static struct str
cell_text(const struct table *t, size_t row, const struct cell *c)
{
	return str_cut(buf_str(&t->rows[row].text), c->at, c->end - c->at);
}

/* Cuts a row into cells; the return value counts them, and those beyond room
 * are only counted. */
static size_t
cut_row(const struct paragraph *row, struct cell *cells, size_t room)
{
	struct str text = buf_str(&row->text);
	size_t at = 0, start = 0, n = 0, i, bar;
	struct piece p;

	while (inline_next(text, &at, &p)) {
		if (p.kind != PIECE_TEXT)
			continue;
		for (i = 0; i < p.text.n; i += bar != 0 ? bar : 1) {
			size_t here = (size_t)(p.text.p - text.p) + i;

			bar = utf8_markup(p.text, i, '|');
			if (bar == 0)
				continue;
			if (n < room)
				cells[n] =
				    (struct cell){ start, here, 1, false };
			n++;
			start = here + bar;
		}
	}
	if (n < room)
		cells[n] = (struct cell){ start, text.n, 1, false };
	return n + 1;
}

static void
trim_cell(const struct table *t, size_t row, struct cell *c)
{
	struct str text = cell_text(t, row, c);
	struct str bare = utf8_trim(text);

	c->at += (size_t)(bare.p - text.p);
	c->end = c->at + bare.n;
}

static void
say(struct table *t, size_t row, size_t at, const char *what)
{
	t->bad = true;
	diag_say(t->how->d, paragraph_place(&t->rows[row], at, t->how->path),
	    LEVEL_ERROR, "table", "%s", what);
}

/* The cell that holds column c of a row: itself, or one to its left. */
static struct cell *
owner(struct cell *row, size_t c)
{
	while (c > 0 && row[c].span == 0)
		c--;
	return &row[c];
}

/* Settles the `<` and `^` of a row. */
static void
merge_row(struct table *t, size_t r)
{
	struct cell *row = t->cells + r * t->columns;
	size_t c;

	for (c = 0; c < t->columns; c++) {
		struct str text = cell_text(t, r, &row[c]);

		if (str_equal(text, STR("<"))) {
			if (c == 0)
				say(t, r, row[c].at,
				    "there is no cell to the left of this <; "
				    "write \\< for the sign");
			row[c].span = 0;
			owner(row, c)->span++;
		} else if (str_equal(text, STR("^"))) {
			if (r == 0)
				say(t, r, row[c].at,
				    "there is no cell above this ^; write \\^ "
				    "for the sign");
			row[c].under = true;
		}
	}
	for (c = 0; r > 0 && c < t->columns; c++)
		if (row[c].under && (row - t->columns)[c].span != row[c].span)
			say(t, r, row[c].at,
			    "this ^ lies under a cell of another width");
}

static bool
read_cells(struct table *t)
{
	size_t r, c, got;

	t->columns = cut_row(&t->rows[0], NULL, 0);
	if (t->columns > MOST_CELLS) {
		say(t, 0, 0, "a table has at most 63 columns");
		return false;
	}
	t->cells = mem_alloc(t->n * t->columns * sizeof(*t->cells));
	for (r = 0; r < t->n; r++) {
		struct cell *row = t->cells + r * t->columns;

		got = cut_row(&t->rows[r], row, t->columns);
		if (got != t->columns) {
			t->bad = true;
			diag_say(t->how->d,
			    paragraph_place(&t->rows[r], 0, t->how->path),
			    LEVEL_ERROR, "table",
			    "this row has %zu cells, the table's head %zu", got,
			    t->columns);
			continue;
		}
		for (c = 0; c < t->columns; c++)
			trim_cell(t, r, &row[c]);
	}
	for (r = 0; r < t->n && !t->bad; r++)
		merge_row(t, r);
	return !t->bad;
}

static long
width(const struct table *t, size_t column, size_t span)
{
	size_t area = (size_t)t->how->width;
	size_t from = column * area / t->columns;
	size_t to = (column + span) * area / t->columns;

	return (long)(to - from);
}

/* Says whether the cell below column c goes on with this one. */
static bool
goes_on_below(const struct table *t, size_t r, size_t c)
{
	return r + 1 < t->n && t->cells[(r + 1) * t->columns + c].under;
}

static void
put_tc(const struct table *t, size_t r, size_t c, struct buf *out)
{
	const struct cell *cell = &t->cells[r * t->columns + c];

	xmlout_start(out, "w:tc");
	xmlout_start(out, "w:tcPr");
	xmlout_open(out, "w:tcW");
	xmlout_attrn(out, "w:w", width(t, c, cell->span));
	xmlout_attrz(out, "w:type", "dxa");
	xmlout_empty(out);
	if (cell->span > 1) {
		xmlout_open(out, "w:gridSpan");
		xmlout_attrn(out, "w:val", (long)cell->span);
		xmlout_empty(out);
	}
	if (cell->under)
		xmlout_element(out, "w:vMerge", NULL, NULL);
	else if (goes_on_below(t, r, c))
		xmlout_element(out, "w:vMerge", "w:val", "restart");
	xmlout_element(out, "w:vAlign", "w:val", "center");
	xmlout_end(out, "w:tcPr");
	/* a cell without a paragraph does not open (17.4.65) */
	paragraph_open(r == 0 ? "TableHead" : "TableText", out);
	if (!cell->under)
		paragraph_runs(&t->rows[r], cell->at, cell->end, t->how, out);
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
	if (r == 0)
		xmlout_element(out, "w:tblHeader", NULL, NULL);
	xmlout_end(out, "w:trPr");
	for (c = 0; c < t->columns; c++)
		if (t->cells[r * t->columns + c].span != 0)
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
	xmlout_open(out, "w:tblW");
	xmlout_attrn(out, "w:w", t->how->width);
	xmlout_attrz(out, "w:type", "dxa");
	xmlout_empty(out);
	xmlout_element(out, "w:jc", "w:val", "center");
	xmlout_element(out, "w:tblLayout", "w:type", "fixed");
	xmlout_end(out, "w:tblPr");
	xmlout_start(out, "w:tblGrid");
	for (c = 0; c < t->columns; c++) {
		xmlout_open(out, "w:gridCol");
		xmlout_attrn(out, "w:w", width(t, c, 1));
		xmlout_empty(out);
	}
	xmlout_end(out, "w:tblGrid");
}

void
table_put(const struct paragraph *rows, size_t n, const struct setting *how,
    struct buf *out)
{
	struct table t = { .rows = rows, .n = n, .how = how };
	size_t r;

	if (read_cells(&t)) {
		xmlout_start(out, "w:tbl");
		put_tblPr(&t, out);
		for (r = 0; r < n; r++)
			put_tr(&t, r, out);
		xmlout_end(out, "w:tbl");
	}
	free(t.cells);
}
