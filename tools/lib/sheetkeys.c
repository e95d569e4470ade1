/* sheetkeys: the sections and keys of a style sheet, and what they take */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "measure.h"
#include "nearest.h"
#include "sheetkeys.h"
#include "utf8.h"

#define NAMES(zh, en)                                                          \
	{ zh, sizeof(zh) - 1 },                                                \
	{                                                                      \
		en, sizeof(en) - 1                                             \
	}

static const struct section {
	struct str chinese, english;
	const char *style; /* w:styleId of a kind of paragraph */
} sections[SECTIONS] = {
	[SECTION_TOP] = { NAMES("", ""), NULL },
	[SECTION_PAGE] = { NAMES("页面", "page"), NULL },
	[SECTION_TABLE] = { NAMES("表格", "table"), NULL },
#define FACE(kind, zh, en, id) [SECTION_FACES + kind] = { NAMES(zh, en), id }
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

enum takes {
	TAKES_LENGTH,
	TAKES_INDENT,
	TAKES_SIZE,
	TAKES_FONT,
	TAKES_LINE, /* a length, 单倍 or 自动 */
	TAKES_SPACING, /* a length, 自动, or less than nothing */
	TAKES_COLOR,
	TAKES_BOOL,
	TAKES_COUNT,
	TAKES_PAPER,
	TAKES_FORM,
	TAKES_CHOICE,
};

struct key {
	struct str chinese, english;
	enum takes takes;
	size_t at; /* in struct face, or struct stylesheet */
	size_t section; /* of a key of one section */
	const char *choices; /* zh|en zh|en ...; of a count, its most */
};

/* The keys of every kind of paragraph. */
static const struct key face_keys[] = {
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
static const struct key own_keys[] = {
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
	S(SECTION_TABLE, "边框", "border", TAKES_LENGTH, table_border, NULL),
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
	S(OF(FACE_NUMBER), "分隔线", "rule", TAKES_LENGTH, rule, NULL),
	S(OF(FACE_COLOPHON), "粗线", "thick", TAKES_LENGTH, colophon_thick,
	    NULL),
	S(OF(FACE_COLOPHON), "细线", "thin", TAKES_LENGTH, colophon_thin, NULL),
#undef OF
#undef S
};

enum {
	FACE_KEYS = sizeof(face_keys) / sizeof(face_keys[0]),
	OWN_KEYS = sizeof(own_keys) / sizeof(own_keys[0]),
	SIZE_KEY = 2, /* 字号 among face_keys */
};

size_t
sheetkeys_count(void)
{
	return OWN_KEYS + FACES * FACE_KEYS;
}

const char *
face_style(enum face_kind kind)
{
	return sections[SECTION_FACES + kind].style;
}

static bool
named(struct str name, struct str chinese, struct str english)
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
		if (named(name, sections[i].chinese, sections[i].english))
			return i;
		nearest_offer(&ne, sections[i].chinese);
		nearest_offer(&ne, sections[i].english);
	}
	nearest_end(&ne, &hint);
	diag_say(d, at, LEVEL_ERROR, "style",
	    "a style sheet has no section [%.*s]%s", STR_ARG(name),
	    hint.n != 0 ? hint.p : "; `make style-doc` lists them");
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
		if (own_keys[i].section != section)
			continue;
		if (named(name, own_keys[i].chinese, own_keys[i].english))
			return i;
		nearest_offer(&ne, own_keys[i].chinese);
		nearest_offer(&ne, own_keys[i].english);
	}
	for (i = 0; section >= SECTION_FACES && i < FACE_KEYS; i++) {
		if (named(name, face_keys[i].chinese, face_keys[i].english))
			return OWN_KEYS + face * FACE_KEYS + i;
		nearest_offer(&ne, face_keys[i].chinese);
		nearest_offer(&ne, face_keys[i].english);
	}
	nearest_end(&ne, &hint);
	diag_say(d, at, LEVEL_ERROR, "style", "there is no key %.*s %s%.*s%s%s",
	    STR_ARG(name),
	    section == SECTION_TOP ? "before the sections" : "in [",
	    STR_ARG(sections[section].chinese),
	    section == SECTION_TOP ? "" : "]",
	    hint.n != 0 ? hint.p : "; `make style-doc` lists the keys");
	buf_free(&hint);
	return KEYS_NONE;
}

