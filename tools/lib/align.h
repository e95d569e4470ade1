/*
 * align: which blocks of two texts belong together: the same, changed, gone,
 * come, or moved
 */
#ifndef ALIGN_H
#define ALIGN_H

#include "tokens.h"

/* What is compared of a block: a paragraph, a table, a row. */
struct alignee {
	struct tokens tokens; /* all of its text */
	struct str kind; /* only blocks of one kind are paired */
	struct str style; /* those of one style rather than others */
	uint64_t *pairs; /* of neighbouring tokens, in order; align's own */
	uint64_t id; /* the same for the same block; align's own */
};

struct alignees {
	struct alignee *list;
	size_t n;
};

enum alignment { ALIGN_SAME, ALIGN_CHANGED, ALIGN_GONE, ALIGN_COME };

/* A block of the new text, or one that is gone, where it stood. */
struct aligned {
	enum alignment how;
	size_t old, new; /* of SAME and CHANGED both, else one of them */
	size_t move; /* of a block that went elsewhere as it was: the number,
			from 1, that both its places have */
};

struct alignments {
	struct aligned *list;
	size_t n;
};

/*
 * Aligns two texts: blocks that both have once are anchors, in the longest
 * order that both share; what lies between is paired so that the pairs are most
 * alike. With moves, a block that is gone and one that has come are a move
 * where they are the same and longer than a dozen characters. The caller frees
 * with alignments_free, and the alignees with alignees_free.
 */
void align(struct alignees *old, struct alignees *new, bool moves,
    struct alignments *out);
void alignments_free(struct alignments *as);
void alignees_free(struct alignees *as);

#endif
