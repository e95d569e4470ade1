/* xlsx: a ledger as a spreadsheet saves it (ISO/IEC 29500-1, 18) */
#ifndef XLSX_H
#define XLSX_H

#include "diag.h"
#include "records.h"

/*
 * Reads the first sheet of a workbook; its first row with text names the
 * columns. A number is the plain decimal of 15 digits that the spreadsheet
 * shows; with a format of dates it is YYYY-MM-DD, with one of times HH:MM or
 * HH:MM:SS, with both the two parted by a blank; a truth is TRUE or FALSE, a
 * formula its last result. Rows without text are left out. Reports what is
 * wrong at path:row:column; false where anything is.
 */
bool xlsx_read(
    struct records *rs, struct str raw, const char *path, struct diag *d);

#endif
