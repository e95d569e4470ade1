/* importroles: what the paragraphs of an old report are */
#include <stdlib.h>

#include "heading.h"
#include "importroles.h"
#include "utf8.h"

enum {
	TITLE_MOST = 60, /* characters */
	STYLED_MOST = 240, /* of a title by its style */
	CAPTION_MOST = 120,
	LINE_MOST = 36, /* of a byline, a signer */
	TO_MOST = 160,
	FROM_END = 12, /* blocks in which a signature is sought */
};

static bool
starts(struct str s, const char *head)
{
	return str_starts(s, str_of(head));
}

static bool
ends(struct str s, const char *tail)
{
	return str_ends(s, str_of(tail));
}

static bool
has(struct str s, const char *what)
{
	return str_find(s, str_of(what), 0) != (size_t)-1;
}

/* Says whether the text ends as a sentence does. */
static bool
ends_sentence(struct str s)
{
	static const char *const marks[] = { "。", "；", "，", "：", "、", "！",
		"？", ".", ";", ",", ":" };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (ends(s, marks[i]))
			return true;
	return false;
}

/* What a reader sees of a paragraph, in *room. */
static struct str
shown(const struct oldblock *b, struct buf *room)
{
	buf_clear(room);
	if (b->kind == OLD_TEXT)
		olddoc_shown(buf_str(&b->text), room);
	return utf8_trim(buf_str(room));
}

/* Says whether a paragraph is all of one line of few characters, without
 * footnotes, and no heading. */
static bool
is_line(const struct oldblock *b, size_t most, struct buf *room)
{
	struct str s = shown(b, room);
	struct heading h;
	size_t i;

	for (i = 0; i < b->text.n; i++)
		if (b->text.p[i] == OLD_NOTE)
			return false;
	return b->kind == OLD_TEXT && s.n != 0 && b->level == 0 &&
	       utf8_count(s) <= most && !heading_read(s, &h) &&
	       b->style != STYLE_CONTENTS;
}

static bool
in_brackets(struct str s)
{
	return starts(s, "（") && ends(s, "）") &&
	       str_find(s, STR("）"), 0) == s.n - 3;
}

static size_t
digits(struct str s, size_t *at)
{
	size_t n = 0;

	while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9') {
		++*at;
		n++;
	}
	return n;
}

/* Says whether s is a day, 2022年8月31日 or 二〇二二年八月三十一日. */
static bool
is_date(struct str s)
{
	size_t at = 0;

	if (digits(s, &at) == 4) {
		return starts(str_from(s, at), "年") && (at += 3) != 0 &&
		       digits(s, &at) != 0 && starts(str_from(s, at), "月") &&
		       (at += 3) != 0 && digits(s, &at) != 0 &&
		       str_equal(str_from(s, at), STR("日"));
	}
	return (starts(s, "二〇") || starts(s, "二○") || starts(s, "二零")) &&
	       has(s, "年") && has(s, "月") && ends(s, "日") &&
	       utf8_count(s) <= 14;
}

