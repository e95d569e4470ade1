/* chart: what a chart says, the way to the linker, how a pie lies, and that a
 * package whose charts contradict themselves is refused */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "chartcheck.h"
#include "chartpie.h"
#include "docx.h"
#include "opc.h"
#include "reloc.h"
#include "typeset.h"
#include "workbook.h"
#include "zip.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* A chart of rows: cells parted by |, rows by a line feed. */
static struct chart
made(enum chart_kind kind, const char *caption, size_t points, size_t series,
    const char *text)
{
	struct chart c = { .kind = kind, .width = 5600000, .height = 2800000 };
	size_t i = 0;

	chart_make(&c, points, series);
	buf_addz(&c.caption, caption);
	for (; *text != '\0'; text++)
		if (*text == '|' || *text == '\n')
			i++;
		else
			buf_addc(&c.cells[i], *text);
	assert(i + 1 == (points + 1) * (series + 1));
	return c;
}

static void
check_told(struct chart c, const char *due)
{
	struct buf out = { 0 };

	chart_alt(&c, &out);
	if (strcmp(out.p, due) != 0)
		printf("%s\n%s\n", out.p, due), abort();
	buf_free(&out);
	chart_free(&c);
}

static void
test_told(void)
{
	struct buf many = { 0 }, due = { 0 };
	size_t i;

	check_told(made(CHART_BAR, "各类会议", 2, 1, "类型|次\n大会|7\n党课|"),
	    "柱状图：各类会议。大会 7，党课 无数据。");
	check_told(made(CHART_LINE, "", 1, 2, "年|甲|乙\n2025|-1.5|2"),
	    "折线图。甲：2025 -1.5；乙：2025 2。");
	buf_addz(&many, "甲|乙");
	buf_addz(&due, "条形图：多。");
	for (i = 1; i <= 25; i++) {
		buf_addf(&many, "\n%zu月|%zu", i, i);
		if (i <= 20)
			buf_addf(&due, "%s%zu月 %zu", i > 1 ? "，" : "", i, i);
	}
	buf_addz(&due, "等25项。");
	check_told(made(CHART_HBAR, "多", 25, 1, many.p), due.p);
	buf_free(&many);
	buf_free(&due);
}

static void
test_words(void)
{
	static const struct {
		const char *args;
		size_t length;
	} words[] = { { "柱 题", 4 }, { "柱　题", 6 }, { "bar", 3 }, { "", 0 },
		{ "柱\xEF\xB7\x91", 3 }, { "\xEF\xB7\x90", 0 } };
	enum chart_kind kind;
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		assert(chart_word(str_of(words[i].args)) == words[i].length);
	for (i = 0; i < CHART_KINDS; i++)
		assert(
		    chart_kind_named(
			str_of(chart_kind_name((enum chart_kind)i)), &kind) &&
		    kind == (enum chart_kind)i);
	assert(chart_kind_named(STR("堆积"), &kind) && kind == CHART_STACKED);
	assert(!chart_kind_named(STR("柱状"), &kind));
	assert(!chart_kind_named(STR(""), &kind));
}

