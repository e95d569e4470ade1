/* keep: holds what was set last on the page of what follows */
#ifndef KEEP_H
#define KEEP_H

#include "str.h"

/* Gives the last paragraph of a text in WordprocessingML w:keepNext (ECMA-376
 * 17.3.1.15), unless it has it or has no style; where a table ends the text,
 * all paragraphs of its last row. */
void keep_with_next(struct buf *out);

#endif
