/* needlelist: lists of needles while a pattern is read for them */
#ifndef NEEDLELIST_H
#define NEEDLELIST_H

#include "needles.h"

/* Adds a text; open where what follows in the pattern may be added to it. */
void needles_add(struct needles *nd, struct str text, bool open);
/* Adds the texts of other, which is freed. */
void needles_take(struct needles *nd, struct needles *other);
/* The bytes of the shortest text; of none, 0. */
size_t needles_shortest(const struct needles *nd);
/* Says whether there is nothing to gain from what follows: nothing can be added
 * to any text, or one of them is not known at all. */
bool needles_closed(const struct needles *nd);
/* Closes all texts. */
void needles_close(struct needles *nd);
/* Keeps the better of two lists in best, and frees the other. */
void needles_better(struct needles *best, struct needles *other);
/* Adds each text of next to each open one of nd. */
void needles_multiply(struct needles *nd, const struct needles *next);
/* Leaves one text, which is empty and open. */
void needles_restart(struct needles *nd);

#endif
