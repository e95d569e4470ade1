/* olddoc: an old report as it was read, block by block */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "olddoc.h"

struct oldblock *
olddoc_add(struct olddoc *doc, enum oldkind kind)
{
	doc->blocks = mem_more(doc->blocks, doc->n, sizeof(*doc->blocks));
	doc->blocks[doc->n] = (struct oldblock){ .kind = kind };
	return &doc->blocks[doc->n++];
}

void
olddoc_move(struct olddoc *doc, struct olddoc *from)
{
	size_t i;

	for (i = 0; i < from->n; i++)
		*olddoc_add(doc, OLD_TEXT) = from->blocks[i];
	from->n = 0;
}

void
olddoc_widen(struct oldblock *table, size_t columns)
{
	struct oldcell *cells;
	size_t r, old = table->columns, room = 1;

	if (columns <= old)
		return;
	if (table->rows != 0) {
		while (room < table->rows)
			room *= 2;
		cells = mem_alloc(room * columns * sizeof(*cells));
		for (r = 0; r < table->rows && old != 0; r++)
			memcpy(cells + r * columns, table->cells + r * old,
			    old * sizeof(*cells));
		free(table->cells);
		table->cells = cells;
	}
	table->columns = columns;
}

void
olddoc_row(struct oldblock *table)
{
	size_t i, n = table->columns, at = table->rows * n;

	/* as a table grows, by doubling */
	if ((table->rows & (table->rows - 1)) == 0) {
		size_t rows = table->rows != 0 ? 2 * table->rows : 1;

		table->cells =
		    mem_resize(table->cells, rows * n * sizeof(*table->cells));
	}
	for (i = at; i < at + n; i++)
		table->cells[i] = (struct oldcell){ 0 };
	table->rows++;
}

void
olddoc_shown(struct str text, struct buf *out)
{
	size_t i, notes = 0;

	for (i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c == OLD_NOTE)
			notes++;
		else if (c == OLD_NOTE_END)
			notes -= notes != 0;
		else if ((c == 0 || c >= OLD_MARKS_END) && notes == 0)
			buf_addc(out, text.p[i]);
	}
}

void
olddoc_plain(struct buf *text, size_t at, size_t end)
{
	size_t i;
	bool bold = false, was = false;
	struct buf out = { 0 };

	for (i = 0; i < text->n; i++) {
		char c = text->p[i];

		if (c == OLD_BOLD || c == OLD_PLAIN) {
			bold = c == OLD_BOLD;
			continue;
		}
		if (was != (bold && (i < at || i >= end))) {
			was = !was;
			buf_addc(&out, was ? OLD_BOLD : OLD_PLAIN);
		}
		buf_addc(&out, c);
	}
	if (was)
		buf_addc(&out, OLD_PLAIN);
	buf_free(text);
	*text = out;
}

static void
free_block(struct oldblock *b)
{
	size_t i;

	buf_free(&b->text);
	buf_free(&b->caption);
	buf_free(&b->alt);
	for (i = 0; i < b->rows * b->columns; i++)
		buf_free(&b->cells[i].text);
	free(b->cells);
}

void
olddoc_free(struct olddoc *doc)
{
	size_t i;

	for (i = 0; i < doc->n; i++)
		free_block(&doc->blocks[i]);
	free(doc->blocks);
	for (i = 0; i < doc->files_n; i++) {
		buf_free(&doc->files[i].path);
		buf_free(&doc->files[i].bytes);
	}
	free(doc->files);
	*doc = (struct olddoc){ 0 };
}
