/*
 * stylesheet: what a sheet of styles/ says, resolved to measures
 *
 * A sheet is plain text: sections in brackets, `key = value` lines, comments
 * behind #; `base = NAME` names a sheet of the same folder that it starts
 * from. What neither says is as in styles/gbt9704.style, which the programs
 * carry inside.
 */
#ifndef STYLESHEET_H
#define STYLESHEET_H

#include "diag.h"
#include "str.h"

struct rulelevel;

/* The kinds of paragraph that a sheet dresses, each a section of it. */
enum face_kind {
	FACE_BODY, /* 正文 */
	FACE_TITLE, /* 标题 */
	FACE_BYLINE, /* 署名 */
	FACE_RECIPIENTS, /* 主送 */
	FACE_HEADING1, /* 一级标题 to 四级标题 */
	FACE_HEADING2,
	FACE_HEADING3,
	FACE_HEADING4,
	FACE_ATTACHMENT, /* 附件说明 */
	FACE_ATTACHMENT_LABEL, /* 附件标签: on the attachment's own page */
	FACE_ATTACHMENT_TITLE, /* 附件标题: there, too */
	FACE_SIGNATURE, /* 落款 */
	FACE_DATE, /* 成文日期 */
	FACE_NOTE, /* 附注 */
	FACE_CAPTION, /* 表题 */
	FACE_TABLE_HEAD, /* 表头 */
	FACE_TABLE_TEXT, /* 表文 */
	FACE_IMAGE, /* 图片 */
	FACE_FIGURE_CAPTION, /* 图题 */
	FACE_FOOTNOTE, /* 脚注 */
	FACE_TOC_TITLE, /* 目录标题 */
	FACE_TOC, /* 目录 */
	FACE_FOOTER, /* 页码 */
	FACE_MASTHEAD, /* 版头: 份号, 密级, 紧急程度 */
	FACE_ISSUER, /* 发文机关标志 */
	FACE_NUMBER, /* 发文字号, and 签发人 on its line */
	FACE_COLOPHON, /* 版记 */
	FACES,
};

enum align { ALIGN_BOTH, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* Twips; hundredths of a character as well where the sheet gives it so. */
struct indent {
	long twips, hundredths;
};

enum { FONT_ROOM = 96 }; /* Word takes font names of 31 characters */

/* How a kind of paragraph looks; lengths in twips. */
struct face {
	char font[FONT_ROOM]; /* for Chinese */
	char latin[FONT_ROOM]; /* for digits and Latin letters */
	long size;
	long spacing; /* between characters */
	long line; /* exact; 0 for single lines */
	long before, after;
	struct indent first, left, right;
	enum align align;
	bool bold;
	char color[8]; /* RRGGBB, or auto */
};

enum number_place { NUMBER_OUTER, NUMBER_CENTER, NUMBER_NONE };
enum run_in { RUN_IN_JOINED, RUN_IN_SPLIT };
enum lead { LEAD_BODY, LEAD_BOLD, LEAD_KAI, LEAD_HEI };
enum seal { SEAL_NONE, SEAL_SEALED, SEAL_SIGNED };
enum widths { WIDTHS_CONTENT, WIDTHS_EVEN };

struct stylesheet {
	long fonts; /* 字体集 */
	char latin[FONT_ROOM]; /* 西文字体 of what names none */
	/* 页面: the paper and its margins, twips */
	long width, height, top, bottom, left, right;
	long lines, characters; /* 每页行数, 每行字数 */
	long number_place; /* enum number_place */
	char number_form[FONT_ROOM]; /* 页码's 样式: with one 1 in it */
	long number_distance; /* its 距版心 */
	struct indent number_indent; /* its 空, of 外侧 */
	long lead; /* enum lead: 正文's 领句 */
	long title_characters; /* 标题's 每行字数 */
	long run_in; /* enum run_in: 一级标题's 段首标题, for all levels */
	long seal; /* enum seal: 落款's 印章 */
	long table_border; /* 表格; twips */
	long table_widths; /* enum widths */
	long table_numbers; /* enum align: of cells that are numbers */
	long toc_levels; /* 目录's 级数 */
	long issuer_top; /* 距版心 */
	long rule_distance, rule; /* 分隔线: the red rule */
	long colophon_thick, colophon_thin; /* 版记's rules */
	struct face faces[FACES];
	struct rulelevel *levels; /* 校对: of rules, the sheet's own first */
	size_t levels_n;

	struct given *given; /* what the sheets say, key by key */
	struct buf *texts; /* the sheets' texts, which given points into */
	char **paths;
	size_t n;
};

/* The type area, twips. */
long stylesheet_width(const struct stylesheet *s);
long stylesheet_height(const struct stylesheet *s);
/* The font that a family (仿宋, 楷体, 黑体, 宋体, 小标宋) is in the sheet's
 * set; NULL where the name is none of them. Lasts for ever. */
const char *stylesheet_font(const struct stylesheet *s, struct str family);
/* The width of one Chinese character of a face, with its spacing, twips. */
long face_character(const struct face *f);

/*
 * Reads the sheet at path and those that it starts from; reports what is wrong
 * with them, all of it, and answers false then. NULL reads what the programs
 * carry inside. A file that cannot be read ends the program. The caller frees
 * with stylesheet_free whatever the answer.
 */
bool stylesheet_read(struct stylesheet *s, const char *path, struct diag *d);
/* Adds every key with its value, as a sheet without a base. */
void stylesheet_put(const struct stylesheet *s, struct buf *out);
/* Adds a table of all keys for people: section, names, what they take, what
 * they are where no sheet says otherwise. */
void stylesheet_keys(struct buf *out);
void stylesheet_free(struct stylesheet *s);

/* The w:styleId of a kind of paragraph, as in styles.xml. */
const char *face_style(enum face_kind kind);

#endif
