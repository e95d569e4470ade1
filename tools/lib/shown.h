/* shown: the text of a line as a reader sees it, and where each piece of it
 * comes from */
#ifndef SHOWN_H
#define SHOWN_H

#include "marks.h"
#include "str.h"

/* A stretch of the shown text that comes from one place of the line. */
struct shown_piece {
	size_t at, n; /* in text */
	const char *source; /* in the line: the text itself, or its mark */
	struct mark mark; /* kind MARK_IS_NONE for what was typed */
};

/* Starts as { 0 }; shown_read fills it anew. */
struct shown {
	struct buf text;
	struct shown_piece *pieces;
	size_t n;
};

/* Reads a line as a stage hands it on, without its line feed; the pieces point
 * into it. */
void shown_read(struct shown *s, struct str line);
/* The piece that holds byte at of the shown text. */
const struct shown_piece *shown_at(const struct shown *s, size_t at);
/* Where byte at of the shown text stands in the line. */
const char *shown_source(const struct shown *s, size_t at);
void shown_free(struct shown *s);

#endif
