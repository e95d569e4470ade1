/* labels: the names by which {{#label}} refers to tables and figures */
#include <stdint.h>
#include <stdlib.h>

#include "die.h"
#include "labels.h"
#include "marks.h"
#include "nearest.h"
#include "utf8.h"

size_t
labels_in(struct str caption)
{
	size_t i, n, at = caption.n;
	bool after_blank = true;

	for (i = 0; i < caption.n; i += n) {
		struct mark m;
		uint32_t c;
		size_t blank = utf8_blank(caption, i);

		n = mark_read(caption, i, &m) ? m.length
					      : utf8_next(caption, i, &c);
		if (n == 0)
			break;
		if (blank != 0)
			at = caption.n;
		else if (after_blank && utf8_markup(caption, i, '#') != 0)
			at = i;
		after_blank = blank != 0;
	}
	return at;
}

const struct label *
labels_find(const struct labels *ls, struct str name)
{
	size_t i;

	for (i = 0; i < ls->n; i++)
		if (str_equal(ls->list[i].name, name))
			return &ls->list[i];
	return NULL;
}

void
labels_add(
    struct labels *ls, struct str name, struct place place, struct str number)
{
	struct label l = { .name = name, .place = place };

	buf_adds(&l.number, number);
	ls->list = mem_more(ls->list, ls->n, sizeof(*ls->list));
	ls->list[ls->n++] = l;
}

void
labels_nearest(const struct labels *ls, struct str name, struct buf *out)
{
	struct nearest ne;
	size_t i;

	nearest_begin(&ne, name);
	for (i = 0; i < ls->n; i++)
		nearest_offer(&ne, ls->list[i].name);
	nearest_end(&ne, out);
}

void
labels_free(struct labels *ls)
{
	size_t i;

	for (i = 0; i < ls->n; i++)
		buf_free(&ls->list[i].number);
	free(ls->list);
	*ls = (struct labels){ 0 };
}
