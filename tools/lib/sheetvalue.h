/* sheetvalue: the values of a style sheet's keys, read into measures */
#ifndef SHEETVALUE_H
#define SHEETVALUE_H

#include "measure.h"
#include "sheetkeys.h"

/* The state of a resolution. */
struct resolving {
	struct stylesheet *s;
	struct diag *d;
	const struct face *face; /* whose keys are read, or NULL */
	struct measure measure;
};

/* Reads a value, of a key, to where it belongs, a field of the type that the
 * key takes; one that cannot be is reported where it stands. */
void sheetvalue_take(const struct resolving *r, const struct key *k,
    const struct given *g, void *out);

#endif
