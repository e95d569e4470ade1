/* width: full-width digits and letters, which official text has not
 * (GB/T 15835-2011 5.1.1) */
#ifndef WIDTH_H
#define WIDTH_H

#include "family.h"

extern const struct family family_width;

#endif
