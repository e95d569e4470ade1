/* chartsvg: a chart as an SVG drawing, much as Word draws it */
#ifndef CHARTSVG_H
#define CHARTSVG_H

#include <stdbool.h>

#include "chart.h"

/* Adds the drawing, with letters of that size, hundredths of a point; alt is
 * what it says to those who cannot see it. False, with nothing added, where the
 * values are too many or too large to be drawn. */
bool chartsvg_put(
    const struct chart *c, long size, struct str alt, struct buf *out);

#endif
