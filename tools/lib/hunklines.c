/* hunklines: paragraphs and rows that are gone, have come, or went elsewhere,
 * as whole lines of the author's files */
#include <stdlib.h>

#include "compare.h"
#include "die.h"
#include "grammar.h"
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

/* How many characters of base stand in the line of one, but for the paragraph's
 * end. */
static size_t
count_line(const struct merge *m, size_t at, size_t *from)
{
	const struct source_char *c = m->base.chars;
	size_t end = at + 1;

	for (*from = at; *from > 0 && c[*from - 1].line == c[at].line &&
			 c[*from - 1].section == c[at].section;)
		--*from;
	while (end < m->base.n && c[end].line == c[at].line &&
	       c[end].section == c[at].section)
		end++;
	return end - *from;
}

void
hunk_delete(struct hunks *h, const size_t *list, size_t n)
{
	const struct merge *m = h->m;
	const struct source_char *c = m->base.chars;
	size_t i, end, from, j;

	for (i = 0; i < n; i = end) {
		const struct source_char *at = &c[list[i]];
		struct merge_edit e = { at->section, at->line, 1, at->line + 1,
			1, { 0 } };

		for (end = i + 1; end < n && c[list[end]].line == at->line &&
				  c[list[end]].section == at->section;)
			end++;
		if (count_line(m, list[i], &from) == end - i) {
			hunk_edit(h, e);
			continue;
		}
		for (j = i; j < end; j++) {
			at = &c[list[j]];
			e.column = at->column;
			e.end_line = at->line;
			e.end_column = at->end_column;
			/* the characters of a placeholder are one place, and
			 * typed ones in a row one edit */
			while (j + 1 < end &&
			       c[list[j + 1]].column <= e.end_column) {
				if (c[list[j + 1]].end_column > e.end_column)
					e.end_column =
					    c[list[j + 1]].end_column;
				j++;
			}
			if (e.end_column > e.column)
				hunk_edit(h, e);
		}
	}
}

/* The lines of the outermost block that holds a line of a section: its opening
 * and its closing; false where the line stands in none that wants lines. */
static bool
find_block(struct str text, size_t line, size_t *open, size_t *close)
{
	struct diag silent = { .to = NULL };
	struct blocks bs = { .path = "", .d = &silent };
	struct str whole;
	size_t number = 0;
	bool inside = false;

	*open = *close = 0;
	while (str_line(&text, &whole)) {
		struct line l = line_read(whole);
		bool before = blocks_hold(&bs) != HOLDS_BLOCKS;

		blocks_step(&bs, &l, ++number);
		if (!before && blocks_hold(&bs) != HOLDS_BLOCKS)
			*open = number;
		inside =
		    inside || (number == line &&
				  (before || blocks_hold(&bs) != HOLDS_BLOCKS));
		if (before && blocks_hold(&bs) == HOLDS_BLOCKS && inside) {
			*close = number;
			break;
		}
		if (number > line && !inside)
			break;
	}
	blocks_free(&bs);
	return inside && *close != 0;
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

bool
hunk_insert(struct hunks *h, size_t paragraph, bool row, struct str lines)
{
	const struct source_char *before = find_before(h, paragraph),
				 *behind = find_behind(h, paragraph), *at;
	struct merge_edit e = { .text = { 0 } };
	size_t open, close;
	bool table = false;

	at = before != NULL ? before : behind;
	if (at == NULL)
		return false;
	e.section = at->section;
	e.line = before != NULL ? at->line + 1 : at->line;
	if (row && before != NULL &&
	    (at->kind == PROSE_CELL || at->kind == PROSE_CAPTION))
		table = true;
	else if (find_block(h->m->texts[at->section], at->line, &open, &close))
		e.line = before != NULL ? close + 1 : open;
	e.column = e.end_column = 1;
	e.end_line = e.line;
	if (row && !table)
		buf_addz(&e.text, ":::表\n");
	buf_adds(&e.text, lines);
	if (row && !table)
		buf_addz(&e.text, ":::\n");
	hunk_edit(h, e);
	return true;
}

/* Adds the paragraphs of back from a token on as lines, each row of a table
 * one; says whether there are rows. */
static bool
put_lines(const struct hunks *h, const struct hunk *k, struct buf *out)
{
	const struct docstream *s = h->back;
	size_t i = docstream_paragraph(s, k->new_at);
	bool rows = false;

	for (; i < s->n && s->list[i].from < k->new_at + k->new_n; i++) {
		const struct stream_paragraph *p = &s->list[i];
		struct str end = s->tokens.list[p->end - 1].text;
		struct buf text = { 0 };
		bool cell = str_equal(end, STR(STREAM_CELL)),
		     row = str_equal(end, STR(STREAM_ROW));

		hunk_text(s, p->from, p->end - 1 - p->from, &text);
		hunk_escape(buf_str(&text), !rows, cell || row, out);
		buf_addz(out, cell ? " | " : "\n");
		rows = rows || cell || row;
		buf_free(&text);
	}
	return rows;
}

bool
hunk_lines(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	struct buf lines = { 0 };
	size_t *list, n;
	bool rows;

	if (!is_whole(&m->sent, k->old_at, k->old_n) ||
	    !is_whole(h->back, k->new_at, k->new_n))
		return false;
	n = hunk_chars(m, k->old_at, k->old_n, &list);
	hunk_delete(h, list, n);
	if (k->new_n != 0) {
		rows = put_lines(h, k, &lines);
		if (!hunk_insert(h, docstream_paragraph(h->back, k->new_at),
			rows, buf_str(&lines)))
			hunk_note(h, MERGE_UNPLACED, NULL, STR(""), STR(""),
			    buf_str(&lines));
		buf_free(&lines);
	} else if (n == 0) {
		hunk_text(&m->sent, k->old_at, k->old_n, &lines);
		if (lines.n > k->old_n)
			hunk_note(h, MERGE_UNPLACED, NULL, STR(""),
			    buf_str(&lines), STR(""));
		buf_free(&lines);
	}
	free(list);
	return true;
}

/* Finds what was changed inside a paragraph that went elsewhere. */
static void
place_inside(struct hunks *inner, const struct stream_paragraph *p,
    const struct stream_paragraph *q)
{
	const struct docstream *sent = &inner->m->sent, *back = inner->back;
	struct tokens a = { sent->tokens.list + p->from, p->end - p->from },
		      b = { back->tokens.list + q->from, q->end - q->from };
	struct comparison c = { 0 };
	size_t i;

	compare(&a, &b, &c);
	for (i = 0; i < c.n; i++) {
		struct hunk k = { c.list[i].old_at + p->from, c.list[i].old_n,
			c.list[i].new_at + q->from, c.list[i].new_n };

		if (c.list[i].change == CHANGE_NONE)
			continue;
		if (c.list[i].change == CHANGE_DELETED && i + 1 < c.n &&
		    c.list[i + 1].change == CHANGE_INSERTED)
			k.new_n = c.list[++i].new_n;
		hunk_place(inner, &k);
	}
	comparison_free(&c);
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
	for (i = 0; i < n; i += count_line(m, list[i], &from)) {
		if (c[list[i]].section != c[list[0]].section ||
		    c[list[i]].kind == PROSE_CELL)
			return false;
		if (count_line(m, list[i], &from) > n - i || from != list[i])
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
	place_inside(&inner, p, q);
	merge_slice(h->m, &found, h->m->base.chars[list[0]].section, first,
	    last, &lines);
	hunk_delete(h, list, n);
	if (!hunk_insert(h, new, false, buf_str(&lines)))
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
