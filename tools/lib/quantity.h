/* quantity: texts that are one number, as tables hold them */
#ifndef QUANTITY_H
#define QUANTITY_H

#include <stdbool.h>

#include "str.h"

/* Says whether text, without blanks at its ends, is one number: a sign, ¥,
 * digits that commas may group, decimals, and %, ‰ or a unit, each but the
 * digits free to be left out. */
bool quantity_is(struct str text);
/* Says whether text stands for no number: a dash or a stroke. */
bool quantity_none(struct str text);

#endif
