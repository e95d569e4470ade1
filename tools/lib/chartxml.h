/* chartxml: a chart as the DrawingML part that Word draws it from (21.2) */
#ifndef CHARTXML_H
#define CHARTXML_H

#include "chart.h"
#include "stylesheet.h"

/* Adds the part of chart n, from 1, whose workbook its relationship rId1 leads
 * to; the values stand in it, too, as Word wants (c:strCache, c:numCache). */
void chartxml_put(const struct chart *c, size_t n,
    const struct stylesheet *sheet, struct buf *out);
/* Says whether there are few points, and the widest value finds room over a bar
 * or beside the next point, in letters of that size, hundredths of a point. */
bool chartxml_labelled(const struct chart *c, long size);
/* Adds the formula for cells of a workbook's sheet: one column, and rows of it,
 * from 0. */
void chartxml_formula(
    size_t column, size_t first, size_t last, struct buf *out);

#endif
