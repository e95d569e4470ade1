/* importfind: the texts that facts are sought in, and the facts found so far */
#ifndef IMPORTFIND_H
#define IMPORTFIND_H

#include "importfacts.h"

#define NO_FACT ((size_t)-1)

/* A text that facts are sought in. */
struct text {
	size_t block;
	struct str s;
	char *taken; /* 1 for each byte that no fact may touch */
};

struct finding {
	const struct olddoc *doc;
	struct importfacts *f;
	struct text *texts;
	size_t n;
};

/* Keeps facts out of quotation marks, book titles and footnotes. */
void importfind_protect(struct text *t);
/* Says whether n bytes of a text are free for a fact. */
bool importfind_free(const struct text *t, size_t at, size_t n);
/* The fact of this name; one with another value makes both unsafe. NO_FACT
 * where there are too many. */
size_t importfind_fact(struct finding *g, enum importgroup group,
    struct str name, struct str value, size_t block, size_t at);
/* Puts a fact in the place of n bytes of a text. */
void importfind_span(struct finding *g, struct text *t, size_t at, size_t n,
    size_t fact, const char *format);
/* Says whether there is a digit at byte at. */
bool importfind_digit(struct str s, size_t at);

#endif
