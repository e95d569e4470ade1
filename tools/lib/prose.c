/* prose: the text of a report as it is proofread */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "grammar.h"
#include "inline.h"
#include "labels.h"
#include "prose.h"
#include "prosetext.h"
#include "utf8.h"

struct prose_reader {
	struct remarks *remarks;
	prose_take *take;
	void *ctx;
	const char *path;
	size_t sections, paragraphs;
	struct prosetext text; /* of the paragraph */
	bool goes_on; /* the paragraph's line before ends in `\` */
	size_t remark; /* of the next paragraph */
	struct scope {
		size_t depth, remark; /* a block with a remark of its own */
	} * scopes;
	size_t scopes_n;
};

struct prose_reader *
prose_new(struct remarks *rs, prose_take *take, void *ctx)
{
	struct prose_reader *r = mem_alloc(sizeof(*r));

	*r = (struct prose_reader){ .remarks = rs, .take = take, .ctx = ctx };
	return r;
}

/* Hands a paragraph on. */
static void
hand_on(struct prose_reader *r, struct prosebuild *b, enum prose_kind kind)
{
	struct prose *p = &b->prose;

	prosebuild_end(b);
	if (p->end <= p->start)
		p->end = p->n;
	if (p->n == 0)
		return;
	p->kind = kind;
	p->path = r->path;
	p->section = r->sections - 1;
	p->number = r->paragraphs++;
	p->remark = r->remark;
	if (p->remark == 0 && r->scopes_n > 0)
		p->remark = r->scopes[r->scopes_n - 1].remark;
	if (p->remark != 0 && memchr(p->origin, PROSE_OPAQUE, p->n) != NULL)
		remarks_blind(r->remarks, p->remark);
	r->take(r->ctx, p);
}

/* Ends the paragraph and the footnotes in it. */
static void
end_paragraph(struct prose_reader *r, enum prose_kind kind)
{
	size_t i;

	hand_on(r, &r->text.body, kind);
	for (i = 0; i < r->text.n; i++)
		hand_on(r, &r->text.notes[i], PROSE_FOOTNOTE);
	prosetext_clear(&r->text);
}

/* A paragraph that is a stretch of a line: a cell, a caption, a value. */
static void
take_part(struct prose_reader *r, const struct line *l, struct str part,
    size_t number, enum prose_kind kind)
{
	part = utf8_trim(part);
	prosetext_line(&r->text, l->whole, number);
	prosetext_add(&r->text, part);
	end_paragraph(r, kind);
}

/* The end of the part that sign ends at or after byte at. */
static size_t
part_end(struct str text, size_t at, char sign, size_t *length)
{
	struct piece p;

	while (inline_next(text, &at, &p)) {
		size_t from = (size_t)(p.text.p - text.p), i;

		for (i = 0; p.kind == PIECE_TEXT && i < p.text.n; i++)
			if ((*length = utf8_markup(p.text, i, sign)) != 0)
				return from + i;
	}
	*length = 0;
	return text.n;
}

static void
take_cells(struct prose_reader *r, const struct line *l, size_t number)
{
	struct str text = l->text, part;
	size_t at, end, bar;

	for (at = 0; at <= text.n; at = end + bar) {
		end = part_end(text, at, '|', &bar);
		part = utf8_trim(str_cut(text, at, end - at));
		/* what joins cells is no text */
		if (!str_equal(part, STR("<")) && !str_equal(part, STR("^")))
			take_part(r, l, part, number, PROSE_CELL);
		if (bar == 0)
			break;
	}
}

/* Of `path | what it shows | width`, what it shows. */
static void
take_picture(struct prose_reader *r, const struct line *l, size_t number)
{
	size_t bar, next, at = part_end(l->text, 0, '|', &bar), end;

	end = part_end(l->text, at + bar, '|', &next);
	if (bar != 0)
		take_part(r, l, str_cut(l->text, at + bar, end - at - bar),
		    number, PROSE_CAPTION);
}

/* Of `key = value`, the value. */
static void
take_value(struct prose_reader *r, const struct line *l, size_t number)
{
	size_t sign, at = part_end(l->text, 0, '=', &sign);

	if (sign != 0)
		take_part(
		    r, l, str_from(l->text, at + sign), number, PROSE_NAME);
}

/* Adds the blanks at an end of a line, which the author may have typed. */
static void
add_blanks(struct prose_reader *r, const char *from, const char *end)
{
	struct str blanks = { from, (size_t)(end - from) };

	prosebuild_add(&r->text.body, blanks, PROSE_TYPED, blanks);
}

/* Puts a blank between two lines of a paragraph that want one. */
static void
join(struct prose_reader *r, struct str text)
{
	static const struct str blank = { " ", 1 };
	struct prosebuild *b = r->text.to;
	uint32_t c;

	if (b->prose.n == 0 || utf8_next(text, 0, &c) == 0 || utf8_chinese(c) ||
	    utf8_chinese(b->c[b->prose.n - 1]))
		return;
	prosebuild_add(b, blank, PROSE_MADE, str_cut(text, 0, 0));
}

