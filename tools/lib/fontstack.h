/* fontstack: the fonts that may stand for one that official documents name */
#ifndef FONTSTACK_H
#define FONTSTACK_H

#include "str.h"

/* Adds the declaration font-family of a font: itself, its brothers on other
 * systems, and a family. A name with other signs than a font's has in CSS is
 * left out. */
void fontstack_put(struct str font, struct buf *out);
/* Adds the @font-face rules that the declarations build on: digits and Latin
 * letters of the machine's Times, and none of the marks that Chinese text
 * shares with Western text. */
void fontstack_faces(struct buf *out);

#endif