/* The state of a resolution. */
struct resolving {
	struct stylesheet *s;
	struct diag *d;
	const struct face *face; /* whose keys are read, or NULL */
	struct measure measure;
};

static void
say(const struct resolving *r, const struct given *g, const char *what)
{
	diag_say(r->d, g->place, LEVEL_ERROR, "style", "%.*s: %s",
	    STR_ARG(g->value), what);
}

/* Takes the next `zh|en` off a list of choices. */
static bool
next_choice(struct str *list, struct str *chinese, struct str *english)
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

static bool
choose(struct str value, const char *choices, long *chosen)
{
	struct str list = str_of(choices), zh, en;

	for (*chosen = 0; next_choice(&list, &zh, &en); ++*chosen)
		if (named(value, zh, en))
			return true;
	return false;
}

static void
say_choices(
    const struct resolving *r, const struct given *g, const char *choices)
{
	struct str list = str_of(choices), zh, en;
	struct buf names = { 0 };

	while (next_choice(&list, &zh, &en)) {
		buf_addz(&names, names.n != 0 ? ", " : "");
		buf_adds(&names, zh);
		if (!str_equal(zh, en))
			buf_addf(&names, " (%.*s)", STR_ARG(en));
	}
	diag_say(r->d, g->place, LEVEL_ERROR, "style",
	    "%.*s cannot stand here; choose from %s", STR_ARG(g->value),
	    names.p);
	buf_free(&names);
}

/* The names that a family has in the font sets gb2312, windows and gbk. Windows
 * ships 仿宋 and 楷体 without _GB2312, and no 小标宋: 华文中宋 comes with
 * Office. */
static const struct family {
	struct str name;
	const char *fonts[3];
} families[] = {
	{ { "仿宋", 6 }, { "仿宋_GB2312", "仿宋", "方正仿宋_GBK" } },
	{ { "楷体", 6 }, { "楷体_GB2312", "楷体", "方正楷体_GBK" } },
	{ { "黑体", 6 }, { "黑体", "黑体", "方正黑体_GBK" } },
	{ { "宋体", 6 }, { "宋体", "宋体", "方正书宋_GBK" } },
	{ { "小标宋", 9 }, { "方正小标宋简体", "华文中宋", "方正小标宋_GBK" } },
};

