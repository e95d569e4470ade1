/* xlsx: what a workbook's first sheet says, and what is refused */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xlsx.h"
#include "xlsxstyles.h"
#include "zip.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL                                                                    \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SHEET(rows)                                                            \
	"<worksheet xmlns='" NS "'><sheetData>" rows "</sheetData></"          \
	"worksheet>"
#define ROW(cells) "<row>" cells "</row>"
#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define HEAD ROW(TEXT("甲") TEXT("乙"))

static const char types[] =
    "<Types xmlns='" PACKAGE "content-types'><Default Extension='rels' "
    "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
    "<Default Extension='xml' ContentType='application/xml'/></Types>";
static const char package[] =
    "<Relationships xmlns='" PACKAGE "relationships'><Relationship Id='a' "
    "Type='" REL "/officeDocument' Target='x/book.xml'/></Relationships>";
static const char relations[] =
    "<Relationships xmlns='" PACKAGE "relationships'>"
    "<Relationship Id='s9' Type='" REL "/worksheet' Target='other.xml'/>"
    "<Relationship Id='s1' Type='" REL "/worksheet' Target='first.xml'/>"
    "<Relationship Id='t' Type='" REL "/sharedStrings' Target='texts.xml'/>"
    "<Relationship Id='f' Type='" REL "/styles' Target='formats.xml'/>"
    "</Relationships>";
static const char book[] =
    "<workbook xmlns='" NS "' xmlns:r='" REL "'><workbookPr %s/><sheets>"
    "<sheet name='一' sheetId='4' r:id='%s'/><sheet name='二' sheetId='5' "
    "r:id='s9'/></sheets></workbook>";
static const char texts[] =
    "<sst xmlns='" NS "'><si><t>名称</t></si><si><r><t>党员</t></r><r><t "
    "xml:space='preserve'>大会 </t></r><rPh><t>x</t></rPh></si><si/></sst>";
static const char formats[] =
    "<styleSheet xmlns='" NS "'><numFmts><numFmt numFmtId='170' "
    "formatCode='yyyy\"年\"m\"月\"d\"日\"'/><numFmt numFmtId='171' "
    "formatCode='0.00\"days\"'/></numFmts><cellStyleXfs><xf "
    "numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf "
    "numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='20'/><xf "
    "numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='57'/></cellXfs>"
    "</styleSheet>";

/* A workbook around a first sheet. */
static void
make(struct buf *out, const char *sheet, const char *options, const char *id)
{
	struct zip *zip = zip_new();
	struct buf b = { 0 };

	buf_clear(out);
	zip_begin(zip, out);
	zip_add(zip, "[Content_Types].xml", str_of(types));
	zip_add(zip, "_rels/.rels", str_of(package));
	buf_addf(&b, book, options, id);
	zip_add(zip, "x/book.xml", buf_str(&b));
	zip_add(zip, "x/_rels/book.xml.rels", str_of(relations));
	zip_add(zip, "x/texts.xml", str_of(texts));
	zip_add(zip, "x/formats.xml", str_of(formats));
	zip_add(zip, "x/first.xml", str_of(sheet));
	zip_add(zip, "x/other.xml", str_of(SHEET(ROW(TEXT("其他")))));
	zip_end(zip);
	zip_free(zip);
	buf_free(&b);
}

/* The rows as lines, cells parted by bars. */
static void
put(const struct records *rs, struct buf *out)
{
	size_t i, j;

	buf_add(out, "", 0);
	for (j = 0; j < rs->columns; j++)
		buf_addf(out, "%.*s%s", STR_ARG(rs->names[j]),
		    j + 1 < rs->columns ? "|" : "\n");
	for (i = 0; i < rs->rows; i++)
		for (j = 0; j < rs->columns; j++) {
			struct str cell = rs->cells[i * rs->columns + j];

			buf_adds(out, cell.n != 0 ? cell : STR(""));
			buf_addz(out, j + 1 < rs->columns ? "|" : "\n");
		}
}

