/*
 * records: a ledger as it was read: named columns, and rows of text cells
 *
 * A column is of numbers or of dates when all its filled cells are, and one at
 * least: plain decimals that a computer's number holds (number_plain), so that
 * codes such as 007 and numbers of identity cards stay text; dates as
 * date_parse reads them, which become YYYY-MM-DD and so compare as dates.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include <stdbool.h>

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
	bool as_typed; /* cells stay so, and all columns are text */
};

/* Starts the columns; names and, later, cells must last as long as rs. */
void records_begin(struct records *rs, const struct str *names, size_t columns);
/* Adds a row of as many cells, which stands in this line of the file. */
void records_add(struct records *rs, const struct str *cells, size_t line);
/* Finds the types of the columns, once all rows are there. */
void records_end(struct records *rs);
/* Says whether a cell can stand in a column of numbers, or of dates. */
bool records_is_number(struct str cell);
bool records_is_date(struct str cell);
/* Has rs own a text that its views point into. */
void records_keep(struct records *rs, struct buf text);
/* Frees it; it may be used again afterwards. */
void records_free(struct records *rs);

#endif
