/* inline: the pieces of a line of text: plain text, escapes, {{...}}, marks */
#ifndef INLINE_H
#define INLINE_H

#include "marks.h"
#include "str.h"

enum piece_kind {
	PIECE_TEXT, /* text: plain */
	PIECE_ESCAPE, /* text: what `\` protects; empty before a number */
	PIECE_MARK, /* mark: a marked piece */
	PIECE_PLACEHOLDER, /* text: the inside of {{name|format}} */
	PIECE_REFERENCE, /* text: the label of {{#label}} */
	PIECE_DIRECTIVE, /* text: the name in {{!name:, closed by }} */
	PIECE_CLOSE, /* }} */
	PIECE_UNCLOSED, /* a {{ without its }} in this line */
};

struct piece {
	enum piece_kind kind;
	struct str whole; /* all its bytes in the line */
	struct str text;
	struct mark mark;
};

/* Reads the piece at byte *at of a line without its line feed, and moves *at
 * behind it; false at the line's end. */
bool inline_next(struct str line, size_t *at, struct piece *p);
/* Says whether a directive of this name, {{!name:, opens a footnote. */
bool inline_note(struct str name);
/* Adds what a reader will see of a text, without its markup. */
void inline_shown(struct str text, struct buf *out);

#endif
