/* doctext, docread, docblock, wordml, docopen: what a document says */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "docopen.h"
#include "docread.h"
#include "doctext.h"
#include "zip.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define P(content) "<w:p>" content "</w:p>"
#define R(content) "<w:r>" content "</w:r>"
#define T(text) R("<w:t>" text "</w:t>")
#define INS(content) "<w:ins w:author='A' w:date='1'>" content "</w:ins>"
#define DEL(content) "<w:del w:author='B' w:date='2'>" content "</w:del>"
#define DT(text) R("<w:delText>" text "</w:delText>")
#define MARK(change) "<w:pPr><w:rPr><w:" change "/></w:rPr></w:pPr>"
#define CHAR(type) R("<w:fldChar w:fldCharType='" type "'/>")
#define CODE(text) R("<w:instrText>" text "</w:instrText>")
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TC(blocks) "<w:tc><w:tcPr/>" blocks "</w:tc>"
#define BOX(blocks)                                                            \
	R("<w:drawing><x><w:txbxContent>" blocks                               \
	  "</w:txbxContent></x></w:drawing>")

static const struct {
	const char *body, *text;
} cases[] = {
	{ "", "" },
	{ P(""), "\n" },
	{ P(T("甲") T("乙")) P(T("丙")), "甲乙\n丙\n" },
	{ P(T("&amp;&lt;&#x4e00;<![CDATA[<]]>")), "&<一<\n" },
	/* white space */
	{ P(T(" a ") T(" b ")), "ab\n" },
	{ P(R("<w:t xml:space='preserve'> a </w:t>") T("b")), " a b\n" },
	{ "<w:p xml:space='preserve'>" T(" a ") "</w:p>", " a \n" },
	{ P(T("\n a\n b\t")), "a  b\n" },
	/* what is no text but stands for some, or does not */
	{ P(R("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/>"
	      "<w:t>d</w:t><w:ptab/>")),
	    "a\tb\nc\nd\t\n" },
	{ P(T("a") R("<w:br w:type='page'/><w:br w:type='column'/>"
		     "<w:br w:type='textWrapping'/>")),
	    "a\n\n" },
	{ P(T("a") R("<w:noBreakHyphen/><w:softHyphen/><w:sym w:char='F0A7'/>"
		     "<w:footnoteReference w:id='1'/>") T("b")),
	    "a\u2011[1]b\n[1]\n" },
	{ P("<w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr>" T("a")),
	    "a\n" },
	{ P(R("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>")), "hidden\n" },
	{ P(R("<w:ruby><w:rt>" T("zhong") "</w:rt><w:rubyBase>" T(
	      "中") "</w:rubyBase></w:ruby>")),
	    "中\n" },
	{ P("<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r>"
	    "<m:t>4</m:t></m:r></m:den></m:f></m:oMath>"),
	    "3/4\n" },
	/* what is looked through */
	{ "<w:sdt><w:sdtPr><w:tag w:val='t'/></w:sdtPr><w:sdtContent>" P(
	      "<w:sdt><w:sdtContent>" T(
		  "a") "</w:sdtContent></w:sdt>"
		       "<w:hyperlink>" T("b") "</w:hyperlink><w:smartTag>" T(
			   "c") "</w:smartTag>") "</w:sdtContent></w:sdt>",
	    "abc\n" },
	/* tracked changes, accepted */
	{ P(T("a") DEL(DT("6")) INS(T("7")) T("b")), "a7b\n" },
	{ P("<w:moveFrom>" T("x") "</w:moveFrom><w:moveTo>" T(
	      "y") "</w:moveTo>"),
	    "y\n" },
	{ P(INS(T("a") DEL(DT("b")))), "a\n" },
	{ P(DEL(T("t") R("<w:tab/>"))), "\n" },
	{ P(DT("stray")), "\n" },
	{ P("<w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
	    "</w:pPrChange></w:pPr>" T("a")) P(T("b")),
	    "a\nb\n" },
	{ P(MARK("ins") INS(T("a"))) P(T("b")), "a\nb\n" },
	{ P(MARK("del") T("a")) P(T("b")), "ab\n" },
	{ P(MARK("del") T("a")) P(MARK("del") T("b")) P(T("c")) P(T("d")),
	    "abc\nd\n" },
	{ P(T("a")) P(MARK("del") DEL(DT("x"))) P(T("b")), "a\nb\n" },
	{ P(MARK("moveFrom") "<w:moveFrom>" T("x") "</w:moveFrom>") P(T("b")),
	    "b\n" },
	{ P(MARK("del") T("a")), "a\n" },
	{ P(MARK("del") T("a")) TBL(TR(TC(P(T("b"))))), "a\nb\n" },
	/* fields */
	{ P(CHAR("begin") CODE("PAGE") CHAR("separate") T("3") CHAR("end")
		  T("x")),
	    "3x\n" },
	{ P(CHAR("begin") CODE("IF ") CHAR("begin") CODE("PAGE")
		  CHAR("separate") T("1") CHAR("end") CODE(" = 1 a")
		      CHAR("separate") T("a") CHAR("end")),
	    "a\n" },
	{ P(CHAR("begin") CODE("TOC") CHAR("separate") T("a"))
		P(CHAR("begin") CODE("REF") CHAR("separate") T("b") CHAR("end"))
		    P(T("c") CHAR("end")),
	    "a\nb\nc\n" },
	{ P("<w:fldSimple w:instr='PAGE'>" T("7") "</w:fldSimple>"), "7\n" },
	{ P(CHAR("begin") CODE("X"))
		P(CHAR("begin") CODE("Y") CHAR("separate") T("b") CHAR("end")),
	    "\nb\n" },
	{ P(CHAR("end") T("a") CHAR("separate")), "a\n" },
	{ P(DEL(CHAR("begin")) CHAR("begin") CODE("Y") CHAR("separate") T("b")
		  CHAR("end")),
	    "b\n" },
	/* alternatives */
	{ P(R("<mc:AlternateContent><mc:Choice Requires='x'><w:t>a</w:t>"
	      "</mc:Choice><mc:Choice Requires='y'><w:t>b</w:t></mc:Choice>"
	      "<mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent>")),
	    "a\n" },
	{ P(R("<mc:AlternateContent><mc:Fallback><w:t>c</w:t></mc:Fallback>"
	      "</mc:AlternateContent>")),
	    "c\n" },
	/* tables */
	{ TBL(TR(TC(P(T("a")) P(T("b"))) TC(P(T("c"))))
		  TR(TC(P("")) TC(P("")))),
	    "a b\tc\n\t\n" },
	{ TBL(TR(TC(P(R("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
			"<w:br/>"))) TC(P(T("d"))))),
	    "a b c\td\n" },
	{ TBL(TR(TC(TBL(TR(TC(P(T("a"))) TC(P(T("b")))) TR(TC(P(T("c")))))
		  P(T("d"))) TC(P(T("e"))))),
	    "a b c d\te\n" },
	{ TBL("<w:tr><w:trPr><w:del/></w:trPr>" TC(P(T("x"))) "</w:tr>" TR(
	      TC(P(T("a"))))),
	    "a\n" },
	{ TBL("<w:tr><w:trPr><w:ins/></w:trPr>" TC(P(T("x"))) "</w:tr>"),
	    "x\n" },
	{ TBL(TR("<w:tc><w:tcPr><w:cellDel/></w:tcPr>" P(T("x")) "</w:tc>" TC(
	      P(T("a"))))),
	    "a\n" },
	{ TBL(TR("<w:tc><w:tcPr><w:cellIns/></w:tcPr>" P(T("x")) "</w:tc>" TC(
	      P(T("a"))))),
	    "x\ta\n" },
	{ TBL("<w:sdt><w:sdtContent>" TR("<w:sdt><w:sdtContent>" TC(P(
	      T("a"))) "</w:sdtContent></w:sdt>" TC(P(T("b")))) "</"
								"w:sdtContent><"
								"/w:sdt>"),
	    "a\tb\n" },
	/* boxes */
	{ P(T("a") BOX(P(T("x")) P(T("y"))) T("b")) P(T("c")),
	    "ab\nx\ny\nc\n" },
	{ P(BOX(P(T("x") BOX(P(T("y")))))), "\nx\ny\n" },
	{ TBL(TR(
	      TC(P(T("a") BOX(P(T("x")) P(T("y")))) P(T("b"))) TC(P(T("c"))))),
	    "a x y b\tc\n" },
	{ P(T("a") BOX(TBL(TR(TC(P(T("x"))) TC(P(T("y"))))))), "a\nx\ty\n" },
	{ P(T("a") DEL(BOX(P(T("x"))))), "a\n" },
	{ P(MARK("del") T("a") BOX(P(T("x")))) P(T("b")), "ab\nx\n" },
	/* where it may not stand, nothing breaks */
	{ T("a") P(T("b") P(T("c")) T("d")), "a\nb\nc\nd\n" },
	{ TR(TC(P(T("a")))) TC(P(T("b"))) TBL(P(T("c")) TR(P(T("d")))),
	    "c\n\n" },
};

