/*
 * leaktext: text in the one form in which a hidden value is looked for
 *
 * Full-width signs become ASCII, ASCII letters small; what is not seen is
 * dropped, and so are blanks, but for one between two ASCII letters or digits,
 * which parts words and numbers. The cells of a table are parted by `|`.
 */
#ifndef LEAKTEXT_H
#define LEAKTEXT_H

#include <stdbool.h>

#include "str.h"

/* Says whether an ASCII digit, or a small ASCII letter, is at byte at; beyond
 * the end none is. */
bool leaktext_digit(struct str form, size_t at);
bool leaktext_letter(struct str form, size_t at);
/* Adds text in that form to out; bytes that are no UTF-8 become line ends. */
void leaktext_put(struct str text, struct buf *out);
/* Where in text each byte of its form comes from; the caller frees it. */
size_t *leaktext_origins(struct str text);
/* The length of a clause mark at byte at of the form (，。； and their like),
 * or 0. */
size_t leaktext_clause(struct str form, size_t at);
/* Where the character that ends before byte at begins; at is not 0. */
size_t leaktext_before(struct str form, size_t at);

#endif
