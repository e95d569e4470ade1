/* ledger: the ledgers (台账) of a report, as spreadsheets save them */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "csv.h"
#include "die.h"
#include "io.h"
#include "ledger.h"
#include "xlsx.h"

static bool
ends(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);

	return n > m && strcasecmp(name + n - m, ending) == 0;
}

bool
ledger_read(struct records *rs, const char *path, struct diag *d)
{
	struct buf raw = { 0 };
	bool fine;

	io_read(path, &raw);
	fine = ends(path, ".xlsx") ? xlsx_read(rs, buf_str(&raw), path, d)
				   : csv_read(rs, buf_str(&raw), path, d);
	buf_free(&raw);
	return fine;
}

/* Says what to do with a file that is no ledger as it is. */
static void
say_other(const char *path, struct diag *d)
{
	static const char *const others[] = { ".et", ".ett", ".xls", ".xlsm",
		".xlsb", ".ods" };
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (ends(path, others[i]))
			diag_say(d, (struct place){ path, 0, 0 }, LEVEL_ERROR,
			    "ledger",
			    "a ledger is a CSV file or an .xlsx file, not %s; "
			    "save it as .xlsx from the spreadsheet",
			    others[i]);
}

/* Lists whatever is no hidden file and no lock of a spreadsheet, as ~$x.xlsx
 * and
 * .~lock.x# are. */
static void
take_name(struct ledgers *ls, const char *folder, const char *name)
{
	struct buf path = { 0 };
	struct ledger l;

	if (name[0] == '.' || name[0] == '~')
		return;
	buf_addf(&path, "%s/%s", folder, name);
	l.path = path.p;
	l.name = str_from(buf_str(&path), strlen(folder) + 1);
	ls->list = mem_more(ls->list, ls->n, sizeof(*ls->list));
	ls->list[ls->n++] = l;
}

/* Keeps the ledgers of what was listed, each by its name without the ending. */
static void
keep_ledgers(struct ledgers *ls, struct diag *d)
{
	size_t i, n = 0;

	for (i = 0; i < ls->n; i++) {
		struct ledger l = ls->list[i];

		if (!ends(l.path, ".csv") && !ends(l.path, ".xlsx")) {
			say_other(l.path, d);
			free(l.path);
			continue;
		}
		l.name.n -= ends(l.path, ".csv") ? 4 : 5;
		ls->list[n++] = l;
	}
	ls->n = n;
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(
	    ((const struct ledger *)a)->path, ((const struct ledger *)b)->path);
}

static bool
same_name(const struct ledger *a, const struct ledger *b)
{
	return a->name.n == b->name.n &&
	       strncasecmp(a->name.p, b->name.p, a->name.n) == 0;
}

static void
say_twice(const struct ledgers *ls, struct diag *d)
{
	size_t i, j;

	for (i = 0; i < ls->n; i++)
		for (j = 0; j < i; j++)
			if (same_name(ls->list + i, ls->list + j))
				diag_say(d,
				    (struct place){ ls->list[i].path, 0, 0 },
				    LEVEL_ERROR, "ledger",
				    "%s has the same name; leave one of the "
				    "two",
				    ls->list[j].path);
}

void
ledger_list(struct ledgers *ls, const char *folder, struct diag *d)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	if (dir == NULL && errno == ENOENT)
		return;
	if (dir == NULL)
		die_errno("cannot read %s", folder);
	while ((entry = readdir(dir)) != NULL)
		take_name(ls, folder, entry->d_name);
	closedir(dir);
	if (ls->n != 0)
		qsort(ls->list, ls->n, sizeof(*ls->list), by_path);
	keep_ledgers(ls, d);
	say_twice(ls, d);
}

void
ledgers_free(struct ledgers *ls)
{
	size_t i;

	for (i = 0; i < ls->n; i++)
		free(ls->list[i].path);
	free(ls->list);
	*ls = (struct ledgers){ 0 };
}

bool
ledger_head(const struct str *names, const struct place *places, size_t columns,
    struct diag *d)
{
	bool fine = true;
	size_t i, j;

	for (i = 0; i < columns; i++) {
		if (names[i].n == 0) {
			diag_say(d, places[i], LEVEL_ERROR, "ledger",
			    "column %zu has no name; name it in the first row",
			    i + 1);
			fine = false;
			continue;
		}
		for (j = 0; j < i && !str_equal(names[i], names[j]); j++)
			;
		if (j == i)
			continue;
		diag_say(d, places[i], LEVEL_ERROR, "ledger",
		    "column %zu has the name of column %zu, %.*s; rename one",
		    i + 1, j + 1, STR_ARG(names[i]));
		fine = false;
	}
	return fine;
}
