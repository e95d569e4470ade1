/* importlist: the facts of an old report as a file of facts */
#ifndef IMPORTLIST_H
#define IMPORTLIST_H

#include "importfacts.h"
#include "importwrite.h"
#include "olddoc.h"
#include "str.h"

/* Adds the lines of facts.txt, in groups, each fact below the place that it
 * came from; from names the old report. */
void importlist_put(const struct olddoc *doc, const struct importfacts *f,
    const struct importfiles *files, const char *from, struct buf *out);

#endif
