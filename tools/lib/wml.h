/*
 * wml: what typeset wrote of a section, taken apart again into paragraphs,
 * tables, rows and cells
 *
 * Views of the text, which must last as long. Only what typeset writes is
 * understood, with what its -m adds (reloc.h).
 */
#ifndef WML_H
#define WML_H

#include <stdbool.h>

#include "str.h"

enum wml_kind {
	WML_PARAGRAPH,
	WML_TABLE,
	WML_OTHER, /* a table of contents, a turn of the page */
};

struct wml_cell {
	struct str properties; /* the whole w:tcPr */
	struct str paragraphs; /* all that is behind it */
};

struct wml_row {
	struct str properties; /* the inside of w:trPr; may be empty */
	struct wml_cell *cells;
	size_t n;
	size_t line; /* in the author's file; 0 where that is not known */
	struct str whole;
};

struct wml_block {
	enum wml_kind kind;
	struct str whole;
	size_t section; /* from 0 */
	size_t line; /* in the author's file; 0 where that is not known */
	bool turns; /* the pages, from here on */
	/* of a paragraph */
	struct str properties; /* the inside of w:pPr; may be empty */
	struct str content; /* what is behind it */
	/* of a table */
	struct str head; /* w:tblPr and w:tblGrid */
	struct wml_row *rows;
	size_t rows_n;
};

/* The blocks of a report; starts as { 0 }. */
struct wml {
	struct wml_block *blocks;
	size_t n;
	size_t sections;
};

/* Adds the blocks of the next section, a whole w:body; false where it is none
 * of typeset's. */
bool wml_read(struct wml *w, struct str body);
/* Adds the empty paragraphs that the linker puts between two tables of two
 * sections, and behind a table at the end of all. */
void wml_part(struct wml *w);
/* Reads the paragraph that text begins with; returns its length, 0 where none
 * does. */
size_t wml_paragraph(struct str text, struct wml_block *b);
void wml_free(struct wml *w);

#endif
