/* typeset: the text of a section as WordprocessingML */
#include <stdint.h>
#include <stdlib.h>

#include "colophon.h"
#include "die.h"
#include "grammar.h"
#include "heading.h"
#include "inline.h"
#include "masthead.h"
#include "paragraph.h"
#include "table.h"
#include "typeset.h"
#include "utf8.h"
#include "xmlout.h"

struct typesetting {
	const char *path;
	struct diag *d;
	const struct stylesheet *sheet;
	struct buf *out;
	struct blocks blocks;
	struct line line;
	size_t number;
	struct paragraph open; /* the paragraph that goes on in the next line */
	struct paragraph *held; /* the lines of the open block, until its end */
	size_t held_n;
	struct paragraph opening; /* of the table that is open */
	size_t begin; /* where the body begins in out */
	bool ended; /* a colophon was there */
	bool fault;
};

static struct setting
plain(const struct typesetting *t)
{
	return (struct setting){
		.path = t->path,
		.d = t->d,
		.sheet = t->sheet,
		.width = stylesheet_width(t->sheet),
	};
}

static void
put_paragraph(
    const struct typesetting *t, const struct paragraph *p, const char *style)
{
	struct setting how = plain(t);

	paragraph_open(style, t->out);
	paragraph_runs(p, 0, p->text.n, &how, t->out);
	paragraph_close(t->out);
}

/* Closing marks that belong to the sentence that they follow. */
static size_t
closing_mark(struct str s, size_t at)
{
	static const struct str marks[] = { { "”", 3 }, { "’", 3 }, { "）", 3 },
		{ "》", 3 } };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(str_from(s, at), marks[i]))
			return 3;
	return 0;
}

/* What ends a sentence behind its 。: closing marks, and the end of bold. */
static size_t
sentence_tail(struct str text, size_t at)
{
	size_t next, n;
	struct piece p;

	for (;; at = next) {
		next = at;
		if (at < text.n && (n = closing_mark(text, at)) != 0)
			next = at + n;
		else if (!inline_next(text, &next, &p) || p.kind != PIECE_CLOSE)
			return at;
	}
}

/* The end of the heading's sentence: the first 。 that no placeholder put in,
 * with what closes after it; the text's end where there is none. */
static size_t
sentence_end(struct str text)
{
	size_t at = 0, stop;
	struct piece p;

	while (inline_next(text, &at, &p)) {
		if (p.kind != PIECE_TEXT)
			continue;
		stop = str_find(p.text, STR("。"), 0);
		if (stop != (size_t)-1)
			return sentence_tail(
			    text, (size_t)(p.text.p - text.p) + stop + 3);
	}
	return text.n;
}

static const char *const heading_styles[][2] = {
	{ "Heading1", "Heading1Char" },
	{ "Heading2", "Heading2Char" },
	{ "Heading3", "Heading3Char" },
	{ "Heading4", "Heading4Char" },
};

/* A heading alone is a paragraph of its style; a run-in one a body paragraph
 * whose first sentence has the heading's font. */
static void
put_heading(const struct typesetting *t, const struct paragraph *p, int level)
{
	struct str text = buf_str(&p->text);
	size_t end = sentence_end(text);
	struct setting how = plain(t);

	if (utf8_trim(str_from(text, end)).n == 0) {
		put_paragraph(t, p, heading_styles[level - 1][0]);
		return;
	}
	how.heading_end = end;
	how.heading_style = heading_styles[level - 1][1];
	paragraph_open("BodyText", t->out);
	paragraph_runs(p, 0, text.n, &how, t->out);
	paragraph_close(t->out);
}

static void
put_body(const struct typesetting *t, const struct paragraph *p)
{
	struct str text = buf_str(&p->text);
	struct heading h;

	if (!heading_read(text, &h)) {
		put_paragraph(t, p, "BodyText");
	} else if (h.value == 0) {
		diag_say(t->d, paragraph_place(p, 0, t->path), LEVEL_ERROR,
		    "heading",
		    "this heading has no number; outline comes before "
		    "typeset");
	} else {
		put_heading(t, p, h.level);
	}
}

