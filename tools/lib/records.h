/*
 * records: a ledger as it was read: named columns, and rows of text cells
 *
 * A column is of numbers or of dates when all its filled cells are; numbers
 * then are plain decimals, and dates are written YYYY-MM-DD.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "str.h"

enum record_type { RECORD_TEXT, RECORD_NUMBER, RECORD_DATE };

/* Starts as { 0 }; its views last as long as it does. */
struct records {
	size_t columns, rows;
	struct str *names; /* of the columns */
	enum record_type *types; /* of the columns */
	struct str *cells; /* row by row; an empty cell has no bytes */
	size_t *lines; /* where each row stands in its file, from 1 */
	struct buf *kept; /* the texts that the views point into */
	size_t kept_n;
};

/* The cell in this row and column, both from 0. */
struct str records_cell(const struct records *rs, size_t row, size_t column);
/* Frees it; it may be used again afterwards. */
void records_free(struct records *rs);

#endif
