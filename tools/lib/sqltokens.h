/* sqltokens: a formula of facts.txt as the words and signs that it is made of
 *
 * Full-width signs outside of quotation marks count as ASCII, since Chinese
 * input methods type them.
 */
#ifndef SQLTOKENS_H
#define SQLTOKENS_H

#include <stdbool.h>

#include "str.h"

enum sqltoken_kind {
	SQL_WORD, /* a name or a keyword */
	SQL_NUMBER,
	SQL_QUOTED,
	SQL_FACT, /* :name */
	SQL_COMPARES,
	SQL_RECKONS, /* + - * / % */
	SQL_OPEN,
	SQL_CLOSE,
	SQL_OTHER,
};

struct sqltoken {
	enum sqltoken_kind kind;
	struct str text; /* in the formula */
	char mark; /* what a sign of one character is in ASCII */
	bool apart; /* blanks stand before it */
	size_t exact, exact_ends; /* calls that begin before it, end after it */
	bool single, single_ends; /* as sqlsingle.h has it */
};

/* Starts as { 0 }; its texts are views of the formula. */
struct sqltokens {
	struct sqltoken *list;
	size_t n;
};

/* Reads a formula; where it cannot be one, says false, what is wrong in *why
 * (a constant sentence), and at which byte of the formula in *at. */
bool sqltokens_read(
    struct sqltokens *ts, struct str formula, const char **why, size_t *at);
/* Says whether a token is this word of SQL, in letters large or small. */
bool sqltoken_is(const struct sqltoken *t, const char *word);
/* Says whether it is one of n such words. */
bool sqltoken_in(const struct sqltoken *t, const char *const *words, size_t n);
/* The ASCII sign at byte at, or the one that a full-width form (U+FF01 to
 * U+FF5E) stands for; 0 for any other character. Its length goes to *n. */
char sqltoken_sign(struct str s, size_t at, size_t *n);
/* The byte behind what is quoted from byte at, by a mark that doubles where it
 * stands for itself; 0 where it is never closed. */
size_t sqltoken_quoted_end(struct str s, size_t at);
void sqltokens_free(struct sqltokens *ts);

#endif
