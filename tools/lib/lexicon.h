/* lexicon: many words, looked for in a text all at once */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "str.h"

/* The most characters that a word can have. */
enum { LEXICON_LONGEST = 64 };

struct lexicon;

/* Starts an empty one; freed with lexicon_free. */
struct lexicon *lexicon_new(void);
/* Adds a word, of 1 to LEXICON_LONGEST characters, under a number; a word may
 * have several. */
void lexicon_add(struct lexicon *l, struct str word, size_t number);
/* Ends the adding; nothing is found before. */
void lexicon_end(struct lexicon *l);
void lexicon_free(struct lexicon *l);

/* Where a search for the words that begin at one place stands; starts as
 * { 0 }. */
struct lexicon_walk {
	size_t low, high, depth;
};

/* Says whether a word may begin with the characters first and second. */
bool lexicon_may(const struct lexicon *l, uint32_t first, uint32_t second);
/* The next of the words that begin at c, of which n characters are there,
 * shorter ones first: its number, and its length in characters; false when
 * there are no more. */
bool lexicon_next(const struct lexicon *l, const uint32_t *c, size_t n,
    struct lexicon_walk *w, size_t *number, size_t *length);

#endif
