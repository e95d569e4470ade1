/* chartaxes: the two axes of a chart */
#ifndef CHARTAXES_H
#define CHARTAXES_H

#include "chart.h"
#include "chartpaint.h"

/* Adds the c:axId elements that tie a plot to the axes of chart n. */
void chartaxes_ids(size_t n, struct buf *out);
/* Adds the axis of the categories and that of the values (21.2.2.25, .226). */
void chartaxes_put(const struct chart *c, size_t n,
    const struct chartpaint_text *text, struct buf *out);

#endif
