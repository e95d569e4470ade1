/*
 * batchturns: what the processes of a batch share
 *
 * They take stretches of the rows one after the other, in whatever order they
 * come to them; what has to come out in the order of the rows waits for the
 * turn of its stretch.
 */
#ifndef BATCHTURNS_H
#define BATCHTURNS_H

#include <stdbool.h>
#include <stddef.h>

/* How a row ended. */
enum batchstate {
	BATCH_NOT_YET,
	BATCH_FAILED, /* it has a fault, which was told */
	BATCH_STANDS, /* its file was there from an earlier batch */
	BATCH_READY, /* its file waits to be moved to its place */
};

struct batchturns;

/* What was done so far. */
struct batchcount {
	size_t done, kept; /* rows, and those whose file was there */
	size_t errors, warnings;
	size_t bytes, entries; /* of the archive */
};

/* Makes the memory that processes forked later share, for n items. */
struct batchturns *batchturns_new(size_t n);
/* Takes the next stretch of items, from *from to *to; its number, from 0, or
 * (size_t)-1 where all are taken. */
size_t batchturns_take(struct batchturns *t, size_t *from, size_t *to);
/* Says whether it is the turn of a stretch; with wait, waits until it is. What
 * is done between this and batchturns_end is done by one process at a time. */
bool batchturns_begin(struct batchturns *t, size_t stretch, bool wait);
/* Ends the turn. */
void batchturns_end(struct batchturns *t);
/* The counts, to be changed in a turn only, but for done and kept. */
struct batchcount *batchturns_count(struct batchturns *t);
/* Counts a row as done, and notes how. */
void batchturns_note(struct batchturns *t, size_t item, enum batchstate s);
enum batchstate batchturns_state(const struct batchturns *t, size_t item);
/* How many rows were done by now. */
size_t batchturns_done(const struct batchturns *t);
void batchturns_free(struct batchturns *t);

#endif
