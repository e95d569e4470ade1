/* importdocx: a Word document as an old report */
#ifndef IMPORTDOCX_H
#define IMPORTDOCX_H

#include <stdbool.h>

#include "diag.h"
#include "olddoc.h"
#include "str.h"

/* What becomes of tracked changes: as if accepted; as if rejected; accepted,
 * with remarks of what was deleted by whom. */
enum importdocx_changes { CHANGES_ACCEPT, CHANGES_REJECT, CHANGES_KEEP };

/* Reads the bytes of a DOCX; notes to d, which name path, tell what was left
 * out. False, with the reason added to *why, where it is no sound document. */
bool importdocx_read(struct str file, enum importdocx_changes changes,
    const char *path, struct diag *d, struct olddoc *doc, struct buf *why);

#endif
