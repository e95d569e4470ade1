/* paragraph: a paragraph of a section, from its lines to WordprocessingML */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "inline.h"
#include "lang.h"
#include "paragraph.h"
#include "reloc.h"
#include "utf8.h"
#include "xmlout.h"

bool
paragraph_take(struct paragraph *p, const struct line *line, size_t number)
{
	struct str text = line->text;
	bool more = line_goes_on(text);

	if (more)
		text = utf8_trim(str_cut(text, 0, text.n - 1));
	p->lines = mem_more(p->lines, p->n, sizeof(*p->lines));
	line_join(&p->text, text);
	p->lines[p->n++] = (struct piece_of){
		.at = p->text.n - text.n,
		.line = *line,
		.number = number,
	};
	return !more;
}

struct place
paragraph_place(const struct paragraph *p, size_t at, const char *path)
{
	size_t i = p->n - 1;
	const struct piece_of *l;

	while (i > 0 && p->lines[i].at > at)
		i--;
	l = &p->lines[i];
	return line_place(
	    &l->line, l->line.text.p + (at - l->at), path, l->number);
}

void
paragraph_free(struct paragraph *p)
{
	buf_free(&p->text);
	free(p->lines);
	*p = (struct paragraph){ 0 };
}

/* XML drops blanks at the ends of w:t without xml:space (17.3.3.31). */
static void
put_t(struct str text, struct buf *out)
{
	bool edge =
	    text.n != 0 && (text.p[0] == ' ' || text.p[text.n - 1] == ' ' ||
			       str_find(text, STR("  "), 0) != (size_t)-1);

	xmlout_open(out, "w:t");
	if (edge)
		xmlout_attrz(out, "xml:space", "preserve");
	xmlout_more(out);
	xmlout_text(out, text);
	xmlout_end(out, "w:t");
}

/* The style of a run being gathered. */
struct run {
	struct buf text;
	bool bold;
	const char *style;
	long scale;
};

/*
 * Without the hint Word sets the quotation marks, dashes and dots that Chinese
 * shares with Western text in the Western font (17.3.2.26; [MS-OI29500]
 * 2.1.88). Letters and digits keep the Western font with the hint, too, so that
 * a run is not cut at each of them; only a text with nothing Chinese in it goes
 * without.
 */
static void
put_rPr(const struct run *r, struct buf *out)
{
	bool chinese = utf8_any_chinese(buf_str(&r->text));

	if (!chinese && !r->bold && r->style == NULL && r->scale == 0)
		return;
	xmlout_start(out, "w:rPr");
	if (r->style != NULL)
		xmlout_element(out, "w:rStyle", "w:val", r->style);
	if (chinese)
		xmlout_element(out, "w:rFonts", "w:hint", "eastAsia");
	if (r->bold)
		xmlout_element(out, "w:b", NULL, NULL);
	if (r->scale != 0) {
		xmlout_open(out, "w:w"); /* 17.3.2.43 */
		xmlout_attrn(out, "w:val", r->scale);
		xmlout_empty(out);
	}
	xmlout_end(out, "w:rPr");
}

static void
put_run(struct run *r, struct buf *out)
{
	struct str rest = buf_str(&r->text);

	if (rest.n == 0)
		return;
	xmlout_start(out, "w:r");
	put_rPr(r, out);
	while (rest.n != 0) {
		size_t tab = str_find(rest, STR("\t"), 0);
		size_t n = tab != (size_t)-1 ? tab : rest.n;

		if (n != 0)
			put_t(str_cut(rest, 0, n), out);
		if (n < rest.n)
			xmlout_element(out, "w:tab", NULL, NULL);
		rest = str_from(rest, n + (n < rest.n));
	}
	xmlout_end(out, "w:r");
	buf_clear(&r->text);
}

void
run_put(struct str text, struct buf *out)
{
	struct run r = { 0 };

	buf_adds(&r.text, text);
	put_run(&r, out);
	buf_free(&r.text);
}

