/* linediff: what changed between two texts that have the same lines */
#ifndef LINEDIFF_H
#define LINEDIFF_H

#include "str.h"

/* Adds the differences, as `diff -u` writes them for the file at path; nothing
 * where there are none. Both texts have the same number of line feeds. */
void linediff_put(
    const char *path, struct str before, struct str after, struct buf *out);

#endif
