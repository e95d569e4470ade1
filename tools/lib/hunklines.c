/* hunklines: paragraphs and rows that are gone, have come, or went elsewhere,
 * as whole lines of the author's files */
#include <stdlib.h>

#include "compare.h"
#include "die.h"
#include "hunk.h"

#define NONE ((size_t)-1)

/* Says whether a paragraph begins at a token, or the text ends there. */
static bool
is_start(const struct docstream *s, size_t token)
{
	return token == s->tokens.n ||
	       s->list[docstream_paragraph(s, token)].from == token;
}

static bool
is_whole(const struct docstream *s, size_t at, size_t n)
{
	return is_start(s, at) && is_start(s, at + n);
}

/* A character of base that a paragraph of the sent copy stands for: its last,
 * or its first; NULL for none. */
static const struct source_char *
char_of(const struct merge *m, size_t paragraph, bool last)
{
	const struct stream_paragraph *p = &m->sent.list[paragraph];
	size_t *list, n = hunk_chars(m, p->from, p->end - p->from, &list);
	const struct source_char *c = NULL;

	if (n != 0)
		c = &m->base.chars[list[last ? n - 1 : 0]];
	free(list);
	return c;
}

/* The last character before a paragraph of back that base has, or NULL. */
static const struct source_char *
find_before(const struct hunks *h, size_t paragraph)
{
	const struct source_char *c = NULL;

	while (c == NULL && paragraph-- > 0)
		if (h->to_sent[paragraph] != NONE &&
		    !h->back->list[paragraph].note)
			c = char_of(h->m, h->to_sent[paragraph], true);
	return c;
}

static const struct source_char *
find_behind(const struct hunks *h, size_t paragraph)
{
	const struct source_char *c = NULL;

	for (; c == NULL && paragraph < h->back->n; paragraph++)
		if (h->to_sent[paragraph] != NONE &&
		    !h->back->list[paragraph].note)
			c = char_of(h->m, h->to_sent[paragraph], false);
	return c;
}

/* Where lines go that come before a paragraph of back; with row, a row of a
 * table that stands there. */
struct gap {
	const struct source_char *at;
	bool behind; /* behind that character's line, else before it */
	bool row;
};

static bool
is_cell(const struct source_char *c)
{
	return c != NULL && c->kind == PROSE_CELL;
}

/* What was made (a table of contents) has no line: what comes behind it comes
 * before the next that has one. */
static struct gap
find_gap(const struct hunks *h, size_t paragraph, size_t next, bool rows)
{
	const struct source_char *before = find_before(h, paragraph),
				 *behind = find_behind(h, next);
	bool made = paragraph > 0 && next < h->back->n &&
		    h->to_sent[next] != NONE &&
		    h->to_sent[paragraph - 1] != NONE && behind != NULL &&
		    char_of(h->m, h->to_sent[paragraph - 1], true) == NULL &&
		    char_of(h->m, h->to_sent[next], false) != NULL;
	struct gap g = { before, true, false };

	if (rows && (is_cell(before) || is_cell(behind))) {
		g.row = true;
		if (!is_cell(before))
			g = (struct gap){ behind, false, true };
	} else if (before == NULL || made) {
		g = (struct gap){ behind, false, false };
	}
	return g;
}

/* Adds an edit that puts lines into a gap. */
static bool
fill_gap(struct hunks *h, struct gap g, struct str lines)
{
	struct merge_edit e = { .column = 1, .end_column = 1 };
	size_t open, close;

	if (g.at == NULL)
		return false;
	e.section = g.at->section;
	e.line = g.behind ? g.at->line + 1 : g.at->line;
	if (!g.row &&
	    hunk_block(h->m, g.at->section, g.at->line, &open, &close))
		e.line = g.behind ? close + 1 : open;
	e.end_line = e.line;
	buf_adds(&e.text, lines);
	hunk_edit(h, e);
	return true;
}

bool
hunk_insert(struct hunks *h, size_t paragraph, struct str lines)
{
	return fill_gap(h, find_gap(h, paragraph, paragraph + 1, false), lines);
}

/* How a paragraph of back ends. */
static struct str
ending(const struct docstream *s, size_t paragraph)
{
	return s->tokens.list[s->list[paragraph].end - 1].text;
}

static bool
is_row(const struct docstream *s, size_t paragraph)
{
	return !str_equal(ending(s, paragraph), STR(STREAM_PARAGRAPH));
}

/* Adds the paragraphs of back from one to another as lines, each row of a table
 * one; rows are blocks of their own, unless they go into a table. */
