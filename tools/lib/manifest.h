/* manifest: what a copy for review says it is of (review.h) */
#ifndef MANIFEST_H
#define MANIFEST_H

#include <stdbool.h>

#include "str.h"

/* What a bookmark stands for; the first is number 1. */
struct manifest_mark {
	size_t section, line;
	struct buf fact; /* of a value */
};

/* Starts as { 0 }; the caller frees with manifest_free. */
struct manifest {
	struct buf commit; /* hexadecimal */
	struct buf edition; /* a name without a slash, or empty */
	struct manifest_mark *blocks, *values; /* wgN, wgvN, in their order */
	size_t blocks_n, values_n;
};

/* Reads the manifest of a DOCX, wherever an editor has put it; false, with the
 * reason added to *why, where it has none that is sound. */
bool manifest_read(struct str file, struct manifest *m, struct buf *why);
void manifest_free(struct manifest *m);

#endif
