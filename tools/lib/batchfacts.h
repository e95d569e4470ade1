/* batchfacts: the facts of a report that rows of a table give values to */
#ifndef BATCHFACTS_H
#define BATCHFACTS_H

#include "batchrows.h"
#include "factset.h"

/* Starts as { .set, .rows }, which must last as long. */
struct batchfacts {
	struct factset *set;
	const struct batchrows *rows;

	struct given *given; /* of each column */
	struct fact *pristine; /* the facts before a row has given its own */
	struct buf *origins; /* of the columns */
};

/* Reads the files that define facts and the overlays, with the columns between
 * them: these are pending, and so is, once it was computed, what needs one. */
void batchfacts_read(
    struct batchfacts *b, char *const *paths, size_t n, struct diag *d);
/* Warns of columns, and of other facts, that nothing uses. */
void batchfacts_unused(struct batchfacts *b, struct diag *d);
/* Keeps the facts as they are before any row. */
void batchfacts_keep(struct batchfacts *b);
/* Gives the facts the values of a row; nothing is pending then. */
void batchfacts_give(struct batchfacts *b, const struct batchitem *row);
/* Says of the facts again what is pending without a row, or nothing. */
void batchfacts_wait(struct batchfacts *b, bool pending);
/* Adds the row's facts as a file of facts. */
void batchfacts_put(
    const struct batchfacts *b, const struct batchitem *row, struct buf *out);
/* Adds the names of all facts, tables excepted, and their texts in the row that
 * was made last, each behind a comma. */
void batchfacts_names(const struct batchfacts *b, struct buf *out);
void batchfacts_values(const struct batchfacts *b, struct buf *out);
void batchfacts_free(struct batchfacts *b);

#endif
