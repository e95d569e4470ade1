/* hunkcell: what is put into an empty cell, where no character has a place */
#include "hunk.h"
#include "inline.h"
#include "utf8.h"

/* The end of the cell that begins at a byte of a line: its bar, whose length is
 * 0 at the line's end. */
static size_t
cell_end(struct str line, size_t at, size_t *bar)
{
	struct piece p;

	while (inline_next(line, &at, &p)) {
		size_t from = (size_t)(p.text.p - line.p), i;

		for (i = 0; p.kind == PIECE_TEXT && i < p.text.n; i++)
			if ((*bar = utf8_markup(p.text, i, '|')) != 0)
				return from + i;
	}
	*bar = 0;
	return line.n;
}

/* The bytes of a cell of a row by its number; what is merged to the left is no
 * cell. False where there is none. */
static bool
find_cell(struct str line, size_t number, size_t *from, size_t *end)
{
	size_t at = 0, bar, n = 0;

	for (;; at = *end + bar) {
		struct str text;

		*from = at;
		*end = cell_end(line, at, &bar);
		text = utf8_trim(str_cut(line, at, *end - at));
		if (!str_equal(text, STR("<")) && n++ == number)
			return text.n == 0;
		if (bar == 0)
			return false;
	}
}

bool
hunk_fill(struct hunks *h, const struct hunk *k)
{
	const struct docstream *sent = &h->m->sent;
	size_t i = docstream_paragraph(sent, k->old_at), number = 0, from, end;
	const struct stream_paragraph *p = &sent->list[i];
	const struct manifest_mark *mark;
	struct source_char place = { .kind = PROSE_CELL };
	struct merge_edit e = { .text = { 0 } };
	struct str line;

	if (k->old_n != 0 || p->end - p->from != 1 || p->block == 0 ||
	    p->block > h->m->marks->blocks_n ||
	    !hunk_ends(sent, p->from, 1, false))
		return false;
	mark = &h->m->marks->blocks[p->block - 1];
	for (;
	     i > 0 && str_equal(sent->tokens.list[sent->list[i].from - 1].text,
			  STR(STREAM_CELL));
	     i--)
		number++;
	if (mark->section >= h->m->files_n)
		return false;
	line = hunk_raw(h->m, mark->section, mark->line);
	while (line.n != 0 && line.p[line.n - 1] == '\r')
		line.n--;
	if (!find_cell(line, number, &from, &end))
		return false;
	place.section = e.section = mark->section;
	place.line = e.line = e.end_line = mark->line;
	if (from == end && from > 0)
		buf_addc(&e.text, ' ');
	else if (from < end && line.p[from] == ' ')
		from++;
	e.column = e.end_column = place.column = marks_column(line, from);
	hunk_typed(h, k->new_at, k->new_n, &place, false, &e.text);
	hunk_edit(h, e);
	return true;
}
