/* repeats: characters and words that stand twice where once is meant */
#ifndef REPEATS_H
#define REPEATS_H

#include "family.h"

extern const struct family family_repeats;

#endif
