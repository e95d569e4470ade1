/* sheetkeys: the sections and keys of a style sheet, and what they take */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "nearest.h"
#include "sheetkeys.h"
#include "sheetlevels.h"
#include "utf8.h"

#define NAMES(zh, en)                                                          \
	{ zh, sizeof(zh) - 1 },                                                \
	{                                                                      \
		en, sizeof(en) - 1                                             \
	}

const struct section sheet_sections[SECTIONS] = {
	[SECTION_TOP] = { NAMES("", ""), NULL },
	[SECTION_PAGE] = { NAMES("页面", "page"), NULL },
	[SECTION_TABLE] = { NAMES("表格", "table"), NULL },
	[SECTION_PROOFING] = { NAMES("校对", "proofing"), NULL },
#define FACE(kind, zh, en, id) [SECTION_FACES + (kind)] = { NAMES(zh, en), id }
	FACE(FACE_BODY, "正文", "body", "BodyText"),
	FACE(FACE_TITLE, "标题", "title", "Title"),
	FACE(FACE_BYLINE, "署名", "byline", "Byline"),
	FACE(FACE_RECIPIENTS, "主送", "to", "Recipients"),
	FACE(FACE_HEADING1, "一级标题", "heading1", "Heading1"),
	FACE(FACE_HEADING2, "二级标题", "heading2", "Heading2"),
	FACE(FACE_HEADING3, "三级标题", "heading3", "Heading3"),
	FACE(FACE_HEADING4, "四级标题", "heading4", "Heading4"),
	FACE(FACE_ATTACHMENT, "附件说明", "attachments", "Attachment"),
	FACE(FACE_ATTACHMENT_LABEL, "附件标签", "attachment-label",
	    "AttachmentLabel"),
	FACE(FACE_ATTACHMENT_TITLE, "附件标题", "attachment-title",
	    "AttachmentTitle"),
	FACE(FACE_SIGNATURE, "落款", "signature", "Signature"),
	FACE(FACE_DATE, "成文日期", "date", "Date"),
	FACE(FACE_NOTE, "附注", "note", "Note"),
	FACE(FACE_CAPTION, "表题", "caption", "Caption"),
	FACE(FACE_TABLE_HEAD, "表头", "table-head", "TableHead"),
	FACE(FACE_TABLE_TEXT, "表文", "table-text", "TableText"),
	FACE(FACE_IMAGE, "图片", "image", "Image"),
	FACE(FACE_FIGURE_CAPTION, "图题", "figure-caption", "FigureCaption"),
	FACE(FACE_FOOTNOTE, "脚注", "footnote", "FootnoteText"),
	FACE(FACE_TOC_TITLE, "目录标题", "toc-title", "TOCHeading"),
	FACE(FACE_TOC, "目录", "toc", "TOC1"),
	FACE(FACE_FOOTER, "页码", "page-number", "Footer"),
	FACE(FACE_MASTHEAD, "版头", "masthead", "Masthead"),
	FACE(FACE_ISSUER, "发文机关标志", "issuer", "Issuer"),
	FACE(FACE_NUMBER, "发文字号", "number", "DocumentNumber"),
	FACE(FACE_COLOPHON, "版记", "colophon", "Colophon"),
#undef FACE
};

/* The keys of every kind of paragraph. */
const struct key sheet_face_keys[FACE_KEYS] = {
#define F(zh, en, takes, field)                                                \
	{                                                                      \
		NAMES(zh, en), takes, offsetof(struct face, field), 0, NULL    \
	}
	F("字体", "font", TAKES_FONT, font),
	F("西文字体", "latin", TAKES_FONT, latin),
	F("字号", "size", TAKES_SIZE, size),
	F("加粗", "bold", TAKES_BOOL, bold),
	F("颜色", "color", TAKES_COLOR, color),
	F("字距", "spacing", TAKES_SPACING, spacing),
	F("行距", "line", TAKES_LINE, line),
	F("段前", "before", TAKES_LENGTH, before),
	F("段后", "after", TAKES_LENGTH, after),
	F("首行缩进", "first", TAKES_INDENT, first),
	F("左缩进", "left", TAKES_INDENT, left),
	F("右缩进", "right", TAKES_INDENT, right),
	{ NAMES("对齐", "align"), TAKES_CHOICE, offsetof(struct face, align), 0,
	    "两端|both 左|left 居中|center 右|right" },
#undef F
};

