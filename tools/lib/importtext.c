/* importtext: a text file as an old report */
#include <string.h>

#include "importtext.h"
#include "tablecells.h"
#include "utf8.h"

static struct str
trim(struct str s)
{
	return utf8_trim(s);
}

/* Takes the next cell off a row. */
static bool
next_cell(struct str *row, struct str *cell)
{
	const char *tab;
	size_t n;

	if (row->p == NULL)
		return false;
	tab = memchr(row->p, '\t', row->n);
	n = tab != NULL ? (size_t)(tab - row->p) : row->n;
	*cell = utf8_trim(str_cut(*row, 0, n));
	*row = tab != NULL ? str_from(*row, n + 1) : (struct str){ NULL, 0 };
	return true;
}

/* The cells of a line: 1 where there is no tab in it. Blanks are no tabs, and
 * a tab that indents a line parts nothing. */
static size_t
cells_of(struct str line)
{
	struct str cell;
	size_t n = 0;

	if (trim(line).n == 0)
		return 0;
	while (next_cell(&line, &cell))
		n++;
	return n;
}

/* The line without the blanks that indent it, but for the tab of a first cell
 * that is empty, where the lines around have as many cells. */
static size_t
row_cells(struct str line, size_t columns)
{
	size_t n = cells_of(line);

	return n == columns ? n : cells_of(trim(line));
}

static void
add_row(struct oldblock *table, struct str line)
{
	struct str cell;
	size_t c = 0;

	if (cells_of(line) != table->columns)
		line = trim(line);
	olddoc_row(table);
	while (next_cell(&line, &cell)) {
		struct oldcell *row =
		    table->cells + (table->rows - 1) * table->columns;

		buf_adds(&row[c++].text, cell);
	}
}

/* Counts the lines at the head of text that are rows of so many cells. */
static size_t
count_rows(struct str text, size_t columns)
{
	struct str line;
	size_t n = 0;

	while (str_line(&text, &line) && row_cells(line, columns) == columns)
		n++;
	return n;
}

void
importtext_read(struct str text, struct olddoc *doc)
{
	struct str line, rest = text;
	struct oldblock *table = NULL;
	size_t number = 0, rows = 0;

	while (str_line(&rest, &line)) {
		struct str body = trim(line);
		size_t columns = cells_of(body);
		struct oldblock *b;

		number++;
		if (rows != 0) {
			rows--;
			add_row(table, line);
			continue;
		}
		if (body.n == 0)
			continue;
		/* one line with a tab is no table */
		if (columns > 1 && columns <= TABLE_COLUMNS &&
		    (rows = count_rows(rest, columns)) != 0) {
			table = olddoc_add(doc, OLD_TABLE);
			olddoc_widen(table, columns);
			table->number = number;
			add_row(table, body);
			continue;
		}
		rows = 0;
		b = olddoc_add(doc, OLD_TEXT);
		buf_adds(&b->text, body);
		b->number = number;
	}
}
