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

/* What changes at a byte of a paragraph's text, which lies between pieces or
 * in plain text (inline.h). */
struct turn {
	size_t at;
	size_t skip; /* bytes of plain text from there that are not set */
	bool line; /* a new line begins */
	const char *style; /* the character style from there on, or NULL */
	bool bold; /* from there on */
};

/* How a paragraph's text becomes runs. */
struct setting {
	const char *path;
	struct diag *d;
	const struct stylesheet *sheet;
	long width; /* of the type area here, twips */
	long scale; /* the width of characters, per cent; 0 for as they are */
	bool marks; /* values and made numbers are told apart (reloc.h) */
	const struct turn *turns; /* in the order of the text */
	size_t turns_n;
};

/* Adds the bytes from at to end of the text as runs (ECMA-376 17.3.2.25), and
 * reports what is no sound text in it. */
void paragraph_runs(const struct paragraph *p, size_t at, size_t end,
    const struct setting *how, struct buf *out);
/* Adds one run of plain text. */
void run_put(struct str text, struct buf *out);
/* Adds the end of a line inside a paragraph (17.3.3.1). */
void line_break_put(struct buf *out);
/* Opens a paragraph in a style of the style sheet (17.3.1.22). */
void paragraph_open(const char *style, struct buf *out);
enum { BEFORE_STYLE = -1 }; /* the space before is the style's */
/* What a paragraph says itself, in place of its style; twips. */
struct layout {
	bool keep; /* whole, and on the page of the next (17.3.1.14, 15) */
	long before;
	long left, hanging; /* both 0 for a paragraph at the right */
	long right;
};
/* The same, with a layout; 0 for the forms of its lengths in characters and
 * lines, since Word prefers those, even inherited ones. */
void paragraph_open_with(
    const char *style, const struct layout *l, struct buf *out);
void paragraph_close(struct buf *out);

#endif
