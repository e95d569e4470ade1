/*
 * numbers: where each number of a report comes from: a fact, a date or an
 * ordinal, a remark of the author, or nowhere
 *
 * A number that stands beside the noun and the unit of a fact is compared with
 * it: 党员大会6次 where the fact 党员大会次数 is 7. The noun is the run of Han
 * characters before the number, from the last verb or particle on, and must be
 * the same as a fact's, as must the unit; in a sentence that speaks of another
 * time, of parts, or of what is wanted, nothing is compared.
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include "diag.h"
#include "facts.h"
#include "str.h"

struct numbers;

/* Starts the report of a set of facts, which must last as long; messages go to
 * d. Freed with numbers_free. */
struct numbers *numbers_new(const struct facts *fs, struct diag *d);
/* Takes the next section as outline wrote it; path and text must last as long
 * as the report. */
void numbers_add(struct numbers *ns, const char *path, struct str text);
/* Tells every number, in the order of the sections, and adds the sum of them
 * to out. */
void numbers_end(struct numbers *ns, struct buf *out);
void numbers_free(struct numbers *ns);

#endif
