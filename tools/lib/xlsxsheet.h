/* xlsxsheet: the cells of a sheet of a workbook, as text */
#ifndef XLSXSHEET_H
#define XLSXSHEET_H

#include <stdbool.h>

#include "diag.h"
#include "opc.h"
#include "str.h"
#include "xlsxstrings.h"
#include "xlsxstyles.h"
#include "xlsxtext.h"

struct xlsxcell {
	size_t column; /* from 0 */
	struct xlsxspan text;
};

/* Starts with path, d and what the workbook says. */
struct xlsxsheet {
	const char *path;
	struct diag *d;
	const struct xlsxstrings *strings;
	const struct xlsxstyles *styles;
	bool since_1904;

	struct buf text;
	struct xlsxcell *cells; /* those with text, row by row */
	struct xlsxrow {
		size_t number; /* from 1 */
		size_t first, n; /* of its cells */
	} * rows;
	size_t cells_n, rows_n, faults;

	/* the place in the part */
	size_t row, column; /* from 1; of the cell that is read */
	size_t depth, open; /* where the open cell began, 0 for none */
	struct xlsxtext reading;
	char type[12];
	size_t style;
};

/* Reads the part of a sheet (18.3.1.99), and reports what its cells may not
 * hold; false where it is no sound XML (opc_error). */
bool xlsxsheet_read(struct xlsxsheet *s, struct opc *o, struct str part);
/* Reports a fault of a cell; of many only the first ones are told. */
void xlsxsheet_say(
    struct xlsxsheet *s, size_t row, size_t column, const char *what);
/* The text of a cell. */
struct str xlsxsheet_text(const struct xlsxsheet *s, const struct xlsxcell *c);
/* Frees what it read. */
void xlsxsheet_free(struct xlsxsheet *s);

#endif
