/* importdocx, importstory, importroles, importwrite, oldlist, oldstyle,
 * oldnotes: a Word document as sections */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "importdocx.h"
#include "importfacts.h"
#include "importroles.h"
#include "importwrite.h"
#include "zip.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define P(content) "<w:p>" content "</w:p>"
#define R(content) "<w:r>" content "</w:r>"
#define T(text) R("<w:t>" text "</w:t>")
#define B(text) R("<w:rPr><w:b/></w:rPr><w:t>" text "</w:t>")
#define PPR(content) "<w:pPr>" content "</w:pPr>"
#define STYLE(id) "<w:pStyle w:val='" id "'/>"
#define LIST(level)                                                            \
	"<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='1'/></w:numPr>"
#define INS(content) "<w:ins w:author='A'>" content "</w:ins>"
#define DEL(text)                                                              \
	"<w:del w:author='B'>" R("<w:delText>" text "</w:delText>") "</w:del>"
#define TBL(rows) "<w:tbl>" rows "</w:tbl>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TC(text) "<w:tc>" P(T(text)) "</w:tc>"
#define TCP(properties, text)                                                  \
	"<w:tc><w:tcPr>" properties "</w:tcPr>" P(T(text)) "</w:tc>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define BEGIN "<w:vMerge w:val='restart'/>"
#define ON "<w:vMerge/>"
#define BOX(content)                                                           \
	R("<w:pict><w:txbxContent>" content "</w:txbxContent></w:pict>")
#define BREAK R("<w:br w:type='page'/>")
#define COMMENT                                                                \
	"<w:commentRangeStart w:id='0'/>" T("甲") "<w:commentRangeEnd "        \
						  "w:id='0'/>"

static const char styles[] =
    "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/>"
    "</w:style><w:style w:type='paragraph' w:styleId='2'><w:name "
    "w:val='heading 2'/></w:style><w:style w:type='paragraph' w:styleId='mine'>"
    "<w:name w:val='mine'/><w:basedOn w:val='1'/></w:style><w:style "
    "w:type='paragraph' w:styleId='t'><w:name "
    "w:val='Title'/></w:style><w:style "
    "w:type='paragraph' w:styleId='toc'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='character' w:styleId='s'><w:name w:val='Strong'/>"
    "<w:rPr><w:b/></w:rPr></w:style>";

#define LEVEL(i, format, text)                                                 \
	"<w:lvl w:ilvl='" i "'><w:start w:val='1'/><w:numFmt w:val='" format   \
	"'/><w:lvlText w:val='" text "'/></w:lvl>"

static const char numbering[] = "<w:abstractNum w:abstractNumId='7'>" LEVEL(
    "0", "chineseCounting", "%1、") LEVEL("1", "chineseCounting", "（%2）")
    LEVEL("2", "decimal", "%3.") LEVEL("3", "decimal", "%1.%4") LEVEL("4",
	"bullet",
	"o") "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/>"
	     "</w:num>";

