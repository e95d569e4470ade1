/* stylexml: a style sheet as styles.xml */
#include "faceprops.h"
#include "stylexml.h"
#include "wmlout.h"
#include "xmlout.h"

/* What a style is beside its face. w:name, not w:styleId, decides which style
 * is built in (17.7.4.9). */
static const struct kind {
	const char *name; /* in Word */
	const char *alias; /* of a style that is not built in */
	bool keep_next;
	bool keep_lines;
	bool close; /* no space between paragraphs of the kind (17.3.1.9) */
	/* a little space between Chinese and Western (17.3.1.2), so that a
	 * signature is as wide in Word as in LibreOffice, which always adds it
	 */
	bool seams;
	int outline; /* level from 1; 0 for none */
} kinds[FACES] = {
	[FACE_BODY] = { .name = "Body Text" },
	[FACE_TITLE] = { .name = "Title", .keep_next = true, .close = true },
	[FACE_BYLINE] = { .name = "byline", .alias = "署名", .close = true },
	[FACE_RECIPIENTS] = { .name = "recipients",
	    .alias = "主送",
	    .close = true },
	[FACE_HEADING1] = { .name = "heading 1",
	    .keep_next = true,
	    .outline = 1 },
	[FACE_HEADING2] = { .name = "heading 2",
	    .keep_next = true,
	    .outline = 2 },
	[FACE_HEADING3] = { .name = "heading 3",
	    .keep_next = true,
	    .outline = 3 },
	[FACE_HEADING4] = { .name = "heading 4",
	    .keep_next = true,
	    .outline = 4 },
	[FACE_ATTACHMENT] = { .name = "attachment",
	    .alias = "附件说明",
	    .close = true },
	[FACE_ATTACHMENT_LABEL] = { .name = "attachment label",
	    .alias = "附件标签",
	    .keep_next = true },
	[FACE_ATTACHMENT_TITLE] = { .name = "attachment title",
	    .alias = "附件标题",
	    .keep_next = true,
	    .close = true },
	[FACE_SIGNATURE] = { .name = "Signature",
	    .keep_next = true,
	    .keep_lines = true,
	    .close = true,
	    .seams = true },
	[FACE_DATE] = { .name = "Date", .close = true, .seams = true },
	[FACE_NOTE] = { .name = "note", .alias = "附注" },
	[FACE_CAPTION] = { .name = "caption", .keep_next = true },
	[FACE_TABLE_HEAD] = { .name = "table head",
	    .alias = "表头",
	    .keep_next = true },
	[FACE_TABLE_TEXT] = { .name = "table text", .alias = "表文" },
	[FACE_IMAGE] = { .name = "image", .alias = "图片" },
	[FACE_FIGURE_CAPTION] = { .name = "figure caption", .alias = "图题" },
	[FACE_FOOTNOTE] = { .name = "footnote text" },
	[FACE_TOC_TITLE] = { .name = "TOC Heading", .keep_next = true },
	[FACE_TOC] = { .name = "toc 1" },
	[FACE_FOOTER] = { .name = "footer" },
	[FACE_MASTHEAD] = { .name = "masthead", .alias = "版头" },
	[FACE_ISSUER] = { .name = "issuer", .alias = "发文机关标志" },
	[FACE_NUMBER] = { .name = "document number", .alias = "发文字号" },
	[FACE_COLOPHON] = { .name = "colophon", .alias = "版记" },
};

static void
put_right_tab(long at, const char *leader, struct buf *out)
{
	xmlout_start(out, "w:tabs");
	xmlout_open(out, "w:tab");
	xmlout_attrz(out, "w:val", "right");
	if (leader != NULL)
		xmlout_attrz(out, "w:leader", leader);
	xmlout_attrn(out, "w:pos", at);
	xmlout_empty(out);
	xmlout_end(out, "w:tabs");
}

