/*
 * importstory: the paragraphs and tables of a Word document, as they come,
 * made blocks of an old report
 *
 * The body is a story, and so is each text box, which stands inside a
 * paragraph; its blocks follow that paragraph. What lies in a cell, be it
 * paragraphs, boxes or tables, becomes one line of text.
 */
#ifndef IMPORTSTORY_H
#define IMPORTSTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "olddoc.h"
#include "oldstyle.h"
#include "str.h"

/* What a paragraph's properties say. */
struct importstory_says {
	struct oldstyle_says style;
	bool centred, page_before, listed;
	struct buf label; /* its automatic number */
};

struct story {
	struct olddoc done; /* its blocks so far */
	struct olddoc after; /* those that follow the open paragraph */
	struct buf text; /* of the open paragraph, or of a row in a box */
	struct importstory_says says; /* of it */
	bool bold; /* at the end of text */
	bool gap; /* what comes next in a cell stands apart */
	size_t cells; /* that are open, one inside the other */
	size_t table; /* the block that is open, or NO_TABLE */
	size_t column, span; /* of its open cell */
	size_t number; /* of the paragraph */
};

enum { STORY_CELLS = 2000000, STORY_BLOCKS = 1000000 };

struct importstory {
	struct story *stories;
	size_t n;
	size_t cells, blocks; /* in all, for the limits */
	size_t dropped; /* characters that no text may hold */
	size_t beyond; /* cells right of the last column of a table */
	size_t nested; /* tables in cells or boxes */
	bool full;
};

void importstory_begin(struct importstory *s);
/* The story that is read. */
struct story *importstory_now(const struct importstory *s);
/* Starts a paragraph, unless the last goes on. */
void importstory_paragraph(struct importstory *s, size_t number);
/* Adds text to the paragraph or cell; a line feed in it ends a line, a form
 * feed a page. */
void importstory_text(struct importstory *s, struct str text, bool bold);
/* Adds a note in the place where its mark stands. */
void importstory_note(struct importstory *s, struct str text);
void importstory_paragraph_end(struct importstory *s);
void importstory_table(struct importstory *s);
void importstory_table_end(struct importstory *s);
/* Starts a row whose first cells are left out. */
void importstory_row(struct importstory *s, size_t before);
void importstory_row_end(struct importstory *s);
/* Starts a cell over so many columns; up: it goes on with the one above. */
void importstory_cell(struct importstory *s, size_t span, bool up);
void importstory_cell_end(struct importstory *s);
void importstory_box(struct importstory *s);
void importstory_box_end(struct importstory *s);
/* Ends the body, moves its blocks to *doc and frees all. */
void importstory_end(struct importstory *s, struct olddoc *doc);

#endif
