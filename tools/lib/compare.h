/*
 * compare: what was changed between two paragraphs, as a reader would mark it
 *
 * Sentences are matched first, then the tokens inside of a pair. What stays is
 * chosen so that as much of it as can be stays, while every place where a
 * change begins costs as much as a character and a half: a single character
 * between two changes is part of them, a mark of punctuation is not.
 */
#ifndef COMPARE_H
#define COMPARE_H

#include "tokens.h"

enum change { CHANGE_NONE, CHANGE_DELETED, CHANGE_INSERTED };

/* A stretch of tokens that stays, goes or comes; what goes stands before what
 * comes in its place. */
struct stretch {
	enum change change;
	size_t old_at, old_n; /* tokens of the old text; none where it comes */
	size_t new_at, new_n; /* tokens of the new text; none where it goes */
};

struct comparison {
	struct stretch *list;
	size_t n;
};

/* Compares two texts whose tokens have their ids in common. The caller frees
 * with comparison_free. */
void compare(
    const struct tokens *old, const struct tokens *new, struct comparison *out);
void comparison_free(struct comparison *c);

/* The pairs of neighbouring tokens of a text in order, its ends counting as a
 * token: one more than tokens. The caller frees them. */
uint64_t *token_pairs(const struct tokens *ts);
/* How alike two texts of n and m tokens are by their pairs: how many both have,
 * in thousandths of all (Jaccard 1901). */
unsigned int pairs_alike(
    const uint64_t *a, size_t n, const uint64_t *b, size_t m);

#endif
