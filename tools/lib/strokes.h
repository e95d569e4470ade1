/* strokes: ellipses and dashes that are not …… and ——
 * (GB/T 15834-2011 4.10, 4.11) */
#ifndef STROKES_H
#define STROKES_H

#include "punctuation.h"

/* Say whether an ellipsis or a dash, right or wrong, may begin with c. */
bool strokes_dots(uint32_t c);
bool strokes_line(uint32_t c);
/* Look at what begins at i; return the end of it, i where it is none. */
size_t strokes_ellipsis(
    struct punctuation *pn, const struct prose *p, size_t i);
size_t strokes_dash(struct punctuation *pn, const struct prose *p, size_t i);

#endif
