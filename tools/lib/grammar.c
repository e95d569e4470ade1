/* grammar: what a line of a section file is */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#include "die.h"
#include "grammar.h"
#include "lang.h"
#include "marks.h"
#include "nearest.h"
#include "utf8.h"

#define NAMES(zh, en)                                                          \
	{ zh, sizeof(zh) - 1 },                                                \
	{                                                                      \
		en, sizeof(en) - 1                                             \
	}

static const struct block blocks[] = {
	{ BLOCK_TITLE, HOLDS_LINES, NAMES("标题", "title") },
	{ BLOCK_TO, HOLDS_LINES, NAMES("主送", "to") },
	{ BLOCK_BYLINE, HOLDS_LINES, NAMES("署名", "byline") },
	{ BLOCK_SIGNATURE, HOLDS_LINES, NAMES("落款", "signature") },
	{ BLOCK_NOTE, HOLDS_LINES, NAMES("附注", "note") },
	{ BLOCK_ATTACHMENTS, HOLDS_LINES, NAMES("附件", "attachments") },
	{ BLOCK_ATTACHMENT, HOLDS_LINES, NAMES("附件页", "attachment") },
	{ BLOCK_TABLE, HOLDS_ROWS, NAMES("表", "table") },
	{ BLOCK_MASTHEAD, HOLDS_LINES, NAMES("版头", "masthead") },
	{ BLOCK_COLOPHON, HOLDS_LINES, NAMES("版记", "colophon") },
	{ BLOCK_PAGEBREAK, HOLDS_NOTHING, NAMES("分页", "pagebreak") },
	{ BLOCK_ONLY, HOLDS_BLOCKS, NAMES("仅", "only") },
	{ BLOCK_EXCEPT, HOLDS_BLOCKS, NAMES("除", "except") },
	{ BLOCK_CHART, HOLDS_ROWS, NAMES("图", "chart") },
	{ BLOCK_IMAGE, HOLDS_LINES, NAMES("图片", "image") },
	{ BLOCK_TOC, HOLDS_NOTHING, NAMES("目录", "toc") },
	{ BLOCK_LANDSCAPE, HOLDS_BLOCKS, NAMES("横排", "landscape") },
};

enum { BLOCKS = sizeof(blocks) / sizeof(blocks[0]) };

static const struct block *
block_named(struct str name)
{
	size_t i;

	for (i = 0; i < BLOCKS; i++)
		if (str_equal(name, blocks[i].chinese) ||
		    str_equal(name, blocks[i].english))
			return &blocks[i];
	return NULL;
}

/* The length of `:::` at the start of text, or 0. */
static size_t
fence(struct str text)
{
	size_t i, n, at = 0;

	for (i = 0; i < 3; i++, at += n)
		if ((n = utf8_markup(text, at, ':')) == 0)
			return 0;
	return at;
}

static size_t
word_length(struct str s)
{
	size_t i = 0;

	while (
	    i < s.n && utf8_blank(s, i) == 0 && mark_at(s, i) == MARK_IS_NONE)
		i++;
	return i;
}

/* Reads what follows `:::`. A name that a placeholder put in is none, but a
 * mark of error may stand behind a closing. */
static void
read_fence(struct line *l, struct str rest)
{
	l->name = str_cut(rest, 0, word_length(rest));
	if (l->name.n == 0 && mark_at(rest, 0) != MARK_IS_ERROR)
		l->name = rest;
	l->kind = l->name.n != 0 ? LINE_OPEN : LINE_CLOSE;
	l->args = utf8_trim(str_from(rest, l->name.n));
	l->block = block_named(l->name);
}

struct line
line_read(struct str whole)
{
	struct line l = { .whole = whole, .text = utf8_trim(whole) };
	size_t n = 0;

	if (l.text.n == 0) {
		l.kind = LINE_BLANK;
	} else if (utf8_markup(l.text, 0, '%') != 0) {
		l.kind = LINE_COMMENT;
	} else if ((n = fence(l.text)) == 0) {
		l.kind = LINE_TEXT;
	} else {
		read_fence(&l, utf8_trim(str_from(l.text, n)));
	}
	return l;
}

struct place
line_place(const struct line *l, const char *p, const char *path, size_t number)
{
	return (struct place){ path, number,
		marks_column(l->whole, (size_t)(p - l->whole.p)) };
}

bool
line_goes_on(struct str text)
{
	size_t n = 0;

	while (n < text.n && text.p[text.n - 1 - n] == '\\')
		n++;
	return n % 2 == 1;
}

void
line_join(struct buf *text, struct str next)
{
	uint32_t c;

	if (text->n != 0 && next.n != 0 &&
	    !utf8_chinese_before(buf_str(text), text->n) &&
	    !(utf8_next(next, 0, &c) != 0 && utf8_chinese(c)))
		buf_addc(text, ' ');
	buf_adds(text, next);
}

enum block_kind
blocks_inside(const struct blocks *bs)
{
	return bs->n != 0 ? bs->open[bs->n - 1].kind : BLOCK_UNKNOWN;
}

enum block_holds
blocks_hold(const struct blocks *bs)
{
	return bs->n != 0 ? bs->open[bs->n - 1].holds : HOLDS_BLOCKS;
}

static void
say_unknown(const struct blocks *bs, const struct line *l, struct place at)
{
	struct buf hint = { 0 };
	struct nearest ne;
	size_t i;

	if (mark_at(l->name, 0) != MARK_IS_NONE) {
		diag_say(bs->d, at, LEVEL_ERROR, "block",
		    "the name of a block is written out, not filled in");
		return;
	}
	nearest_begin(&ne, l->name);
	for (i = 0; i < BLOCKS; i++) {
		nearest_offer(&ne, blocks[i].chinese);
		nearest_offer(&ne, blocks[i].english);
	}
	nearest_end(&ne, &hint);
	diag_say(bs->d, at, LEVEL_ERROR, "block", "there is no block %.*s%s",
	    STR_ARG(l->name),
	    hint.n != 0
		? hint.p
		: lang_text("; a text that begins with ::: is written \\:::"));
	buf_free(&hint);
}

