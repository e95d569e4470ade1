/*
 * paragraph: a paragraph of a section, from its lines to WordprocessingML
 *
 * A paragraph is one line, or several where a line ends in `\`.
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "diag.h"
#include "grammar.h"
#include "str.h"
#include "stylesheet.h"

/* A paragraph's text, and the lines that it was joined from; starts as { 0 }.
 */
struct paragraph {
	struct buf text;
	struct piece_of {
		size_t at; /* where in text the line begins */
		struct line line;
		size_t number;
	} * lines;
	size_t n;
};

/* Takes line number of a file; says whether the paragraph is now whole. */
bool paragraph_take(
    struct paragraph *p, const struct line *line, size_t number);
/* The place of byte at of the text in the author's file. */
struct place paragraph_place(
    const struct paragraph *p, size_t at, const char *path);
void paragraph_free(struct paragraph *p);

/* How a paragraph's text becomes runs. */
struct setting {
	const char *path;
	struct diag *d;
	const struct stylesheet *sheet;
	long width; /* of the type area here, twips */
	size_t heading_end; /* the text before is set in the heading's font */
	const char *heading_style; /* its character style */
	long scale; /* the width of characters, per cent; 0 for as they are */
};

/* Adds the bytes from at to end of the text as runs (ECMA-376 17.3.2.25), and
 * reports what is no sound text in it. */
void paragraph_runs(const struct paragraph *p, size_t at, size_t end,
    const struct setting *how, struct buf *out);
/* Adds one run of plain text. */
void run_put(struct str text, struct buf *out);
/* Opens a paragraph in a style of the style sheet (17.3.1.22). */
void paragraph_open(const char *style, struct buf *out);
void paragraph_close(struct buf *out);

#endif
