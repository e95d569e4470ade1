/* brothers: the headings of a level under one parent: how they end, and whether
 * text runs on behind them */
#ifndef BROTHERS_H
#define BROTHERS_H

#include "findings.h"

/* Starts as { 0 }. */
struct brothers {
	struct brother {
		struct spot spot; /* of the number */
		struct spot mark_spot; /* of the mark at its end */
		uint32_t mark; /* or 0 */
		bool runs_in; /* text follows on the same line */
		bool is_short; /* as a heading is, not a sentence */
		bool introduces; /* as in 做好以下工作： */
		bool followed; /* by a text or a lower heading */
	} * list;
	size_t n;
	bool adjacent; /* two of them have nothing between */
};

/* Adds a heading, whose number ends at a character. */
void brothers_add(struct brothers *b, const struct prose *p, size_t number_end);
/* Notes that a text or a lower heading follows the last one. */
void brothers_follow(struct brothers *b);
/* Tells what is wrong with the ends and the forms, and empties b. */
void brothers_end(struct brothers *b, struct findings *f,
    const struct rule *ends, const struct rule *forms);
void brothers_free(struct brothers *b);

#endif
