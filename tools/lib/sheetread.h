/* sheetread: the cells of a spreadsheet that workbook wrote, read back */
#ifndef SHEETREAD_H
#define SHEETREAD_H

#include "chart.h"

/* Reads the workbook in file into the cells of *c, which starts as { 0 } and
 * which the caller frees; false, with the reason added to *why, where it is
 * none. */
bool sheet_read(struct str file, struct chart *c, struct buf *why);

#endif
