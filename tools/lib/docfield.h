/* docfield: the complex fields that are open while a document is read
 * (ISO/IEC 29500-1, 17.16.18): what shows is their result, not their code */
#ifndef DOCFIELD_H
#define DOCFIELD_H

#include <stdbool.h>

#include "str.h"

enum { DOCFIELDS = 64 }; /* fields inside fields; real ones nest a few deep */

/* Starts as { 0 }. */
struct docfields {
	bool in_code[DOCFIELDS];
	size_t n;
};

/* Takes a w:fldCharType: begin, separate or end; others are none. */
void docfield_step(struct docfields *f, struct str type);
/* Says whether a field here computes the code of another around it. */
bool docfield_in_code(const struct docfields *f);
/* Ends all codes: one that does not end in its paragraph is broken. */
void docfield_break(struct docfields *f);

#endif
