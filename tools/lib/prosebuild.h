/* prosebuild: a paragraph of prose while its characters are gathered */
#ifndef PROSEBUILD_H
#define PROSEBUILD_H

#include "grammar.h"
#include "prose.h"

/* A stretch that comes from one place of the author's line. */
struct prose_piece {
	size_t first; /* character of the paragraph */
	size_t line; /* which of the source's lines */
	const char *p, *end; /* bytes of the line */
	bool typed; /* a column a character; else the whole is one place */
	size_t column, end_column; /* once they are counted */
};

/* What the characters of a paragraph come from. */
struct prose_source {
	struct prose_line {
		struct str whole;
		size_t number;
	} * lines;
	size_t lines_n;
	struct prose_piece *pieces;
	size_t n;
	bool counted; /* the columns of the pieces */
};

/* A paragraph with its memory, which serves again; starts as { 0 }. */
struct prosebuild {
	struct prose prose;
	struct prose_source source;
	uint32_t *c;
	size_t *at;
	unsigned char *origin;
	size_t room;
	struct buf text;
};

/* Empties b for the next paragraph. */
void prosebuild_clear(struct prosebuild *b);
/* Names the line that what is added next comes from. */
void prosebuild_line(struct prosebuild *b, struct str whole, size_t number);
/* Adds text of an origin; it comes from the bytes at source of the line. */
void prosebuild_add(struct prosebuild *b, struct str text,
    enum prose_origin origin, struct str source);
/* Points the paragraph at what was gathered. */
void prosebuild_end(struct prosebuild *b);
/* Sees whether the paragraph is a heading, and what of it. */
enum prose_kind prosebuild_heading(struct prosebuild *b);
void prosebuild_free(struct prosebuild *b);

#endif
