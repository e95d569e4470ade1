/* stylepage: a style sheet as settings, fonts, footers and section */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "stylexml.h"
#include "wmlout.h"
#include "xmlout.h"

/* What Chinese Word writes into its own new documents (17.15.1.21), and 15,
 * Word 2013 and later; without it Word says "compatibility mode" and lays out
 * as Word 2007 did (17.15.3.4). */
static void
put_compat(struct buf *out)
{
	static const char *const settings[] = { "w:spaceForUL",
		"w:balanceSingleByteDoubleByteWidth",
		"w:doNotLeaveBackslashAlone", "w:ulTrailSpace",
		"w:doNotExpandShiftReturn", "w:adjustLineHeightInTable",
		"w:useFELayout" };
	size_t i;

	xmlout_start(out, "w:compat");
	for (i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		xmlout_element(out, settings[i], NULL, NULL);
	xmlout_open(out, "w:compatSetting");
	xmlout_attrz(out, "w:name", "compatibilityMode");
	xmlout_attrz(out, "w:uri", "http://schemas.microsoft.com/office/word");
	xmlout_attrz(out, "w:val", "15");
	xmlout_empty(out);
	xmlout_end(out, "w:compat");
}

void
stylexml_settings(const struct stylesheet *s, struct buf *out)
{
	xmlout_declaration(out);
	xmlout_open(out, "w:settings");
	xmlout_attrz(out, "xmlns:w", WMLOUT_NS);
	xmlout_more(out);
	xmlout_elementn(out, "w:zoom", "w:percent", 100);
	/* two characters of the body (17.15.1.25), so that a tab typed later
	 * indents as a paragraph does */
	xmlout_elementn(out, "w:defaultTabStop", "w:val",
	    2 * face_character(&s->faces[FACE_BODY]));
	/* 单页码居右，双页码居左 (GB/T 9704 7.5): footer2.xml on even pages
	 * (17.10.1) */
	if (s->number_place == NUMBER_OUTER)
		xmlout_element(out, "w:evenAndOddHeaders", NULL, NULL);
	/* every mark takes a whole character, for 28 a line (17.15.1.18) */
	xmlout_element(
	    out, "w:characterSpacingControl", "w:val", "doNotCompress");
	put_compat(out);
	xmlout_end(out, "w:settings");
}

/* A font, and the name to look for where it is not installed (17.8.3.1):
 * Windows has 仿宋 and 楷体 without _GB2312. */
static void
put_font(struct buf *out, const char *name, bool chinese)
{
	static const char *const others[][2] = {
		{ "仿宋_GB2312", "仿宋" },
		{ "楷体_GB2312", "楷体" },
		{ "仿宋", "FangSong" },
		{ "楷体", "KaiTi" },
		{ "黑体", "SimHei" },
		{ "宋体", "SimSun" },
		{ "华文中宋", "STZhongsong" },
		{ "方正小标宋简体", "FZXiaoBiaoSong-B05S" },
		{ "方正小标宋_GBK", "FZXiaoBiaoSong-B05" },
		{ "方正仿宋_GBK", "FZFangSong-Z02" },
		{ "方正楷体_GBK", "FZKai-Z03" },
		{ "方正黑体_GBK", "FZHei-B01" },
		{ "方正书宋_GBK", "FZShuSong-Z01" },
	};
	size_t i;

	xmlout_open(out, "w:font");
	xmlout_attr(out, "w:name", str_of(name));
	xmlout_more(out);
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(name, others[i][0]) == 0)
			xmlout_element(out, "w:altName", "w:val", others[i][1]);
	/* 86 is GB 2312, 00 Western (17.8.3.2) */
	xmlout_element(out, "w:charset", "w:val", chinese ? "86" : "00");
	xmlout_element(out, "w:family", "w:val", chinese ? "auto" : "roman");
	xmlout_element(out, "w:pitch", "w:val", "variable");
	xmlout_end(out, "w:font");
}

/* Names of fonts, each once. */
struct names {
	const char **name;
	bool *chinese;
	size_t n;
};

static void
add_name(struct names *all, const char *name, bool chinese)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (strcmp(all->name[i], name) == 0) {
			all->chinese[i] = all->chinese[i] || chinese;
			return;
		}
	all->name = mem_more(all->name, all->n, sizeof(*all->name));
	all->chinese = mem_more(all->chinese, all->n, sizeof(*all->chinese));
	all->name[all->n] = name;
	all->chinese[all->n++] = chinese;
}

