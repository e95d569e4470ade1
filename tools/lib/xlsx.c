/* xlsx: a ledger as a spreadsheet saves it (ISO/IEC 29500-1, 18) */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "die.h"
#include "ledger.h"
#include "opc.h"
#include "utf8.h"
#include "xlsx.h"
#include "xlsxstyles.h"

enum {
	MOST_COLUMNS = 1000,
	MOST_ROWS = 1048576, /* 18.3.1.73 */
	MOST_CELLS = 10000000, /* of the table, empty ones too */
	TOLD = 20
};

/* A text among many in one buffer, which moves as it grows. */
struct span {
	size_t at, n;
};

struct cell {
	size_t column; /* from 0 */
	struct span text;
};

struct reading {
	struct records *rs;
	struct diag *d;
	const char *path;
	struct opc *o;
	struct xlsxstyles styles;
	bool since_1904;
	struct buf sheet_id; /* the relationship of the first sheet */

	struct buf shared; /* the shared strings, 18.4.8 */
	struct span *strings;
	size_t strings_n;

	/* the place in the sheet */
	size_t row, column; /* from 1; of the cell that is read */
	struct buf value; /* of the element v or t */
	bool collects, in_cell, phonetic;
	char type[12];
	size_t style;

	/* the sheet */
	struct buf text;
	struct cell *cells;
	struct sheet_row {
		size_t number, first, n;
	} * rows;
	size_t cells_n, rows_n, faults;
};

static void
say_at(struct reading *r, size_t row, size_t column, const char *what)
{
	if (r->faults++ < TOLD)
		diag_say(r->d, (struct place){ r->path, row, column },
		    LEVEL_ERROR, "ledger", "%s", what);
	else
		r->d->counts[LEVEL_ERROR]++;
}

static bool
named(const struct xml_element *e, const char *name)
{
	return strcmp(e->name, name) == 0;
}

/* An attribute in the namespace of relationships, transitional or strict. */
static struct str
relation_of(const struct xml_element *e)
{
	struct str id = { "", 0 };

	if (!xml_attribute(e,
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships",
		"id", &id))
		xml_attribute(e,
		    "http://purl.oclc.org/ooxml/officeDocument/relationships",
		    "id", &id);
	return id;
}

static void
on_workbook(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;
	struct str value;

	(void)x;
	if (named(e, "workbookPr") && xml_attribute(e, "", "date1904", &value))
		r->since_1904 =
		    str_equal(value, STR("1")) || str_equal(value, STR("true"));
	if (named(e, "sheet") && r->sheet_id.n == 0)
		buf_adds(&r->sheet_id, relation_of(e));
}

/* Text of v, or of t outside of the reading aids of Japanese (18.4.6). */
static void
on_text(void *me, struct str text)
{
	struct reading *r = me;

	if (r->collects)
		buf_adds(&r->value, text);
}

static void
begin_text(struct reading *r, const struct xml_element *e)
{
	if (named(e, "rPh"))
		r->phonetic = true;
	else if (named(e, "t") || named(e, "v"))
		r->collects = !r->phonetic;
	else
		r->collects = false;
}

static void
on_string(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;

	(void)x;
	begin_text(r, e);
	if (named(e, "si")) {
		r->phonetic = false;
		r->strings =
		    mem_more(r->strings, r->strings_n, sizeof(*r->strings));
		r->strings[r->strings_n++] = (struct span){ r->shared.n, 0 };
	} else if (named(e, "r")) {
		r->phonetic = false;
	}
}

static void
on_string_end(void *me)
{
	struct reading *r = me;

	r->collects = false;
	if (r->value.n == 0 || r->strings_n == 0)
		return;
	buf_adds(&r->shared, buf_str(&r->value));
	r->strings[r->strings_n - 1].n += r->value.n;
	buf_clear(&r->value);
}

