/* ruleset: what the rules of files find */
#ifndef RULESET_H
#define RULESET_H

#include "family.h"
#include "rulefile.h"

/* The last of the families, since the levels that files name may be those of
 * any family's rules. */
extern const struct family family_ruleset;

/* Adds a text in which $0 to $9 stand for groups, and $$ for $. */
void ruleset_expand(
    struct str text, const struct str *groups, size_t n, struct buf *out);

#endif
