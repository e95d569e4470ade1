/* answer: what a formula gives, a table of text */
#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>

#include "str.h"

/* A cell of an answer. */
struct answer_cell {
	size_t at, n; /* its bytes in text */
	bool empty; /* SQL's NULL */
	bool fraction; /* a number that is not whole */
};

/* What a formula gives; starts as { 0 }. */
struct answer {
	size_t columns, rows;
	struct answer_cell *cells; /* the names of the columns, then the rows */
	size_t cells_n;
	struct buf text;
};

/* Adds a cell behind the others, whose text, from byte at on, is the end of
 * a->text. */
void answer_add(struct answer *a, struct answer_cell cell);
/* Says whether two answers are the same, names of columns apart. */
bool answer_equal(const struct answer *a, const struct answer *b);
/* The text of a cell; row 0 holds the names of the columns. */
struct str answer_text(const struct answer *a, size_t row, size_t column);
/* Frees it; it may be used again afterwards. */
void answer_free(struct answer *a);

#endif
