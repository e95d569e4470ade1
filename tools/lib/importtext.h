/* importtext: a text file as an old report */
#ifndef IMPORTTEXT_H
#define IMPORTTEXT_H

#include "olddoc.h"
#include "str.h"

/* Reads a sound text (source.h): a paragraph is a line, and so is a row of a
 * table, its cells parted by tabs. */
void importtext_read(struct str text, struct olddoc *doc);

#endif
