/* textdiff: what was changed between two texts, for a reader at a terminal */
#ifndef TEXTDIFF_H
#define TEXTDIFF_H

#include <stdbool.h>

#include "str.h"

/* Adds a line for each place at which two texts differ: the paragraph, counted
 * in the new text, and the words around it; what is gone stands in [-...-],
 * what has come in {+...+}. Long changes are cut, and after many places it says
 * how many more there are. Says whether they differ. */
bool textdiff_put(struct str old, struct str new, struct buf *out);

#endif
