/* catalog: the ledgers that a database has as tables, and their columns */
#ifndef CATALOG_H
#define CATALOG_H

#include "records.h"
#include "str.h"

/* Starts as { 0 }. */
struct catalog {
	struct catalog_table {
		char *name;
		struct buf columns; /* a line each */
		const char *rowid; /* what the number of a row is called */
		size_t rows;
	} * tables;
	size_t n;
	struct buf faulty; /* the ledgers that have no table, a line each */
};

/* Notes a table that was made of a ledger; rowid must last as long as c. */
void catalog_add(struct catalog *c, struct str name, const struct records *rs,
    const char *rowid);
/* Notes that a ledger has faults, told elsewhere, and so no table. */
void catalog_faulty(struct catalog *c, struct str name);
/* Adds what SQLite said, in words of ours where a name is not there. */
void catalog_explain(const struct catalog *c, struct str said, struct buf *why);
/* Frees it; it may be used again afterwards. */
void catalog_free(struct catalog *c);

#endif
