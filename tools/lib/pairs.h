/* pairs: marks that come in pairs, and how one pair stands in another
 * (GB/T 15834-2011 4.8, 4.9, 4.15) */
#ifndef PAIRS_H
#define PAIRS_H

#include "family.h"

extern const struct family family_pairs;

#endif
