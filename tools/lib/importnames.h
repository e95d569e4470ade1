/* importnames: the names of offices in an old report as facts */
#ifndef IMPORTNAMES_H
#define IMPORTNAMES_H

#include "importfind.h"

/* Finds the names of offices that come twice, the longest first. */
void importnames_find(struct finding *g);

#endif