static struct zip *zip;

static const char types[] =
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
    "content-types'><Default Extension='rels' ContentType='application/"
    "vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' "
    "ContentType='application/xml'/></Types>";
static const char relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
    "relationships'><Relationship Id='a' Type='%s/officeDocument' "
    "Target='/w/main.xml'/></Relationships>";

static const char relations_of_main[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
    "relationships'><Relationship Id='f' Type='http://schemas."
    "openxmlformats.org/officeDocument/2006/relationships/footnotes' "
    "Target='f.xml'/><Relationship Id='e' Type='http://schemas."
    "openxmlformats.org/officeDocument/2006/relationships/endnotes' "
    "Target='e.xml'/></Relationships>";
#define NS_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
static const char notes[] =
    "<w:%ss xmlns:w='" NS_W "'><w:%s w:type='separator' w:id='-1'>" P(
	T("-")) "</w:%s>"
		"<w:%s w:id='2'>" P(R("<w:footnoteRef/>") T("two"))
		    P(T("more") DEL(DT("gone"))) "</w:%s><w:%s w:id='9'>" P(
			T("x")) "</w:%s><w:%s w:id='1'>" P(T("one")) "</w:%s></"
								     "w:%ss>";

static void
put_notes(const char *name, const char *kind)
{
	struct buf b = { 0 };

	buf_addf(&b, notes, kind, kind, kind, kind, kind, kind, kind, kind,
	    kind, kind);
	zip_add(zip, name, buf_str(&b));
	buf_free(&b);
}

/* A package around a body, in the transitional or the strict namespaces. */
static void
make_with(struct buf *out, const char *body, bool strict, bool with_notes)
{
	struct buf b = { 0 };

	buf_clear(out);
	zip_begin(zip, out);
	zip_add(zip, "[Content_Types].xml", str_of(types));
	buf_addf(&b, relations,
	    strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
		   : "http://schemas.openxmlformats.org/officeDocument/2006/"
		     "relationships");
	zip_add(zip, "_rels/.rels", buf_str(&b));
	buf_clear(&b);
	buf_addf(&b,
	    "<w:document xmlns:w='%s' xmlns:m='%s' xmlns:mc='http://"
	    "schemas.openxmlformats.org/markup-compatibility/2006'><w:body>%s"
	    "<w:sectPr/></w:body></w:document>",
	    strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
		   : "http://schemas.openxmlformats.org/wordprocessingml/2006/"
		     "main",
	    strict ? "http://purl.oclc.org/ooxml/officeDocument/math"
		   : "http://schemas.openxmlformats.org/officeDocument/2006/"
		     "math",
	    body);
	zip_add(zip, "w/main.xml", buf_str(&b));
	if (with_notes) {
		zip_add(
		    zip, "w/_rels/main.xml.rels", str_of(relations_of_main));
		put_notes("w/f.xml", "footnote");
		put_notes("w/e.xml", "endnote");
	}
	zip_end(zip);
	buf_free(&b);
}

static void
make(struct buf *out, const char *body, bool strict)
{
	make_with(out, body, strict, false);
}

static void
test_text(void)
{
	struct buf file = { 0 }, text = { 0 }, why = { 0 };
	size_t i;

	for (i = 0; i < 2 * COUNT(cases); i++) {
		make(&file, cases[i / 2].body, i % 2);
		buf_clear(&text);
		if (doctext_read(buf_str(&file), false, &text, &why) &&
		    str_equal(buf_str(&text), str_of(cases[i / 2].text)))
			continue;
		fprintf(stderr, "%s\nwanted: %s\ngot: %s%s\n",
		    cases[i / 2].body, cases[i / 2].text,
		    text.p != NULL ? text.p : "", why.p != NULL ? why.p : "");
		abort();
	}
	buf_free(&file);
	buf_free(&text);
	buf_free(&why);
}

static void
refuses(struct str file, const char *word)
{
	struct buf text = { 0 }, why = { 0 };

	buf_addz(&text, "kept");
	if (doctext_read(file, false, &text, &why) || !strstr(why.p, word) ||
	    !str_equal(buf_str(&text), STR("kept"))) {
		fprintf(stderr, "wanted %s, got %s\n", word,
		    why.p != NULL ? why.p : "success");
		abort();
	}
	buf_free(&text);
	buf_free(&why);
}

static void
repeat(struct buf *b, const char *s, int n)
{
	while (n-- > 0)
		buf_addz(b, s);
}

static void
test_notes(void)
{
	struct buf file = { 0 }, text = { 0 }, why = { 0 };

	make_with(&file,
	    P(T("a") R("<w:footnoteReference w:id='1'/>")
		    R("<w:endnoteReference w:id='2'/>")
			DEL(R("<w:footnoteReference w:id='9'/>")))
		P(T("b") R("<w:footnoteReference w:id='2'/>")
			R("<w:footnoteReference w:id='3'/>")),
	    false, true);
	assert(doctext_read(buf_str(&file), false, &text, &why));
	assert(strcmp(text.p, "a[1][2]\nb[3][4]\n[1] one\n[2] two more\n"
			      "[3] two more\n[4]\n") == 0);
	buf_free(&file);
	buf_free(&text);
	buf_free(&why);
}

static void
test_refused(void)
{
	struct buf file = { 0 }, body = { 0 };

	refuses(STR(""), "empty");
	refuses(STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0"
		    "e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
	    "encrypted");
	refuses(STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0D\0o\0c\0"
		    "u\0m\0e\0n\0t\0"),
	    ".doc)");
	refuses(STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "OLE");
	refuses(STR("{\\rtf1"), "RTF");
	refuses(STR("%PDF-1.7"), "PDF");
	refuses(STR("<?xml version='1.0'?>"), "XML file");
	refuses(STR("中文"), "not a ZIP file");
	make(&file, P(T("a")), false);
	refuses(str_cut(buf_str(&file), 0, file.n / 2), "cut short");
	make(&file, P("<w:r>"), false);
	refuses(buf_str(&file), "w/main.xml:1:");
	make(&file, P(T("&x;")), false);
	refuses(buf_str(&file), "Entity 'x'");
	make(&file, P(T("\xff")), false);
	refuses(buf_str(&file), "UTF-8");
	repeat(&body, "<w:sdt>", 300);
	make(&file, body.p, false);
	refuses(buf_str(&file), "256 deep");
	buf_clear(&file);
	zip_begin(zip, &file);
	zip_add(
	    zip, "mimetype", STR("application/vnd.oasis.opendocument.text"));
	zip_end(zip);
	refuses(buf_str(&file), "OpenDocument");
	buf_clear(&file);
	zip_begin(zip, &file);
	zip_add(zip, "a", STR("a"));
	zip_end(zip);
	refuses(buf_str(&file), "[Content_Types].xml");
	buf_clear(&file);
	zip_begin(zip, &file);
	zip_add(zip, "[Content_Types].xml", str_of(types));
	zip_end(zip);
	refuses(buf_str(&file), "main document");
	buf_free(&file);
	buf_free(&body);
}

