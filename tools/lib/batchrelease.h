/* batchrelease: the end of a batch: its files go to their places at once */
#ifndef BATCHRELEASE_H
#define BATCHRELEASE_H

#include "batchrows.h"
#include "batchturns.h"

/* What the end of a batch did. */
struct batchreleased {
	size_t made, removed; /* files moved here; files of earlier batches */
	size_t left; /* of those that were changed since, and so stay */
};

/*
 * Flushes the files in the folder fresh to the disk, moves those that are ready
 * into folder, and writes a journal of what stands there. Files of earlier
 * batches that no row gives any more are removed, where the journal has them
 * with the bytes that they still have; with keep they all stay.
 */
void batchrelease_run(const struct batchrows *rows,
    const struct batchturns *turns, const char *folder, const char *fresh,
    const char *journal, bool keep, struct batchreleased *what);

#endif
