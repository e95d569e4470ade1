/* needlelist: lists of needles while a pattern is read for them */
#include <stdlib.h>

#include "die.h"
#include "needlelist.h"

enum { LONGEST = 96 }; /* bytes of a text */

void
needles_add(struct needles *nd, struct str text, bool open)
{
	nd->list = mem_more(nd->list, nd->n, sizeof(*nd->list));
	nd->list[nd->n] = (struct needle){ .open = open };
	buf_adds(&nd->list[nd->n++].text, text);
}

void
needles_take(struct needles *nd, struct needles *other)
{
	size_t i;

	for (i = 0; i < other->n; i++)
		needles_add(
		    nd, buf_str(&other->list[i].text), other->list[i].open);
	needles_free(other);
}

void
needles_free(struct needles *nd)
{
	while (nd->n > 0)
		buf_free(&nd->list[--nd->n].text);
	free(nd->list);
	*nd = (struct needles){ 0 };
}

size_t
needles_shortest(const struct needles *nd)
{
	size_t i, least = nd->n == 0 ? 0 : (size_t)-1;

	for (i = 0; i < nd->n; i++)
		if (nd->list[i].text.n < least)
			least = nd->list[i].text.n;
	return least;
}

bool
needles_closed(const struct needles *nd)
{
	bool open = false;
	size_t i;

	for (i = 0; i < nd->n; i++) {
		if (!nd->list[i].open && nd->list[i].text.n == 0)
			return true;
		open |= nd->list[i].open;
	}
	return !open;
}

void
needles_close(struct needles *nd)
{
	size_t i;

	for (i = 0; i < nd->n; i++)
		nd->list[i].open = false;
}

/* Longer texts are rarer, fewer are found faster. */
void
needles_better(struct needles *best, struct needles *other)
{
	size_t a = needles_shortest(best), b = needles_shortest(other);
	struct needles swap;

	if (b > a || (b == a && other->n < best->n && b != 0)) {
		swap = *best;
		*best = *other;
		*other = swap;
	}
	needles_free(other);
}

void
needles_multiply(struct needles *nd, const struct needles *next)
{
	struct needles product = { 0 };
	size_t i, j;

	for (i = 0; i < nd->n; i++) {
		struct needle *a = &nd->list[i];

		if (!a->open) {
			needles_add(&product, buf_str(&a->text), false);
			continue;
		}
		for (j = 0; j < next->n; j++) {
			const struct needle *b = &next->list[j];
			struct needle *made;

			needles_add(&product, buf_str(&a->text), b->open);
			made = &product.list[product.n - 1];
			buf_adds(&made->text, buf_str(&b->text));
			if (made->text.n > LONGEST)
				made->open = false;
		}
	}
	needles_free(nd);
	*nd = product;
}

void
needles_restart(struct needles *nd)
{
	needles_free(nd);
	needles_add(nd, STR(""), true);
}
