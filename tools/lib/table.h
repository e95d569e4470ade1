/* table: literal tables, from rows of text to WordprocessingML */
#ifndef TABLE_H
#define TABLE_H

#include "paragraph.h"

/*
 * Adds a table (ECMA-376 17.4.37) whose rows are paragraphs with cells parted
 * by `|`; `<` merges a cell with its left one, `^` with the one above. The
 * first row is the head, with those that a cell of it is merged down to; it is
 * repeated on each page. Columns, as wide together as the setting, are wide by
 * what they hold, or even, as the style sheet says. Reports rows that do not
 * fit each other, and what is wrong in any cell.
 */
void table_put(const struct paragraph *rows, size_t n,
    const struct setting *how, struct buf *out);

#endif