/* A body, and what becomes of it: the names of the files are left out. */
static const struct {
	enum importdocx_changes changes;
	const char *body, *text;
} cases[] = {
	{ 0, P(T("甲")), "甲\n" },
	{ 0, P(T("甲")) P("") P(T(" ")) P(T("乙")), "甲\n乙\n" },
	/* what would be markup */
	{ 0, P(T("# 甲")) P(T("#")) P(T("％甲")) P(T(":::表")) P(T("：：：")),
	    "\\# 甲\n\\#\n\\％甲\n\\:::表\n\\：：：\n" },
	{ 0, P(T("a\\b{{c}}｛｛d|")), "a\\\\b\\{\\{c\\}\\}\\｛\\｛d|\n" },
	{ 0, P(T("末尾\\")), "末尾\\\\\n" },
	{ 0, P(T("**县“未闭合")), "**县“未闭合\n" },
	/* bold */
	{ 0, P(T("甲") B("乙") B("丙") T("丁")), "甲{{!粗:乙丙}}丁\n" },
	{ 0, P(B("1.") T("甲")), "1.甲\n" },
	{ 0, P(B("一、甲。") B("乙") T("丙")), "一、甲。{{!粗:乙}}丙\n" },
	{ 0,
	    P(R("<w:rPr><w:rStyle w:val='s'/></w:rPr><w:t>甲</w:t>")
		    R("<w:rPr><w:b w:val='0'/></w:rPr><w:t>乙</w:t>")),
	    "{{!粗:甲}}乙\n" },
	/* headings and the numbers of lists */
	{ 0,
	    P(PPR(STYLE("1") LIST("0")) T("甲")) P(PPR(STYLE("2") LIST("1"))
		    T("乙")) P(PPR(LIST("2")) T("丙")) P(PPR(LIST("2")) T("丁"))
		P(PPR(STYLE("1") LIST("0")) T("戊")) P(PPR(LIST("2")) T("己")),
	    "一、甲\n（一）乙\n\\1.丙\n\\2.丁\n==\n二、戊\n\\1.己\n" },
	{ 0, P(PPR(LIST("0")) T("甲")) P(PPR(LIST("3")) T("乙")),
	    "一、甲\n一.1 乙\n" },
	{ 0, P(PPR(LIST("4")) T("甲")), "甲\n" },
	{ 0, P(PPR(STYLE("mine")) T("甲")) P(T("乙")), "{{!粗:甲}}\n乙\n" },
	{ 0, P(PPR(STYLE("t")) B("甲")) P(T("乙：")) P(T("丙")),
	    ":::标题\n甲\n:::\n\n:::主送\n乙：\n:::\n\n==\n丙\n" },
	{ 0, P(PPR(STYLE("toc")) T("甲 1")) P(T("甲")),
	    ":::目录\n% 原目录：甲 1\n甲\n" },
	/* tables */
	{ 0, TBL(TR(TC("a") TCP(SPAN("2"), "b")) TR(TC("c") TC("d") TC("e"))),
	    ":::表\na | b | <\nc | d | e\n:::\n\n" },
	{ 0,
	    TBL(TR(TCP(BEGIN, "a") TC("b")) TR(TCP(ON, "") TC("c"))
		    TR(TCP(ON, "文") TC("d"))),
	    ":::表\na | b\n^ | c\n文 | d\n:::\n\n" },
	{ 0,
	    TBL(TR(TCP(SPAN("2") BEGIN, "a")) TR(TCP(ON, "") TC("b"))
		    TR(TC("c"))),
	    ":::表\na | <\n | b\nc | \n:::\n\n" },
	{ 0, TBL(TR(TC("&lt;") TC("^")) TR(TC("a|b") TC("\\"))),
	    ":::表\n\\< | \\^\na\\|b | \\\\\n:::\n\n" },
	{ 0,
	    TBL(TR("<w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC("a"))
		    TR(TC("b") TC("c"))),
	    ":::表\n | a\nb | c\n:::\n\n" },
	{ 0,
	    TBL(TR("<w:tc>" P(T("a")) P(T("b")) TBL(TR(TC("c") TC("d")))
		    P("") "</w:tc>" TC("e"))),
	    ":::表\na b c d | e\n:::\n\n" },
	{ 0, TBL(TR(TC("")) TR(TC("a"))), ":::表\na\n:::\n\n" },
	{ 0, P(T("表1 名")) TBL(TR(TC("a") TC("b"))),
	    ":::表 名\na | b\n:::\n\n" },
	{ 0, P(T("表2 名")) TBL(TR(TC("a") TC("b"))),
	    "表2 名\n\n:::表\na | b\n:::\n\n" },
	/* notes, comments, boxes, breaks */
	{ 0,
	    P(T("甲") R("<w:footnoteReference w:id='1'/>") T("乙")
		    R("<w:footnoteReference w:id='1'/>")),
	    "甲{{!注:注 \\{一\\}}}乙\n" },
	{ 0, P(B("甲") R("<w:footnoteReference w:id='1'/>") B("乙")),
	    "{{!粗:甲}}{{!注:注 \\{一\\}}}{{!粗:乙}}\n" },
	{ 0, P(COMMENT T("乙")), "甲乙\n% 批注（丁）：是吗 是的\n" },
	{ 0, P(T("甲") BOX(P(T("框一")) P(T("框二"))) T("乙")) P(T("丙")),
	    "甲乙\n框一\n框二\n丙\n" },
	{ 0, P(T("甲") BOX(TBL(TR(TC("a") TC("b"))))), "甲\na b\n" },
	{ 0, TBL(TR("<w:tc>" P(T("甲") BOX(P(T("框")))) "</w:tc>")),
	    ":::表\n甲 框\n:::\n\n" },
	{ 0, P(T("甲")) P(BREAK T("乙")), "甲\n\n:::分页\n\n乙\n" },
	{ 0, P(T("甲")) P(PPR("<w:pageBreakBefore/>") T("乙")),
	    "甲\n\n:::分页\n\n乙\n" },
	{ 0, P(T("甲") R("<w:br/>") B("乙") R("<w:br/>") T("丙")),
	    "甲\n{{!粗:乙}}\n丙\n" },
	{ 0, P(T("甲\xC2\x85\xEF\xBB\xBF乙\xE2\x80\xA8丙")), "甲乙\n丙\n" },
	/* changes */
	{ CHANGES_ACCEPT, P(T("甲") INS(T("乙")) DEL("丙")), "甲乙\n" },
	{ CHANGES_REJECT, P(T("甲") INS(T("乙")) DEL("丙")), "甲丙\n" },
	{ CHANGES_KEEP, P(T("甲") INS(T("乙")) DEL("丙") T("丁") DEL("戊")),
	    "甲乙丁\n% 删去（B）：丙……戊\n" },
	{ CHANGES_KEEP,
	    P(PPR("<w:rPr><w:del w:author='B'/></w:rPr>") T("甲")) P(T("乙")),
	    "甲乙\n" },
	{ CHANGES_KEEP,
	    TBL(TR("<w:trPr><w:del w:author='B'/></w:trPr><w:tc>" P(
		DEL("a")) "</w:tc>") TR(TC("b"))),
	    ":::表\nb\n:::\n\n% 删去（B）：a\n" },
	/* the end of a report */
	{ 0,
	    P(T("正文。")) P(T("附件：1.名单")) P(T("2.名册")) P(T("某县某局"))
		P(T("2022年8月31日")) P(T("（此件公开发布）")) P(T("附件 1"))
		    P(T("名单")) P(T("甲。")),
	    "正文。\n==\n:::附件\n1.名单\n2.名册\n:::\n\n:::落款\n某县某局\n"
	    "2022年8月31日\n:::\n\n:::附注\n（此件公开发布）\n:::\n\n==\n"
	    ":::附件页 1\n名单\n:::\n\n甲。\n" },
};

#define W                                                                      \
	"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/"    \
	"main'"
#define R_                                                                     \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "xmlns='http://schemas.openxmlformats.org/package/2006/"
#define RELATION(id, target)                                                   \
	"<Relationship Id='" id "' Type='" R_ id "' Target='" target "'/>"

static void
add_part(struct zip *z, const char *name, const char *root, const char *content)
{
	struct buf part = { 0 };

	buf_addf(&part, "<w:%s " W ">%s</w:%s>", root, content, root);
	zip_add(z, name, buf_str(&part));
	buf_free(&part);
}

static void
wrap(const char *body, struct buf *out)
{
	struct buf main = { 0 };
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml",
	    STR("<Types " PACKAGE "content-types'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " PACKAGE "relationships'>" RELATION(
		"officeDocument", "d") ""
				       "</Relationships>"));
	zip_add(z, "_rels/d.rels",
	    STR("<Relationships " PACKAGE "relationships'>" RELATION("styles",
		"s") RELATION("numbering", "n") RELATION("footnotes", "f")
		    RELATION("comments", "c") "</Relationships>"));
	buf_addf(&main, "<w:body>%s</w:body>", body);
	add_part(z, "d", "document", main.p);
	add_part(z, "s", "styles", styles);
	add_part(z, "n", "numbering", numbering);
	add_part(z, "f", "footnotes",
	    "<w:footnote w:id='1'>" P(T("注")) P(T("{一}")) "</w:footnote>");
	add_part(z, "c", "comments",
	    "<w:comment w:id='0' w:author='丁'>" P(T("是吗"))
		P(T("是的")) "</w:comment>");
	zip_end(z);
	zip_free(z);
	buf_free(&main);
}

static void
check(size_t i)
{
	struct buf file = { 0 }, why = { 0 }, got = { 0 };
	struct diag d = { 0 };
	struct olddoc doc = { 0 };
	struct importfiles files = { 0 };
	size_t k;

	wrap(cases[i].body, &file);
	if (!importdocx_read(
		buf_str(&file), cases[i].changes, "old", &d, &doc, &why)) {
		fprintf(stderr, "%zu: refused: %s\n", i, why.p);
		exit(1);
	}
	importroles_find(&doc);
	importwrite_make(&doc, NULL, "old", &files);
	for (k = 0; k < files.n; k++) {
		if (k != 0)
			buf_addz(&got, "==\n");
		buf_adds(&got, buf_str(&files.list[k].text));
	}
	if (!str_equal(buf_str(&got), str_of(cases[i].text))) {
		fprintf(stderr, "%zu: %s\nwanted: %s\ngot: %s\n", i,
		    cases[i].body, cases[i].text, got.p);
		exit(1);
	}
	importwrite_free(&files);
	olddoc_free(&doc);
	buf_free(&file);
	buf_free(&why);
	buf_free(&got);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(cases); i++)
		check(i);
	return 0;
}