/* The keys of one section each. */
const struct key sheet_own_keys[OWN_KEYS] = {
#define S(section, zh, en, takes, field, choices)                              \
	{                                                                      \
		NAMES(zh, en), takes, offsetof(struct stylesheet, field),      \
		    section, choices                                           \
	}
#define OF(kind) (SECTION_FACES + (kind))
	S(SECTION_TOP, "字体集", "fonts", TAKES_CHOICE, fonts,
	    "gb2312|gb2312 windows|windows gbk|gbk"),
	S(SECTION_TOP, "西文字体", "latin", TAKES_FONT, latin, NULL),
	S(SECTION_PAGE, "纸张", "paper", TAKES_PAPER, width, NULL),
	S(SECTION_PAGE, "上边距", "top", TAKES_LENGTH, top, NULL),
	S(SECTION_PAGE, "下边距", "bottom", TAKES_LENGTH, bottom, NULL),
	S(SECTION_PAGE, "左边距", "left", TAKES_LENGTH, left, NULL),
	S(SECTION_PAGE, "右边距", "right", TAKES_LENGTH, right, NULL),
	S(SECTION_PAGE, "每页行数", "lines", TAKES_COUNT, lines, "99"),
	S(SECTION_PAGE, "每行字数", "characters", TAKES_COUNT, characters,
	    "99"),
	S(SECTION_PAGE, "页码", "page-number", TAKES_CHOICE, number_place,
	    "外侧|outer 居中|center 无|none"),
	S(OF(FACE_FOOTER), "样式", "form", TAKES_FORM, number_form, NULL),
	S(OF(FACE_FOOTER), "距版心", "distance", TAKES_LENGTH, number_distance,
	    NULL),
	S(OF(FACE_FOOTER), "空", "indent", TAKES_INDENT, number_indent, NULL),
	S(SECTION_TABLE, "边框", "border", TAKES_RULE, table_border, NULL),
	S(SECTION_TABLE, "列宽", "widths", TAKES_CHOICE, table_widths,
	    "按内容|content 均分|even"),
	S(SECTION_TABLE, "数字", "numbers", TAKES_CHOICE, table_numbers,
	    "两端|both 左|left 居中|center 右|right"),
	S(OF(FACE_BODY), "领句", "lead", TAKES_CHOICE, lead,
	    "正文|body 加粗|bold 楷体|kai 黑体|hei"),
	S(OF(FACE_TITLE), "每行字数", "characters", TAKES_COUNT,
	    title_characters, "99"),
	S(OF(FACE_HEADING1), "段首标题", "run-in", TAKES_CHOICE, run_in,
	    "接排|joined 另起|split"),
	S(OF(FACE_SIGNATURE), "印章", "seal", TAKES_CHOICE, seal,
	    "无|none 有|sealed 签名章|signed"),
	S(OF(FACE_TOC), "级数", "levels", TAKES_COUNT, toc_levels, "4"),
	S(OF(FACE_ISSUER), "距版心", "top", TAKES_LENGTH, issuer_top, NULL),
	S(OF(FACE_NUMBER), "分隔线距", "rule-distance", TAKES_LENGTH,
	    rule_distance, NULL),
	S(OF(FACE_NUMBER), "分隔线", "rule", TAKES_RULE, rule, NULL),
	S(OF(FACE_COLOPHON), "粗线", "thick", TAKES_RULE, colophon_thick, NULL),
	S(OF(FACE_COLOPHON), "细线", "thin", TAKES_RULE, colophon_thin, NULL),
#undef OF
#undef S
};

size_t
sheetkeys_count(void)
{
	return OWN_KEYS + FACES * FACE_KEYS;
}

const char *
face_style(enum face_kind kind)
{
	return sheet_sections[SECTION_FACES + (kind)].style;
}

bool
sheetkeys_named(struct str name, struct str chinese, struct str english)
{
	return str_equal(name, chinese) || str_equal(name, english);
}