/* Reads "B12" into the place of a cell; without it the cell is the next one. */
static bool
read_reference(struct reading *r, struct str ref)
{
	size_t i, column = 0, row = 0;

	if (ref.n == 0) {
		r->column++;
		return r->column <= MOST_COLUMNS;
	}
	for (i = 0; i < ref.n && ref.p[i] >= 'A' && ref.p[i] <= 'Z' && i < 4;
	     i++)
		column = column * 26 + (size_t)(ref.p[i] - 'A') + 1;
	for (; i < ref.n && ref.p[i] >= '0' && ref.p[i] <= '9' &&
	       row <= MOST_ROWS;
	     i++)
		row = row * 10 + (size_t)(ref.p[i] - '0');
	if (i != ref.n || column <= r->column || row != r->row)
		return false;
	r->column = column;
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
begin_row(struct reading *r, struct xml *x, const struct xml_element *e)
{
	size_t number = small_number(e, "r", r->row + 1);

	if (number <= r->row || number > MOST_ROWS) {
		xml_fail(x, "the rows of the sheet are out of order");
		return;
	}
	r->row = number;
	r->column = 0;
	r->rows = mem_more(r->rows, r->rows_n, sizeof(*r->rows));
	r->rows[r->rows_n++] = (struct sheet_row){ number, r->cells_n, 0 };
}

static void
begin_cell(struct reading *r, struct xml *x, const struct xml_element *e)
{
	struct str value = { "", 0 };

	xml_attribute(e, "", "r", &value);
	if (r->rows_n == 0 || !read_reference(r, value)) {
		xml_fail(x, "the cells of the sheet are out of order");
		return;
	}
	value = STR("n");
	xml_attribute(e, "", "t", &value);
	r->type[0] = '\0';
	if (value.n < sizeof(r->type)) {
		memcpy(r->type, value.p, value.n);
		r->type[value.n] = '\0';
	}
	r->style = small_number(e, "s", 0);
	r->in_cell = true;
	r->phonetic = false;
	buf_clear(&r->value);
}

static void
on_sheet(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;

	if (named(e, "row"))
		begin_row(r, x, e);
	else if (named(e, "c"))
		begin_cell(r, x, e);
	else if (named(e, "r"))
		r->phonetic = false;
	begin_text(r, e);
	if (!r->in_cell)
		r->collects = false;
}

/* Adds the text of a cell that holds a number; false where it holds none. */
static bool
put_number(struct reading *r, struct buf *out)
{
	enum xlsx_kind kind = r->style < r->styles.cells_n
				  ? r->styles.cells[r->style]
				  : XLSX_NUMBER;
	char *end;
	double x = strtod(r->value.p, &end);

	if (*end != '\0' || !isfinite(x))
		return false;
	if (kind == XLSX_NUMBER || !xlsxstyles_put(x, kind, r->since_1904, out))
		decimal_put(x, out);
	return true;
}

/* Adds the text of the cell that was read. */
static void
put_cell(struct reading *r, struct buf *out)
{
	size_t index;
	char *end;

	if (strcmp(r->type, "s") == 0) {
		index = strtoul(r->value.p, &end, 10);
		if (*end == '\0' && index < r->strings_n)
			buf_adds(out,
			    str_cut(buf_str(&r->shared), r->strings[index].at,
				r->strings[index].n));
		else
			say_at(r, r->row, r->column,
			    "the text of this cell is missing from the file; "
			    "save it anew from the spreadsheet");
	} else if (strcmp(r->type, "b") == 0) {
		buf_addz(out, strcmp(r->value.p, "1") == 0 ? "TRUE" : "FALSE");
	} else if (strcmp(r->type, "e") == 0) {
		struct buf what = { 0 };

		buf_addf(&what,
		    "this cell holds the error %s; mend it in the spreadsheet",
		    r->value.p);
		say_at(r, r->row, r->column, what.p);
		buf_free(&what);
	} else if (strcmp(r->type, "n") != 0) {
		buf_adds(out, buf_str(&r->value));
	} else if (!put_number(r, out)) {
		say_at(r, r->row, r->column,
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
end_cell(struct reading *r)
{
	struct cell cell = { r->column - 1, { r->text.n, 0 } };
	struct str text;

	r->in_cell = false;
	if (r->value.n == 0)
		return;
	put_cell(r, &r->text);
	text = utf8_trim(str_from(buf_str(&r->text), cell.text.at));
	if (text.n == 0)
		return;
	if (!is_text(text))
		say_at(r, r->row, r->column,
		    "this cell holds a character that no text may; delete it");
	cell.text = (struct span){ (size_t)(text.p - r->text.p), text.n };
	if (cell.column >= MOST_COLUMNS) {
		say_at(
		    r, r->row, r->column, "a ledger has at most 1,000 columns");
		return;
	}
	r->cells = mem_more(r->cells, r->cells_n, sizeof(*r->cells));
	r->cells[r->cells_n++] = cell;
	r->rows[r->rows_n - 1].n++;
}

/* The end of an element comes without its name: a cell ends with what follows
 * it, and with the sheet. */
struct sheet_walk {
	struct reading *r;
	size_t depth, cell; /* where the open cell began, 0 for none */
};

static void
walk_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct sheet_walk *w = me;

	w->depth++;
	on_sheet(w->r, x, e);
	if (named(e, "c"))
		w->cell = w->depth;
}

static void
walk_end(void *me)
{
	struct sheet_walk *w = me;

	w->r->collects = false;
	if (w->depth-- == w->cell) {
		w->cell = 0;
		end_cell(w->r);
	}
}

static void
walk_text(void *me, struct str text)
{
	on_text(((struct sheet_walk *)me)->r, text);
}

/* The part that a relationship of the workbook leads to. */
static bool
find_sheet(struct reading *r, struct str workbook, struct buf *part)
{
	struct opc_relations rels = { 0 };
	size_t i;

	if (opc_relate(r->o, workbook, &rels))
		for (i = 0; i < rels.n; i++)
			if (r->sheet_id.n != 0 && !rels.relation[i].external &&
			    str_equal(
				rels.relation[i].id, buf_str(&r->sheet_id)) &&
			    str_ends(rels.relation[i].type, STR("/worksheet")))
				buf_adds(part, rels.relation[i].target);
	free(rels.relation);
	return part->n != 0;
}

/* Reads the parts that the first sheet needs, and it; false where the package
 * is none, with why in opc_error or *why. */
static bool
read_parts(struct reading *r, const char **why)
{
	static const struct xml_handler workbook = { .start = on_workbook };
	static const struct xml_handler strings = { on_string, on_string_end,
		on_text };
	static const struct xml_handler sheet = { walk_start, walk_end,
		walk_text };
	struct sheet_walk w = { .r = r };
	struct str main = opc_target(r->o, STR(""), "officeDocument"), part;
	struct buf first = { 0 };
	bool fine;

	if (main.n == 0 || !opc_parse(r->o, main, &workbook, r))
		return false;
	if (!find_sheet(r, main, &first)) {
		*why = "a workbook without a sheet of cells";
		buf_free(&first);
		return false;
	}
	part = opc_target(r->o, main, "sharedStrings");
	fine = part.n == 0 || opc_parse(r->o, part, &strings, r);
	part = opc_target(r->o, main, "styles");
	fine = fine && (part.n == 0 || xlsxstyles_read(&r->styles, r->o, part));
	buf_clear(&r->value);
	fine = fine && opc_parse(r->o, buf_str(&first), &sheet, &w);
	buf_free(&first);
	return fine;
}

/* The names of the columns, from the first row with text. */
static bool
take_head(struct reading *r, const struct sheet_row *row)
{
	size_t n = r->cells[row->first + row->n - 1].column + 1, i;
	struct str *names = mem_alloc(n * sizeof(*names));
	struct place *places = mem_alloc(n * sizeof(*places));
	bool fine;

	for (i = 0; i < n; i++) {
		names[i] = STR("");
		places[i] = (struct place){ r->path, row->number, i + 1 };
	}
	for (i = 0; i < row->n; i++) {
		const struct cell *c = r->cells + row->first + i;

		names[c->column] =
		    str_cut(buf_str(&r->text), c->text.at, c->text.n);
	}
	fine = ledger_head(names, places, n, r->d);
	records_begin(r->rs, names, n);
	free(names);
	free(places);
	return fine;
}

static void
take_row(struct reading *r, const struct sheet_row *row, struct str *cells)
{
	size_t i;

	for (i = 0; i < r->rs->columns; i++)
		cells[i] = (struct str){ NULL, 0 };
	for (i = 0; i < row->n; i++) {
		const struct cell *c = r->cells + row->first + i;

		if (c->column >= r->rs->columns)
			say_at(r, row->number, c->column + 1,
			    "this cell stands beside the columns that the "
			    "first row names; name its column, or clear it");
		else
			cells[c->column] =
			    str_cut(buf_str(&r->text), c->text.at, c->text.n);
	}
	records_add(r->rs, cells, row->number);
}

static void
take_rows(struct reading *r)
{
	struct str *cells = NULL;
	size_t i;

	for (i = 0; i < r->rows_n; i++) {
		if (r->rows[i].n == 0)
			continue;
		if (cells != NULL) {
			if (r->rs->rows >= MOST_CELLS / r->rs->columns) {
				say_at(r, r->rows[i].number, 1,
				    "a ledger has at most 10,000,000 cells, "
				    "empty ones too; delete the columns that "
				    "are not needed");
				break;
			}
			take_row(r, r->rows + i, cells);
			continue;
		}
		take_head(r, r->rows + i);
		cells = mem_alloc(r->rs->columns * sizeof(*cells));
	}
	if (cells == NULL && r->faults == 0)
		say_at(r, 1, 1,
		    "the first sheet is empty; its first row names the "
		    "columns");
	free(cells);
	records_end(r->rs);
}

bool
xlsx_read(struct records *rs, struct str raw, const char *path, struct diag *d)
{
	struct reading r = { .rs = rs, .d = d, .path = path };
	size_t before = d->counts[LEVEL_ERROR];
	const char *why = NULL;

	buf_add(&r.value, "", 0);
	r.o = opc_open(raw);
	if (read_parts(&r, &why))
		take_rows(&r);
	else
		diag_say(d, (struct place){ path, 0, 0 }, LEVEL_ERROR, "ledger",
		    "this is no sound .xlsx file (%s); save it anew from the "
		    "spreadsheet, or as CSV",
		    why != NULL              ? why
		    : opc_error(r.o) != NULL ? opc_error(r.o)
					     : "no workbook in it");
	records_keep(rs, r.text);
	opc_free(r.o);
	xlsxstyles_free(&r.styles);
	buf_free(&r.sheet_id);
	buf_free(&r.shared);
	buf_free(&r.value);
	free(r.strings);
	free(r.cells);
	free(r.rows);
	return d->counts[LEVEL_ERROR] == before;
}
