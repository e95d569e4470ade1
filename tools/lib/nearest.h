/* nearest: which of the known names a mistyped one was meant to be */
#ifndef NEAREST_H
#define NEAREST_H

#include "str.h"

/* The best candidates so far for one wanted name; starts with nearest_begin. */
struct nearest {
	struct str wanted, best[3];
	size_t distance[3], n, limit;
};

/* Starts a search for the names within a third of wanted's characters, one
 * edit at the least (edits: Levenshtein 1966). */
void nearest_begin(struct nearest *ne, struct str wanted);
/* Offers a name, which must last until nearest_end. */
void nearest_offer(struct nearest *ne, struct str name);
/* Adds "; did you mean A or B?" where any name was near. */
void nearest_end(const struct nearest *ne, struct buf *out);

#endif
