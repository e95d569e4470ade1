/*
 * batchsection: the sections of a report that is made again and again: what a
 * row changes nothing in is made once
 */
#ifndef BATCHSECTION_H
#define BATCHSECTION_H

#include "diag.h"
#include "facts.h"
#include "str.h"
#include "stylesheet.h"

/* A section, and what the filters made of it last. */
struct batchsection {
	char *path;
	struct buf raw, room;
	struct str text; /* of the author */
	bool changes; /* a row has to do with it */
	struct buf filled, outlined;
	struct buf last, wml; /* what wml was made from */
	bool stands; /* it was, and without a message */
};

/* Starts as { 0 }. */
struct batchsections {
	struct batchsection *list;
	size_t n;
	struct str edition, editions;
	const struct stylesheet *sheet;
};

/* Reads the sections that a list of inputs names. */
void batchsections_read(
    struct batchsections *ss, struct str list, struct diag *d);
/* Notes in the facts which the sections use, and in the sections whether they
 * use one that is pending. */
void batchsections_use(struct batchsections *ss, struct facts *fs);
/* Fills, numbers and sets all of them; with again, only what a row changed. */
void batchsections_make(struct batchsections *ss, const struct facts *fs,
    bool again, struct diag *d);
/* The name of the fact whose placeholder stands at a place, or else first in
 * its line; "" where there is none. */
struct str batchsections_fact(
    const struct batchsections *ss, const struct facts *fs, struct place at);
void batchsections_free(struct batchsections *ss);

#endif
