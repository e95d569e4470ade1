/* chartsvgpie: a pie as SVG shapes, laid as chartpie plans it */
#ifndef CHARTSVGPIE_H
#define CHARTSVGPIE_H

#include "chart.h"
#include "svg.h"

/* Draws the pie of a chart's first series, with letters of that size,
 * hundredths of a point. */
void chartsvgpie_put(const struct chart *c, struct svg *s, long size);

#endif