/* The lines of a title are one paragraph, broken where the author broke it. */
static void
put_title(const struct typesetting *t)
{
	struct setting how = plain(t);
	size_t i;

	paragraph_open("Title", t->out);
	for (i = 0; i < t->held_n; i++) {
		const struct paragraph *p = &t->held[i];

		if (i != 0) {
			xmlout_start(t->out, "w:r");
			xmlout_element(t->out, "w:br", NULL, NULL);
			xmlout_end(t->out, "w:r");
		}
		paragraph_runs(p, 0, p->text.n, &how, t->out);
	}
	paragraph_close(t->out);
}

/* Says whether the author typed the number of an attachment. */
static bool
typed_number(const struct paragraph *p)
{
	struct heading h;

	return heading_read(buf_str(&p->text), &h) && h.level == 3 &&
	       h.value != 0;
}

/* GB/T 9704 7.3.4: 附件：1.名称, the next ones with their numbers below; a
 * single attachment has none. */
static void
put_attachments(const struct typesetting *t)
{
	struct setting how = plain(t);
	struct buf head = { 0 };
	size_t i;

	for (i = 0; i < t->held_n; i++) {
		const struct paragraph *p = &t->held[i];

		buf_clear(&head);
		buf_addz(&head, i == 0 ? "附件：" : "　　　");
		if (t->held_n > 1 && !typed_number(p))
			buf_addf(&head, "%zu.", i + 1);
		paragraph_open("Attachment", t->out);
		run_put(buf_str(&head), t->out);
		paragraph_runs(p, 0, p->text.n, &how, t->out);
		paragraph_close(t->out);
	}
	buf_free(&head);
}

static void
put_lines(const struct typesetting *t, const char *style)
{
	size_t i;

	for (i = 0; i < t->held_n; i++)
		put_paragraph(t, &t->held[i], style);
}

/* The name of who signs, on as many lines as it takes, then the date. */
static void
put_signature(const struct typesetting *t)
{
	size_t i;

	for (i = 0; i < t->held_n; i++)
		put_paragraph(t, &t->held[i],
		    i != 0 && i + 1 == t->held_n ? "Date" : "Signature");
}

/* Word joins two tables with nothing between into one. */
static void
part_tables(struct buf *out)
{
	if (str_ends(buf_str(out), STR("</w:tbl>")))
		xmlout_element(out, "w:p", NULL, NULL);
}

static void
put_table(const struct typesetting *t, struct place opened)
{
	const struct paragraph *head = &t->opening;
	struct setting how = plain(t);

	if (t->held_n == 0) {
		diag_say(t->d, opened, LEVEL_ERROR, "table",
		    "this table has no rows; write them before its :::");
		return;
	}
	if (head->text.n != 0)
		put_paragraph(t, head, "Caption");
	else
		part_tables(t->out);
	table_put(t->held, t->held_n, &how, t->out);
}

/* 版头 (GB/T 9704 7.2) opens the report. */
static void
put_masthead(const struct typesetting *t, struct place opened)
{
	struct setting how = plain(t);

	if (t->out->n != t->begin)
		diag_say(t->d, opened, LEVEL_ERROR, "masthead",
		    "a masthead stands once in a report, before all else");
	masthead_put(t->held, t->held_n, opened, &how, t->out);
}

/* 版记 (GB/T 9704 7.4) ends it. */
static void
put_colophon(struct typesetting *t, struct place opened)
{
	struct setting how = plain(t);

	part_tables(t->out);
	colophon_put(t->held, t->held_n, opened, &how, t->out);
	t->ended = true;
}

/* Reports the first line behind a colophon that is to be set. */
static void
check_end(struct typesetting *t)
{
	if (!t->ended)
		return;
	diag_say(t->d, line_place(&t->line, t->line.text.p, t->path, t->number),
	    LEVEL_ERROR, "colophon",
	    "the colophon ends a report; move this before it");
	t->ended = false;
}

/* Writes the block that was just closed. */
static void
put_block(struct typesetting *t, const struct open_block *b)
{
	size_t i;

	switch (b->kind) {
	case BLOCK_TITLE:
		put_title(t);
		break;
	case BLOCK_TO:
		put_lines(t, "Recipients");
		break;
	case BLOCK_BYLINE:
		put_lines(t, "Byline");
		break;
	case BLOCK_SIGNATURE:
		put_signature(t);
		break;
	case BLOCK_NOTE:
		put_lines(t, "Note");
		break;
	case BLOCK_ATTACHMENTS:
		put_attachments(t);
		break;
	case BLOCK_TABLE:
		put_table(t, b->place);
		break;
	case BLOCK_MASTHEAD:
		put_masthead(t, b->place);
		break;
	case BLOCK_COLOPHON:
		put_colophon(t, b->place);
		break;
	case BLOCK_UNKNOWN:
	case BLOCK_PAGEBREAK:
	case BLOCK_ONLY:
	case BLOCK_EXCEPT:
		break;
	}
	for (i = 0; i < t->held_n; i++)
		paragraph_free(&t->held[i]);
	t->held_n = 0;
	paragraph_free(&t->opening);
}

