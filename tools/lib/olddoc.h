/*
 * olddoc: an old report as it was read, block by block
 *
 * In a text, some control characters, which no text may hold, stand for what
 * is not text: bold from here and no longer, a footnote from here to there.
 */
#ifndef OLDDOC_H
#define OLDDOC_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum oldmark {
	OLD_BOLD = 1,
	OLD_PLAIN = 2,
	OLD_NOTE = 3,
	OLD_NOTE_END = 4,
	OLD_MARKS_END = 5,
};

enum oldkind {
	OLD_TEXT,
	OLD_TABLE,
	OLD_PICTURE,
	OLD_PAGE, /* a page ends */
	OLD_REMARK, /* for the author: a comment line */
};

/* What a paragraph is in the report. */
enum oldrole {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_BYLINE,
	ROLE_TO,
	ROLE_ATTACHMENTS, /* a line of the note of attachments */
	ROLE_SIGNATURE,
	ROLE_NOTE,
	ROLE_LABEL, /* 附件1 at the head of its page */
	ROLE_LABEL_TITLE,
	ROLE_CAPTION, /* a table's, or a picture's below it: in its block */
};

/* What the style of a paragraph says of it. */
enum oldstyle {
	STYLE_NONE,
	STYLE_TITLE,
	STYLE_BYLINE,
	STYLE_CAPTION,
	STYLE_CONTENTS,
	STYLE_LABEL_TITLE,
};

struct oldcell {
	struct buf text;
	bool left, up; /* joined to the one at the left, the one above */
};

struct oldblock {
	enum oldkind kind;
	enum oldrole role;
	enum oldstyle style;
	int level; /* of a heading by its style, 1 to 4; or 0 */
	bool typed; /* its number stands in its text */
	bool listed; /* it came from a list that counts */
	bool centred;
	bool page_before;
	size_t number; /* of the paragraph in the old report, from 1 */
	/* a paragraph; what is said; a picture's relationship, then its path;
	 * of a table none */
	struct buf text;
	struct buf caption; /* without 表1 or 图1; of a table or a picture */
	struct buf alt; /* what a picture shows */
	long width; /* of a picture, tenths of mm; 0 for its own */
	bool unusable; /* a picture that no report can show */
	struct oldcell *cells; /* rows times columns */
	size_t rows, columns;
};

/* A picture's file; text of a picture's block is its path. */
struct oldfile {
	struct buf path, bytes;
};

struct olddoc {
	struct oldblock *blocks;
	size_t n;
	struct oldfile *files;
	size_t files_n;
};

/* Adds a block, good until the next is added. */
struct oldblock *olddoc_add(struct olddoc *doc, enum oldkind kind);
/* Moves the blocks of another document to the end, and leaves it empty. */
void olddoc_move(struct olddoc *doc, struct olddoc *from);
/* Gives a table more columns. */
void olddoc_widen(struct oldblock *table, size_t columns);
/* Adds a row of empty cells to a table that has columns. */
void olddoc_row(struct oldblock *table);
/* Adds what a reader sees of a text: no marks, and no notes. */
void olddoc_shown(struct str text, struct buf *out);
/* Takes bold off a text from byte at to end. */
void olddoc_plain(struct buf *text, size_t at, size_t end);
void olddoc_free(struct olddoc *doc);

#endif
