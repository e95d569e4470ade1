/* sheetlevels: the section 校对 of a style sheet: `RULE = LEVEL` lines */
#ifndef SHEETLEVELS_H
#define SHEETLEVELS_H

#include "rulelevel.h"
#include "sheetkeys.h"

/* Takes a line; rules go by any name here, proof knows which there are. What a
 * sheet says that was read before wins. */
void sheetlevels_take(struct stylesheet *s, struct str name, struct place at,
    const struct given *g, struct diag *d);
/* Adds the section, where a sheet says anything in it. */
void sheetlevels_put(const struct stylesheet *s, struct buf *out);
void sheetlevels_free(struct stylesheet *s);

#endif
