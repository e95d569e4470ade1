/* noun: what a number of a report counts, by the words before it */
#ifndef NOUN_H
#define NOUN_H

#include <stdbool.h>

#include "str.h"

struct nouns;

/* Prepares the words; freed with nouns_free. */
struct nouns *nouns_new(void);
void nouns_free(struct nouns *ns);
/* The noun that a number at byte at counts; empty where none is plain. */
struct str noun_before(const struct nouns *ns, struct str text, size_t at);
/* Says whether the sentence up to byte at speaks of something else. */
bool noun_elsewhere(const struct nouns *ns, struct str text, size_t at);

#endif
