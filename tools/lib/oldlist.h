/* oldlist: the automatic numbers of a Word document's lists, as text */
#ifndef OLDLIST_H
#define OLDLIST_H

#include <stdbool.h>

#include "opc.h"
#include "str.h"

struct oldlists;

/* Reads the lists of a package whose main document is in part; the caller
 * frees them. Where they cannot be read, opc_error tells. */
struct oldlists *oldlists_read(struct opc *o, struct str part);
/* Counts a paragraph of a list (w:numId, w:ilvl, as written), and adds the
 * number that Word shows before it; says whether that is one, not a bullet. */
bool oldlists_count(
    struct oldlists *l, struct str list, struct str level, struct buf *out);
void oldlists_free(struct oldlists *l);

#endif
