/* leakreport: what is said of hidden values that were found, and of those that
 * could not be looked for; the values themselves are never said */
#ifndef LEAKREPORT_H
#define LEAKREPORT_H

#include "diag.h"
#include "leak.h"

/* Looks for hidden values in the product that is to stand at path, and reports
 * each; false where it is not proved free of them. */
bool leakreport_product(const struct leakset *ls, const char *path,
    struct str file, struct diag *d);
/* Notes once, under the file of the masks, which facts are too short to be
 * proved. */
void leakreport_short(
    const struct leakset *ls, const struct hidden *h, struct diag *d);
/* Adds the name of a value's fact; of a table with the row and the column of
 * its cell: 名册[2,3]. */
void leakreport_name(const struct hidden_value *v, struct buf *out);

#endif