static bool
is_edition_block(const struct block *b)
{
	return b != NULL && (b->kind == BLOCK_ONLY || b->kind == BLOCK_EXCEPT);
}

/* Says whether the block is named with more than its name. */
static bool
takes_arguments(const struct block *b)
{
	return is_edition_block(b) || b->kind == BLOCK_TABLE ||
	       b->kind == BLOCK_IMAGE || b->kind == BLOCK_CHART ||
	       b->kind == BLOCK_ATTACHMENT || b->kind == BLOCK_TOC;
}

/* The line of the block that must be closed before another can open. */
static size_t
open_line(const struct blocks *bs)
{
	size_t i = bs->n - 1;

	while (i > 0 && is_edition_block(bs->open[i].block))
		i--;
	return bs->open[i].place.line;
}

static bool
inside(const struct blocks *bs, const struct block *b)
{
	size_t i;

	for (i = 0; i < bs->n; i++)
		if (bs->open[i].block == b)
			return true;
	return false;
}

/* Reports what is wrong with an opening where it stands. */
static void
say_opening(const struct blocks *bs, const struct line *l, struct place at)
{
	if (l->block == NULL)
		say_unknown(bs, l, at);
	else if (is_edition_block(l->block) && l->args.n == 0)
		diag_say(bs->d, at, LEVEL_ERROR, "block",
		    "name the edition: :::%.*s public", STR_ARG(l->name));
	else if (!is_edition_block(l->block) && blocks_hold(bs) != HOLDS_BLOCKS)
		diag_say(bs->d, at, LEVEL_ERROR, "block",
		    "the block of line %zu is still open; close it with ::: "
		    "before :::%.*s",
		    open_line(bs), STR_ARG(l->name));
	else if (l->block->kind == BLOCK_LANDSCAPE && inside(bs, l->block))
		diag_say(bs->d, at, LEVEL_ERROR, "block",
		    "the pages lie already; close that :::%.*s before this one",
		    STR_ARG(l->name));
	else if (l->args.n != 0 && !takes_arguments(l->block))
		diag_say(bs->d, at, LEVEL_ERROR, "block",
		    "what stands behind :::%.*s belongs on a line of its own",
		    STR_ARG(l->name));
}

static void
push(struct blocks *bs, const struct line *l, struct place at, bool told)
{
	enum block_holds holds =
	    l->block != NULL ? l->block->holds : HOLDS_LINES;

	if (holds == HOLDS_BLOCKS)
		holds = blocks_hold(bs);
	bs->open = mem_more(bs->open, bs->n, sizeof(*bs->open));
	bs->open[bs->n++] = (struct open_block){
		.block = l->block,
		.holds = holds,
		.kind = l->block != NULL ? l->block->kind : BLOCK_UNKNOWN,
		.place = at,
		.end = l->whole.p + l->whole.n,
		.told = told,
	};
}

enum step
blocks_step(struct blocks *bs, const struct line *l, size_t number)
{
	struct place at;
	bool told;

	if (l->kind != LINE_CLOSE && l->kind != LINE_OPEN)
		return STEP_NONE;
	at = line_place(l, l->text.p, bs->path, number);
	told = marks_error(l->whole);
	if (l->kind == LINE_CLOSE) {
		if (bs->n != 0) {
			bs->n--;
			return STEP_CLOSED;
		}
		if (!told)
			diag_say(bs->d, at, LEVEL_ERROR, "block",
			    "this ::: closes nothing; take it out");
		return STEP_FAULT;
	}
	if (!told)
		say_opening(bs, l, at);
	if (mark_at(l->name, 0) != MARK_IS_NONE)
		return STEP_FAULT;
	if (l->block == NULL || l->block->holds != HOLDS_NOTHING)
		push(bs, l, at, told);
	return STEP_OPENED;
}

size_t
blocks_end(struct blocks *bs)
{
	size_t i, faults = 0;

	for (i = 0; i < bs->n; i++) {
		if (bs->open[i].told)
			continue;
		faults++;
		diag_say(bs->d, bs->open[i].place, LEVEL_ERROR, "block",
		    "this block is never closed; end it with a line :::");
	}
	return faults;
}

void
blocks_free(struct blocks *bs)
{
	free(bs->open);
	bs->open = NULL;
	bs->n = 0;
}

/* The length of a blank or a mark that parts names, at the start of s, or 0. */
static size_t
separator(struct str s)
{
	static const struct str marks[] = { { "、", 3 }, { "，", 3 },
		{ "；", 3 }, { ",", 1 }, { ";", 1 } };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(s, marks[i]))
			return marks[i].n;
	return utf8_blank(s, 0);
}

bool
edition_next(struct str *args, struct str *name)
{
	size_t n;

	while (args->n != 0 && (n = separator(*args)) != 0)
		*args = str_from(*args, n);
	for (n = 0; n < args->n; n++)
		if (separator(str_from(*args, n)) != 0 ||
		    mark_at(*args, n) != MARK_IS_NONE)
			break;
	*name = str_cut(*args, 0, n);
	*args = str_from(*args, n);
	/* behind the names there may be a mark of error */
	return n != 0;
}

bool
edition_among(struct str args, struct str edition)
{
	struct str name;

	while (edition_next(&args, &name))
		if (str_equal(name, edition))
			return true;
	return false;
}
