/* padding: months and days with a 0 in front */
#ifndef PADDING_H
#define PADDING_H

#include "family.h"
#include "when.h"

/* Starts as { .p, .rule }. */
struct padding {
	const struct proofing *p;
	const struct rule *rule;
	/* of a table: those with 0 in front, and whether others have none */
	struct padded *cells;
	size_t cells_n;
	bool bare;
};

/* Begins a paragraph, which may end a table. */
void padding_paragraph(struct padding *s, const struct prose *p);
/* Takes a date of it. */
void padding_take(
    struct padding *s, const struct prose *p, const struct when *w);
/* Ends the report. */
void padding_end(struct padding *s);

#endif
