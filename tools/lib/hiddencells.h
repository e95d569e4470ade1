/* hiddencells: which cells of a table that an edition hides are values of
 * their own */
#ifndef HIDDENCELLS_H
#define HIDDENCELLS_H

#include "hidden.h"

/* Adds a value of a fact; what else there is of it is the caller's to add. */
struct hidden_value *hidden_add(
    struct hidden *h, const struct fact *f, struct str text);
/* Adds the cells below the head of a table: numbers, with what their row and
 * column are called as nouns; texts, where they name somebody or something, or
 * are long and there once. What is left out is noted in h->vague. */
void hiddencells_take(struct hidden *h, const struct fact *f);

#endif
