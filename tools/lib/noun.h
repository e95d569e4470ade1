/* noun: what a number of a report counts, by the words before it */
#ifndef NOUN_H
#define NOUN_H

#include <stdbool.h>

#include "str.h"

struct nouns;

/* How far a text has been read for what it speaks of, since a line may have a
 * million numbers; starts as { .text = it }. */
struct noun_scope {
	struct str text;
	size_t at;
	size_t sentence; /* where the one that at is in begins */
	bool elsewhere; /* a word of something else was met, */
	size_t word; /* the last one here */
};

/* Prepares the words; freed with nouns_free. */
struct nouns *nouns_new(void);
void nouns_free(struct nouns *ns);
/* The noun that a number at byte at counts; empty where none is plain. */
struct str noun_before(const struct nouns *ns, struct str text, size_t at);
/* Says whether the sentence up to byte at speaks of something else; at is not
 * before the last one asked for. */
bool noun_elsewhere(const struct nouns *ns, struct noun_scope *s, size_t at);

#endif
