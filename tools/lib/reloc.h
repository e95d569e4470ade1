/*
 * reloc: what typeset leaves to the linker, since the whole document settles it
 *
 * In a section's w:body such a place is a processing instruction (XML 1.0,
 * 2.6), which no text can hold, since its angle bracket would be escaped:
 *
 *     image WIDTH HEIGHT PATH|ALT   a run with a picture; EMU
 *     chart KIND WIDTH HEIGHT POINTS SERIES CAPTION|CELL...
 *                                   a run with a chart (chart.h)
 *     note, /note                   around the runs of a footnote
 *     landscape, portrait           pages from here on lie, or stand
 *     toc TITLE                     the table of contents
 *     comment AUTHOR|TEXT, /comment around the runs that a comment is about
 *
 * and, only where typeset was asked for them (-m), what redline and review
 * want to know, which the document itself does not show:
 *
 *     value NAME|FORMAT, /value     around the runs of a filled value
 *     made, /made                   around those of a number of outline's
 *     lines AT:LINE +LINE ...       at the body's end: at which byte of it a
 *                                   block begins, its line in the section,
 *                                   and those of a table's rows
 */
#ifndef RELOC_H
#define RELOC_H

#include "chart.h"
#include "str.h"

enum reloc_kind {
	RELOC_IMAGE,
	RELOC_CHART,
	RELOC_NOTE,
	RELOC_NOTE_END,
	RELOC_LANDSCAPE,
	RELOC_PORTRAIT,
	RELOC_TOC,
	RELOC_COMMENT,
	RELOC_COMMENT_END,
	RELOC_VALUE,
	RELOC_VALUE_END,
	RELOC_MADE,
	RELOC_MADE_END,
	RELOC_LINES,
};

/* A relocation: its kind, and what stands behind its name, escaped as in XML.
 */
struct reloc {
	enum reloc_kind kind;
	struct str args;
};

/* Adds a picture's, of a size in EMU (20.1.2.1: 914400 an inch). */
void reloc_image(
    struct buf *out, struct str path, struct str alt, long width, long height);
/* Adds a chart's; neither its caption nor its cells hold a tab. */
void reloc_chart(struct buf *out, const struct chart *c);
/* Adds one of another kind; args may be empty. */
void reloc_put(struct buf *out, enum reloc_kind kind, struct str args);
/* The same, with arguments that are escaped already. */
void reloc_escaped(struct buf *out, enum reloc_kind kind, struct str args);
/* Finds the first relocation of text from byte *at on and reads it; *at is then
 * where it begins, *end where it ends. False where there is none. */
bool reloc_next(struct str text, size_t *at, size_t *end, struct reloc *r);
/* Adds text without what typeset's -m told; false, and nothing added, where it
 * told nothing. */
bool reloc_strip(struct str text, struct buf *out);
/* Reads the arguments of a picture's; the path loses its escapes, alt keeps
 * them; false where they are none. */
bool reloc_read_image(struct str args, long *width, long *height,
    struct buf *path, struct str *alt);

/* Reads the arguments of a chart's into *c, which starts as { 0 } and which the
 * caller frees; false where they are none. */
bool reloc_read_chart(struct str args, struct chart *c);

#endif