static void
take_font(const struct resolving *r, const struct given *g, char *out)
{
	struct str name = g->value;
	size_t i;

	for (i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		if (str_equal(name, families[i].name))
			name = str_of(families[i].fonts[r->s->fonts]);
	/* a line break or a bracket in a name is no name of a font */
	if (name.n == 0 || utf8_count(name) > 31) {
		say(r, g, "a font's name has 1 to 31 characters");
		return;
	}
	memcpy(out, name.p, name.n < FONT_ROOM ? name.n : FONT_ROOM - 1);
	out[name.n < FONT_ROOM ? name.n : FONT_ROOM - 1] = '\0';
}

static void
take_length(
    const struct resolving *r, const struct given *g, struct indent *out)
{
	const char *wrong =
	    measure_length(g->value, r->measure, &out->twips, &out->hundredths);

	if (wrong != NULL)
		say(r, g, wrong);
}

/* 自动: what the page's lines and characters make it. */
static bool
automatic(struct str value)
{
	return named(value, STR("自动"), STR("auto"));
}

static void
take_line(const struct resolving *r, const struct given *g, long *out)
{
	struct indent length = { 0 };

	if (automatic(g->value)) {
		*out = stylesheet_height(r->s) / r->s->lines;
		return;
	}
	*out = 0;
	if (named(g->value, STR("单倍"), STR("single")))
		return;
	take_length(r, g, &length);
	*out = length.twips;
	if (length.twips != 0 && length.twips < r->face->size / 2)
		say(r, g,
		    "lines so close cut the characters; use 单倍 or more");
}

static long
floor_divide(long a, long b)
{
	return a / b - (a % b != 0 && a < 0);
}

static void
take_spacing(const struct resolving *r, const struct given *g, long *out)
{
	struct given positive = *g;
	struct indent length = { 0 };
	bool minus = str_starts(g->value, STR("-"));

	if (automatic(g->value)) {
		*out = r->face->size != r->s->faces[FACE_BODY].size
			   ? 0
			   : floor_divide(stylesheet_width(r->s) -
					      r->s->characters * r->face->size,
				 r->s->characters);
		return;
	}
	if (minus)
		positive.value = str_from(g->value, 1);
	take_length(r, &positive, &length);
	*out = minus ? -length.twips : length.twips;
	if (*out > r->face->size || *out < -r->face->size / 2)
		say(r, g,
		    "a spacing is at most one character, at least less a "
		    "half");
}

static void
take_color(const struct resolving *r, const struct given *g, char *out)
{
	static const char hex[] = "0123456789ABCDEFabcdef";
	struct str v = g->value;
	size_t i;

	for (i = 0; i < v.n && i < 6 && strchr(hex, v.p[i]) != NULL; i++)
		continue;
	if (named(v, STR("黑"), STR("black")))
		v = STR("auto");
	else if (named(v, STR("红"), STR("red")))
		v = STR("FF0000");
	else if (i != 6 || v.n != 6) {
		say(r, g, "a colour is 黑 (black), 红 (red) or RRGGBB");
		return;
	}
	memcpy(out, v.p, v.n);
	out[v.n] = '\0';
}

static void
take_count(const struct resolving *r, const struct given *g, const char *most,
    long *out)
{
	long value = 0, limit = strtol(most, NULL, 10);
	size_t i;

	for (i = 0; i < g->value.n && value <= limit; i++) {
		if (g->value.p[i] < '0' || g->value.p[i] > '9')
			break;
		value = 10 * value + (g->value.p[i] - '0');
	}
	if (i != g->value.n || value < 1 || value > limit)
		diag_say(r->d, g->place, LEVEL_ERROR, "style",
		    "%.*s: a whole number from 1 to %ld is wanted",
		    STR_ARG(g->value), limit);
	else
		*out = value;
}

/* A3, A4, 16开 (184 x 260 mm, GB/T 788), or WIDTH x HEIGHT. */
static void
take_paper(const struct resolving *r, const struct given *g)
{
	static const struct {
		struct str name;
		long width, height;
	} papers[] = {
		{ { "A4", 2 }, 11906, 16838 },
		{ { "A3", 2 }, 16838, 23811 },
		{ { "A5", 2 }, 8391, 11906 },
		{ { "16开", 5 }, 10432, 14740 },
	};
	struct given side = *g;
	struct indent width = { 0 }, height = { 0 };
	struct str v = g->value;
	size_t i, cross, skip = 1;

	for (i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		if (str_equal(v, papers[i].name)) {
			r->s->width = papers[i].width;
			r->s->height = papers[i].height;
			return;
		}
	if ((cross = str_find(v, STR("x"), 0)) == (size_t)-1) {
		cross = str_find(v, STR("×"), 0);
		skip = 2;
	}
	if (cross == (size_t)-1) {
		say(r, g, "a paper is A3, A4, A5, 16开, or as 210mm x 297mm");
		return;
	}
	side.value = utf8_trim(str_cut(v, 0, cross));
	take_length(r, &side, &width);
	side.value = utf8_trim(str_from(v, cross + skip));
	take_length(r, &side, &height);
	r->s->width = width.twips;
	r->s->height = height.twips;
	/* Word takes pages up to 22 inches */
	if (width.twips > 31680 || height.twips > 31680)
		say(r, g, "Word takes paper up to 558 mm");
}

/* The form of a page number: a text with one 1. */
static void
take_form(const struct resolving *r, const struct given *g, char *out)
{
	size_t at = str_find(g->value, STR("1"), 0);

	if (at == (size_t)-1 ||
	    str_find(g->value, STR("1"), at + 1) != (size_t)-1 ||
	    g->value.n >= FONT_ROOM) {
		say(r, g,
		    "write the number of page one, as in — 1 — or 第 1 页");
		return;
	}
	memcpy(out, g->value.p, g->value.n);
	out[g->value.n] = '\0';
}

static void
take_bool(const struct resolving *r, const struct given *g, bool *out)
{
	long chosen;

	if (choose(g->value, "否|no 是|yes", &chosen))
		*out = chosen != 0;
	else
		say_choices(r, g, "否|no 是|yes");
}

/* Reads a value into its place. */
static void
take(const struct resolving *r, const struct key *k, const struct given *g,
    void *out)
{
	struct indent length = { 0 };
	long chosen = 0;

	switch (k->takes) {
	case TAKES_LENGTH:
		take_length(r, g, &length);
		*(long *)out = length.twips;
		break;
	case TAKES_INDENT:
		take_length(r, g, out);
		break;
	case TAKES_SIZE: {
		const char *wrong = measure_size(g->value, out);

		if (wrong != NULL)
			say(r, g, wrong);
		break;
	}
	case TAKES_FONT:
		take_font(r, g, out);
		break;
	case TAKES_LINE:
		take_line(r, g, out);
		break;
	case TAKES_SPACING:
		take_spacing(r, g, out);
		break;
	case TAKES_COLOR:
		take_color(r, g, out);
		break;
	case TAKES_BOOL:
		take_bool(r, g, out);
		break;
	case TAKES_COUNT:
		take_count(r, g, k->choices, out);
		break;
	case TAKES_PAPER:
		take_paper(r, g);
		break;
	case TAKES_FORM:
		take_form(r, g, out);
		break;
	case TAKES_CHOICE:
		if (!choose(g->value, k->choices, &chosen))
			say_choices(r, g, k->choices);
		else if (k->at == offsetof(struct face, align) &&
			 r->face != NULL)
			*(enum align *)out = (enum align)chosen;
		else
			*(long *)out = chosen;
		break;
	}
}

/* Reads the keys of one section alone. */
static void
resolve_own(struct resolving *r, size_t section)
{
	size_t i;

	for (i = 0; i < OWN_KEYS; i++)
		if (own_keys[i].section == section &&
		    r->s->given[i].place.path != NULL)
			take(r, &own_keys[i], &r->s->given[i],
			    (char *)r->s + own_keys[i].at);
}

/* What a kind of paragraph has where no sheet says: the body's type, without
 * its indents. */
static void
inherit(struct stylesheet *s, enum face_kind kind)
{
	struct face *f = &s->faces[kind];
	const struct face *body = &s->faces[FACE_BODY];

	*f = (struct face){ .color = "auto" };
	memcpy(f->latin, s->latin, sizeof(f->latin));
	if (kind == FACE_BODY)
		return;
	memcpy(f->font, body->font, sizeof(f->font));
	memcpy(f->latin, body->latin, sizeof(f->latin));
	memcpy(f->color, body->color, sizeof(f->color));
	f->size = body->size;
	f->line = body->line;
}

static void
resolve_face(struct resolving *r, enum face_kind kind)
{
	struct face *f = &r->s->faces[kind];
	const struct given *g = r->s->given + OWN_KEYS + kind * FACE_KEYS;
	bool spaced = false;
	size_t i;

	inherit(r->s, kind);
	r->face = f;
	/* the size comes first: 字 is measured in it */
	if (g[SIZE_KEY].place.path != NULL)
		take(r, &face_keys[SIZE_KEY], &g[SIZE_KEY], &f->size);
	for (i = 0; i < FACE_KEYS; i++) {
		if (face_keys[i].takes != TAKES_SPACING)
			continue;
		spaced = g[i].place.path != NULL;
		if (spaced)
			take(r, &face_keys[i], &g[i], &f->spacing);
	}
	if (!spaced && f->size == r->s->faces[FACE_BODY].size)
		f->spacing = r->s->faces[FACE_BODY].spacing;
	r->measure.character = face_character(f);
	for (i = 0; i < FACE_KEYS; i++)
		if (face_keys[i].takes != TAKES_SIZE &&
		    face_keys[i].takes != TAKES_SPACING &&
		    g[i].place.path != NULL)
			take(r, &face_keys[i], &g[i],
			    (char *)f + face_keys[i].at);
	if (kind == FACE_BODY)
		r->measure.line = f->line != 0 ? f->line : f->size * 13 / 10;
	resolve_own(r, SECTION_FACES + kind);
}

/* Where the page is given: the first of its measures that a sheet of the
 * author's names, else the paper. */
static const struct given *
page_place(const struct stylesheet *s)
{
	const struct given *first = NULL;
	size_t i;

	for (i = 0; i < OWN_KEYS; i++)
		if (own_keys[i].section == SECTION_PAGE &&
		    (first == NULL || s->given[i].place.path == s->paths[0]))
			first = &s->given[i];
	return first;
}

/* A page must hold five lines of ten characters of the body, the largest line
 * of any kind, and its number in the margin. */
static void
check_page(const struct resolving *r)
{
	const struct stylesheet *s = r->s;
	const struct face *body = &s->faces[FACE_BODY];
	long width = stylesheet_width(s), height = stylesheet_height(s);
	struct place at = page_place(s)->place;
	size_t before = r->d->counts[LEVEL_ERROR], i;

	if (width < 10 * face_character(body) ||
	    height < 5 * (body->line != 0 ? body->line : body->size))
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "the type area is %ld x %ld mm: too small for five lines "
		    "of ten characters; give smaller margins or larger paper",
		    width * 10 / 567, height * 10 / 567);
	else if (body->line != 0 && body->line < body->size)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "%ld lines of %g points do not fit into %ld mm; ask for "
		    "fewer",
		    s->lines, (double)body->size / 20, height * 10 / 567);
	else if (body->spacing < -body->size / 4)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "%ld characters of %g points do not fit into %ld mm; ask "
		    "for fewer",
		    s->characters, (double)body->size / 20, width * 10 / 567);
	if (s->number_place != NUMBER_NONE &&
	    s->number_distance + s->faces[FACE_FOOTER].size > s->bottom)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "the page number does not fit into the lower margin; "
		    "bring it nearer ([页码] 距版心) or give more (下边距)");
	for (i = 0; i < FACES; i++)
		if (r->d->counts[LEVEL_ERROR] == before &&
		    s->faces[i].left.twips + s->faces[i].right.twips >
			width - 2 * s->faces[i].size)
			diag_say(r->d, at, LEVEL_ERROR, "style",
			    "the indents of [%.*s] leave no room for its text",
			    STR_ARG(sections[SECTION_FACES + i].chinese));
}

void
sheetkeys_resolve(struct stylesheet *s, struct diag *d)
{
	struct resolving r = { .s = s, .d = d };
	size_t before = d->counts[LEVEL_ERROR], i;

	s->lines = s->characters = 1;
	resolve_own(&r, SECTION_TOP);
	resolve_own(&r, SECTION_PAGE);
	for (i = 0; i < FACES; i++)
		resolve_face(&r, (enum face_kind)i);
	r.face = NULL;
	resolve_own(&r, SECTION_TABLE);
	if (d->counts[LEVEL_ERROR] == before)
		check_page(&r);
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
		if (i != SECTION_TOP)
			buf_addf(
			    out, "\n[%.*s]\n", STR_ARG(sections[i].chinese));
		for (j = 0; i >= SECTION_FACES && j < FACE_KEYS; j++)
			put_given(&face_keys[j],
			    &s->given[OWN_KEYS +
				      (i - SECTION_FACES) * FACE_KEYS + j],
			    out);
		for (j = 0; j < OWN_KEYS; j++)
			if (own_keys[j].section == i)
				put_given(&own_keys[j], &s->given[j], out);
	}
}
