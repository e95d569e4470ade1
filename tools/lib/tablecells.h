/* tablecells: the rows of a table, cut into cells and merged */
#ifndef TABLECELLS_H
#define TABLECELLS_H

#include "paragraph.h"

enum {
	TABLE_COLUMNS = 63, /* that Word can hold in a table */
};

/* A cell of a row: its bytes in the row's text, without blanks at its ends. */
struct cell {
	size_t at, end;
	size_t span; /* columns; 0 where the cell to the left covers it */
	bool under; /* the cell above goes on here */
};

/* Starts as { .rows, .n, .how }, with a row at least. */
struct tablecells {
	const struct paragraph *rows;
	size_t n, columns;
	struct cell *cells; /* n times columns */
	const struct setting *how;
	bool bad;
};

/* Reads the rows; where they do not fit each other, reports it together with
 * what is wrong inside their cells, and answers false. The caller frees with
 * tablecells_free whatever the answer. */
bool tablecells_read(struct tablecells *t);
/* The cell at a row and a column. */
const struct cell *tablecells_at(
    const struct tablecells *t, size_t row, size_t column);
/* The text of a cell, with its markup. */
struct str tablecells_text(
    const struct tablecells *t, size_t row, const struct cell *c);
/* Says whether the cell below this one goes on with it. */
bool tablecells_go_on(const struct tablecells *t, size_t row, size_t column);
void tablecells_free(struct tablecells *t);

#endif
