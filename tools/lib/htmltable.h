/* htmltable: a table that is gathered cell by cell, then written as HTML */
#ifndef HTMLTABLE_H
#define HTMLTABLE_H

#include <stdbool.h>

#include "htmlstyles.h"

enum htmltable_merge { MERGE_NONE, MERGE_BEGINS, MERGE_GOES_ON };

struct htmltable_cell {
	struct buf content; /* HTML */
	size_t column, span;
	enum htmltable_merge merge; /* with the cell above */
};

struct htmltable_row {
	struct htmltable_cell *cells;
	size_t n;
	bool head; /* repeated on each page */
};

/* Starts as { 0 }. */
struct htmltable {
	long *columns; /* their widths, twips */
	size_t columns_n;
	struct htmltable_row *rows;
	size_t n;
	bool grid; /* it has rules between its columns */
	bool rules; /* it has rules between its rows */
	bool foot; /* it stands at the foot of its page */
	long outer, inner; /* the rules around and inside it, eighths of a
			      point */
	/* what was said of the row and the cell that come next */
	bool head, borders;
	size_t before, span;
	enum htmltable_merge merge;
};

/* Takes what an element of w:tblPr, w:tblGrid, w:trPr or w:tcPr says. */
void htmltable_take(struct htmltable *t, const struct xml_element *e);
/* Takes the rules of the table's style, which may be NULL. */
void htmltable_style(struct htmltable *t, struct htmlstyle *style);
/* Begins a row, and a cell of it, of which all was said. */
void htmltable_row(struct htmltable *t);
void htmltable_cell(struct htmltable *t);
/* Where the content of the cell goes, the last that was begun. */
struct buf *htmltable_content(struct htmltable *t);
/* Adds the table; base is as in look_length. */
void htmltable_put(const struct htmltable *t, long base, struct buf *out);
void htmltable_free(struct htmltable *t);

#endif
