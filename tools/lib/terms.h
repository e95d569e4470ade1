/* terms: wrong forms of words */
#ifndef TERMS_H
#define TERMS_H

#include "family.h"
#include "termfile.h"

extern const struct family family_terms;

#endif
