/* gbt15835: numerals as GB/T 15835-2011 has them */
#ifndef GBT15835_H
#define GBT15835_H

#include "family.h"

extern const struct family family_gbt15835;

#endif