static void
take_line(struct prose_reader *r, const struct line *l, size_t number)
{
	struct prosebuild *b = &r->text.body;
	struct str text = l->text;
	bool first = !r->goes_on;

	r->goes_on = line_goes_on(text);
	if (r->goes_on)
		text = utf8_trim(str_cut(text, 0, text.n - 1));
	prosetext_line(&r->text, l->whole, number);
	if (first) {
		add_blanks(r, l->whole.p, l->text.p);
		b->prose.start = b->prose.n;
	} else {
		join(r, text);
	}
	prosetext_add(&r->text, text);
	b->prose.end = b->prose.n;
	if (!r->goes_on)
		add_blanks(r, l->text.p + l->text.n, l->whole.p + l->whole.n);
}

/* What the lines of the innermost block are, whatever 仅 or 横排 is around
 * them. */
static enum block_kind
block_of(const struct blocks *bs)
{
	size_t i = bs->n;

	for (; i > 0; i--)
		if (bs->open[i - 1].block != NULL &&
		    bs->open[i - 1].block->holds != HOLDS_BLOCKS)
			return bs->open[i - 1].kind;
	return 0;
}

static void
end_lines(struct prose_reader *r, const struct blocks *bs)
{
	enum block_kind block = block_of(bs);
	enum prose_kind kind = PROSE_NAME;

	if (block == 0)
		kind = prosebuild_heading(&r->text.body);
	else if (block == BLOCK_NOTE || block == BLOCK_UNKNOWN)
		kind = PROSE_TEXT;
	else if (block == BLOCK_TITLE || block == BLOCK_ATTACHMENT)
		kind = PROSE_TITLE;
	end_paragraph(r, kind);
	r->goes_on = false;
	r->remark = 0;
}

static void
take_text(struct prose_reader *r, const struct line *l, const struct blocks *bs,
    size_t number)
{
	enum block_kind block = block_of(bs);

	switch (block) {
	case BLOCK_TABLE:
		take_cells(r, l, number);
		break;
	case BLOCK_IMAGE:
		take_picture(r, l, number);
		break;
	case BLOCK_MASTHEAD:
	case BLOCK_COLOPHON:
		take_value(r, l, number);
		break;
	case BLOCK_CHART:
		break;
	default:
		take_line(r, l, number);
		if (r->goes_on)
			return;
		end_lines(r, bs);
	}
	r->remark = 0;
}

/* The caption of a block, without its label and the kind of a chart. */
static void
take_caption(struct prose_reader *r, const struct line *l, size_t number)
{
	struct str args = l->args;
	size_t n = 0;

	args = str_cut(args, 0, labels_in(args));
	if (l->block->kind == BLOCK_CHART) {
		while (n < args.n && utf8_blank(args, n) == 0)
			n++;
		args = str_from(args, n);
	}
	take_part(r, l, args, number, PROSE_CAPTION);
}

static void
take_open(struct prose_reader *r, const struct line *l, const struct blocks *bs,
    size_t number)
{
	if (r->remark != 0 && bs->n > 0) {
		r->scopes =
		    mem_more(r->scopes, r->scopes_n, sizeof(*r->scopes));
		r->scopes[r->scopes_n++] = (struct scope){ bs->n, r->remark };
	}
	if (l->block != NULL &&
	    (l->block->kind == BLOCK_TABLE || l->block->kind == BLOCK_IMAGE ||
		l->block->kind == BLOCK_CHART))
		take_caption(r, l, number);
	r->remark = 0;
}

static void
take_comment(struct prose_reader *r, const struct line *l, size_t number)
{
	size_t outer = r->remark, remark;

	if (outer == 0 && r->scopes_n > 0)
		outer = r->scopes[r->scopes_n - 1].remark;
	remark = remarks_take(r->remarks, l->text,
	    line_place(l, l->text.p, r->path, number), outer);
	if (remark == 0)
		return;
	r->remark = remark;
	r->remarks->list[remark - 1].section = r->sections - 1;
}

static void
take(struct prose_reader *r, const struct line *l, struct blocks *bs,
    size_t number)
{
	if (r->goes_on && l->kind != LINE_TEXT)
		end_lines(r, bs);
	blocks_step(bs, l, number);
	while (r->scopes_n > 0 && r->scopes[r->scopes_n - 1].depth > bs->n)
		r->scopes_n--;
	switch (l->kind) {
	case LINE_COMMENT:
		take_comment(r, l, number);
		break;
	case LINE_OPEN:
		take_open(r, l, bs, number);
		break;
	case LINE_TEXT:
		take_text(r, l, bs, number);
		break;
	case LINE_BLANK:
		/* there may have been what another edition shows */
		remarks_blind(r->remarks, r->remark);
		break;
	case LINE_CLOSE:
		break;
	}
}

void
prose_read(struct prose_reader *r, const char *path, struct str text)
{
	struct diag silent = { .to = NULL };
	struct blocks bs = { .path = path, .d = &silent };
	struct str whole;
	size_t number = 0;

	r->path = path;
	r->sections++;
	r->scopes_n = r->remark = 0;
	r->goes_on = false;
	prosetext_clear(&r->text);
	while (str_line(&text, &whole)) {
		struct line l = line_read(whole);

		take(r, &l, &bs, ++number);
	}
	if (r->goes_on)
		end_lines(r, &bs);
	blocks_end(&bs);
	blocks_free(&bs);
}

void
prose_free(struct prose_reader *r)
{
	prosetext_free(&r->text);
	free(r->scopes);
	free(r);
}
