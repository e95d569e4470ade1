/* xlsx: a ledger as a spreadsheet saves it (ISO/IEC 29500-1, 18) */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "ledger.h"
#include "opc.h"
#include "xlsx.h"
#include "xlsxsheet.h"

enum { MOST_CELLS = 10000000 }; /* of the table, empty ones too */

struct reading {
	struct records *rs;
	struct diag *d;
	struct opc *o;
	struct buf sheet_id; /* the relationship of the first sheet */
	struct xlsxstrings strings;
	struct xlsxstyles styles;
	struct xlsxsheet sheet;
};

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
		r->sheet.since_1904 =
		    str_equal(value, STR("1")) || str_equal(value, STR("true"));
	if (named(e, "sheet") && r->sheet_id.n == 0)
		buf_adds(&r->sheet_id, relation_of(e));
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
	fine = part.n == 0 || xlsxstrings_read(&r->strings, r->o, part);
	part = opc_target(r->o, main, "styles");
	fine = fine && (part.n == 0 || xlsxstyles_read(&r->styles, r->o, part));
	fine = fine && xlsxsheet_read(&r->sheet, r->o, buf_str(&first));
	buf_free(&first);
	return fine;
}

/* The names of the columns, from the first row with text. */
static bool
take_head(struct reading *r, const struct xlsxrow *row)
{
	size_t n = r->sheet.cells[row->first + row->n - 1].column + 1, i;
	struct str *names = mem_alloc(n * sizeof(*names));
	struct place *places = mem_alloc(n * sizeof(*places));
	bool fine;

	for (i = 0; i < n; i++) {
		names[i] = STR("");
		places[i] = (struct place){ r->sheet.path, row->number, i + 1 };
	}
	for (i = 0; i < row->n; i++) {
		const struct xlsxcell *c = r->sheet.cells + row->first + i;

		names[c->column] = xlsxsheet_text(&r->sheet, c);
	}
	fine = ledger_head(names, places, n, r->d);
	records_begin(r->rs, names, n);
	free(names);
	free(places);
	return fine;
}

static void
take_row(struct reading *r, const struct xlsxrow *row, struct str *cells)
{
	size_t i;

	for (i = 0; i < r->rs->columns; i++)
		cells[i] = (struct str){ NULL, 0 };
	for (i = 0; i < row->n; i++) {
		const struct xlsxcell *c = r->sheet.cells + row->first + i;

		if (c->column >= r->rs->columns)
			xlsxsheet_say(&r->sheet, row->number, c->column + 1,
			    "this cell stands beside the columns that the "
			    "first row names; name its column, or clear it");
		else
			cells[c->column] = xlsxsheet_text(&r->sheet, c);
	}
	records_add(r->rs, cells, row->number);
}

static void
take_rows(struct reading *r)
{
	struct str *cells = NULL;
	size_t i;

	for (i = 0; i < r->sheet.rows_n; i++) {
		if (r->sheet.rows[i].n == 0)
			continue;
		if (cells != NULL) {
			if (r->rs->rows >= MOST_CELLS / r->rs->columns) {
				xlsxsheet_say(&r->sheet,
				    r->sheet.rows[i].number, 1,
				    "a ledger has at most 10,000,000 cells, "
				    "empty ones too; delete the columns that "
				    "are not needed");
				break;
			}
			take_row(r, r->sheet.rows + i, cells);
			continue;
		}
		take_head(r, r->sheet.rows + i);
		cells = mem_alloc(r->rs->columns * sizeof(*cells));
	}
	if (cells == NULL && r->sheet.faults == 0)
		xlsxsheet_say(&r->sheet, 1, 1,
		    "the first sheet is empty; its first row names the "
		    "columns");
	free(cells);
	records_end(r->rs);
}

bool
xlsx_read(struct records *rs, struct str raw, const char *path, struct diag *d)
{
	struct reading r = { .rs = rs, .d = d };
	size_t before = d->counts[LEVEL_ERROR];
	const char *why = NULL;

	r.sheet = (struct xlsxsheet){
		.path = path, .d = d, .strings = &r.strings, .styles = &r.styles
	};
	r.o = opc_open(raw);
	if (read_parts(&r, &why))
		take_rows(&r);
	else
		diag_say(d, (struct place){ path, 0, 0 }, LEVEL_ERROR, "ledger",
		    "this is no sound .xlsx file (%s); save it anew from the "
		    "spreadsheet, or as CSV",
		    why != NULL              ? lang_text(why)
		    : opc_error(r.o) != NULL ? opc_error(r.o)
					     : lang_text("no workbook in it"));
	records_keep(rs, r.sheet.text);
	r.sheet.text = (struct buf){ 0 };
	opc_free(r.o);
	xlsxstrings_free(&r.strings);
	xlsxstyles_free(&r.styles);
	xlsxsheet_free(&r.sheet);
	buf_free(&r.sheet_id);
	return d->counts[LEVEL_ERROR] == before;
}
