/* table: literal tables, from rows of text to WordprocessingML */
#ifndef TABLE_H
#define TABLE_H

#include "paragraph.h"

/*
 * Adds a table (ECMA-376 17.4.37) whose rows are paragraphs with cells parted
 * by `|`, the first the head; `<` merges a cell with its left one, `^` with the
 * one above. Reports rows that do not fit each other.
 */
void table_put(const struct paragraph *rows, size_t n,
    const struct setting *how, struct buf *out);

#endif
