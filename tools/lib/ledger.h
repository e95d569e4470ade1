/* ledger: the ledgers (台账) of a report, as spreadsheets save them: CSV and
 * .xlsx */
#ifndef LEDGER_H
#define LEDGER_H

#include "csv.h"
#include "diag.h"
#include "records.h"
#include "str.h"

/* A ledger of the folder; name is that of its table, a view of path. */
struct ledger {
	char *path;
	struct str name;
};

/* Starts as { 0 }. */
struct ledgers {
	struct ledger *list; /* by path */
	size_t n;
};

/* Reads the ledger at path, .csv or .xlsx by its ending, and reports its faults
 * under path; false when it has any. Warns of a column that a few cells keep
 * from being one of numbers or of dates. Dies where the file cannot be read. */
bool ledger_read(struct records *rs, const char *path, struct diag *d);
/* Reads it in the same way but hands on the rows one by one, as csv_each does.
 */
bool ledger_each(const char *path, const struct csv_sink *sink, struct diag *d);
/* Lists the ledgers of a folder; hidden files and locks of spreadsheets are
 * none, and a folder that is missing has none. Reports ledgers of one name,
 * of which it lists the first, and formats that must be saved as .xlsx first.
 */
void ledger_list(struct ledgers *ls, const char *folder, struct diag *d);
void ledgers_free(struct ledgers *ls);

/* The head of a ledger while it is read: the names of the columns, each with
 * its place. Reports names that are missing or there twice; false then. */
bool ledger_head(const struct str *names, const struct place *places,
    size_t columns, struct diag *d);

#endif
