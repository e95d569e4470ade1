/* fill: facts in the place of placeholders */
#ifndef FILL_H
#define FILL_H

#include "diag.h"
#include "facts.h"
#include "str.h"

/*
 * Adds a section's text to out with every {{name}} and {{name|format}} filled
 * from the facts, each value marked with what the author typed (marks.h); line
 * N stays line N. A placeholder that cannot be filled is reported under path
 * and becomes a mark of error.
 */
void fill_text(struct str text, const char *path, const struct facts *fs,
    struct diag *d, struct buf *out);

#endif
