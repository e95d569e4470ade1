/* tally: quantities by what they count, and which of them contradict others */
#ifndef TALLY_H
#define TALLY_H

#include "prose.h"

/* A value of a quantity at a place. */
struct tallied {
	struct spot spot;
	struct buf value; /* in plain digits */
	struct buf text; /* as it stands, with its unit */
	size_t next; /* the next of the same thing, from 1; 0 for none */
};

struct thing {
	struct buf key;
	size_t first, last; /* its values, from 1 */
};

/* Starts as { 0 }. */
struct tally {
	struct tallied *list;
	size_t n;
	struct thing *things;
	size_t things_n;
	size_t *slots, slots_n;
};

/* Adds a value of what a key names. */
void tally_add(struct tally *t, struct str key, struct str value,
    struct str text, struct spot spot);
/* The first value of a thing that most agree with, where it has two that
 * differ; else NULL: three values are three things. */
const struct tallied *tally_most(
    const struct tally *t, const struct thing *thing);
void tally_free(struct tally *t);

#endif
