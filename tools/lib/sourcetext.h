/*
 * sourcetext: the text of a report as a stream whose characters know their
 * places in the author's files
 */
#ifndef SOURCETEXT_H
#define SOURCETEXT_H

#include "docstream.h"
#include "prose.h"

/* Where a character comes from: columns in characters, the end behind it. All
 * characters of a value, or of a number of outline's, have the place of the
 * whole placeholder. */
struct source_char {
	size_t section, line, column, end_column;
	unsigned char origin; /* enum prose_origin */
	unsigned char kind; /* enum prose_kind of its paragraph */
};

/* Starts as { 0 }. */
struct sourcetext {
	struct docstream stream;
	struct source_char *chars; /* of each character of the stream */
	size_t n;
};

/* Reads the sections as outline wrote them, and cuts the stream; footnotes
 * stand behind all else, as in a Word document. */
void sourcetext_read(struct sourcetext *s, struct token_ids *ids,
    char *const *paths, const struct str *texts, size_t n);
void sourcetext_free(struct sourcetext *s);

#endif