/* The events of a walk that sees changes, in short. */
static void
on_paragraph(void *me, struct str style)
{
	buf_addf(me, "<%.*s:", STR_ARG(style));
}

static void
on_text(void *me, struct str text)
{
	buf_adds(me, text);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	buf_addf(me, ">%d", (int)mark);
}

static void
on_row(void *me, enum docread_change change)
{
	buf_addf(me, "(%d", (int)change);
}

static void
on_row_end(void *me)
{
	buf_addz(me, ")");
}

static void
on_cell(void *me, enum docread_change change)
{
	buf_addf(me, "[%d", (int)change);
}

static void
on_cell_end(void *me)
{
	buf_addz(me, "]");
}

static void
on_bookmark(void *me, struct str id, struct str name)
{
	buf_addf(me, "{%.*s %.*s}", STR_ARG(id), STR_ARG(name));
}

static void
on_change(
    void *me, enum docread_change change, struct str author, struct str date)
{
	buf_addf(
	    me, "|%d%.*s%.*s|", (int)change, STR_ARG(author), STR_ARG(date));
}

static const struct {
	const char *body, *events;
} walks[] = {
	{ P("<w:pPr><w:pStyle w:val='s'/></w:pPr>" T("a") DEL(DT("6") DT("7"))
		  INS(T("8")) T("b")),
	    "<s:a|2B2|67|1A1|8|0|b>0" },
	{ P(INS(T("a") DEL(DT("b")) T("c"))), "<:|1A1|ac>0" },
	{ P(MARK("del") T("a")) P(MARK("ins") T("b")), "<:a>2<:b>1" },
	{ P("<w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr>" T("a")) P(T("b")),
	    "<:ab>0" },
	{ TBL("<w:tr><w:trPr><w:del/></w:trPr>" TC(P(T("x"))) "</w:tr>" TR(
	      "<w:tc><w:tcPr><w:cellIns/></w:tcPr>" P("") "</w:tc>")),
	    "(2[0<:x>0])(0[1<:>0])" },
	{ P("<w:bookmarkStart w:id='1' w:name='n'/>" T(
	      "a") "<w:bookmarkEnd w:id='1'/>"),
	    "<:{1 n}a{1 }>0" },
};

static void
test_walk(void)
{
	static const struct docread_events events = { NULL, on_paragraph,
		on_text, on_paragraph_end, NULL, NULL, on_row, on_row_end,
		on_cell, on_cell_end, NULL, NULL, on_bookmark, NULL, NULL,
		on_change, NULL, NULL };
	struct buf file = { 0 }, seen = { 0 };
	struct opc *o;
	size_t i;

	for (i = 0; i < COUNT(walks); i++) {
		make(&file, walks[i].body, false);
		buf_clear(&seen);
		o = docopen_file(buf_str(&file), &seen);
		assert(o != NULL && docread_walk(o, &events, &seen));
		opc_free(o);
		if (str_equal(buf_str(&seen), str_of(walks[i].events)))
			continue;
		fprintf(
		    stderr, "wanted: %s\ngot: %s\n", walks[i].events, seen.p);
		abort();
	}
	buf_free(&file);
	buf_free(&seen);
}

int
main(void)
{
	zip = zip_new();
	test_text();
	test_notes();
	test_refused();
	test_walk();
	zip_free(zip);
	return 0;
}
