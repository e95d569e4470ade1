/*
 * database: the ledgers of a report in memory, and what formulas ask of them;
 * by SQLite
 *
 * A formula comes from outside: it may read the ledgers and nothing else, with
 * limits on its length, its work, and what it answers. It sees no clock and no
 * chance, so that the same ledgers give the same report.
 */
#ifndef DATABASE_H
#define DATABASE_H

#include <stdbool.h>

#include "answer.h"
#include "records.h"
#include "sqltext.h"
#include "str.h"

struct database;

/* Opens an empty database; freed with database_free; dies when it cannot. */
struct database *database_new(void);
void database_free(struct database *db);
/* Makes a table of a ledger: a column of numbers compares as numbers, any other
 * as text; an empty cell is NULL. Where SQLite cannot have such a table, says
 * false and adds why. */
bool database_load(struct database *db, struct str name,
    const struct records *rs, struct buf *why);
/* Notes that a ledger has faults, told elsewhere, and so no table. */
void database_faulty(struct database *db, struct str name);
/* How many tables there are, and how many rows the one has. */
size_t database_tables(const struct database *db);
size_t database_rows(const struct database *db, size_t t);
/* Takes rows out of table t (in the order of database_load), by their numbers
 * from 1, until database_restore puts all of them back. */
void database_exclude(struct database *db, size_t t, size_t first, size_t last);
void database_restore(struct database *db);
/* Computes a formula, an expression or a query, with a value for each of its
 * names: a plain decimal is a number, anything else a text. Where it cannot,
 * says false, adds why, and gives the byte of the SQL in *at ((size_t)-1 where
 * no one byte is to blame). Numbers come as plain decimals of 15 digits. */
bool database_ask(struct database *db, const struct sqltext *sql,
    const struct str *values, struct answer *a, struct buf *why, size_t *at);

#endif
