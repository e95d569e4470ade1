/* workbook: the figures of a chart as a spreadsheet */
#include "workbook.h"
#include "xmlout.h"

#define NS_SHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE_SHEET                                                             \
	"application/vnd.openxmlformats-officedocument.spreadsheetml."

void
workbook_column(size_t column, struct buf *out)
{
	char letters[16];
	size_t i = sizeof(letters);

	do {
		letters[--i] = (char)('A' + column % 26);
		column /= 26;
	} while (column-- != 0 && i != 0);
	buf_add(out, letters + i, sizeof(letters) - i);
}

static void
begin(struct buf *b, const char *element, const char *space)
{
	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, element);
	xmlout_attrz(b, "xmlns", space);
}

static void
put_two(struct buf *b, const char *element, const char *name1,
    const char *value1, const char *name2, const char *value2)
{
	xmlout_open(b, element);
	xmlout_attrz(b, name1, value1);
	xmlout_attrz(b, name2, value2);
	xmlout_empty(b);
}

static void
add_content_types(struct zip *z, struct buf *b)
{
	begin(b, "Types", NS_PACKAGE "content-types");
	xmlout_more(b);
	put_two(b, "Default", "Extension", "rels", "ContentType",
	    "application/vnd.openxmlformats-package.relationships+xml");
	put_two(
	    b, "Default", "Extension", "xml", "ContentType", "application/xml");
	put_two(b, "Override", "PartName", "/xl/workbook.xml", "ContentType",
	    TYPE_SHEET "sheet.main+xml");
	put_two(b, "Override", "PartName", "/" WORKBOOK_CELLS, "ContentType",
	    TYPE_SHEET "worksheet+xml");
	xmlout_end(b, "Types");
	zip_add(z, "[Content_Types].xml", buf_str(b));
}

/* The one relationship that a part of the workbook has. */
static void
add_relationship(struct zip *z, const char *part, const char *type,
    const char *target, struct buf *b)
{
	begin(b, "Relationships", NS_PACKAGE "relationships");
	xmlout_more(b);
	xmlout_open(b, "Relationship");
	xmlout_attrz(b, "Id", "rId1");
	xmlout_attrz(b, "Type", type);
	xmlout_attrz(b, "Target", target);
	xmlout_empty(b);
	xmlout_end(b, "Relationships");
	zip_add(z, part, buf_str(b));
}

static void
add_workbook(struct zip *z, struct buf *b)
{
	begin(b, "workbook", NS_SHEET);
	xmlout_attrz(b, "xmlns:r", NS_REL);
	xmlout_more(b);
	xmlout_start(b, "sheets");
	xmlout_open(b, "sheet");
	xmlout_attrz(b, "name", WORKBOOK_SHEET);
	xmlout_attrz(b, "sheetId", "1");
	xmlout_attrz(b, "r:id", "rId1");
	xmlout_empty(b);
	xmlout_end(b, "sheets");
	xmlout_end(b, "workbook");
	zip_add(z, "xl/workbook.xml", buf_str(b));
}

/* A cell (18.3.1.4): a value below the head and beside the names is a number,
 * all else text of its own (18.3.1.53). */
static void
put_cell(const struct chart *c, size_t row, size_t column, struct buf *b)
{
	struct str text = buf_str(chart_cell(c, row, column));
	struct buf name = { 0 };

	if (text.n == 0)
		return;
	workbook_column(column, &name);
	buf_addf(&name, "%zu", row + 1);
	xmlout_open(b, "c");
	xmlout_attrz(b, "r", name.p);
	buf_free(&name);
	if (row != 0 && column != 0) {
		xmlout_more(b);
		xmlout_start(b, "v");
		xmlout_text(b, text);
		xmlout_end(b, "v");
	} else {
		xmlout_attrz(b, "t", "inlineStr");
		xmlout_more(b);
		xmlout_start(b, "is");
		xmlout_open(b, "t");
		xmlout_attrz(b, "xml:space", "preserve");
		xmlout_more(b);
		xmlout_text(b, text);
		xmlout_end(b, "t");
		xmlout_end(b, "is");
	}
	xmlout_end(b, "c");
}

static void
add_sheet(const struct chart *c, struct zip *z, struct buf *b)
{
	size_t row, column;

	begin(b, "worksheet", NS_SHEET);
	xmlout_more(b);
	xmlout_start(b, "sheetData");
	for (row = 0; row <= c->points; row++) {
		xmlout_open(b, "row");
		xmlout_attrn(b, "r", (long)row + 1);
		xmlout_more(b);
		for (column = 0; column <= c->series; column++)
			put_cell(c, row, column, b);
		xmlout_end(b, "row");
	}
	xmlout_end(b, "sheetData");
	xmlout_end(b, "worksheet");
	zip_add(z, WORKBOOK_CELLS, buf_str(b));
}

void
workbook_put(const struct chart *c, struct zip *z, struct buf *out)
{
	struct buf b = { 0 };

	zip_begin(z, out);
	add_content_types(z, &b);
	add_relationship(
	    z, "_rels/.rels", NS_REL "/officeDocument", "xl/workbook.xml", &b);
	add_workbook(z, &b);
	add_relationship(z, "xl/_rels/workbook.xml.rels", NS_REL "/worksheet",
	    "worksheets/sheet1.xml", &b);
	add_sheet(c, z, &b);
	zip_end(z);
	buf_free(&b);
}
