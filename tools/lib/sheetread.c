/* sheetread: the cells of a spreadsheet that workbook wrote, read back */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "opc.h"
#include "sheetread.h"
#include "workbook.h"

enum { ROWS = 100000, COLUMNS = 1000 }; /* far more than a chart has */

struct found {
	size_t row, column;
	struct buf text;
};

struct sheet {
	struct found *cells;
	size_t n;
	size_t rows, columns;
	bool collects; /* inside a cell */
};

/* Reads the name of a cell: the letters of its column, and its row from 1. */
static bool
read_name(struct str name, struct found *f)
{
	size_t i = 0, column = 0, row = 0;

	for (; i < name.n && name.p[i] >= 'A' && name.p[i] <= 'Z'; i++) {
		column = column * 26 + (size_t)(name.p[i] - 'A') + 1;
		if (column > COLUMNS)
			return false;
	}
	for (; i < name.n && name.p[i] >= '0' && name.p[i] <= '9'; i++) {
		row = row * 10 + (size_t)(name.p[i] - '0');
		if (row > ROWS)
			return false;
	}
	if (i < name.n || column == 0 || row == 0)
		return false;
	*f = (struct found){ .row = row - 1, .column = column - 1 };
	return true;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct sheet *s = me;
	struct str name;
	struct found f;

	if (strcmp(e->name, "row") == 0)
		s->collects = false;
	if (strcmp(e->name, "c") != 0)
		return;
	if (!xml_attribute(e, "", "r", &name) || !read_name(name, &f)) {
		xml_fail(x, "a cell without its name");
		return;
	}
	s->cells = mem_more(s->cells, s->n, sizeof(*s->cells));
	s->cells[s->n++] = f;
	s->rows = f.row >= s->rows ? f.row + 1 : s->rows;
	s->columns = f.column >= s->columns ? f.column + 1 : s->columns;
	s->collects = true;
}

static void
on_text(void *me, struct str text)
{
	struct sheet *s = me;

	if (s->collects)
		buf_adds(&s->cells[s->n - 1].text, text);
}

/* Moves what was found to its place. */
static void
take_cells(struct sheet *s, struct chart *c)
{
	size_t i;

	chart_make(c, s->rows - 1, s->columns - 1);
	for (i = 0; i < s->n; i++)
		buf_adds(chart_cell(c, s->cells[i].row, s->cells[i].column),
		    buf_str(&s->cells[i].text));
}

bool
sheet_read(struct str file, struct chart *c, struct buf *why)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.text = on_text,
	};
	struct opc *o = opc_open(file);
	struct sheet s = { 0 };
	bool fine = opc_parse(o, STR(WORKBOOK_CELLS), &handler, &s);
	size_t i;

	if (!fine)
		buf_addz(why, opc_error(o));
	else if ((fine = s.rows > 1 && s.columns > 1))
		take_cells(&s, c);
	else
		buf_addz(why, lang_text("no figures"));
	for (i = 0; i < s.n; i++)
		buf_free(&s.cells[i].text);
	free(s.cells);
	opc_free(o);
	return fine;
}
