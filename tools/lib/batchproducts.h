/* batchproducts: the files that a batch makes, and those on the way to them */
#ifndef BATCHPRODUCTS_H
#define BATCHPRODUCTS_H

#include "batchwork.h"
#include "io.h"

/* Starts as { 0 } with the paths that are wanted. */
struct batchproducts {
	const char *state; /* the folder of what is made on the way */
	const char *folder, *archive; /* one of them */
	const char *summary; /* or NULL */

	struct buf spool, fresh, journal, directory; /* in state */
	struct io_file archive_file, summary_file;
};

/* Makes the folder of the state, and waits until no other batch works there. */
void batchproducts_begin(struct batchproducts *b);
/* Opens what the processes write to, and reads what was made before. */
void batchproducts_open(
    struct batchproducts *b, struct batchwork *w, struct batchjournal *old);
/* Puts all in its place, and prints where that is. */
void batchproducts_release(
    struct batchproducts *b, const struct batchwork *w, struct diag *d);
void batchproducts_free(struct batchproducts *b);

#endif
