/* chartblock: the block 图: a chart of the figures in a table */
#ifndef CHARTBLOCK_H
#define CHARTBLOCK_H

#include "paragraph.h"

/*
 * Adds a chart and its caption below, which may be empty. What stands behind
 * :::图 begins with the kind; the lines are a table, whose first row names the
 * series, and whose first column the categories; or one such table that a fact
 * put in. A chart is as wide as the type area, and high enough for what it
 * shows. What cannot be drawn is reported where it stands; opened is the place
 * of the block.
 */
void chart_put(const struct paragraph *args, const struct paragraph *lines,
    size_t n, struct place opened, const struct setting *how, struct buf *out);

#endif
