/* factset: the facts of a report as all their files give them, with the ledgers
 * that they are reckoned from */
#ifndef FACTSET_H
#define FACTSET_H

#include "database.h"
#include "diag.h"
#include "facts.h"
#include "records.h"

/* A ledger as it was loaded, in the order of the database's tables. */
struct factset_ledger {
	char *path;
	struct records records;
};

/* Starts as { 0 } with the files to read. */
struct factset {
	const char *replaces, *masks; /* overlays, or NULL */
	const char *ledgers; /* the folder of the ledgers, or NULL */

	struct facts facts;
	struct database *database; /* NULL where no formula needs it */
	struct factset_ledger *loaded;
	size_t loaded_n;
};

/* Takes the options that filters share: -l, -m and -r; false for any other. */
bool factset_option(struct factset *s, int option, const char *value);
/* Reads the files that define facts, then the overlays, then the ledgers where
 * a formula needs them, computes all, and reports what is wrong with any; dies
 * where a file cannot be read. The paths must last as long as the set. */
void factset_read(
    struct factset *s, char *const *paths, size_t n, struct diag *d);
/* Its steps one by one: the files that define and the overlay that replaces,
 * the masks, the ledgers; for who has values of its own between them, and
 * computes then (formula.h). */
void factset_define(
    struct factset *s, char *const *paths, size_t n, struct diag *d);
void factset_mask(struct factset *s, struct diag *d);
void factset_load(struct factset *s, struct diag *d);
void factset_free(struct factset *s);

#endif