static void
put_lines(struct hunks *h, size_t i, size_t end, bool in_table, struct buf *out)
{
	const struct docstream *s = h->back;
	struct source_char place = { 0 };
	bool open = false, goes_on = false;

	for (; i < end; i++) {
		const struct stream_paragraph *p = &s->list[i];
		bool row = is_row(s, i);

		place.kind = row ? PROSE_CELL : PROSE_TEXT;
		if (row != open && !in_table)
			buf_addz(out, row ? ":::表\n" : ":::\n");
		open = row;
		hunk_typed(
		    h, p->from, p->end - 1 - p->from, &place, !goes_on, out);
		goes_on = str_equal(ending(s, i), STR(STREAM_CELL));
		buf_addz(out, goes_on ? " | " : "\n");
	}
	if (open && !in_table)
		buf_addz(out, ":::\n");
}

/* Says whether tokens are whole rows, or have none of one. */
static bool
whole_rows(const struct docstream *s, size_t at, size_t n)
{
	if (n == 0 || !hunk_ends(s, at, n, false))
		return true;
	return (at == 0 ||
		   !str_equal(s->tokens.list[at - 1].text, STR(STREAM_CELL))) &&
	       !str_equal(s->tokens.list[at + n - 1].text, STR(STREAM_CELL));
}

/* Puts the paragraphs that have come into the sections, or tells them. */
static void
insert_lines(struct hunks *h, const struct hunk *k)
{
	const struct docstream *s = h->back;
	size_t first = docstream_paragraph(s, k->new_at),
	       end = docstream_paragraph(s, k->new_at + k->new_n - 1) + 1, i;
	struct hunk come = { k->old_at, 0, k->new_at, k->new_n };
	struct buf lines = { 0 };
	bool rows = true;
	struct gap g;

	for (i = first; i < end; i++)
		rows = rows && is_row(s, i);
	g = find_gap(h, first, end, rows);
	/* a row of a table that a fact gives is no line */
	if (rows && !g.row && first > 0 && is_row(s, first - 1)) {
		hunk_unplaced(h, &come, NULL, 0);
		return;
	}
	put_lines(h, first, end, g.row, &lines);
	if (!fill_gap(h, g, buf_str(&lines)))
		hunk_unplaced(h, &come, NULL, 0);
	buf_free(&lines);
}

bool
hunk_lines(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	struct hunk gone = { k->old_at, k->old_n, k->new_at, 0 };
	size_t *list, n;

	if (!is_whole(&m->sent, k->old_at, k->old_n) ||
	    !is_whole(h->back, k->new_at, k->new_n) ||
	    !whole_rows(&m->sent, k->old_at, k->old_n) ||
	    !whole_rows(h->back, k->new_at, k->new_n))
		return false;
	n = hunk_chars(m, k->old_at, k->old_n, &list);
	hunk_delete(h, list, n);
	if (k->new_n != 0)
		insert_lines(h, k);
	if (n == 0 && k->old_n != 0)
		hunk_unplaced(h, &gone, NULL, 0);
	free(list);
	return true;
}

/* The whole lines that the characters of a list are all of; false where they
 * are not, or stand in a table. */
static bool
whole_lines(const struct merge *m, const size_t *list, size_t n, size_t *first,
    size_t *last)
{
	const struct source_char *c = m->base.chars;
	size_t i, from;

	if (n == 0)
		return false;
	*first = c[list[0]].line;
	*last = c[list[n - 1]].line;
	for (i = 0; i < n; i += hunk_line(m, list[i], &from)) {
		if (c[list[i]].section != c[list[0]].section ||
		    c[list[i]].kind == PROSE_CELL)
			return false;
		if (hunk_line(m, list[i], &from) > n - i || from != list[i])
			return false;
	}
	return true;
}

void
hunk_move(struct hunks *h, size_t old, size_t new)
{
	const struct stream_paragraph *p = &h->m->sent.list[old],
				      *q = &h->back->list[new];
	struct merged found = { .n = 0 };
	struct hunks inner = *h;
	size_t *list, n = hunk_chars(h->m, p->from, p->end - p->from, &list);
	struct hunk k = { p->from, p->end - p->from, q->from,
		q->end - q->from };
	struct buf lines = { 0 };
	size_t first, last, i;

	inner.out = &found;
	if (!whole_lines(h->m, list, n, &first, &last)) {
		hunk_lines(h, &k);
		free(list);
		return;
	}
	hunk_inside(&inner, old, new);
	merge_slice(h->m, &found, h->m->base.chars[list[0]].section, first,
	    last, &lines);
	hunk_delete(h, list, n);
	if (!hunk_insert(h, new, buf_str(&lines)))
		hunk_note(
		    h, MERGE_UNPLACED, NULL, STR(""), STR(""), buf_str(&lines));
	for (i = 0; i < found.notes_n; i++) {
		const struct merge_note *note = &found.notes[i];
		struct source_char at = { .section = note->section,
			.line = note->line,
			.column = note->column };

		hunk_note(h, note->kind, note->line != 0 ? &at : NULL,
		    buf_str(&note->fact), buf_str(&note->old),
		    buf_str(&note->new));
	}
	merged_free(&found);
	buf_free(&lines);
	free(list);
}
