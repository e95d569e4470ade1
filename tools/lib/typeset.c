/* typeset: the text of a section as WordprocessingML */
#include <stdint.h>
#include <stdlib.h>

#include "attachments.h"
#include "body.h"
#include "chartblock.h"
#include "closing.h"
#include "colophon.h"
#include "die.h"
#include "grammar.h"
#include "inline.h"
#include "keep.h"
#include "masthead.h"
#include "paragraph.h"
#include "picture.h"
#include "reloc.h"
#include "table.h"
#include "tablefact.h"
#include "title.h"
#include "typeset.h"
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
	struct paragraph opening; /* the arguments of the open block */
	size_t begin; /* where the body begins in out */
	bool ended; /* a colophon was there */
	bool marks;
	struct buf lines; /* of RELOC_LINES */
	bool fault;
};

/* On pages that lie on their side the type area is as wide as it is high. */
static struct setting
plain(const struct typesetting *t)
{
	bool turned = false;
	size_t i;

	for (i = 0; i < t->blocks.n; i++)
		turned = turned || t->blocks.open[i].kind == BLOCK_LANDSCAPE;
	return (struct setting){
		.path = t->path,
		.d = t->d,
		.sheet = t->sheet,
		.marks = t->marks,
		.width = turned ? stylesheet_height(t->sheet)
				: stylesheet_width(t->sheet),
	};
}

/* Notes that what is put next stands in that line. */
static void
note_line(struct typesetting *t, size_t number)
{
	if (t->marks)
		buf_addf(&t->lines, "%s%zu:%zu", t->lines.n != 0 ? " " : "",
		    t->out->n - t->begin, number);
}

/* Notes the lines of the rows of the table that is put next. */
static void
note_rows(struct typesetting *t)
{
	size_t i;

	for (i = 0; t->marks && i < t->held_n; i++)
		buf_addf(&t->lines, " +%zu", t->held[i].lines[0].number);
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

static void
put_title(const struct typesetting *t)
{
	struct setting how = plain(t);

	title_put(t->held, t->held_n, face_style(FACE_TITLE), &how, t->out);
}

static void
put_attachments(const struct typesetting *t)
{
	struct setting how = plain(t);

	keep_with_next(t->out);
	attachments_put(t->held, t->held_n, &how, t->out);
}

static void
put_lines(struct typesetting *t, const char *style)
{
	size_t i;

	for (i = 0; i < t->held_n; i++) {
		note_line(t, t->held[i].lines[0].number);
		put_paragraph(t, &t->held[i], style);
	}
}

static void
put_signature(struct typesetting *t)
{
	struct setting how = plain(t);

	keep_with_next(t->out);
	if (t->held_n != 0)
		note_line(t, t->held[0].lines[0].number);
	closing_put(t->held, t->held_n, &how, t->out);
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
	struct tablefact f = { 0 };

	if (t->held_n == 0) {
		diag_say(t->d, opened, LEVEL_ERROR, "table",
		    "this table has no rows; write them before its :::");
		return;
	}
	if (head->text.n != 0)
		put_paragraph(t, head, "Caption");
	else
		part_tables(t->out);
	if (tablefact_rows(&f, t->held, t->held_n, &how))
		table_put(f.rows, f.n, &how, t->out);
	if (f.fact && f.n == 1)
		diag_say(t->d, paragraph_place(t->held, 0, t->path),
		    LEVEL_WARNING, "table",
		    "this table has a head and no rows below it");
	tablefact_free(&f);
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

/* The block's page has its title; the note of attachments names it, too. */
static void
put_attachment_page(const struct typesetting *t)
{
	struct setting how = plain(t);

	attachment_page_put(&t->opening, t->held, t->held_n, &how, t->out);
}

/* The table of contents under its heading, 目录 unless it is named. */
static void
put_toc(const struct typesetting *t)
{
	struct buf title = { 0 };

	inline_shown(t->line.args, &title);
	if (title.n == 0)
		buf_addz(&title, "目录");
	reloc_put(t->out, RELOC_TOC, buf_str(&title));
	buf_free(&title);
}

/* Pictures, or a chart. */
static void
put_figure(const struct typesetting *t, const struct open_block *b)
{
	struct setting how = plain(t);

	(b->kind == BLOCK_IMAGE ? pictures_put : chart_put)(
	    &t->opening, t->held, t->held_n, b->place, &how, t->out);
}

/* Writes the block that was just closed. */
static void
put_block(struct typesetting *t, const struct open_block *b)
{
	size_t i;

	if (b->kind != BLOCK_SIGNATURE)
		note_line(t, b->place.line);
	if (b->kind == BLOCK_TABLE)
		note_rows(t);
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
		keep_with_next(t->out);
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
	case BLOCK_IMAGE:
	case BLOCK_CHART:
		put_figure(t, b);
		break;
	case BLOCK_ATTACHMENT:
		put_attachment_page(t);
		break;
	case BLOCK_LANDSCAPE:
		reloc_put(t->out, RELOC_PORTRAIT, STR(""));
		break;
	case BLOCK_UNKNOWN:
	case BLOCK_PAGEBREAK:
	case BLOCK_TOC:
	case BLOCK_ONLY:
	case BLOCK_EXCEPT:
		break;
	}
	for (i = 0; i < t->held_n; i++)
		paragraph_free(&t->held[i]);
	t->held_n = 0;
	paragraph_free(&t->opening);
}

/* Takes the caption off a table's opening, the number off an attachment's. */
static void
take_arguments(struct typesetting *t)
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
	note_line(t, t->number);
	if (b->kind == BLOCK_PAGEBREAK) {
		xmlout_start(t->out, "w:p");
		xmlout_start(t->out, "w:r");
		xmlout_element(t->out, "w:br", "w:type", "page");
		xmlout_end(t->out, "w:r");
		xmlout_end(t->out, "w:p");
	} else if (b->kind == BLOCK_TABLE || b->kind == BLOCK_IMAGE ||
		   b->kind == BLOCK_CHART || b->kind == BLOCK_ATTACHMENT) {
		take_arguments(t);
	} else if (b->kind == BLOCK_LANDSCAPE) {
		reloc_put(t->out, RELOC_LANDSCAPE, STR(""));
	} else if (b->kind == BLOCK_TOC) {
		put_toc(t);
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
		struct setting how = plain(t);

		note_line(t, t->open.lines[0].number);
		body_put(&t->open, &how, t->out);
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
	tablefact_check(&t->line, t->number,
	    !inside && blocks_hold(&t->blocks) == HOLDS_ROWS, t->path, t->d);
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
    bool marks, struct diag *d, struct buf *out)
{
	struct typesetting t = {
		.path = path,
		.d = d,
		.sheet = sheet,
		.out = out,
		.marks = marks,
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
	if (marks)
		reloc_put(out, RELOC_LINES, buf_str(&t.lines));
	buf_free(&t.lines);
	buf_addz(out, WML_END);
	return !t.fault && d->counts[LEVEL_ERROR] == before;
}
