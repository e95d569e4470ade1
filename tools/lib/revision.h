/*
 * revision: tracked changes (ECMA-376 17.13.5), or their picture on paper
 *
 * In a document for review, what goes is a w:del and what comes a w:ins, with
 * author and date. On paper (花脸稿) what goes is struck through and stays, and
 * what comes has a box around it: there is nothing to accept.
 */
#ifndef REVISION_H
#define REVISION_H

#include "blame.h"
#include "compare.h"

/* Starts as { .out, .paper, .since }. */
struct revisions {
	struct buf *out;
	bool paper;
	struct str since; /* a move must have a date (17.13.5.24): what is not
			     committed has this one, or that of no time */
	size_t id; /* the last w:id: one count for all of a document */
};

/* A change, and whose. */
struct revision {
	enum change change;
	struct author author;
	size_t move; /* of a block that went elsewhere: which; or 0 */
};

/* Adds tokens as runs, as the change has them. */
void revision_runs(struct revisions *rs, const struct revision *r,
    const struct token *tokens, size_t n);
/* Adds a paragraph that goes or comes as a whole. */
void revision_paragraph(struct revisions *rs, const struct revision *r,
    struct str properties, const struct tokens *ts);
/* Adds the inside of w:trPr of a row that goes or comes. */
void revision_row(
    struct revisions *rs, const struct revision *r, struct str properties);
/* Adds the inside of a w:pPr that was another, old, before. */
void revision_properties(struct revisions *rs, const struct revision *r,
    struct str properties, struct str old);
/* Adds an empty paragraph that neither text has: it parts two tables that only
 * the redline has beside each other. */
void revision_parting(struct revisions *rs, const struct revision *r);

#endif
