/* blanks: blanks and invisible characters inside Chinese text */
#ifndef BLANKS_H
#define BLANKS_H

#include "family.h"

extern const struct family family_blanks;

#endif
