/* remarkcheck: remarks that answer for nothing */
#ifndef REMARKCHECK_H
#define REMARKCHECK_H

#include "family.h"

/* Adds the rule of remarks, and returns it. */
const struct rule *remarkcheck_rule(struct findings *f);
/* Tells the remarks that name no rule, or that answered for nothing; to be
 * called when all else was found. */
void remarkcheck_end(const struct proofing *p, const struct rule *rule);

#endif
