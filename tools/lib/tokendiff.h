/* tokendiff: which tokens of two texts stay, so that most of them do */
#ifndef TOKENDIFF_H
#define TOKENDIFF_H

#include "compare.h"

/* Adds a stretch; one that goes on with the last is joined to it. */
void stretch_add(struct comparison *c, struct stretch s);

/*
 * Adds what stays, goes and comes between two texts: the choice in which the
 * tokens that stay are worth most, less the cost of each change (Gotoh 1982).
 * Takes time and memory by the product of the lengths between what both begin
 * and end with; beyond four millions what both have once parts them first.
 */
void tokendiff(
    const struct tokens *old, const struct tokens *new, struct comparison *out);

#endif