struct running {
	const struct paragraph *p;
	const struct setting *how;
	struct run run;
	size_t turn; /* the next of how's */
	bool turned_bold, inline_bold; /* by a turn, by {{! */
	bool note; /* a footnote is open */
	const char *outside; /* the style around it */
	size_t depth; /* of {{!name: */
	struct place opened; /* the last of them */
	size_t piece; /* the line that the columns are counted in, */
	struct marks_count count; /* and how far */
	struct buf *out;
};

/* The place of byte at, which is not before the last one asked for. */
static struct place
place(struct running *g, size_t at)
{
	const struct piece_of *l = &g->p->lines[g->piece];

	if (g->count.p == NULL || (g->piece + 1 < g->p->n && l[1].at <= at)) {
		while (g->piece + 1 < g->p->n && l[1].at <= at)
			l = &g->p->lines[++g->piece];
		g->count = (struct marks_count){ l->line.whole.p, 1 };
	}
	return (struct place){ g->how->path, l->number,
		marks_column_at(&g->count, l->line.text.p + (at - l->at)) };
}

static void
say(const struct running *g, struct place at, const char *code,
    const char *what)
{
	diag_say(g->how->d, at, LEVEL_ERROR, code, "%s", lang_text(what));
}

/* The runs of a footnote have the note's own style. */
static void
begin_note(struct running *g)
{
	put_run(&g->run, g->out);
	reloc_put(g->out, RELOC_NOTE, STR(""));
	g->outside = g->run.style;
	g->run.style = NULL;
	g->run.bold = false;
	g->note = true;
}

static void
directive(struct running *g, const struct piece *piece, size_t at)
{
	struct str name = piece->text;

	g->opened = place(g, at);
	if (g->depth++ != 0)
		say(g, g->opened, "inline",
		    "a {{! stands inside another; close that one first");
	else if (str_equal(name, STR("粗")) || str_equal(name, STR("bold")))
		put_run(&g->run, g->out), g->run.bold = g->inline_bold = true;
	else if (inline_note(name))
		begin_note(g);
	else
		say(g, g->opened, "inline",
		    "{{! is followed by 粗: (bold) or 注:");
}

static void
close_directive(struct running *g, size_t at)
{
	if (g->depth == 0) {
		say(g, place(g, at), "inline",
		    "this }} closes nothing; write \\}\\} for two braces");
		return;
	}
	g->depth--;
	put_run(&g->run, g->out);
	if (g->note && g->depth == 0) {
		reloc_put(g->out, RELOC_NOTE_END, STR(""));
		g->run.style = g->outside;
		g->note = false;
	}
	g->inline_bold = false;
	g->run.bold = g->turned_bold;
}

static void
put_mark(struct running *g, const struct mark *m)
{
	bool value = m->kind == MARK_IS_VALUE;

	if (m->kind == MARK_IS_ERROR) {
		g->how->d->counts[LEVEL_ERROR]++;
		return;
	}
	if (!g->how->marks || m->text.n == 0) {
		buf_adds(&g->run.text, m->text);
		return;
	}
	put_run(&g->run, g->out);
	reloc_put(g->out, value ? RELOC_VALUE : RELOC_MADE,
	    value ? m->typed : STR(""));
	buf_adds(&g->run.text, m->text);
	put_run(&g->run, g->out);
	reloc_put(g->out, value ? RELOC_VALUE_END : RELOC_MADE_END, STR(""));
}

