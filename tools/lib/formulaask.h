/* formulaask: what one formula asks of the ledgers and of other facts */
#ifndef FORMULAASK_H
#define FORMULAASK_H

#include "formula.h"

/* Says what is wrong at byte at of a formula, or at all of it (size_t)-1. */
void formula_say(
    const struct formula *f, size_t at, struct diag *d, struct str what);
/* Says what is wrong with all of it; fmt takes a and b as "%.*s". */
void formula_sayf(const struct formula *f, struct diag *d, const char *fmt,
    struct str a, struct str b);
/* Reads a formula as SQL; false, after a message, where it is none. */
bool formula_read(const struct formula *f, struct sqltext *sql, struct diag *d);
/* Computes a formula that was read with the true values of its facts; false
 * where one has none, or after a message. */
bool formula_answer(const struct facts *fs, const struct formula *f,
    const struct sqltext *sql, struct database *db, struct answer *a,
    struct diag *d);

#endif
