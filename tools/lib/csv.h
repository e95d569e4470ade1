/* csv: a ledger as comma-separated values (RFC 4180) */
#ifndef CSV_H
#define CSV_H

#include "diag.h"
#include "records.h"

/*
 * Reads the bytes of a file, in any encoding that source.h knows. Commas,
 * semicolons or tabs part the cells: whichever the head has most of. Blanks
 * around a cell are not part of it, unless it is quoted; rows without any text
 * are left out. Reports what is wrong under path; false where anything is.
 */
bool csv_read(
    struct records *rs, struct str raw, const char *path, struct diag *d);

#endif
