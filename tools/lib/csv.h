/* csv: a ledger as comma-separated values (RFC 4180) */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>

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

/* Who takes the rows of a file one by one, and the head before them; cells last
 * until the call ends, names and the text as long as csv_read's records. */
struct csv_sink {
	void *ctx;
	bool places; /* wants those of cells, too, not only of names */
	void (*head)(void *ctx, const struct str *names,
	    const struct place *places, size_t columns);
	void (*row)(void *ctx, const struct str *cells,
	    const struct place *places, size_t line);
};

/* Reads in the same way, but keeps nothing: cells are as they were typed. A row
 * with a fault is reported and left out. */
bool csv_each(struct str raw, const char *path, const struct csv_sink *sink,
    struct diag *d);

/* Adds a cell, quoted where it has to be. */
void csv_put(struct str cell, struct buf *out);

#endif
