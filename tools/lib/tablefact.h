/* tablefact: a table that a fact put into the text, as rows of a block */
#ifndef TABLEFACT_H
#define TABLEFACT_H

#include "paragraph.h"

/* The rows of a block; starts as { 0 }. */
struct tablefact {
	const struct paragraph *rows;
	size_t n;
	bool fact; /* a fact put them in */
	struct paragraph *made; /* those that were made of its text */
};

/* Reports a table that a fact put into line number of a file, unless it stands
 * alone in the line and rows says that the block around takes it. */
void tablefact_check(const struct line *l, size_t number, bool rows,
    const char *path, struct diag *d);
/*
 * Gives the rows of a block whose lines, at least one, are given: the lines, or
 * those of the table that a fact put into the only one, where each cell is text
 * that is no markup, in the place of that line. Reports a table with lines
 * beside it, and answers false, as for one that tablefact_check reported. The
 * caller frees with tablefact_free whatever the answer.
 */
bool tablefact_rows(struct tablefact *t, const struct paragraph *lines,
    size_t n, const struct setting *how);
void tablefact_free(struct tablefact *t);

#endif
