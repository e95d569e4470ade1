/* answer: what a formula gives, a table of text */
#include <stdlib.h>

#include "answer.h"
#include "die.h"

void
answer_add(struct answer *a, struct answer_cell cell)
{
	cell.n = a->text.n - cell.at;
	a->cells = mem_more(a->cells, a->cells_n, sizeof(*a->cells));
	a->cells[a->cells_n++] = cell;
}

struct str
answer_text(const struct answer *a, size_t row, size_t column)
{
	const struct answer_cell *c = a->cells + row * a->columns + column;

	return str_cut(buf_str(&a->text), c->at, c->n);
}

bool
answer_equal(const struct answer *a, const struct answer *b)
{
	size_t i, j;

	if (a->columns != b->columns || a->rows != b->rows)
		return false;
	for (i = 1; i <= a->rows; i++)
		for (j = 0; j < a->columns; j++) {
			size_t at = i * a->columns + j;

			if (a->cells[at].empty != b->cells[at].empty ||
			    !str_equal(
				answer_text(a, i, j), answer_text(b, i, j)))
				return false;
		}
	return true;
}

void
answer_free(struct answer *a)
{
	free(a->cells);
	buf_free(&a->text);
	*a = (struct answer){ 0 };
}
