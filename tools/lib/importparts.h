/* importparts: the pictures of a Word document, and what stands beside its
 * text */
#ifndef IMPORTPARTS_H
#define IMPORTPARTS_H

#include <stdbool.h>

#include "diag.h"
#include "olddoc.h"
#include "opc.h"
#include "str.h"

/* Reads the files of the document's pictures, and gives their blocks the paths
 * in place of the relationships; false where a part cannot be read, which
 * opc_error tells. */
bool importparts_pictures(struct opc *o, struct str part, struct olddoc *doc);
/* Tells the headers and footers that hold more than a page's number, each as a
 * note; false as above. */
bool importparts_headers(
    struct opc *o, struct str part, const char *path, struct diag *d);

#endif