void
stylexml_fonts(const struct stylesheet *s, struct buf *out)
{
	struct names all = { 0 };
	size_t i;

	for (i = 0; i < FACES; i++) {
		add_name(&all, s->faces[i].latin, false);
		add_name(&all, s->faces[i].font, true);
	}
	add_name(&all, stylesheet_font(s, STR("楷体")), true);
	add_name(&all, stylesheet_font(s, STR("黑体")), true);
	xmlout_declaration(out);
	xmlout_open(out, "w:fonts");
	xmlout_attrz(out, "xmlns:w", WMLOUT_NS);
	xmlout_more(out);
	for (i = 0; i < all.n; i++)
		put_font(out, all.name[i], all.chinese[i]);
	xmlout_end(out, "w:fonts");
	free(all.name);
	free(all.chinese);
}

/* A piece of the number's form. */
static void
put_form(struct str text, struct buf *out)
{
	if (text.n == 0)
		return;
	wmlout_chinese(out);
	xmlout_text(out, text);
	wmlout_chinese_end(out);
}

/* A number in the field PAGE (17.16.5.33), here as page one or two shows it. */
static void
put_page(const struct stylesheet *s, bool even, struct buf *out)
{
	struct str form = str_of(s->number_form);
	size_t at = str_find(form, STR("1"), 0);

	put_form(str_cut(form, 0, at), out);
	xmlout_open(out, "w:fldSimple");
	xmlout_attrz(out, "w:instr", " PAGE ");
	xmlout_more(out);
	xmlout_start(out, "w:r");
	xmlout_start(out, "w:t");
	xmlout_text(out, even ? STR("2") : STR("1"));
	xmlout_end(out, "w:t");
	xmlout_end(out, "w:r");
	xmlout_end(out, "w:fldSimple");
	put_form(str_from(form, at + 1), out);
}

/* 单页码居右空一字，双页码居左空一字 (GB/T 9704 7.5), or centred. */
static void
put_number_pPr(const struct stylesheet *s, bool even, struct buf *out)
{
	bool outer = s->number_place == NUMBER_OUTER;
	const struct indent *i = &s->number_indent;

	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", face_style(FACE_FOOTER));
	if (outer && i->twips != 0) {
		xmlout_open(out, "w:ind");
		if (i->hundredths != 0)
			xmlout_attrn(out, even ? "w:leftChars" : "w:rightChars",
			    i->hundredths);
		xmlout_attrn(out, even ? "w:left" : "w:right", i->twips);
		xmlout_empty(out);
	}
	xmlout_element(out, "w:jc", "w:val",
	    !outer ? "center"
	    : even ? "left"
		   : "right");
	xmlout_end(out, "w:pPr");
}

static void
put_number_paragraph(const struct stylesheet *s, bool even, struct buf *out)
{
	xmlout_start(out, "w:p");
	if (s->number_place != NUMBER_NONE) {
		put_number_pPr(s, even, out);
		put_page(s, even, out);
	}
	xmlout_end(out, "w:p");
}

/* One cell, as wide as a line, that lies in the lying page's left margin: the
 * lower one of the page when it stands. Lines that run down have their dashes
 * in their middle. */
static void
put_turned_tblPr(const struct stylesheet *s, long line, struct buf *out)
{
	long at = s->bottom - s->number_distance - line / 2;

	xmlout_start(out, "w:tblPr");
	xmlout_open(out, "w:tblpPr");
	xmlout_attrz(out, "w:vertAnchor", "page");
	xmlout_attrz(out, "w:horzAnchor", "page");
	xmlout_attrn(out, "w:tblpX", at > 0 ? at : 0);
	xmlout_attrn(out, "w:tblpY", s->left);
	xmlout_empty(out);
	wmlout_width(out, "w:tblW", line);
	xmlout_element(out, "w:tblLayout", "w:type", "fixed");
	wmlout_cell_margins(out, 0);
	xmlout_end(out, "w:tblPr");
	xmlout_start(out, "w:tblGrid");
	xmlout_elementn(out, "w:gridCol", "w:w", line);
	xmlout_end(out, "w:tblGrid");
}

/* What a footer must end in, so low that it takes no room. */
static void
put_footer_end(struct buf *out)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_open(out, "w:spacing");
	xmlout_attrn(out, "w:line", 1);
	xmlout_attrz(out, "w:lineRule", "exact");
	xmlout_empty(out);
	xmlout_end(out, "w:pPr");
	xmlout_end(out, "w:p");
}

/* 横排表格的页码位置与其他页码保持一致 (GB/T 9704 8): the same paragraph, its
 * lines turned (17.4.72), where the paper has it when it stands. */
