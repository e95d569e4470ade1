/*
 * hidden: the values that an edition hides, each with what its placeholders
 * stand beside
 *
 * The file of them is handed to assemble and deleted with the build folder; it
 * holds true values, so nobody else may read it. A line is a value: the fact,
 * the place of its mask, the row and the column of a table's cell or 0, the
 * value, its unit, and lists of words, parted by tabs; words by U+001F. A line
 * that begins with a tab is a text that the edition shows for good; with two, a
 * fact that it shows whatever it is made from; with three, one of whose cells
 * some are not looked for.
 */
#ifndef HIDDEN_H
#define HIDDEN_H

#include "facts.h"

struct words {
	struct buf *list;
	size_t n;
};

struct hidden_value {
	struct buf fact, origin; /* the place is the mask's */
	size_t row, column; /* of a table's cell, from 1; or 0 */
	struct buf text, unit;
	size_t places; /* that its placeholders were looked at */
	struct words nouns; /* what the value counts */
	struct words before, after; /* two characters, of its placeholders */
	struct words said; /* the nouns beside which the edition says this
			      number all the same, "*" for none */
};

/* Starts as { 0 }. */
struct hidden {
	struct hidden_value *list;
	size_t n;
	struct words shown; /* texts that hold a value and are no leak */
	struct words shows; /* facts that may hold one, by `show NAME` */
	struct words vague; /* facts of whose cells some were left out */
};

/* Adds the values that masks hide; a mask that says the value hides none. */
void hidden_take(struct hidden *h, const struct facts *fs);
/* Adds the values of a file of hidden_write; dies where it is none. */
void hidden_read(struct hidden *h, const char *path);
/* Writes the file at path, for its owner alone. */
void hidden_write(const struct hidden *h, const char *path);
void hidden_free(struct hidden *h);
/* Says whether a word is among them. */
bool words_hold(const struct words *w, struct str word);
/* Adds a word, once. */
void words_add(struct words *w, struct str word);
void words_free(struct words *w);

#endif
