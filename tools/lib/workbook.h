/* workbook: the figures of a chart as a spreadsheet (ECMA-376 18), which Word
 * opens where somebody edits them */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include "chart.h"
#include "zip.h"

#define WORKBOOK_SHEET "Sheet1" /* its only one */
#define WORKBOOK_CELLS "xl/worksheets/sheet1.xml" /* and its part */

/* Adds an xlsx file with the cells of a chart: names as text, values as
 * numbers. The writer is between two files. */
void workbook_put(const struct chart *c, struct zip *z, struct buf *out);
/* Adds the letters of a column, from 0: A, B ... Z, AA (18.18.7). */
void workbook_column(size_t column, struct buf *out);

#endif
