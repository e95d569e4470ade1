/* grammar: what a line of a section file is (README, "A section file") */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include "diag.h"
#include "str.h"

enum block_kind {
	BLOCK_UNKNOWN,
	BLOCK_TITLE,
	BLOCK_TO,
	BLOCK_BYLINE,
	BLOCK_SIGNATURE,
	BLOCK_NOTE,
	BLOCK_ATTACHMENTS,
	BLOCK_ATTACHMENT,
	BLOCK_TABLE,
	BLOCK_MASTHEAD,
	BLOCK_COLOPHON,
	BLOCK_PAGEBREAK,
	BLOCK_IMAGE,
	BLOCK_CHART,
	BLOCK_TOC,
	BLOCK_LANDSCAPE,
	BLOCK_ONLY,
	BLOCK_EXCEPT,
};

/* What stands between a block's opening and its `:::`. */
enum block_holds { HOLDS_NOTHING, HOLDS_LINES, HOLDS_ROWS, HOLDS_BLOCKS };

/* A block by its names. */
struct block {
	enum block_kind kind;
	enum block_holds holds;
	struct str chinese, english;
};

enum line_kind {
	LINE_BLANK,
	LINE_COMMENT,
	LINE_OPEN, /* :::NAME ARGS */
	LINE_CLOSE, /* ::: */
	LINE_TEXT,
};

/* A line as it stands in its file. */
struct line {
	enum line_kind kind;
	struct str whole; /* the line with its blanks */
	struct str text; /* without them */
	struct str name, args; /* of LINE_OPEN */
	const struct block *block; /* of LINE_OPEN; NULL for an unknown name */
};

/* Reads a line, given without its line feed; every view points into it. */
struct line line_read(struct str whole);
/* The place of byte p, which lies in the line, in the author's file. */
struct place line_place(
    const struct line *l, const char *p, const char *path, size_t number);

/* Says whether text ends in a single `\`, and so goes on in the next line. */
bool line_goes_on(struct str text);
/* Adds a following line to a text that goes on: with nothing between where
 * either side is Chinese, with a blank otherwise. */
void line_join(struct buf *text, struct str next);

/* The blocks that are open at a line; starts as { .path, .d }. */
struct blocks {
	const char *path;
	struct diag *d;
	struct open_block {
		const struct block *block;
		enum block_kind kind;
		enum block_holds
		    holds; /* inside 仅 and 除, what those around do */
		struct place place;
		const char *end; /* of the opening line */
		bool told; /* a fault in it was already reported */
	} * open;
	size_t n;
};

/* What a line does to the open blocks. */
enum step {
	STEP_NONE, /* a line inside whatever is open */
	STEP_OPENED, /* the block is now open, or stands alone */
	STEP_CLOSED, /* the innermost was closed; blocks_last tells which */
	STEP_FAULT, /* the line cannot stand here; reported */
};

/* Takes a line, and reports what is wrong with the blocks there, unless the
 * line has a mark of error. An unknown block is open all the same. */
enum step blocks_step(struct blocks *bs, const struct line *l, size_t number);
/* The kind of the innermost open block, 0 where none is open. */
enum block_kind blocks_inside(const struct blocks *bs);
/* What the innermost open block holds; HOLDS_BLOCKS where none is open. */
enum block_holds blocks_hold(const struct blocks *bs);
/* Reports the blocks that are still open at the end of a file; returns how
 * many. The caller frees with blocks_free. */
size_t blocks_end(struct blocks *bs);
void blocks_free(struct blocks *bs);

/* Takes the next name off the arguments of 仅 or 除, which blanks, commas or 、
 * part; false where there is none. */
bool edition_next(struct str *args, struct str *name);
/* Says whether an edition is among the names in the arguments of 仅 or 除. */
bool edition_among(struct str args, struct str edition);

#endif
