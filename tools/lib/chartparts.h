/* chartparts: the parts of a package that its charts need: of each the drawing,
 * its relationships, and its workbook */
#ifndef CHARTPARTS_H
#define CHARTPARTS_H

#include "chart.h"
#include "stylesheet.h"
#include "zip.h"

/* Adds the content types that n charts need, inside Types. */
void chartparts_types(size_t n, struct buf *out);
/* Adds the document's relationships to n charts: rIdChart1 ... */
void chartparts_relations(size_t n, struct buf *out);
/* Adds the parts of n charts to a package. */
void chartparts_add(const struct chart *charts, size_t n,
    const struct stylesheet *sheet, struct zip *z);

#endif
