/* importstory: the paragraphs and tables of a Word document, as they come,
 * made blocks of an old report */
#include <stdlib.h>

#include "die.h"
#include "importstory.h"
#include "tablecells.h"
#include "utf8.h"

#define NO_TABLE ((size_t)-1)

struct story *
importstory_now(const struct importstory *s)
{
	return s->stories + s->n - 1;
}

static void
push(struct importstory *s)
{
	s->stories = mem_more(s->stories, s->n, sizeof(*s->stories));
	s->stories[s->n++] = (struct story){ .table = NO_TABLE };
}

static void
free_story(struct story *y)
{
	olddoc_free(&y->done);
	olddoc_free(&y->after);
	buf_free(&y->text);
	buf_free(&y->says.label);
}

void
importstory_begin(struct importstory *s)
{
	push(s);
}

/* The cell that text goes to; NULL where it is the paragraph. */
static struct buf *
cell_text(struct story *y)
{
	struct oldblock *t;

	if (y->cells == 0 || y->table == NO_TABLE)
		return NULL;
	t = &y->done.blocks[y->table];
	if (t->rows == 0 || y->column >= t->columns)
		return NULL; /* the limits were reached */
	return &t->cells[(t->rows - 1) * t->columns + y->column].text;
}

static struct buf *
sink(struct story *y)
{
	struct buf *cell = cell_text(y);

	return cell != NULL ? cell : &y->text;
}

/* Ends bold, where it is on; bold that holds nothing is taken back. */
static void
end_bold(struct story *y)
{
	struct buf *to = sink(y);

	if (!y->bold)
		return;
	y->bold = false;
	if (to->n != 0 && to->p[to->n - 1] == OLD_BOLD)
		to->n--;
	else
		buf_addc(to, OLD_PLAIN);
}

static void
set_bold(struct story *y, bool bold)
{
	struct buf *to = sink(y);

	if (bold == y->bold)
		return;
	if (!bold) {
		end_bold(y);
		return;
	}
	y->bold = true;
	if (to->n != 0 && to->p[to->n - 1] == OLD_PLAIN)
		to->n--;
	else
		buf_addc(to, OLD_BOLD);
}

/* Says whether a character may stand in a section (source.h). */
static bool
stands(uint32_t c)
{
	return !utf8_noncharacter(c) && c != 0xFEFF && c >= 0x20 &&
	       (c < 0x7F || c >= 0xA0);
}

static void
add_text(struct importstory *s, struct buf *to, struct str text)
{
	struct story *y = importstory_now(s);
	size_t i, n;
	uint32_t c = 0;

	for (i = 0; i < text.n; i += n != 0 ? n : 1) {
		n = utf8_next(text, i, &c);
		if (c == 0x2028 || c == 0x2029)
			c = '\n';
		if (y->cells != 0 && (c == '\n' || c == '\t' || c == '\f')) {
			y->gap = true;
		} else if (c == '\n' || c == '\t' || c == '\f') {
			buf_addc(to, (char)c);
		} else if (n == 0 || !stands(c)) {
			s->dropped++;
		} else {
			if (y->gap && y->cells != 0 && to->n != 0)
				buf_addc(to, ' ');
			y->gap = false;
			buf_add(to, text.p + i, n);
		}
	}
}

/* Writes the number that the paragraph has of itself before its text. */
static void
add_label(struct importstory *s)
{
	struct story *y = importstory_now(s);

	if (y->says.label.n == 0)
		return;
	add_text(s, sink(y), buf_str(&y->says.label));
	buf_clear(&y->says.label);
	y->says.listed = true;
}

void
importstory_text(struct importstory *s, struct str text, bool bold)
{
	struct story *y = importstory_now(s);

	if (s->full || text.n == 0)
		return;
	add_label(s);
	set_bold(y, bold);
	add_text(s, sink(y), text);
}

void
importstory_note(struct importstory *s, struct str text)
{
	struct story *y = importstory_now(s);
	bool gap = y->gap;

	text = utf8_trim(text);
	if (s->full || text.n == 0)
		return;
	add_label(s);
	end_bold(y);
	buf_addc(sink(y), OLD_NOTE);
	y->gap = false;
	add_text(s, sink(y), text);
	buf_addc(sink(y), OLD_NOTE_END);
	y->gap = gap;
}

static struct oldblock *
add_block(struct importstory *s, enum oldkind kind)
{
	if (++s->blocks > STORY_BLOCKS)
		s->full = true;
	return olddoc_add(&importstory_now(s)->done, kind);
}

/* Makes a block of one line of the paragraph, unless it is blank. */
static void
add_line(struct importstory *s, struct str line)
{
	struct story *y = importstory_now(s);
	struct buf shown = { 0 };
	struct oldblock *b;
	size_t i;
	bool note = false;

	olddoc_shown(line, &shown);
	for (i = 0; i < line.n; i++)
		note = note || line.p[i] == OLD_NOTE;
	if (utf8_trim(buf_str(&shown)).n != 0 || note) {
		b = add_block(s, OLD_TEXT);
		buf_adds(&b->text, line);
		b->level = y->says.style.level;
		b->style = y->says.style.style;
		b->centred = y->says.centred;
		b->listed = y->says.listed;
		b->page_before = y->says.page_before;
		y->says.page_before = false;
		b->number = y->number;
	}
	buf_free(&shown);
}

/* Ends the paragraph: its lines, then what follows it. Bold does not go on
 * from one line to the next. */
