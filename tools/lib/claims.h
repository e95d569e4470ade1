/* claims: how many things a text says it lists, against the list */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "family.h"

extern const struct family family_claims;

#endif