static const struct {
	const char *sheet, *options, *text;
} sound[] = {
	{ SHEET(HEAD ROW("<c><v>1</v></c><c t='b'><v>1</v></c>")), "",
	    "甲|乙\n1|TRUE\n" },
	{ SHEET(ROW("<c t='s'><v>0</v></c>") ROW("<c t='s'><v>1</v></c>")
		  ROW("<c t='s'><v>2</v></c>")),
	    "", "名称\n党员大会\n" },
	/* numbers as they show, without binary noise */
	{ SHEET(HEAD ROW("<c><v>0.30000000000000004</v></c><c><v>1E-5</v></c>")
		  ROW("<c><v>1.5E+3</v></c><c s='5'><v>2</v></c>")),
	    "", "甲|乙\n0.3|0.00001\n1500|2\n" },
	/* dates, times, both, by built-in and by own formats */
	{ SHEET(HEAD ROW("<c s='1'><v>44804</v></c><c s='2'><v>44804.5</v></c>")
		  ROW("<c s='4'><v>1</v></c><c s='3'><v>0.4375</v></c>")
		      ROW("<c s='6'><v>61</v></c><c s='3'><v>1.5</v></c>")),
	    "",
	    "甲|乙\n2022-08-31|2022-08-31 12:00\n1900-01-01|10:30\n"
	    "1900-03-01|36:00\n" },
	{ SHEET(HEAD ROW("<c s='1'><v>43342</v></c>")), "date1904='1'",
	    "甲|乙\n2022-08-31|\n" },
	/* gaps, a formula's last result, rows without text */
	{ SHEET("<row r='3'><c r='A3' t='inlineStr'><is><t>甲</t></is></c><c "
		"r='C3' t='inlineStr'><is><r><t>丙</t></r><r><t>丁</t></r></is>"
		"</c><c r='B3' t='n'/></row>"),
	    "", NULL },
	{ SHEET("<row r='3'><c r='A3' t='str'><f>x</f><v>甲</v></c><c r='B3' "
		"t='inlineStr'><is><t> 乙 </t></is></c></row><row r='7'/><row "
		"r='9'><c r='B9'><f>1+1</f><v>2</v></c></row>"),
	    "", "甲|乙\n|2\n" },
	/* what is refused, at its cell */
	{ SHEET(HEAD ROW("<c t='e'><v>#DIV/0!</v></c>")), "", NULL },
	{ SHEET(HEAD ROW("<c t='s'><v>9</v></c>")), "", NULL },
	{ SHEET(HEAD ROW("<c><v>abc</v></c>")), "", NULL },
	{ SHEET(HEAD ROW("<c><v>1</v></c><c><v>1</v></c><c><v>1</v></c>")), "",
	    NULL },
	{ SHEET(ROW(TEXT("甲") TEXT("甲"))), "", NULL },
	{ SHEET(ROW(TEXT("甲") "<c/>" TEXT("丙"))), "", NULL },
	{ SHEET(""), "", NULL },
	{ SHEET("<row r='9'/><row r='8'/>"), "", NULL },
	{ SHEET("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>"), "", NULL },
	{ SHEET("<row r='1'><c r='A2'><v>1</v></c></row>"), "", NULL },
	{ SHEET("<c><v>1</v></c>"), "", NULL },
	{ "<worksheet xmlns='" NS "'><sheetData><row>", "", NULL },
	{ "<!DOCTYPE x [<!ENTITY a 'aa'>]><worksheet/>", "", NULL },
};

static void
test_sheets(void)
{
	struct buf file = { 0 }, text = { 0 };
	size_t i;

	for (i = 0; i < COUNT(sound); i++) {
		struct records rs = { 0 };
		struct diag d = { .to = NULL };
		bool fine;

		make(&file, sound[i].sheet, sound[i].options, "s1");
		fine = xlsx_read(&rs, buf_str(&file), "x.xlsx", &d);
		buf_clear(&text);
		put(&rs, &text);
		if (fine != (sound[i].text != NULL) ||
		    (fine && strcmp(text.p, sound[i].text) != 0)) {
			printf("sheet %zu: %s\n%s", i,
			    fine ? "fine" : "refused", text.p);
			assert(0);
		}
		assert(fine == (d.counts[LEVEL_ERROR] == 0));
		records_free(&rs);
	}
	buf_free(&file);
	buf_free(&text);
}

static void
test_workbooks(void)
{
	struct buf file = { 0 };
	struct records rs = { 0 };
	struct diag d = { .to = NULL };
	size_t n;

	make(&file, SHEET(HEAD), "", "none");
	assert(!xlsx_read(&rs, buf_str(&file), "x.xlsx", &d));
	records_free(&rs);
	make(&file, SHEET(HEAD), "", "s1");
	for (n = 0; n < file.n; n += 7) {
		assert(!xlsx_read(
		    &rs, str_cut(buf_str(&file), 0, n), "x.xlsx", &d));
		records_free(&rs);
	}
	buf_free(&file);
}

/* A head of many columns and many rows of one cell: a small file, and a large
 * table. */
static void
test_sparse(void)
{
	struct buf sheet = { 0 }, file = { 0 };
	struct records rs = { 0 };
	struct diag d = { .to = NULL };
	size_t i;

	buf_addz(&sheet, "<worksheet xmlns='" NS "'><sheetData><row>");
	for (i = 0; i < 1000; i++)
		buf_addf(
		    &sheet, "<c t='inlineStr'><is><t>c%zu</t></is></c>", i);
	buf_addz(&sheet, "</row>");
	for (i = 0; i < 10002; i++)
		buf_addf(&sheet, "<row><c><v>%zu</v></c></row>", i * 7919);
	buf_addz(&sheet, "</sheetData></worksheet>");
	make(&file, sheet.p, "", "s1");
	assert(!xlsx_read(&rs, buf_str(&file), "x.xlsx", &d));
	assert(rs.rows == 10000 && d.counts[LEVEL_ERROR] == 1);
	records_free(&rs);
	buf_free(&file);
	buf_free(&sheet);
}

static void
test_codes(void)
{
	static const struct {
		const char *code;
		unsigned kind;
	} codes[] = {
		{ "General", XLSX_NUMBER },
		{ "0.00", XLSX_NUMBER },
		{ "#,##0.00_);[Red]\\(#,##0.00\\)", XLSX_NUMBER },
		{ "0\"days\"", XLSX_NUMBER },
		{ "[$-804]yyyy\"年\"m\"月\"", XLSX_DAY },
		{ "m/d", XLSX_DAY },
		{ "mmm-yy", XLSX_DAY },
		{ "h:mm AM/PM", XLSX_TIME },
		{ "[h]:mm:ss", XLSX_TIME },
		{ "mm:ss", XLSX_TIME },
		{ "yyyy-mm-dd hh:mm", XLSX_DAY | XLSX_TIME },
		{ "0.0%;yy", XLSX_NUMBER },
		{ "0_d", XLSX_NUMBER },
	};
	size_t i;

	for (i = 0; i < COUNT(codes); i++)
		assert(xlsxstyles_code(str_of(codes[i].code)) == codes[i].kind);
}

int
main(void)
{
	test_sheets();
	test_workbooks();
	test_sparse();
	test_codes();
	return 0;
}
