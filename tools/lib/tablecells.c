/* tablecells: the rows of a table, cut into cells and merged */
#include <stdlib.h>

#include "die.h"
#include "inline.h"
#include "lang.h"
#include "tablecells.h"
#include "utf8.h"

struct str
tablecells_text(const struct tablecells *t, size_t row, const struct cell *c)
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
trim_cell(const struct tablecells *t, size_t row, struct cell *c)
{
	struct str text = tablecells_text(t, row, c);
	struct str bare = utf8_trim(text);

	c->at += (size_t)(bare.p - text.p);
	c->end = c->at + bare.n;
}

static void
say(struct tablecells *t, size_t row, size_t at, const char *what)
{
	t->bad = true;
	diag_say(t->how->d, paragraph_place(&t->rows[row], at, t->how->path),
	    LEVEL_ERROR, "table", "%s", lang_text(what));
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
merge_row(struct tablecells *t, size_t r)
{
	struct cell *row = t->cells + r * t->columns;
	size_t c;

	for (c = 0; c < t->columns; c++) {
		struct str text = tablecells_text(t, r, &row[c]);

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
read_rows(struct tablecells *t)
{
	size_t r, c, got;

	t->columns = cut_row(&t->rows[0], NULL, 0);
	if (t->columns > TABLE_COLUMNS) {
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

/* Reports what is wrong inside the cells of a table that is not to be set. */
static void
check_cells(const struct tablecells *t)
{
	struct buf nowhere = { 0 };
	size_t r, c, n;

	for (r = 0; r < t->n; r++) {
		const struct paragraph *row = &t->rows[r];
		struct cell *cells;

		n = cut_row(row, NULL, 0);
		cells = mem_alloc(n * sizeof(*cells));
		cut_row(row, cells, n);
		for (c = 0; c < n; c++, buf_clear(&nowhere))
			paragraph_runs(
			    row, cells[c].at, cells[c].end, t->how, &nowhere);
		free(cells);
	}
	buf_free(&nowhere);
}

bool
tablecells_read(struct tablecells *t)
{
	bool fine = read_rows(t);

	if (!fine)
		check_cells(t);
	return fine;
}

const struct cell *
tablecells_at(const struct tablecells *t, size_t row, size_t column)
{
	return &t->cells[row * t->columns + column];
}

bool
tablecells_go_on(const struct tablecells *t, size_t row, size_t column)
{
	return row + 1 < t->n && tablecells_at(t, row + 1, column)->under;
}

void
tablecells_free(struct tablecells *t)
{
	free(t->cells);
	t->cells = NULL;
}