static void
put_turned_number(const struct stylesheet *s, bool even, struct buf *out)
{
	const struct face *f = &s->faces[FACE_FOOTER];
	long line = f->line != 0 ? f->line : f->size * 13 / 10;

	xmlout_start(out, "w:tbl");
	put_turned_tblPr(s, line, out);
	xmlout_start(out, "w:tr");
	xmlout_start(out, "w:trPr");
	xmlout_open(out, "w:trHeight");
	xmlout_attrn(out, "w:val", stylesheet_width(s));
	xmlout_attrz(out, "w:hRule", "exact");
	xmlout_empty(out);
	xmlout_end(out, "w:trPr");
	xmlout_start(out, "w:tc");
	xmlout_start(out, "w:tcPr");
	wmlout_width(out, "w:tcW", line);
	xmlout_element(out, "w:textDirection", "w:val", "tbRl");
	xmlout_end(out, "w:tcPr");
	put_number_paragraph(s, even, out);
	xmlout_end(out, "w:tc");
	xmlout_end(out, "w:tr");
	xmlout_end(out, "w:tbl");
	put_footer_end(out);
}

void
stylexml_footer(
    const struct stylesheet *s, bool even, bool turned, struct buf *out)
{
	xmlout_declaration(out);
	xmlout_open(out, "w:ftr");
	xmlout_attrz(out, "xmlns:w", WMLOUT_NS);
	xmlout_more(out);
	if (turned && s->number_place != NUMBER_NONE)
		put_turned_number(s, even, out);
	else
		put_number_paragraph(s, even, out);
	xmlout_end(out, "w:ftr");
}

static void
put_reference(struct buf *out, const char *type, const char *id)
{
	xmlout_open(out, "w:footerReference");
	xmlout_attrz(out, "w:type", type);
	xmlout_attrz(out, "r:id", id);
	xmlout_empty(out);
}

/*
 * How far the footer's last line ends above the paper's edge (17.6.11), so that
 * the dash of the number, its middle, is number_distance below the type area.
 * The dash stands 0.586 of the type size above the lower end of an exact line:
 * measured for 14 points in lines of 20, 1423 twips put it at 7.0 mm.
 */
static long
footer_distance(const struct stylesheet *s, long bottom)
{
	long at = bottom - s->number_distance -
		  s->faces[FACE_FOOTER].size * 586 / 1000;

	return at > 0 ? at : 0;
}

static void
put_paper(long width, long height, struct buf *out)
{
	xmlout_open(out, "w:pgSz");
	xmlout_attrn(out, "w:w", width);
	xmlout_attrn(out, "w:h", height);
	if (width > height)
		xmlout_attrz(out, "w:orient", "landscape");
	xmlout_empty(out);
}

static void
put_margins(const struct stylesheet *s, long top, long right, long bottom,
    long left, struct buf *out)
{
	xmlout_open(out, "w:pgMar");
	xmlout_attrn(out, "w:top", top);
	xmlout_attrn(out, "w:right", right);
	xmlout_attrn(out, "w:bottom", bottom);
	xmlout_attrn(out, "w:left", left);
	/* no header stands there: 15 mm as Word has it */
	xmlout_attrn(out, "w:header", top < 851 ? top : 851);
	xmlout_attrn(out, "w:footer", footer_distance(s, bottom));
	xmlout_attrn(out, "w:gutter", 0);
	xmlout_empty(out);
}

void
stylexml_section(
    const struct stylesheet *s, bool turned, bool line_numbers, struct buf *out)
{
	const struct face *body = &s->faces[FACE_BODY];

	xmlout_start(out, "w:sectPr");
	put_reference(out, "default", turned ? "rIdFooter3" : "rIdFooter1");
	put_reference(out, "even", turned ? "rIdFooter4" : "rIdFooter2");
	/* footnotes count ①②③ (17.11.18) */
	xmlout_start(out, "w:footnotePr");
	xmlout_element(out, "w:numFmt", "w:val", "decimalEnclosedCircle");
	xmlout_end(out, "w:footnotePr");
	if (turned) {
		put_paper(s->height, s->width, out);
		put_margins(s, s->left, s->top, s->right, s->bottom, out);
	} else {
		put_paper(s->width, s->height, out);
		put_margins(s, s->top, s->right, s->bottom, s->left, out);
	}
	if (line_numbers) {
		/* each line's, from 1 on each page (17.6.8) */
		xmlout_open(out, "w:lnNumType");
		xmlout_attrn(out, "w:countBy", 1);
		xmlout_attrz(out, "w:restart", "newPage");
		xmlout_empty(out);
	}
	xmlout_elementn(out, "w:cols", "w:space", 425);
	/* a line grid alone (17.6.5): with a character grid LibreOffice shows
	 * 14 characters a line */
	xmlout_open(out, "w:docGrid");
	xmlout_attrz(out, "w:type", "lines");
	xmlout_attrn(out, "w:linePitch",
	    body->line != 0 ? body->line : body->size * 13 / 10);
	xmlout_empty(out);
	xmlout_end(out, "w:sectPr");
}
