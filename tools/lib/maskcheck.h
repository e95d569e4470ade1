/* maskcheck: what an edition hides: masks that are missing, masks that are
 * left */
#ifndef MASKCHECK_H
#define MASKCHECK_H

#include "family.h"

extern const struct family family_maskcheck;

#endif
