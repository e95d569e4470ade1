/*
 * sqlguard: what a formula may read and call, and for how long
 *
 * It comes from outside (sqlite.org/security.html): it reads the ledgers and
 * nothing else, writes nothing, and is stopped where it may never end.
 */
#ifndef SQLGUARD_H
#define SQLGUARD_H

#include <stdbool.h>
#include <time.h>

#include "catalog.h"
#include "str.h"

enum { SQLGUARD_LONGEST_TEXT = 1000000 }; /* bytes, of any value */

struct sqlite3;

/* Starts as { .catalog }, the tables that may be read. */
struct sqlguard {
	const struct catalog *catalog;
	size_t steps;
	clock_t begun;
	bool out_of_limits, asked_clock;
	struct buf refused; /* why the statement may not be */
};

/* The name of a system of files like the usual one, but for its clock. */
const char *sqlguard_clockless(void);
/* Sets the limits of a connection that are the same for all it does. */
void sqlguard_limit(struct sqlite3 *q);
/* Guards all that the connection does, until sqlguard_end. */
void sqlguard_begin(struct sqlguard *g, struct sqlite3 *q);
void sqlguard_end(struct sqlite3 *q);
/* Adds why the guard refused or stopped the last formula; false where it did
 * neither. */
bool sqlguard_explain(const struct sqlguard *g, struct buf *why);
/* Frees it; it may be used again afterwards. */
void sqlguard_free(struct sqlguard *g);

#endif
