/*
 * batchjournal: what a batch has made so far, by content
 *
 * A line is a file: the hash of all that it was made from, the hash of its
 * bytes, and its name, parted by blanks. Lines are only ever added, so that a
 * batch that is killed leaves what it made; a last line that was cut off says
 * nothing. Of two lines for one name the last counts.
 */
#ifndef BATCHJOURNAL_H
#define BATCHJOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* A line as it was read; views of the journal. */
struct batchline {
	struct str key, hash, name;
};

/* Starts as { 0 }. */
struct batchjournal {
	struct buf text;
	uint32_t *slots; /* by name: which line, from 1 */
	size_t slots_n, n, names;
	size_t *lines; /* where each begins */
	size_t whole; /* bytes up to the end of the last line */
};

/* Reads a journal; one that is not there is empty. */
void batchjournal_read(struct batchjournal *j, const char *path);
/* The number of the last line for that name, from 0, or (size_t)-1. */
size_t batchjournal_find(const struct batchjournal *j, struct str name);
struct batchline batchjournal_line(const struct batchjournal *j, size_t i);
/* Adds a line to out. */
void batchjournal_put(const struct batchline *l, struct buf *out);
void batchjournal_free(struct batchjournal *j);

#endif
