/* why: what a fact of a report is, what it was made from, and where it stands
 */
#ifndef WHY_H
#define WHY_H

#include "factset.h"
#include "str.h"

/* Adds a fact of the set with its formula, the rows of the ledgers that made
 * it (provenance.h), and the facts that it was made from, likewise. The fact is
 * there and has no fault. */
void why_fact(struct factset *s, struct str name, struct buf *out);
/* Adds the formulas and checks of the set that use it. */
void why_formulas(const struct factset *s, struct str name, struct buf *out);
/* Adds the places in a text after fill, line by line as
 * path:line:column: words around it, where the fact stands; returns how many.
 */
size_t why_places(
    struct str text, const char *path, struct str name, struct buf *out);

#endif
