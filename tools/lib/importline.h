/* importline: a text of an old report as a line of a section file, with
 * whatever would be markup escaped */
#ifndef IMPORTLINE_H
#define IMPORTLINE_H

#include <stdbool.h>

#include "importfacts.h"
#include "str.h"

struct importline {
	const struct importspan *spans; /* of this text, in order */
	size_t n;
	const struct importfacts *facts;
	bool bold; /* all of it */
	bool cell; /* a cell of a table, or a field parted by | */
	bool start; /* the line begins with it */
	bool number; /* a number at its start is no heading's */
};

/* Adds a text (olddoc.h), from byte `from` on, without blanks at its ends. */
void importline_put(
    const struct importline *l, struct str text, size_t from, struct buf *out);

#endif