static void
put_pPr(const struct face *f, const struct kind *k, struct buf *out)
{
	xmlout_start(out, "w:pPr");
	if (k->keep_next)
		xmlout_element(out, "w:keepNext", NULL, NULL);
	if (k->keep_lines)
		xmlout_element(out, "w:keepLines", NULL, NULL);
	if (k->seams) {
		xmlout_element(out, "w:autoSpaceDE", NULL, NULL);
		xmlout_element(out, "w:autoSpaceDN", NULL, NULL);
	}
	faceprops_spacing(f, out);
	faceprops_ind(f, out);
	if (k->close)
		xmlout_element(out, "w:contextualSpacing", NULL, NULL);
	faceprops_jc(f, out);
	if (k->outline != 0)
		xmlout_elementn(out, "w:outlineLvl", "w:val", k->outline - 1);
	xmlout_end(out, "w:pPr");
}

static void
open_style(struct buf *out, const char *type, const char *id, bool custom,
    const char *name)
{
	xmlout_open(out, "w:style");
	xmlout_attrz(out, "w:type", type);
	if (custom)
		xmlout_attrz(out, "w:customStyle", "1");
	xmlout_attrz(out, "w:styleId", id);
	xmlout_more(out);
	xmlout_element(out, "w:name", "w:val", name);
}

static void
put_face(const struct stylesheet *s, enum face_kind kind, struct buf *out)
{
	const struct kind *k = &kinds[kind];
	const struct face *f = &s->faces[kind];
	struct buf link = { 0 };

	open_style(
	    out, "paragraph", face_style(kind), k->alias != NULL, k->name);
	if (k->alias != NULL)
		xmlout_element(out, "w:aliases", "w:val", k->alias);
	xmlout_element(out, "w:basedOn", "w:val", "Normal");
	if (kind == FACE_SIGNATURE)
		xmlout_element(out, "w:next", "w:val", "Date");
	else if (kind < FACE_CAPTION && kind != FACE_BODY)
		xmlout_element(out, "w:next", "w:val", "BodyText");
	if (k->outline != 0) {
		buf_addf(&link, "%sChar", face_style(kind));
		xmlout_element(out, "w:link", "w:val", link.p);
		buf_free(&link);
	}
	xmlout_element(out, "w:qFormat", NULL, NULL);
	put_pPr(f, k, out);
	faceprops_rPr(f, out);
	xmlout_end(out, "w:style");
}

/* A run-in heading is the first sentence of a body paragraph, in a style of
 * characters. */
static void
put_heading_char(const struct stylesheet *s, int level, struct buf *out)
{
	enum face_kind kind = (enum face_kind)(FACE_HEADING1 + level - 1);
	struct buf id = { 0 }, name = { 0 };

	buf_addf(&id, "%sChar", face_style(kind));
	buf_addf(&name, "heading %d Char", level);
	open_style(out, "character", id.p, true, name.p);
	xmlout_element(out, "w:basedOn", "w:val", "DefaultParagraphFont");
	xmlout_element(out, "w:link", "w:val", face_style(kind));
	faceprops_rPr(&s->faces[kind], out);
	xmlout_end(out, "w:style");
	buf_free(&id);
	buf_free(&name);
}

/* Entries of a table of contents: each level one character further in, the
 * page number at the right edge behind dots. */
static void
put_toc(const struct stylesheet *s, int level, struct buf *out)
{
	const struct face *f = &s->faces[FACE_TOC];
	struct face own = *f;
	struct buf id = { 0 }, name = { 0 };

	own.left.twips += (level - 1) * face_character(f);
	own.left.hundredths = 0;
	buf_addf(&id, "TOC%d", level);
	buf_addf(&name, "toc %d", level);
	open_style(out, "paragraph", id.p, false, name.p);
	xmlout_element(out, "w:basedOn", "w:val", "Normal");
	xmlout_start(out, "w:pPr");
	put_right_tab(stylesheet_width(s), "dot", out);
	faceprops_spacing(&own, out);
	faceprops_ind(&own, out);
	faceprops_jc(&own, out);
	xmlout_end(out, "w:pPr");
	faceprops_rPr(&own, out);
	xmlout_end(out, "w:style");
	buf_free(&id);
	buf_free(&name);
}

