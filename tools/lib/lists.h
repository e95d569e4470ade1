/* lists: the numbers of the items in lists of running text */
#ifndef LISTS_H
#define LISTS_H

#include "family.h"

extern const struct family family_lists;

#endif