size_t
sheetkeys_section(struct str name, struct place at, struct diag *d)
{
	struct buf hint = { 0 };
	struct nearest ne;
	size_t i;

	nearest_begin(&ne, name);
	for (i = SECTION_TOP + 1; i < SECTIONS; i++) {
		if (sheetkeys_named(name, sheet_sections[i].chinese,
			sheet_sections[i].english))
			return i;
		nearest_offer(&ne, sheet_sections[i].chinese);
		nearest_offer(&ne, sheet_sections[i].english);
	}
	nearest_end(&ne, &hint);
	diag_say(d, at, LEVEL_ERROR, "style",
	    "a style sheet has no section [%.*s]%s", STR_ARG(name),
	    hint.n != 0 ? hint.p : lang_text("; `make style-doc` lists them"));
	buf_free(&hint);
	return SECTIONS;
}

size_t
sheetkeys_find(size_t section, struct str name, struct place at, struct diag *d)
{
	struct buf hint = { 0 };
	struct nearest ne;
	size_t i, face = section - SECTION_FACES;

	nearest_begin(&ne, name);
	for (i = 0; i < OWN_KEYS; i++) {
		if (sheet_own_keys[i].section != section)
			continue;
		if (sheetkeys_named(name, sheet_own_keys[i].chinese,
			sheet_own_keys[i].english))
			return i;
		nearest_offer(&ne, sheet_own_keys[i].chinese);
		nearest_offer(&ne, sheet_own_keys[i].english);
	}
	for (i = 0; section >= SECTION_FACES && i < FACE_KEYS; i++) {
		if (sheetkeys_named(name, sheet_face_keys[i].chinese,
			sheet_face_keys[i].english))
			return OWN_KEYS + face * FACE_KEYS + i;
		nearest_offer(&ne, sheet_face_keys[i].chinese);
		nearest_offer(&ne, sheet_face_keys[i].english);
	}
	nearest_end(&ne, &hint);
	if (hint.n == 0)
		buf_addz(&hint, lang_text("; `make style-doc` lists the keys"));
	if (section == SECTION_TOP)
		diag_say(d, at, LEVEL_ERROR, "style",
		    "there is no key %.*s before the sections%s", STR_ARG(name),
		    hint.p);
	else
		diag_say(d, at, LEVEL_ERROR, "style",
		    "there is no key %.*s in [%.*s]%s", STR_ARG(name),
		    STR_ARG(sheet_sections[section].chinese), hint.p);
	buf_free(&hint);
	return KEYS_NONE;
}

bool
sheetkeys_choice(struct str *list, struct str *chinese, struct str *english)
{
	size_t bar, end;

	if (list->n == 0)
		return false;
	end = str_find(*list, STR(" "), 0);
	if (end == (size_t)-1)
		end = list->n;
	bar = str_find(*list, STR("|"), 0);
	*chinese = str_cut(*list, 0, bar);
	*english = str_cut(*list, bar + 1, end - bar - 1);
	*list = str_from(*list, end < list->n ? end + 1 : end);
	return true;
}

bool
sheetkeys_choose(struct str value, const char *choices, long *chosen)
{
	struct str list = str_of(choices), zh, en;

	for (*chosen = 0; sheetkeys_choice(&list, &zh, &en); ++*chosen)
		if (sheetkeys_named(value, zh, en))
			return true;
	return false;
}

static void
put_given(const struct key *k, const struct given *g, struct buf *out)
{
	if (g->place.path != NULL)
		buf_addf(out, "%.*s = %.*s\n", STR_ARG(k->chinese),
		    STR_ARG(g->value));
}

void
stylesheet_put(const struct stylesheet *s, struct buf *out)
{
	size_t i, j;

	for (i = 0; i < SECTIONS; i++) {
		if (i == SECTION_PROOFING)
			sheetlevels_put(s, out);
		else if (i != SECTION_TOP)
			buf_addf(out, "\n[%.*s]\n",
			    STR_ARG(sheet_sections[i].chinese));
		for (j = 0; i >= SECTION_FACES && j < FACE_KEYS; j++)
			put_given(&sheet_face_keys[j],
			    &s->given[OWN_KEYS +
				      (i - SECTION_FACES) * FACE_KEYS + j],
			    out);
		for (j = 0; j < OWN_KEYS; j++)
			if (sheet_own_keys[j].section == i)
				put_given(
				    &sheet_own_keys[j], &s->given[j], out);
	}
}

