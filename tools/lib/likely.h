/*
 * likely: which blocks of two long texts most likely belong together
 *
 * Where there are too many blocks to look at every pair of them, those that
 * share a row of tokens which both texts have once are one: the more such rows,
 * the likelier.
 */
#ifndef LIKELY_H
#define LIKELY_H

#include "align.h"

/* Sets anchor[i] to the block of the new text that block i of the old most
 * likely is, in an order that both share, or to ANCHOR_NONE. */
void likely(const struct alignee *old, size_t n, const struct alignee *new,
    size_t m, size_t *anchor);

#endif
