/* sequence: the numbers of headings and their marks */
#ifndef SEQUENCE_H
#define SEQUENCE_H

#include "family.h"

extern const struct family family_sequence;

#endif