static void
put_piece(struct running *g, const struct piece *piece, size_t at)
{
	switch (piece->kind) {
	case PIECE_TEXT:
	case PIECE_ESCAPE:
		buf_adds(&g->run.text, piece->text);
		break;
	case PIECE_MARK:
		put_mark(g, &piece->mark);
		break;
	case PIECE_PLACEHOLDER:
		say(g, place(g, at), "placeholder",
		    "this placeholder is not filled; fill comes before "
		    "typeset");
		break;
	case PIECE_REFERENCE:
		say(g, place(g, at), "label",
		    "this reference has no number; outline comes before "
		    "typeset");
		break;
	case PIECE_DIRECTIVE:
		directive(g, piece, at);
		break;
	case PIECE_CLOSE:
		close_directive(g, at);
		break;
	case PIECE_UNCLOSED:
		say(g, place(g, at), "placeholder",
		    "this {{ is never closed; close it with }}, or write "
		    "\\{\\{ for two braces");
		break;
	}
}

void
line_break_put(struct buf *out)
{
	xmlout_start(out, "w:r");
	xmlout_element(out, "w:br", NULL, NULL);
	xmlout_end(out, "w:r");
}

/* Takes the turns at byte *at, and moves it behind what they skip. */
static void
take_turns(struct running *g, size_t *at)
{
	const struct turn *t;

	while (g->turn < g->how->turns_n &&
	       (t = &g->how->turns[g->turn])->at <= *at) {
		put_run(&g->run, g->out);
		if (t->line)
			line_break_put(g->out);
		g->run.style = t->style;
		g->turned_bold = t->bold;
		g->run.bold = g->turned_bold || g->inline_bold;
		if (*at < t->at + t->skip)
			*at = t->at + t->skip;
		g->turn++;
	}
}

/* Where the next turn is, but not beyond end. */
static size_t
next_turn(const struct running *g, size_t end)
{
	size_t at = end;

	if (g->turn < g->how->turns_n)
		at = g->how->turns[g->turn].at;
	return at < end ? at : end;
}

void
paragraph_runs(const struct paragraph *p, size_t at, size_t end,
    const struct setting *how, struct buf *out)
{
	struct running g = { .p = p, .how = how, .out = out };
	struct str text = str_cut(buf_str(&p->text), 0, end);
	struct piece piece;

	g.run.scale = how->scale;
	while (at < end) {
		size_t start, stop;

		take_turns(&g, &at);
		stop = next_turn(&g, end);
		if (at >= end)
			break;
		/* a piece ends where the next turn is */
		start = at;
		inline_next(str_cut(text, 0, stop), &at, &piece);
		put_piece(&g, &piece, start);
	}
	put_run(&g.run, out);
	if (g.depth != 0)
		say(&g, g.opened, "inline",
		    "this {{! is never closed in its paragraph; end it with "
		    "}}");
	buf_free(&g.run.text);
}

void
paragraph_open(const char *style, struct buf *out)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", style);
	xmlout_end(out, "w:pPr");
}

void
paragraph_open_with(const char *style, const struct layout *l, struct buf *out)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", style);
	if (l->keep) {
		xmlout_element(out, "w:keepNext", NULL, NULL);
		xmlout_element(out, "w:keepLines", NULL, NULL);
	}
	if (l->before != BEFORE_STYLE) {
		xmlout_open(out, "w:spacing");
		xmlout_attrn(out, "w:before", l->before);
		xmlout_attrn(out, "w:beforeLines", 0);
		xmlout_empty(out);
	}
	xmlout_open(out, "w:ind");
	if (l->left != 0) {
		xmlout_attrn(out, "w:left", l->left);
		xmlout_attrn(out, "w:leftChars", 0);
		xmlout_attrn(out, "w:hanging", l->hanging);
		xmlout_attrn(out, "w:firstLineChars", 0);
	} else {
		xmlout_attrn(out, "w:right", l->right);
		xmlout_attrn(out, "w:rightChars", 0);
	}
	xmlout_empty(out);
	if (l->left == 0)
		xmlout_element(out, "w:jc", "w:val", "right");
	xmlout_end(out, "w:pPr");
}

void
paragraph_close(struct buf *out)
{
	xmlout_end(out, "w:p");
}