static void
flush(struct importstory *s)
{
	struct story *y = importstory_now(s);
	struct buf line = { 0 };
	bool bold = false;
	size_t i;

	end_bold(y);
	for (i = 0; i <= y->text.n; i++) {
		char c = i < y->text.n ? y->text.p[i] : '\n';

		if (c == OLD_BOLD || c == OLD_PLAIN)
			bold = c == OLD_BOLD;
		if (c != '\n' && c != '\f') {
			buf_addc(&line, c);
			continue;
		}
		if (bold)
			buf_addc(&line, OLD_PLAIN);
		add_line(s, buf_str(&line));
		buf_clear(&line);
		if (bold)
			buf_addc(&line, OLD_BOLD);
		if (c == '\f' && s->n == 1 && !s->full)
			add_block(s, OLD_PAGE);
	}
	buf_free(&line);
	buf_clear(&y->text);
	olddoc_move(&y->done, &y->after);
}

void
importstory_paragraph(struct importstory *s, size_t number)
{
	struct story *y = importstory_now(s);

	y->number = number;
}

void
importstory_paragraph_end(struct importstory *s)
{
	struct story *y = importstory_now(s);

	buf_clear(&y->says.label);
	if (y->cells != 0) {
		end_bold(y);
		y->gap = true;
	} else {
		flush(s);
	}
}

void
importstory_table(struct importstory *s)
{
	struct story *y = importstory_now(s);

	if (y->cells != 0 || s->n > 1 || s->full) {
		s->nested++;
		return;
	}
	flush(s);
	add_block(s, OLD_TABLE)->number = y->number;
	y->table = y->done.n - 1;
}

/* The columns of the cell at column c. */
static size_t
span_of(const struct oldcell *row, size_t columns, size_t c)
{
	size_t n = 1;

	while (c + n < columns && row[c + n].left)
		n++;
	return n;
}

/* Settles which cells are joined to those above: as many columns, no text of
 * their own. */
static void
settle(struct oldblock *t)
{
	size_t r, c;

	for (r = 0; r < t->rows; r++)
		for (c = 0; c < t->columns; c++) {
			struct oldcell *row = t->cells + r * t->columns;
			const struct oldcell *above = row - t->columns;

			if (!row[c].up)
				continue;
			row[c].up = r != 0 && row[c].text.n == 0 &&
				    !above[c].left &&
				    span_of(above, t->columns, c) ==
					span_of(row, t->columns, c);
		}
}

void
importstory_table_end(struct importstory *s)
{
	struct story *y = importstory_now(s);

	if (y->cells != 0 || y->table == NO_TABLE)
		return;
	settle(&y->done.blocks[y->table]);
	y->table = NO_TABLE;
	olddoc_move(&y->done, &y->after);
}

static void
widen(struct importstory *s, struct oldblock *t, size_t columns)
{
	if (columns <= t->columns)
		return;
	s->cells += (columns - t->columns) * t->rows;
	if (s->cells > STORY_CELLS)
		s->full = true;
	else
		olddoc_widen(t, columns);
}

void
importstory_row(struct importstory *s, size_t before)
{
	struct story *y = importstory_now(s);
	struct oldblock *t;

	if (y->cells != 0 || y->table == NO_TABLE || s->full)
		return;
	t = &y->done.blocks[y->table];
	y->column = before < TABLE_COLUMNS - 1 ? before : TABLE_COLUMNS - 1;
	y->span = 0;
	widen(s, t, y->column + 1);
	s->cells += t->columns;
	if (s->cells > STORY_CELLS)
		s->full = true;
	if (!s->full)
		olddoc_row(t);
}

void
importstory_row_end(struct importstory *s)
{
	struct story *y = importstory_now(s);

	if (y->cells == 0 && y->table == NO_TABLE)
		flush(s); /* in a box, a row is a line */
}

void
importstory_cell(struct importstory *s, size_t span, bool up)
{
	struct story *y = importstory_now(s);
	struct oldblock *t;
	struct oldcell *row;
	size_t i;

	y->gap = true;
	if (y->cells++ != 0 || y->table == NO_TABLE || s->full)
		return;
	t = &y->done.blocks[y->table];
	y->column += y->span;
	if (y->column >= TABLE_COLUMNS) {
		y->column = TABLE_COLUMNS - 1;
		s->beyond++;
	}
	if (span == 0 || span > TABLE_COLUMNS - y->column)
		span = span == 0 ? 1 : TABLE_COLUMNS - y->column;
	y->span = span;
	widen(s, t, y->column + span);
	if (s->full)
		return;
	row = t->cells + (t->rows - 1) * t->columns;
	row[y->column].up = up;
	for (i = 1; i < span; i++)
		row[y->column + i].left = true;
}

void
importstory_cell_end(struct importstory *s)
{
	struct story *y = importstory_now(s);

	end_bold(y);
	y->cells--;
}

void
importstory_box(struct importstory *s)
{
	push(s);
}

/* Adds a line of a box to the cell that the box stands in. */
static void
flatten(struct buf *to, struct str line)
{
	size_t i;

	if (to->n != 0)
		buf_addc(to, ' ');
	for (i = 0; i < line.n; i++)
		buf_addc(to, line.p[i] == '\t' ? ' ' : line.p[i]);
}

void
importstory_box_end(struct importstory *s)
{
	struct story *box = importstory_now(s), *y = box - 1;
	size_t i;

	flush(s);
	if (y->cells == 0) {
		olddoc_move(&y->after, &box->done);
	} else {
		end_bold(y);
		for (i = 0; i < box->done.n; i++)
			flatten(sink(y), buf_str(&box->done.blocks[i].text));
		y->gap = true;
	}
	free_story(importstory_now(s));
	s->n--;
}

void
importstory_end(struct importstory *s, struct olddoc *doc)
{
	while (s->n > 1)
		importstory_box_end(s);
	s->stories->cells = 0;
	flush(s);
	olddoc_move(doc, &s->stories->done);
	free_story(s->stories);
	free(s->stories);
	s->stories = NULL;
}
