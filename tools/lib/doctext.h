/* doctext: a Word document as plain text */
#ifndef DOCTEXT_H
#define DOCTEXT_H

#include <stdbool.h>

#include "str.h"

/*
 * Adds the text of a DOCX to *out, as with its tracked changes accepted or, if
 * so, rejected: a line
 * for each paragraph, one more for each line break in it; a line for each row
 * of a table, its cells parted by tabs and what lies in one by blanks; text
 * boxes after the paragraph they are anchored in; a note's mark as [1], and the
 * notes at the end, a line each. False, with the reason added
 * to *why and nothing to *out, when file is no sound document.
 */
bool doctext_read(
    struct str file, bool rejected, struct buf *out, struct buf *why);
/* The same for people to read: tables in columns (texttable.h), and what a
 * picture or a chart shows between ［ and ］. */
bool doctext_print(
    struct str file, bool rejected, struct buf *out, struct buf *why);

#endif