static void
test_columns(void)
{
	static const struct {
		size_t column;
		const char *letters;
	} columns[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" },
		{ 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" } };
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(columns); i++, buf_clear(&out)) {
		workbook_column(columns[i].column, &out);
		assert(strcmp(out.p, columns[i].letters) == 0);
	}
	buf_free(&out);
}

/* Any text comes out of a relocation as it went in. */
static void
test_reloc(void)
{
	static const char *const broken[] = { "", "bar", "bar 1 2 1 1 a",
		"bar 1 2 1 1 a\tb\tc\td", "bar 1 2 9 9 a\tb\tc\td\te",
		"rad 1 2 1 1 a\tb\tc\td\te", "bar 0 2 1 1 a\tb\tc\td\te",
		"pie 1 2 1 2 a\tb\tc\td\te\tf\tg", "bar 1 -2 1 1 a\tb\tc\td\te",
		"bar 1 2 999999999 999999999 a\tb\tc\td\te",
		"bar 1 2 99999999999999999999 1 a\tb\tc\td\te" };
	struct chart c = made(CHART_PIE, "?> <&amp;\"'", 1, 1,
			 "<?wengao ?>|&lt;\n]]> --|7"),
		     back = { 0 };
	struct buf out = { 0 };
	size_t at = 0, end, i;
	struct reloc r;

	reloc_chart(&out, &c);
	assert(reloc_next(buf_str(&out), &at, &end, &r) && at == 0);
	assert(end == out.n && r.kind == RELOC_CHART);
	assert(reloc_read_chart(r.args, &back));
	assert(back.kind == CHART_PIE && back.width == c.width &&
	       back.height == c.height && back.points == 1 && back.series == 1);
	assert(strcmp(back.caption.p, c.caption.p) == 0);
	for (i = 0; i < 4; i++)
		assert(strcmp(back.cells[i].p, c.cells[i].p) == 0);
	chart_free(&c);
	chart_free(&back);
	buf_free(&out);
	for (i = 0; i < COUNT(broken); i++) {
		assert(!reloc_read_chart(str_of(broken[i]), &back));
		chart_free(&back);
	}
}

static void
check_pie(const char *text, size_t points, bool crowded)
{
	struct chart c = made(CHART_PIE, "", points, 1, text);
	struct chartpie plan = chartpie_plan(&c, 1050);
	size_t i;

	assert(plan.crowded == crowded && plan.turn < 360);
	for (i = 0; i < points; i++)
		if (chart_cell(&c, i + 1, 1)->n == 0)
			assert(!plan.labelled[i]);
	chart_free(&c);
}

static void
test_pie(void)
{
	check_pie("a|b\n甲|1\n乙|1\n丙|1\n丁|", 4, false);
	/* two small slices at the top would be written over each other */
	check_pie("a|b\n学习|50\n慰问|44\n报刊|3\n其他|3", 4, false);
	check_pie("a|b\n甲|9999\n乙|1\n丙|1\n丁|1", 4, true);
	check_pie("a|b\n名称长得图里放不下名称长得图里放不下名称长得图里放不下"
		  "名称长得图里放不下|1\n乙|1",
	    2, true);
}

/* The package with other text in a part; inner is a part of the workbook that
 * part is, or NULL. */
static void
tamper(struct str package, const char *part, const char *inner, const char *old,
    const char *new, struct buf *out)
{
	struct opc *o = opc_open(package);
	struct zip *z = zip_new();
	size_t i, done = 0;

	zip_begin(z, out);
	for (i = 0; i < opc_count(o); i++) {
		struct buf bytes = { 0 }, changed = { 0 };
		struct str name = opc_part(o, i), rest;
		struct buf path = { 0 };

		buf_adds(&path, name);
		assert(opc_read(o, name, &bytes));
		rest = buf_str(&bytes);
		if (strcmp(path.p, part) == 0 && inner != NULL) {
			tamper(rest, inner, NULL, old, new, &changed);
			done++;
		} else {
			size_t at = str_find(rest, str_of(old), 0);

			if (strcmp(path.p, part) == 0 && at != (size_t)-1) {
				buf_adds(&changed, str_cut(rest, 0, at));
				buf_addz(&changed, new);
				rest = str_from(rest, at + strlen(old));
				done++;
			}
			buf_adds(&changed, rest);
		}
		zip_add(z, path.p, buf_str(&changed));
		buf_free(&bytes);
		buf_free(&changed);
		buf_free(&path);
	}
	zip_end(z);
	zip_free(z);
	opc_free(o);
	assert(done == 1);
}

static void
make_package(struct buf *out)
{
	struct chart bars = made(CHART_BAR, "会议 <次>", 3, 2,
	    "类型|去年|今年\n大会|4|7\n党课||5\n其他|6.5|-1");
	struct chart pie = made(CHART_PIE, "", 2, 1, "项|额\n甲|1\n乙|2");
	struct docx d = { 0 };
	struct diag diag = { .to = stderr };
	struct buf wml = { 0 };

	buf_addz(&wml, WML_BEGIN "<w:p>");
	reloc_chart(&wml, &bars);
	buf_addz(&wml, "</w:p><w:p>");
	reloc_chart(&wml, &pie);
	buf_addz(&wml, "</w:p>" WML_END);
	assert(docx_read_style(&d, NULL, &diag));
	assert(docx_add(&d, buf_str(&wml)));
	docx_write(&d, out);
	docx_free(&d);
	buf_free(&wml);
	chart_free(&bars);
	chart_free(&pie);
}

static void
test_check(void)
{
	static const char book[] =
	    "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
			  chart[] = "word/charts/chart1.xml",
			  text[] = "word/document.xml";
	static const struct {
		const char *part, *inner, *old, *new, *why;
	} cases[] = {
		{ chart, NULL, "<c:v>7</c:v>", "<c:v>8</c:v>",
		    "word/charts/chart1.xml: it says \"8\", its workbook "
		    "\"7\"" },
		{ book, WORKBOOK_CELLS, "<v>7</v>", "<v>17</v>",
		    "word/charts/chart1.xml: it says \"7\", its workbook "
		    "\"17\"" },
		{ chart, NULL, "<c:v>党课</c:v>", "<c:v>党费</c:v>",
		    "word/charts/chart1.xml: it says \"党费\"" },
		{ chart, NULL, "<c:v>去年</c:v>", "<c:v>前年</c:v>",
		    "word/charts/chart1.xml: it says \"前年\"" },
		{ chart, NULL, "$B$2:$B$4", "$B$2:$B$3",
		    "word/charts/chart1.xml: it says \"Sheet1!$B$2:$B$3\"" },
		{ chart, NULL, "<c:pt idx=\"2\"><c:v>6.5</c:v></c:pt>", "",
		    "word/charts/chart1.xml: it has 1 cells of column 2, not "
		    "2" },
		{ book, WORKBOOK_CELLS, "<c r=\"C4\"><v>-1</v></c>", "",
		    "word/charts/chart1.xml: it says \"-1\", its workbook "
		    "\"\"" },
		{ book, WORKBOOK_CELLS, "r=\"C4\"", "r=\"D4\"",
		    "word/charts/chart1.xml: it says" },
		{ book, WORKBOOK_CELLS, "r=\"C4\"", "r=\"4\"", book },
		{ text, NULL, "大会 7", "大会 8",
		    "word/charts/chart1.xml: its alternative text is" },
		{ text, NULL, "柱状图", "饼图",
		    "word/charts/chart1.xml: its alternative text is" },
		{ text, NULL, "title=\"会议", "title=\"会", NULL },
		{ text, NULL, "r:id=\"rIdChart2\"", "r:id=\"rIdChart1\"",
		    "word/charts/chart1.xml: its alternative text is" },
		{ text, NULL, "<c:chart ", "<c:other ",
		    "the document does not show each of its charts once" },
	};
	struct buf package = { 0 }, again = { 0 }, other = { 0 }, why = { 0 };
	size_t i;

	make_package(&package);
	make_package(&again);
	assert(str_equal(buf_str(&package), buf_str(&again)));
	assert(charts_check(buf_str(&package), &why));
	for (i = 0; i < COUNT(cases); i++) {
		buf_clear(&other);
		buf_clear(&why);
		tamper(buf_str(&package), cases[i].part, cases[i].inner,
		    cases[i].old, cases[i].new, &other);
		assert(!charts_check(buf_str(&other), &why));
		if (cases[i].why != NULL &&
		    !str_starts(buf_str(&why), str_of(cases[i].why)))
			printf("%zu: %s\n", i, why.p), abort();
	}
	buf_free(&package);
	buf_free(&again);
	buf_free(&other);
	buf_free(&why);
}

int
main(void)
{
	test_told();
	test_words();
	test_columns();
	test_reloc();
	test_pie();
	test_check();
	return 0;
}