/* Takes the caption off a table's opening. */
static void
open_table(struct typesetting *t)
{
	struct line args = t->line;

	args.text = t->line.args;
	paragraph_free(&t->opening);
	paragraph_take(&t->opening, &args, t->number);
}

static void
opened(struct typesetting *t)
{
	const struct block *b = t->line.block;

	if (b == NULL)
		return;
	if (b->kind == BLOCK_PAGEBREAK) {
		xmlout_start(t->out, "w:p");
		xmlout_start(t->out, "w:r");
		xmlout_element(t->out, "w:br", "w:type", "page");
		xmlout_end(t->out, "w:r");
		xmlout_end(t->out, "w:p");
	} else if (b->kind == BLOCK_TABLE) {
		open_table(t);
	} else if (b->kind == BLOCK_ONLY || b->kind == BLOCK_EXCEPT) {
		if (!marks_error(t->line.whole) && t->line.args.n != 0)
			diag_say(t->d,
			    line_place(
				&t->line, t->line.text.p, t->path, t->number),
			    LEVEL_ERROR, "block",
			    "this block is for an edition; outline comes "
			    "before typeset");
	}
}

/* Takes a whole paragraph: into the document, or to the open block's lines. */
static void
take_paragraph(struct typesetting *t)
{
	enum block_holds holds = blocks_hold(&t->blocks);

	if (holds == HOLDS_BLOCKS) {
		put_body(t, &t->open);
		paragraph_free(&t->open);
		return;
	}
	t->held = mem_more(t->held, t->held_n, sizeof(*t->held));
	t->held[t->held_n++] = t->open;
	t->open = (struct paragraph){ 0 };
}

static void
take_line(struct typesetting *t)
{
	bool inside = t->open.n != 0;
	struct open_block last = { 0 };

	if (marks_error(t->line.whole))
		t->fault = true;
	if (inside && t->line.kind == LINE_BLANK) {
		take_paragraph(t);
		return;
	}
	if (t->line.kind == LINE_COMMENT)
		return;
	if (inside)
		t->line.kind = LINE_TEXT;
	if (t->line.kind == LINE_TEXT) {
		check_end(t);
		if (paragraph_take(&t->open, &t->line, t->number))
			take_paragraph(t);
		return;
	}
	if (t->line.kind == LINE_OPEN)
		check_end(t);
	if (t->blocks.n != 0)
		last = t->blocks.open[t->blocks.n - 1];
	switch (blocks_step(&t->blocks, &t->line, t->number)) {
	case STEP_OPENED:
		opened(t);
		break;
	case STEP_CLOSED:
		put_block(t, &last);
		break;
	case STEP_NONE:
	case STEP_FAULT:
		break;
	}
}

bool
typeset_text(struct str text, const char *path, const struct stylesheet *sheet,
    struct diag *d, struct buf *out)
{
	struct typesetting t = {
		.path = path,
		.d = d,
		.sheet = sheet,
		.out = out,
		.blocks = { .path = path, .d = d },
	};
	size_t before = d->counts[LEVEL_ERROR], i;

	buf_reserve(out, text.n + text.n / 4 + 256);
	buf_addz(out, WML_BEGIN);
	t.begin = out->n;
	while (str_line(&text, &t.line.whole)) {
		t.number++;
		t.line = line_read(t.line.whole);
		take_line(&t);
	}
	if (t.open.n != 0)
		take_paragraph(&t);
	blocks_end(&t.blocks);
	blocks_free(&t.blocks);
	for (i = 0; i < t.held_n; i++)
		paragraph_free(&t.held[i]);
	free(t.held);
	paragraph_free(&t.opening);
	buf_addz(out, WML_END);
	return !t.fault && d->counts[LEVEL_ERROR] == before;
}
