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

/* Says whether a cell can be a code, as A3, 007 or 3-101 are: no number that
 * was written in another way. */
static bool
is_code(struct str cell)
{
	static const char signs[] = "-_./:";
	bool named = false;
	size_t i;

	for (i = 0; i < cell.n; i++) {
		const char c = cell.p[i];

		if ((c >= '0' && c <= '9') ||
		    ((c | ' ') >= 'a' && (c | ' ') <= 'z'))
			named = true;
		else if (c == '\0' || strchr(signs, c) == NULL)
			return false;
	}
	return named;
}

/* Says that a column is all text for the sake of a few cells, which a formula
 * would compare as text: 90 is more than 100 then. */
static void
say_mixed(const struct records *rs, size_t column, bool dates,
    struct place place, struct diag *d)
{
	static const char *const mixed[2][2] = {
		{ "the column %.*s is text, since %zu of its cells are no "
		  "plain number, as %.*s here: correct it, or leave the cell "
		  "empty",
		    "the column %.*s is text, since %zu of its cells is no "
		    "plain number, as %.*s here: correct it, or leave the cell "
		    "empty" },
		{ "the column %.*s is text, since %zu of its cells are no day "
		  "of the calendar, as %.*s here: correct it, or leave the "
		  "cell empty",
		    "the column %.*s is text, since %zu of its cells is no day "
		    "of the calendar, as %.*s here: correct it, or leave the "
		    "cell empty" },
	};
	bool (*is)(struct str cell) =
	    dates ? records_is_date : records_is_number;
	size_t i, most = 0, others = 0, first = 0;

	for (i = 0; i < rs->rows; i++) {
		struct str cell = rs->cells[i * rs->columns + column];

		if (cell.n == 0)
			continue;
		if (is(cell)) {
			most++;
		} else if (!dates && is_code(cell)) {
			return;
		} else if (others++ == 0) {
			first = i;
		}
	}
	if (others == 0 || most <= others)
		return;
	place.line = rs->lines[first];
	diag_say(d, place, LEVEL_WARNING, "ledger", mixed[dates][others == 1],
	    STR_ARG(rs->names[column]), others,
	    STR_ARG(rs->cells[first * rs->columns + column]));
}

bool
ledger_read(struct records *rs, const char *path, struct diag *d)
{
	const bool workbook = ends(path, ".xlsx");
	struct buf raw = { 0 };
	bool fine;
	size_t i;

	io_read(path, &raw);
	fine = workbook ? xlsx_read(rs, buf_str(&raw), path, d)
			: csv_read(rs, buf_str(&raw), path, d);
	buf_free(&raw);
	for (i = 0; fine && i < rs->columns; i++) {
		struct place place = { path, 0, workbook ? i + 1 : 0 };

		if (rs->types[i] != RECORD_TEXT)
			continue;
		say_mixed(rs, i, true, place, d);
		say_mixed(rs, i, false, place, d);
	}
	return fine;
}

/* Hands on the rows of a workbook. */
static bool
each_of_workbook(struct str raw, const char *path, const struct csv_sink *sink,
    struct diag *d)
{
	struct records rs = { .as_typed = true };
	bool fine = xlsx_read(&rs, raw, path, d);
	struct place *places = mem_alloc((rs.columns + 1) * sizeof(*places));
	size_t i, j;

	for (j = 0; j < rs.columns; j++)
		places[j] = (struct place){ path, 1, j + 1 };
	if (rs.columns != 0)
		sink->head(sink->ctx, rs.names, places, rs.columns);
	for (i = 0; i < rs.rows; i++) {
		for (j = 0; j < rs.columns; j++)
			places[j].line = rs.lines[i];
		sink->row(
		    sink->ctx, rs.cells + i * rs.columns, places, rs.lines[i]);
	}
	free(places);
	records_free(&rs);
	return fine;
}

bool
ledger_each(const char *path, const struct csv_sink *sink, struct diag *d)
{
	struct buf raw = { 0 };
	bool fine;

	io_read(path, &raw);
	fine = (ends(path, ".xlsx") ? each_of_workbook : csv_each)(
	    buf_str(&raw), path, sink, d);
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
 * and .~lock.x# are. */
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

/* Leaves one of those that have the same name, and says so. */
static void
part_twice(struct ledgers *ls, struct diag *d)
{
	size_t i, j, n = 0;

	for (i = 0; i < ls->n; i++) {
		for (j = 0; j < n; j++)
			if (same_name(ls->list + i, ls->list + j))
				break;
		if (j == n) {
			ls->list[n++] = ls->list[i];
			continue;
		}
		diag_say(d, (struct place){ ls->list[i].path, 0, 0 },
		    LEVEL_ERROR, "ledger",
		    "%s has the same name; leave one of the two",
		    ls->list[j].path);
		free(ls->list[i].path);
	}
	ls->n = n;
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
	for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0)
		take_name(ls, folder, entry->d_name);
	if (errno != 0)
		die_errno("cannot read %s", folder);
	closedir(dir);
	if (ls->n != 0)
		qsort(ls->list, ls->n, sizeof(*ls->list), by_path);
	keep_ledgers(ls, d);
	part_twice(ls, d);
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

/* SQL takes letters large and small for the same (sqlite.org/lang_naming). */
static bool
same_column(struct str a, struct str b)
{
	return a.n == b.n && a.n != 0 && strncasecmp(a.p, b.p, a.n) == 0;
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
		for (j = 0; j < i && !same_column(names[i], names[j]); j++)
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