/* A style of characters that differs from its paragraph in the Chinese font. */
static void
put_font_char(struct buf *out, const char *id, const char *name,
    const char *font, bool bold)
{
	open_style(out, "character", id, true, name);
	xmlout_element(out, "w:basedOn", "w:val", "DefaultParagraphFont");
	xmlout_start(out, "w:rPr");
	if (font != NULL)
		xmlout_element(out, "w:rFonts", "w:eastAsia", font);
	if (bold) {
		xmlout_element(out, "w:b", NULL, NULL);
		xmlout_element(out, "w:bCs", NULL, NULL);
	}
	xmlout_end(out, "w:rPr");
	xmlout_end(out, "w:style");
}

static void
put_chars(const struct stylesheet *s, struct buf *out)
{
	const char *kai = stylesheet_font(s, STR("楷体"));
	const char *hei = stylesheet_font(s, STR("黑体"));

	open_style(out, "character", "Strong", false, "Strong");
	xmlout_element(out, "w:basedOn", "w:val", "DefaultParagraphFont");
	xmlout_element(out, "w:qFormat", NULL, NULL);
	xmlout_start(out, "w:rPr");
	xmlout_element(out, "w:b", NULL, NULL);
	xmlout_element(out, "w:bCs", NULL, NULL);
	xmlout_end(out, "w:rPr");
	xmlout_end(out, "w:style");
	put_font_char(out, "Lead", "lead",
	    s->lead == LEAD_KAI   ? kai
	    : s->lead == LEAD_HEI ? hei
				  : NULL,
	    s->lead == LEAD_BOLD);
	/* 签发人姓名用 3 号楷体字 (GB/T 9704 7.2.6) */
	put_font_char(out, "SignerName", "signer name", kai, false);
	/* 密级和紧急程度用 3 号黑体字 (7.2.2, 7.2.3) */
	put_font_char(out, "Classification", "classification", hei, false);
	open_style(
	    out, "character", "FootnoteReference", false, "footnote reference");
	xmlout_element(out, "w:basedOn", "w:val", "DefaultParagraphFont");
	xmlout_start(out, "w:rPr");
	xmlout_element(out, "w:vertAlign", "w:val", "superscript");
	xmlout_end(out, "w:rPr");
	xmlout_end(out, "w:style");
}

static void
put_border(struct buf *out, const char *side, long size)
{
	xmlout_open(out, side);
	xmlout_attrz(out, "w:val", size != 0 ? "single" : "nil");
	xmlout_attrn(out, "w:sz", size);
	xmlout_attrz(out, "w:space", "0");
	xmlout_attrz(out, "w:color", "auto");
	xmlout_empty(out);
}

/* w:sz of a border counts eighths of a point, 2 to 96 (17.18.2 ST_EighthPoint
 * Measure). */
