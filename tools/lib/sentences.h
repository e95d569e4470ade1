/* sentences: sentences that are too long to be read aloud */
#ifndef SENTENCES_H
#define SENTENCES_H

#include "family.h"

extern const struct family family_sentences;

#endif
