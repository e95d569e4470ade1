/* streamdiff: what was changed between two texts as rows of tokens */
#ifndef STREAMDIFF_H
#define STREAMDIFF_H

#include "compare.h"
#include "docstream.h"

/* A paragraph that stands elsewhere as a whole, by its number in each text. */
struct stream_move {
	size_t old, new;
};

struct streamdiff {
	struct comparison changes; /* over all tokens of both */
	struct stream_move *moves; /* in the order of the old text; what was
				      changed in them is not told */
	size_t n;
};

/*
 * Compares two streams whose tokens have their ids in common. Paragraphs that
 * are the same are anchors; what lies between them is compared token by token,
 * ends of paragraphs included, so that one that was split or joined is told as
 * such. With moves, a paragraph that went elsewhere with its bookmark is a
 * move: it is gone and has come in the changes. The caller frees with
 * streamdiff_free.
 */
void streamdiff(const struct docstream *old, const struct docstream *new,
    bool moves, struct streamdiff *out);
void streamdiff_free(struct streamdiff *d);

#endif