/* Says whether a title may end so: with what it is a title of. */
static bool
ends_title(struct str s)
{
	static const char *const nouns[] = { "报告", "总结", "方案", "通知",
		"意见", "计划", "办法", "规定", "情况", "要点", "讲话", "发言",
		"材料", "请示", "批复", "决定", "决议", "公告", "通告", "通报",
		"公报", "纪要", "规划", "制度", "细则", "章程", "倡议书",
		"简报", "汇报", "说明", "函", "议案", "条例", "预案", "须知",
		"指南", "清单" };
	size_t i, at = 3;

	/* that of a table or a picture */
	if ((starts(s, "表") || starts(s, "图")) && digits(s, &at) != 0)
		return false;
	for (i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
		if (ends(s, nouns[i]))
			return true;
	return false;
}

/* The blocks that are the title, from the first; 0 where there is none. A
 * title with ／ in it would be broken there, so it is left a paragraph. */
static size_t
title_lines(const struct olddoc *doc)
{
	struct buf room = { 0 };
	size_t i, n = 0;

	for (i = 0;
	     i < doc->n && i < 8 && doc->blocks[i].style == STYLE_TITLE &&
	     is_line(&doc->blocks[i], STYLED_MOST, &room);
	     i++)
		n = i + 1;
	for (i = 0; n == 0 && i < 4 && i + 1 < doc->n; i++) {
		const struct oldblock *b = &doc->blocks[i];

		if (!is_line(b, TITLE_MOST, &room) ||
		    ends_sentence(utf8_trim(buf_str(&room))) ||
		    has(buf_str(&room), "。"))
			break;
		if (ends_title(utf8_trim(buf_str(&room))))
			n = i + 1;
	}
	for (i = 0; i < n; i++)
		if (has(shown(&doc->blocks[i], &room), "／"))
			n = 0;
	buf_free(&room);
	return n;
}

static bool
is_byline(const struct oldblock *b, struct buf *room)
{
	struct str s;

	if (!is_line(b, LINE_MOST, room))
		return false;
	s = utf8_trim(buf_str(room));
	return !ends_sentence(s) &&
	       (in_brackets(s) || is_date(s) || b->style == STYLE_BYLINE);
}

/* Says whether a line names who a report goes to. */
static bool
is_to(const struct oldblock *b, struct buf *room)
{
	struct str s;

	if (!is_line(b, TO_MOST, room))
		return false;
	s = utf8_trim(buf_str(room));
	return (ends(s, "：") || ends(s, ":")) && !has(s, "。") &&
	       !has(s, "如下") && !has(s, "以下") && !has(s, "；") &&
	       utf8_any_chinese(s);
}

/* The head: title, byline, addressees. */
static size_t
find_head(struct olddoc *doc)
{
	struct buf room = { 0 };
	size_t i = 0, n = title_lines(doc);

	for (; i < n; i++)
		doc->blocks[i].role = ROLE_TITLE;
	for (; n != 0 && i < doc->n && i < n + 3; i++) {
		if (!is_byline(&doc->blocks[i], &room))
			break;
		doc->blocks[i].role = ROLE_BYLINE;
	}
	if (i + 1 < doc->n && is_to(&doc->blocks[i], &room))
		doc->blocks[i++].role = ROLE_TO;
	buf_free(&room);
	return i;
}

/* Says whether a line is 附件 or 附件1 alone. */
static bool
is_label(const struct oldblock *b, struct buf *room)
{
	struct str s;
	size_t at = 6;

	if (!is_line(b, 8, room))
		return false;
	s = utf8_trim(buf_str(room));
	if (!starts(s, "附件"))
		return false;
	while (utf8_blank(s, at) != 0)
		at += utf8_blank(s, at);
	digits(s, &at);
	return at == s.n;
}

/* Finds the attachments, from block `from`; the main part ends at the first. */
static size_t
find_labels(struct olddoc *doc, size_t from)
{
	struct buf room = { 0 };
	size_t i, end = doc->n;

	for (i = from; i + 1 < doc->n; i++) {
		struct oldblock *b = &doc->blocks[i];

		if (!is_label(b, &room))
			continue;
		b->role = ROLE_LABEL;
		end = end < i ? end : i;
		do {
			b++;
			i++;
			if (is_line(b, TITLE_MOST, &room) &&
			    !ends_sentence(utf8_trim(buf_str(&room))) &&
			    !has(buf_str(&room), "／"))
				b->role = ROLE_LABEL_TITLE;
		} while (b->role == ROLE_LABEL_TITLE &&
			 b->style == STYLE_LABEL_TITLE && i + 1 < doc->n &&
			 b[1].style == STYLE_LABEL_TITLE);
	}
	buf_free(&room);
	return end;
}

static bool
is_signer(const struct oldblock *b, struct buf *room)
{
	struct str s;

	if (b->role != ROLE_BODY || !is_line(b, LINE_MOST, room))
		return false;
	s = utf8_trim(buf_str(room));
	return !ends_sentence(s) && !has(s, "。") && !has(s, "，") &&
	       !has(s, "：") && !has(s, ":") && !has(s, "；") &&
	       !in_brackets(s) && !is_date(s);
}

/* Finds the date at the end of the main part, who signs above it, and the note
 * below; answers where they begin. */
static size_t
find_signature(struct olddoc *doc, size_t from, size_t end)
{
	struct buf room = { 0 };
	size_t i = end, least = end > FROM_END ? end - FROM_END : 0, signers;

	if (least < from)
		least = from;
	while (i > least && !(is_line(&doc->blocks[i - 1], LINE_MOST, &room) &&
				is_date(utf8_trim(buf_str(&room)))))
		i--;
	if (i == least) {
		buf_free(&room);
		return end;
	}
	if (i < end && is_line(&doc->blocks[i], LINE_MOST, &room) &&
	    in_brackets(utf8_trim(buf_str(&room))))
		doc->blocks[i].role = ROLE_NOTE;
	end = i--; /* of the signature */
	for (signers = 0;
	     signers < 4 && i > from && is_signer(&doc->blocks[i - 1], &room);
	     signers++)
		i--;
	buf_free(&room);
	if (signers == 0)
		return end;
	for (from = i; from < end; from++)
		doc->blocks[from].role = ROLE_SIGNATURE;
	return i;
}

/* Finds the note of attachments: the lines from 附件： on, where wengao writes
 * them as they stand. */
static void
find_attachments(struct olddoc *doc, size_t from, size_t end)
{
	struct buf room = { 0 };
	struct heading h;
	struct str s;
	size_t i, first, n = 0;

	for (first = from; first < end; first++)
		if (starts(shown(&doc->blocks[first], &room), "附件："))
			break;
	for (i = first; i < end; i++, n++) {
		s = shown(&doc->blocks[i], &room);
		if (i == first)
			s = utf8_trim(str_from(s, 9));
		if (doc->blocks[i].role != ROLE_BODY || s.n == 0 ||
		    utf8_count(s) > TITLE_MOST || ends_sentence(s))
			break;
		if (n != 0 && !(heading_read(s, &h) && h.level == 3))
			break;
	}
	s = n != 0 ? utf8_trim(str_from(shown(&doc->blocks[first], &room), 9))
		   : STR("");
	if (n > 1 && !(heading_read(s, &h) && h.level == 3 && h.value != 0))
		n = 0;
	for (i = first; i < first + n; i++)
		doc->blocks[i].role = ROLE_ATTACHMENTS;
	buf_free(&room);
}

/* Moves the caption of a block out of paragraph b, where that is noun and the
 * number that wengao will give it. */
static bool
take_caption(
    struct oldblock *b, struct oldblock *to, const char *noun, size_t number)
{
	struct buf room = { 0 }, head = { 0 };
	struct str s;
	bool fits;

	if (b->kind != OLD_TEXT || b->role != ROLE_BODY || to->caption.n != 0 ||
	    !is_line(b, CAPTION_MOST, &room)) {
		buf_free(&room);
		return false;
	}
	s = utf8_trim(buf_str(&room));
	buf_addf(&head, "%s%zu", noun, number);
	fits = str_starts(s, buf_str(&head)) && utf8_blank(s, head.n) != 0 &&
	       !ends_sentence(s) && !has(s, "#") && !has(s, "＃");
	if (fits) {
		buf_adds(&to->caption, utf8_trim(str_from(s, head.n)));
		b->role = ROLE_CAPTION;
	}
	buf_free(&head);
	buf_free(&room);
	return fits;
}

static void
find_captions(struct olddoc *doc)
{
	size_t i, tables = 0, figures = 0;

	for (i = 0; i < doc->n; i++) {
		struct oldblock *b = &doc->blocks[i];

		if (b->kind == OLD_TABLE && b->rows != 0 && i > 0)
			tables += take_caption(b - 1, b, "表", tables + 1);
		if (b->kind == OLD_PICTURE && !b->unusable && i + 1 < doc->n)
			figures += take_caption(b + 1, b, "图", figures + 1);
	}
}

/* A heading's own style is bold enough: its first sentence loses what else
 * says so. */
static void
take_bold(struct oldblock *b)
{
	size_t stop = str_find(buf_str(&b->text), STR("。"), 0);

	olddoc_plain(&b->text, 0, stop != (size_t)-1 ? stop + 3 : b->text.n);
}

static void
find_headings(struct olddoc *doc)
{
	struct buf room = { 0 };
	struct heading h;
	bool styled = false;
	size_t i;

	for (i = 0; i < doc->n; i++)
		styled = styled || doc->blocks[i].level != 0;
	for (i = 0; i < doc->n; i++) {
		struct oldblock *b = &doc->blocks[i];

		if (b->kind != OLD_TEXT || b->style == STYLE_CONTENTS ||
		    !heading_read(shown(b, &room), &h) || h.value == 0)
			continue;
		/* the items of a list, where headings have styles */
		if (styled && b->listed && b->level == 0)
			continue;
		b->typed = true;
		b->level = h.level;
		take_bold(b);
	}
	buf_free(&room);
}

void
importroles_find(struct olddoc *doc)
{
	size_t i, from, end;

	find_headings(doc);
	from = find_head(doc);
	end = find_labels(doc, from);
	end = find_signature(doc, from, end);
	find_attachments(doc, from, end);
	find_captions(doc);
	for (i = 0; i < doc->n; i++)
		if (doc->blocks[i].role != ROLE_BODY)
			olddoc_plain(
			    &doc->blocks[i].text, 0, doc->blocks[i].text.n);
}
