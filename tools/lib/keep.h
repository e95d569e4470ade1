/* keep: holds what was set last on the page of what follows */
#ifndef KEEP_H
#define KEEP_H

#include <stdbool.h>

#include "str.h"

/* Says whether a text in WordprocessingML begins with what may not stand on a
 * page without the text before it: a note of attachments, a signature, a note
 * (GB/T 9704 7.3.4 to 7.3.6). */
bool keep_wanted(struct str s);
/* Gives the last paragraph of a text in WordprocessingML w:keepNext (ECMA-376
 * 17.3.1.15), unless it has it or has no style; where a note of attachments
 * ends the text, all of it; where a table does, all paragraphs of its last
 * row. */
void keep_with_next(struct buf *out);

#endif
