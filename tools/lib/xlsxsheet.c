/* xlsxsheet: the cells of a sheet of a workbook, as text */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "die.h"
#include "lang.h"
#include "utf8.h"
#include "xlsxsheet.h"

enum {
	MOST_COLUMNS = 1000,
	MOST_ROWS = 1048576, /* 18.3.1.73 */
	TOLD = 20
};

void
xlsxsheet_say(struct xlsxsheet *s, size_t row, size_t column, const char *what)
{
	if (s->faults++ < TOLD)
		diag_say(s->d, (struct place){ s->path, row, column },
		    LEVEL_ERROR, "ledger", "%s", lang_text(what));
	else
		s->d->counts[LEVEL_ERROR]++;
}

/* Reads "B12" into the place of a cell; without it the cell is the next one. */
static bool
read_reference(struct xlsxsheet *s, struct str ref)
{
	size_t i, column = 0, row = 0;

	if (ref.n == 0) {
		s->column++;
		return s->column <= MOST_COLUMNS;
	}
	for (i = 0; i < ref.n && ref.p[i] >= 'A' && ref.p[i] <= 'Z' && i < 4;
	     i++)
		column = column * 26 + (size_t)(ref.p[i] - 'A') + 1;
	for (; i < ref.n && ref.p[i] >= '0' && ref.p[i] <= '9' &&
	       row <= MOST_ROWS;
	     i++)
		row = row * 10 + (size_t)(ref.p[i] - '0');
	if (i != ref.n || column <= s->column || row != s->row)
		return false;
	s->column = column;
	return true;
}

static size_t
small_number(const struct xml_element *e, const char *name, size_t otherwise)
{
	struct str value;
	size_t n = 0, i;

	if (!xml_attribute(e, "", name, &value) || value.n == 0)
		return otherwise;
	for (i = 0; i < value.n && i < 9; i++) {
		if (value.p[i] < '0' || value.p[i] > '9')
			return otherwise;
		n = n * 10 + (size_t)(value.p[i] - '0');
	}
	return n;
}

static void
begin_row(struct xlsxsheet *s, struct xml *x, const struct xml_element *e)
{
	size_t number = small_number(e, "r", s->row + 1);

	if (number <= s->row || number > MOST_ROWS) {
		xml_fail(x, "the rows of the sheet are out of order");
		return;
	}
	s->row = number;
	s->column = 0;
	s->rows = mem_more(s->rows, s->rows_n, sizeof(*s->rows));
	s->rows[s->rows_n++] = (struct xlsxrow){ number, s->cells_n, 0 };
}

static void
begin_cell(struct xlsxsheet *s, struct xml *x, const struct xml_element *e)
{
	struct str value = { "", 0 };

	xml_attribute(e, "", "r", &value);
	if (s->rows_n == 0 || !read_reference(s, value)) {
		xml_fail(x, "the cells of the sheet are out of order");
		return;
	}
	value = STR("n");
	xml_attribute(e, "", "t", &value);
	s->type[0] = '\0';
	if (value.n < sizeof(s->type)) {
		memcpy(s->type, value.p, value.n);
		s->type[value.n] = '\0';
	}
	s->style = small_number(e, "s", 0);
	s->open = s->depth;
	buf_clear(&s->reading.value);
}

/* Adds the text of a cell that holds a number; false where it holds none. */
static bool
put_number(struct xlsxsheet *s, struct buf *out)
{
	enum xlsx_kind kind = s->style < s->styles->cells_n
				  ? s->styles->cells[s->style]
				  : XLSX_NUMBER;
	char *end;
	double x = strtod(s->reading.value.p, &end);

	if (*end != '\0' || !isfinite(x))
		return false;
	if (kind == XLSX_NUMBER || !xlsxstyles_put(x, kind, s->since_1904, out))
		decimal_put(x, out);
	return true;
}

