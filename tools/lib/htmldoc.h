/* htmldoc: a Word document as one page of HTML that needs nothing else */
#ifndef HTMLDOC_H
#define HTMLDOC_H

#include <stdbool.h>

#include "str.h"

/*
 * Adds the page of a DOCX to *out, as with its tracked changes accepted: sheets
 * that end where the document itself ends a page, notes behind them, pictures
 * and charts inside. It is XML as well as HTML. False, with the reason added to
 * *why and nothing to *out, when file is no sound document.
 */
bool htmldoc_read(struct str file, struct buf *out, struct buf *why);

#endif
