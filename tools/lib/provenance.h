/*
 * provenance: the rows of the ledgers that a formula's answer comes from
 *
 * They are those without which the answer would be another: each alone, or,
 * where no row of a ledger matters alone (two rows share the largest value, all
 * have the average), a smallest set that matters together. Those that would
 * change the answer if they were alone, and do not since others do the same,
 * are shared. So it holds for any SQL, without reading it.
 */
#ifndef PROVENANCE_H
#define PROVENANCE_H

#include "formula.h"

/* A row of a table, both as the database counts them; rows from 1. */
struct provenance_row {
	size_t table, row;
	bool shared;
};

/* Starts as { 0 }. */
struct provenance {
	struct provenance_row
	    *rows; /* by table; the shared ones last; by row */
	size_t n;
	bool cut; /* there was more to ask than could be asked in time */
	size_t asked;
};

/* Finds the rows of a formula of the set, whose facts were computed; none where
 * it has a fault. */
void provenance_find(struct provenance *p, const struct facts *fs,
    const struct formula *f, struct database *db);
/* Frees it; it may be used again afterwards. */
void provenance_free(struct provenance *p);

#endif