/* What a key takes, in words. */
static void
put_takes(const struct key *k, struct buf *out)
{
	static const char *const words[] = {
		[TAKES_LENGTH] = "mm cm 磅 字 行",
		[TAKES_RULE] = "磅 mm, at most 12磅",
		[TAKES_INDENT] = "字 mm cm 磅",
		[TAKES_SIZE] = "初号 to 八号, 磅",
		[TAKES_FONT] = "仿宋 楷体 黑体 小标宋 宋体, or a font's name",
		[TAKES_LINE] = "自动 (auto), 单倍 (single), 磅 mm",
		[TAKES_SPACING] = "自动 (auto), 磅 mm, also below 0",
		[TAKES_COLOR] = "黑 (black), 红 (red), RRGGBB",
		[TAKES_BOOL] = "否 (no), 是 (yes)",
		[TAKES_PAPER] = "A3 A4 A5 16开, 210mm x 297mm",
		[TAKES_FORM] = "a text with one 1",
	};
	struct str list, zh, en;

	if (k->takes == TAKES_COUNT) {
		buf_addf(out, lang_text("1 to %s"), k->choices);
	} else if (k->takes == TAKES_CHOICE) {
		list = str_of(k->choices);
		while (sheetkeys_choice(&list, &zh, &en)) {
			buf_adds(out, zh);
			if (!str_equal(zh, en))
				buf_addf(out, " (%.*s)", STR_ARG(en));
			buf_addz(out, list.n != 0 ? ", " : "");
		}
	} else {
		buf_addz(out, lang_text(words[k->takes]));
	}
}

static void
put_key(const struct key *k, const struct given *g, const char *else_is,
    struct buf *out)
{
	buf_addf(out, "%.*s\t%.*s\t", STR_ARG(k->chinese), STR_ARG(k->english));
	put_takes(k, out);
	buf_addc(out, '\t');
	if (g->place.path != NULL)
		buf_adds(out, g->value);
	else
		buf_addz(out, lang_text(else_is));
	buf_addc(out, '\n');
}

/* What a face's key is where neither a sheet nor the standard's says. */
static const char *
otherwise(const struct key *k, size_t face)
{
	switch (k->takes) {
	case TAKES_LENGTH:
	case TAKES_INDENT:
		return "0";
	case TAKES_BOOL:
		return "否";
	case TAKES_CHOICE:
		return "两端";
	case TAKES_COLOR:
		return face == FACE_BODY ? "黑" : "as [正文]";
	default:
		return face == FACE_BODY ? "as above the sections"
					 : "as [正文]";
	}
}

void
stylesheet_keys(struct buf *out)
{
	struct diag none = { .to = NULL };
	struct stylesheet s;
	size_t i, j;

	stylesheet_read(&s, NULL, &none);
	for (i = 0; i < SECTIONS; i++) {
		const struct given *g = s.given + OWN_KEYS;

		if (i != SECTION_TOP)
			buf_addf(out, "\n[%.*s]\t[%.*s]\n",
			    STR_ARG(sheet_sections[i].chinese),
			    STR_ARG(sheet_sections[i].english));
		else
			buf_addz(out,
			    lang_text("基于\tbase\ta sheet of its folder\t\n"));
		for (j = 0; i >= SECTION_FACES && j < FACE_KEYS; j++)
			put_key(&sheet_face_keys[j],
			    &g[(i - SECTION_FACES) * FACE_KEYS + j],
			    otherwise(&sheet_face_keys[j], i - SECTION_FACES),
			    out);
		for (j = 0; j < OWN_KEYS; j++)
			if (sheet_own_keys[j].section == i)
				put_key(
				    &sheet_own_keys[j], &s.given[j], "", out);
		if (i == SECTION_PROOFING)
			buf_addz(
			    out, lang_text(
				     "规则\trule\t错误 (error), 警告 "
				     "(warning), 提示 (note), 关 (off)\tas the "
				     "rule has it\n"));
	}
	stylesheet_free(&s);
}
