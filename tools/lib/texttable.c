/* texttable: a table in plain text, in columns */
#include <stdint.h>
#include <stdlib.h>

#include "die.h"
#include "texttable.h"
#include "utf8.h"

/* The widths of columns, in half-width characters. */
struct widths {
	size_t *width;
	size_t n;
};

/* Takes the first cell off a row, without its tab; false where none is left. */
static bool
take_cell(struct str *row, bool *more, struct str *cell)
{
	size_t tab = str_find(*row, STR("\t"), 0);

	if (!*more)
		return false;
	*more = tab != (size_t)-1;
	*cell = *more ? str_cut(*row, 0, tab) : *row;
	*row = str_from(*row, *more ? tab + 1 : row->n);
	return true;
}

static size_t
width_of(struct str s)
{
	size_t at, n, width = 0;
	uint32_t c;

	for (at = 0; at < s.n; at += n) {
		n = utf8_next(s, at, &c);
		width += n != 0 && utf8_chinese(c) ? 2 : 1;
		n = n != 0 ? n : 1;
	}
	return width;
}

static void
measure(struct str rows, struct widths *w)
{
	struct str row, cell;

	while (str_line(&rows, &row)) {
		bool more = true;
		size_t i;

		for (i = 0; take_cell(&row, &more, &cell); i++) {
			size_t width = width_of(cell);

			if (i == w->n) {
				w->width =
				    mem_more(w->width, w->n, sizeof(*w->width));
				w->width[w->n++] = 0;
			}
			if (width > w->width[i] && width <= TEXTTABLE_MOST)
				w->width[i] = width;
		}
	}
}

static void
put_row(struct str row, const struct widths *w, struct buf *out)
{
	struct str cell;
	bool more = true;
	size_t i, width;

	for (i = 0; take_cell(&row, &more, &cell); i++) {
		buf_addz(out, i != 0 ? " | " : "");
		buf_adds(out, cell);
		for (width = width_of(cell); i < w->n && width < w->width[i];
		     width++)
			buf_addc(out, ' ');
	}
	while (str_ends(buf_str(out), STR(" ")))
		out->n--;
	buf_addc(out, '\n');
}

void
texttable_set(struct buf *text, size_t from)
{
	struct widths w = { 0 };
	struct buf rows = { 0 };
	struct str rest, row;

	buf_adds(&rows, str_from(buf_str(text), from));
	text->n = from;
	measure(buf_str(&rows), &w);
	rest = buf_str(&rows);
	while (str_line(&rest, &row))
		put_row(row, &w, text);
	buf_free(&rows);
	free(w.width);
}
