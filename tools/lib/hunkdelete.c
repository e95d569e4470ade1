/* hunkdelete: lines, blocks and footnotes that go */
#include <stdlib.h>

#include "die.h"
#include "grammar.h"
#include "hunk.h"
#include "inline.h"
#include "utf8.h"

#define NONE ((size_t)-1)

enum { DEPTH = 16 }; /* {{!name: inside of each other */

bool
hunk_block(const struct merge *m, size_t section, size_t line, size_t *open,
    size_t *close)
{
	struct str text = m->texts[section], whole;
	struct diag silent = { .to = NULL };
	struct blocks bs = { .path = "", .d = &silent };
	size_t number = 0;
	bool inside = false;

	*open = *close = 0;
	while (str_line(&text, &whole)) {
		struct line l = line_read(whole);
		bool before = blocks_hold(&bs) != HOLDS_BLOCKS, now;

		blocks_step(&bs, &l, ++number);
		now = blocks_hold(&bs) != HOLDS_BLOCKS;
		if (!before && now)
			*open = number;
		inside = inside || (number == line && (before || now));
		if (before && !now && inside) {
			*close = number;
			break;
		}
		if (number > line && !inside)
			break;
	}
	blocks_free(&bs);
	return inside && *close != 0;
}

size_t
hunk_line(const struct merge *m, size_t at, size_t *from)
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

/* Takes away the characters from i to end of a list, all of one line. */
static void
delete_chars(struct hunks *h, const size_t *list, size_t i, size_t end)
{
	const struct source_char *c = h->m->base.chars;

	for (; i < end; i++) {
		const struct source_char *at = &c[list[i]];
		struct merge_edit e = { at->section, at->line, at->column,
			at->line, at->end_column, { 0 } };

		/* the characters of a placeholder are one place, and typed ones
		 * in a row one edit */
		while (i + 1 < end && c[list[i + 1]].column <= e.end_column) {
			if (c[list[i + 1]].end_column > e.end_column)
				e.end_column = c[list[i + 1]].end_column;
			i++;
		}
		if (e.end_column > e.column)
			hunk_edit(h, e);
	}
}

/* How many of the characters from one to another have a place of their own in
 * their line: what ends a paragraph has none. */
static size_t
count_solid(const struct merge *m, size_t from, size_t end)
{
	const struct source_char *c = m->base.chars;
	size_t n = 0;

	for (; from < end; from++)
		n += c[from].end_column > c[from].column;
	return n;
}

/* The same, of a list. */
static size_t
count_listed(const struct merge *m, const size_t *list, size_t i, size_t end)
{
	size_t n = 0;

	for (; i < end; i++)
		n += count_solid(m, list[i], list[i] + 1);
	return n;
}

/* Takes away a whole block where none of its characters stays: those of base
 * from its first line on are among the list. */
static void
delete_block(struct hunks *h, const size_t *list, size_t n, size_t i)
{
	const struct source_char *c = h->m->base.chars, *at = &c[list[i]];
	struct merge_edit e = { at->section, 0, 1, 0, 1, { 0 } };
	size_t first = list[i], last = list[i], open, close, end;

	if (!hunk_block(h->m, at->section, at->line, &open, &close))
		return;
	while (first > 0 && c[first - 1].section == at->section &&
	       c[first - 1].line >= open)
		first--;
	while (last + 1 < h->m->base.n && c[last + 1].section == at->section &&
	       c[last + 1].line <= close && c[last + 1].line >= open)
		last++;
	while (i > 0 && list[i - 1] >= first && list[i - 1] < list[i])
		i--;
	for (end = i; end < n && list[end] >= first && list[end] <= last;)
		end++;
	if (count_solid(h->m, first, last + 1) !=
	    count_listed(h->m, list, i, end))
		return;
	e.line = open;
	e.end_line = close + 1;
	hunk_edit(h, e);
}

void
hunk_delete(struct hunks *h, const size_t *list, size_t n)
{
	const struct merge *m = h->m;
	const struct source_char *c = m->base.chars;
	size_t i, end, from, whole;

	for (i = 0; i < n; i = end) {
		const struct source_char *at = &c[list[i]];
		struct merge_edit e = { at->section, at->line, 1, at->line + 1,
			1, { 0 } };

		for (end = i + 1; end < n && c[list[end]].line == at->line &&
				  c[list[end]].section == at->section;)
			end++;
		/* a caption stands in the line that opens its block */
		whole = hunk_line(m, list[i], &from);
		if (at->kind != PROSE_CAPTION && at->kind != PROSE_FOOTNOTE &&
		    count_solid(m, from, from + whole) ==
			count_listed(m, list, i, end))
			hunk_edit(h, e);
		else
			delete_chars(h, list, i, end);
		delete_block(h, list, n, i);
	}
}

struct str
hunk_raw(const struct merge *m, size_t section, size_t number)
{
	struct str file = m->files[section], line = STR("");
	bool first = number == 1;

	while (number > 0 && str_line(&file, &line))
		number--;
	if (number != 0)
		return STR("");
	if (first && str_starts(line, STR("\xEF\xBB\xBF")))
		line = str_from(line, 3);
	return line;
}

/* The bytes of the footnote around a column of a line; false for none. */
static bool
find_note(struct str line, size_t column, size_t *from, size_t *end)
{
	size_t open[DEPTH], depth = 0, at = 0;
	bool notes[DEPTH];
	struct piece p;

	while (inline_next(line, &at, &p)) {
		size_t start = (size_t)(p.whole.p - line.p);

		if (p.kind == PIECE_DIRECTIVE) {
			if (depth == DEPTH)
				return false;
			notes[depth] = inline_note(p.text);
			open[depth++] = start;
		} else if (p.kind == PIECE_CLOSE && depth > 0) {
			depth--;
			if (!notes[depth] || marks_column(line, at) <= column ||
			    marks_column(line, open[depth]) > column)
				continue;
			*from = open[depth];
			*end = at;
			return true;
		}
	}
	return false;
}

/* Finds a footnote of the sent copy in the line that it was typed in. */
static bool
place_note(const struct merge *m, size_t paragraph, struct source_char *at,
    struct str *line, size_t *from, size_t *end)
{
	const struct stream_paragraph *p = &m->sent.list[paragraph];
	size_t *list, n = hunk_chars(m, p->from, p->end - p->from, &list);
	bool fine = n != 0;

	if (fine) {
		*at = m->base.chars[list[0]];
		*line = hunk_raw(m, at->section, at->line);
		fine = at->kind == PROSE_FOOTNOTE &&
		       find_note(*line, at->column, from, end);
	}
	free(list);
	return fine;
}

bool
hunk_unnote(struct hunks *h, size_t paragraph)
{
	struct source_char at;
	struct merge_edit e = { .text = { 0 } };
	struct str line;
	size_t from, end;

	if (!place_note(h->m, paragraph, &at, &line, &from, &end))
		return false;
	e.section = at.section;
	e.line = e.end_line = at.line;
	e.column = marks_column(line, from);
	e.end_column = marks_column(line, end);
	hunk_edit(h, e);
	return true;
}

bool
hunk_typed_note(const struct merge *m, size_t paragraph, struct buf *out)
{
	struct source_char at;
	struct str line;
	size_t from, end;

	if (!place_note(m, paragraph, &at, &line, &from, &end))
		return false;
	buf_adds(out, str_cut(line, from, end - from));
	return true;
}
