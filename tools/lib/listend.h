/* listend: the 等 that ends a list */
#ifndef LISTEND_H
#define LISTEND_H

#include "prose.h"

/* Says whether the mark at i, 、 or ，, stands before a 等 that ends a list. */
bool listend_etc(const struct prose *p, size_t i);

#endif
