/* tokenlines: a text with a token a line, for a merge inside of paragraphs */
#ifndef TOKENLINES_H
#define TOKENLINES_H

#include "str.h"

/* Adds the tokens of a text, a line each; a line of U+FDD0, which no text has,
 * for each line feed. */
void tokenlines_split(struct str text, struct buf *out);
/* Adds the text that such lines are of. */
void tokenlines_join(struct str lines, struct buf *out);

#endif
