/*
 * needles: texts without which a pattern cannot match
 *
 * A pattern is tried only where one of its needles stands, since looking for
 * all needles of all patterns at once costs a fraction of one search.
 */
#ifndef NEEDLES_H
#define NEEDLES_H

#include "str.h"

/* Starts as { 0 }. */
struct needles {
	struct needle {
		struct buf text;
		bool open; /* while they are made: what follows may be added */
	} * list;
	size_t n;
};

enum needles_place {
	NEEDLES_NONE, /* there are none, or the pattern is not understood */
	NEEDLES_WITHIN, /* every match, look-ahead included, holds one */
	NEEDLES_FIRST, /* every match begins with one */
};

/* Finds needles of a sound pattern, and adds them to nd. */
enum needles_place needles_find(struct str pattern, struct needles *nd);
void needles_free(struct needles *nd);

#endif