/* Adds the text of the cell that was read. */
static void
put_cell(struct xlsxsheet *s, struct buf *out)
{
	struct str shared;
	char *end;

	if (strcmp(s->type, "s") == 0) {
		if (xlsxstrings_get(s->strings,
			strtoul(s->reading.value.p, &end, 10), &shared) &&
		    *end == '\0')
			buf_adds(out, shared);
		else
			xlsxsheet_say(s, s->row, s->column,
			    "the text of this cell is missing from the file; "
			    "save it anew from the spreadsheet");
	} else if (strcmp(s->type, "b") == 0) {
		buf_addz(out,
		    strcmp(s->reading.value.p, "1") == 0 ? "TRUE" : "FALSE");
	} else if (strcmp(s->type, "e") == 0) {
		struct buf what = { 0 };

		buf_addf(&what,
		    "this cell holds the error %s; mend it in the spreadsheet",
		    s->reading.value.p);
		xlsxsheet_say(s, s->row, s->column, what.p);
		buf_free(&what);
	} else if (strcmp(s->type, "n") != 0) {
		buf_adds(out, buf_str(&s->reading.value));
	} else if (!put_number(s, out)) {
		xlsxsheet_say(s, s->row, s->column,
		    "this cell holds a number that is none; save the file "
		    "anew from the spreadsheet");
	}
}

/* Control characters and noncharacters can stand in no document. */
static bool
is_text(struct str s)
{
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		n = utf8_next(s, i, &c);
		if (n == 0 || utf8_noncharacter(c) ||
		    (c < 0x20 && c != '\t' && c != '\n') ||
		    (c >= 0x7F && c < 0xA0))
			return false;
	}
	return true;
}

static void
end_cell(struct xlsxsheet *s)
{
	struct xlsxcell cell = { s->column - 1, { s->text.n, 0 } };
	struct str text;

	s->open = 0;
	if (s->reading.value.n == 0)
		return;
	put_cell(s, &s->text);
	text = utf8_trim(str_from(buf_str(&s->text), cell.text.at));
	if (text.n == 0)
		return;
	if (!is_text(text))
		xlsxsheet_say(s, s->row, s->column,
		    "this cell holds a character that no text may; delete it");
	cell.text = (struct xlsxspan){ (size_t)(text.p - s->text.p), text.n };
	if (cell.column >= MOST_COLUMNS) {
		xlsxsheet_say(
		    s, s->row, s->column, "a ledger has at most 1,000 columns");
		return;
	}
	s->cells = mem_more(s->cells, s->cells_n, sizeof(*s->cells));
	s->cells[s->cells_n++] = cell;
	s->rows[s->rows_n - 1].n++;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct xlsxsheet *s = me;

	s->depth++;
	xlsxtext_start(&s->reading, e);
	if (strcmp(e->name, "row") == 0)
		begin_row(s, x, e);
	else if (strcmp(e->name, "c") == 0)
		begin_cell(s, x, e);
	if (s->open == 0)
		s->reading.collects = false;
}

static void
on_end(void *me)
{
	struct xlsxsheet *s = me;

	s->reading.collects = false;
	if (s->depth-- == s->open)
		end_cell(s);
}

static void
on_text(void *me, struct str text)
{
	xlsxtext_add(&((struct xlsxsheet *)me)->reading, text);
}

bool
xlsxsheet_read(struct xlsxsheet *s, struct opc *o, struct str part)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };

	buf_add(&s->reading.value, "", 0);
	return opc_parse(o, part, &handler, s);
}

struct str
xlsxsheet_text(const struct xlsxsheet *s, const struct xlsxcell *c)
{
	return str_cut(buf_str(&s->text), c->text.at, c->text.n);
}

void
xlsxsheet_free(struct xlsxsheet *s)
{
	free(s->cells);
	free(s->rows);
	buf_free(&s->text);
	buf_free(&s->reading.value);
	*s = (struct xlsxsheet){ 0 };
}
