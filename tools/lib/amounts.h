/* amounts: the same quantity with two values in two places of the report */
#ifndef AMOUNTS_H
#define AMOUNTS_H

#include "family.h"

extern const struct family family_amounts;

#endif
