/* importroles: what the paragraphs of an old report are: its title, its
 * headings, who it goes to, who signs it */
#ifndef IMPORTROLES_H
#define IMPORTROLES_H

#include "olddoc.h"

/* Gives the blocks of a report their roles; captions whose numbers are those
 * that wengao makes go to their tables and pictures. */
void importroles_find(struct olddoc *doc);

#endif
