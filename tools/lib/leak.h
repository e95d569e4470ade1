/*
 * leak: hidden values in a document, anywhere in its package
 *
 *     ls = leakset_new(&hidden);                       once for many documents
 *     leak_package(ls, name, bytes, tell, ctx, &why);  for each
 *     leakset_free(ls);
 */
#ifndef LEAK_H
#define LEAK_H

#include "leakpart.h"

/* Finds the values in a file: in its name, of which the last part counts, and
 * in each part of a package, of packages within it, and between the parts; any
 * other file is searched as one part. A value is told once for each place.
 * False, with the reason in why, where something in it could not be looked
 * into. */
bool leak_package(const struct leakset *ls, const char *name, struct str file,
    leak_tell *tell, void *ctx, struct buf *why);

#endif
