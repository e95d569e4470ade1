/* packagediff: in what a document differs from the one that it should be */
#ifndef PACKAGEDIFF_H
#define PACKAGEDIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* Adds sentences on what differs between a package as it was built and a file,
 * which anybody may have written: the parts that are other ones, and their
 * text; where all parts are the same, or cannot be read, the bytes, and what of
 * the ZIP file they belong to. Says whether anything differs, be it a bit. */
bool packagediff_put(struct str built, struct str file, struct buf *out);
/* Adds the places at which the texts of two documents differ (textdiff.h); says
 * whether both could be read. */
bool packagediff_text(
    struct str built, struct str file, struct buf *out, bool *differ);
/* How far a file is from what was built: 0 for the same bytes, else a number
 * that goes by the parts that differ, then by how far apart the first and the
 * last byte are that do. */
uint64_t packagediff_distance(struct str built, struct str file);

#endif
