/*
 * redline: two texts of a report as one, with what was changed between them
 *
 * Both as typeset wrote them with -m: a body a section. Every block of the new
 * text stands in its section; what is gone stands where it stood. Accepting all
 * changes gives the new text, rejecting all the old one; but a table of
 * contents and the turns of pages are the new ones, and of what only the layout
 * changed, indents and widths, nothing is told.
 */
#ifndef REDLINE_H
#define REDLINE_H

#include "blame.h"
#include "revision.h"
#include "wml.h"

/* Whom the lines of a text are blamed on; sections by their paths. */
struct redline_side {
	struct wml wml;
	char *const *paths;
	struct blame blame; /* who wrote, or took away, each line */
};

struct redline {
	struct redline_side old, new;
	bool paper;
	struct str ledger; /* the author of what data changed */
	struct str numbering; /* of what outline numbers anew */
};

/* Writes the sections of the new text, each a w:body, to the buffers at bodies,
 * as many as it has; false where a text holds what typeset does not write. */
bool redline(struct redline *r, struct buf *bodies);

#endif
