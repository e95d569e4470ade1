/* batchleak: whether the document of a row hides what its edition does */
#ifndef BATCHLEAK_H
#define BATCHLEAK_H

#include "batchsection.h"
#include "diag.h"
#include "facts.h"

/* Looks for the values that the edition hides in the texts of a row, and in its
 * document, which is to be a file of that name; false, after messages, where it
 * is not proved free of them. With first, notes what was too short to look for.
 */
bool batchleak_free(const struct facts *fs, const struct batchsections *ss,
    const char *name, struct str package, bool first, struct diag *d);

#endif
