/* closing: signature and date below the text (GB/T 9704 7.3.5) */
#ifndef CLOSING_H
#define CLOSING_H

#include "paragraph.h"

/*
 * Adds the lines of a signature; the last of several is the date. By the
 * sheet's seal:
 *
 *   none    the longest line is as far from the right as its style says, the
 *           others end with it, and the date begins two characters right of
 *           where that one begins; a date longer than that stands there itself
 *           and the lines go left (7.3.5.2)
 *   sealed  the date as its style says, the lines centred over it (7.3.5.1)
 *   signed  two lines below, two characters left of a stamp of four characters
 *           that stands four from the right; the date one line below, four
 *           from the right (7.3.5.3)
 *
 * Nothing goes beyond the type area; all lines stay on the date's page.
 */
void closing_put(const struct paragraph *lines, size_t n,
    const struct setting *how, struct buf *out);

#endif
