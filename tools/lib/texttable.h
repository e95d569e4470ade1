/* texttable: a table in plain text, in columns */
#ifndef TEXTTABLE_H
#define TEXTTABLE_H

#include "str.h"

/* Sets the rows of a table, which stand in text from byte from on, a line
 * each, their cells parted by tabs, in columns parted by bars. A Chinese
 * character is as wide as two others; a column is no wider than TEXTTABLE_MOST
 * of them, and a longer cell goes beyond it. */
enum { TEXTTABLE_MOST = 40 };
void texttable_set(struct buf *text, size_t from);

#endif
