/* typeset: the text of a section as WordprocessingML */
#ifndef TYPESET_H
#define TYPESET_H

#include "diag.h"
#include "str.h"
#include "stylesheet.h"

/* What the product of typeset begins and ends with: a whole w:body of its own,
 * so that one that was broken off can be told. */
#define WML_BEGIN                                                              \
	"<w:body xmlns:w=\"http://schemas.openxmlformats.org/"                 \
	"wordprocessingml/2006/main\">"
#define WML_END "</w:body>\n"

/*
 * Adds a section's text, after fill and outline, to out as a w:body (ECMA-376
 * 17.2.2) of paragraphs and tables in the styles of the style sheet. Faults are
 * reported under path; where the text has one, now or from an earlier filter,
 * answers false, and what out holds is not to be used. With marks, values, made
 * numbers and the lines of blocks are told as well (reloc.h).
 */
bool typeset_text(struct str text, const char *path,
    const struct stylesheet *sheet, bool marks, struct diag *d,
    struct buf *out);

#endif
