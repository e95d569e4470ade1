/* docopen: a Word document opened, or told from what is none */
#ifndef DOCOPEN_H
#define DOCOPEN_H

#include "opc.h"
#include "str.h"

/* Opens the bytes of a DOCX, DOCM, DOTX or DOTM, which must stay, as a package
 * that opc_free frees; for anything else NULL, with what it is instead added
 * to *why. */
struct opc *docopen_file(struct str file, struct buf *why);

#endif