static void
put_table_style(const struct stylesheet *s, struct buf *out)
{
	static const char *const sides[] = { "w:top", "w:left", "w:bottom",
		"w:right", "w:insideH", "w:insideV" };
	long size = s->table_border * 8 / 20;
	size_t i;

	open_style(out, "table", "TableGrid", false, "Table Grid");
	xmlout_element(out, "w:basedOn", "w:val", "TableNormal");
	xmlout_start(out, "w:tblPr");
	xmlout_start(out, "w:tblBorders");
	for (i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		put_border(out, sides[i], size > 96 ? 96 : size);
	xmlout_end(out, "w:tblBorders");
	xmlout_end(out, "w:tblPr");
	xmlout_end(out, "w:style");
}

/* The four styles that every other starts from (17.7.4.17). */
static void
put_default_style(
    struct buf *out, const char *type, const char *id, const char *name)
{
	xmlout_open(out, "w:style");
	xmlout_attrz(out, "w:type", type);
	xmlout_attrz(out, "w:default", "1");
	xmlout_attrz(out, "w:styleId", id);
	xmlout_more(out);
	xmlout_element(out, "w:name", "w:val", name);
}

static void
put_hidden(struct buf *out, const char *priority)
{
	xmlout_element(out, "w:uiPriority", "w:val", priority);
	xmlout_element(out, "w:semiHidden", NULL, NULL);
}

/*
 * Normal has the body's type, and in itself, not in docDefaults: LibreOffice's
 * grid looks here. Widows and orphans stay, since a line moved to the other
 * page breaks 22 a page (9704 5.2.3). LibreOffice applies the page's grid even
 * to exact lines, Word does not (17.3.1.32): it is off. Where the sheet's
 * characters a line come out, no space is added between Chinese and Western
 * (17.3.1.2, 17.3.1.3), which would break that count.
 */
static void
put_normal(const struct stylesheet *s, struct buf *out)
{
	const struct face *body = &s->faces[FACE_BODY];
	bool counted =
	    stylesheet_width(s) / face_character(body) == s->characters;

	put_default_style(out, "paragraph", "Normal", "Normal");
	xmlout_element(out, "w:qFormat", NULL, NULL);
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:widowControl", "w:val", "0");
	if (counted) {
		xmlout_element(out, "w:autoSpaceDE", "w:val", "0");
		xmlout_element(out, "w:autoSpaceDN", "w:val", "0");
	}
	xmlout_element(out, "w:snapToGrid", "w:val", "0");
	faceprops_spacing(&(struct face){ .line = body->line }, out);
	xmlout_element(out, "w:jc", "w:val", "both");
	xmlout_end(out, "w:pPr");
	faceprops_rPr(body, out);
	xmlout_end(out, "w:style");
}

static void
put_defaults(const struct stylesheet *s, struct buf *out)
{
	xmlout_start(out, "w:docDefaults");
	xmlout_start(out, "w:rPrDefault");
	xmlout_start(out, "w:rPr");
	faceprops_rFonts(&s->faces[FACE_BODY], out);
	xmlout_open(out, "w:lang");
	xmlout_attrz(out, "w:val", "en-US");
	xmlout_attrz(out, "w:eastAsia", "zh-CN");
	xmlout_empty(out);
	xmlout_end(out, "w:rPr");
	xmlout_end(out, "w:rPrDefault");
	xmlout_element(out, "w:pPrDefault", NULL, NULL);
	xmlout_end(out, "w:docDefaults");
	put_normal(s, out);
	put_default_style(
	    out, "character", "DefaultParagraphFont", "Default Paragraph Font");
	put_hidden(out, "1");
	xmlout_end(out, "w:style");
	put_default_style(out, "table", "TableNormal", "Normal Table");
	put_hidden(out, "99");
	xmlout_start(out, "w:tblPr");
	wmlout_width(out, "w:tblInd", 0);
	xmlout_start(out, "w:tblCellMar");
	wmlout_width(out, "w:top", 0);
	wmlout_width(out, "w:left", 108);
	wmlout_width(out, "w:bottom", 0);
	wmlout_width(out, "w:right", 108);
	xmlout_end(out, "w:tblCellMar");
	xmlout_end(out, "w:tblPr");
	xmlout_end(out, "w:style");
	put_default_style(out, "numbering", "NoList", "No List");
	put_hidden(out, "99");
	xmlout_end(out, "w:style");
}

void
stylexml_styles(const struct stylesheet *s, struct buf *out)
{
	int i;

	xmlout_declaration(out);
	xmlout_open(out, "w:styles");
	xmlout_attrz(out, "xmlns:w", WMLOUT_NS);
	xmlout_more(out);
	put_defaults(s, out);
	for (i = 0; i < FACES; i++)
		if (i != FACE_TOC)
			put_face(s, (enum face_kind)i, out);
	for (i = 1; i <= 4; i++)
		put_heading_char(s, i, out);
	for (i = 1; i <= 4; i++)
		put_toc(s, i, out);
	put_chars(s, out);
	put_table_style(s, out);
	xmlout_end(out, "w:styles");
}
