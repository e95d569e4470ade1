/* database: the ledgers of a report in memory, and what formulas ask of them;
 * by SQLite (sqlite.org/security.html tells how to shut it in) */
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "database.h"
#include "decimal.h"
#include "die.h"
#include "nearest.h"
#include "number.h"
#include "sqlfunctions.h"

enum {
	LONGEST_TEXT = 1000000, /* bytes, of any value */
	MOST_ROWS = 10000, /* of an answer */
	MOST_BYTES = 4000000,
	STEP = 1000, /* of SQLite's machine, between two looks at the limits */
	MOST_STEPS = 100000, /* such looks: about two seconds */
	MOST_SECONDS = 10, /* where a step takes longer than it should */
	MOST_MEMORY = 512 << 20
};

struct table {
	char *name;
	struct buf columns; /* a line each */
	const char *rowid; /* what the number of a row is called there */
	size_t rows;
};

struct database {
	sqlite3 *db;
	struct table *tables;
	size_t n, steps;
	clock_t begun;
	bool out_of_limits, asked_clock, excluded;
	struct buf faulty; /* the ledgers that have no table, a line each */
	struct buf refused; /* why the statement may not be */
};

/* Says whether a formula may read this column. Without one it only counts the
 * rows, of a ledger or of a table that the formula itself makes. */
static bool
may_read(const struct database *db, const char *table, const char *column)
{
	static const char *const others[] = { "sqlite_", "pragma_", "json_" };
	size_t i;

	for (i = 0; i < db->n; i++)
		if (sqlite3_stricmp(db->tables[i].name, table) == 0)
			return true;
	for (i = 0; i < 3 && column[0] == '\0'; i++)
		if (sqlite3_strnicmp(
			others[i], table, (int)strlen(others[i])) == 0)
			return false;
	return column[0] == '\0';
}

static int
refuse(struct database *db, const char *what, const char *name)
{
	buf_clear(&db->refused);
	buf_addf(&db->refused, what, name);
	return SQLITE_DENY;
}

static int
authorize(void *me, int action, const char *a, const char *b,
    const char *database, const char *trigger)
{
	struct database *db = me;

	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		if (may_read(db, a, b))
			return SQLITE_OK;
		return refuse(db, "a formula reads ledgers only, not %s", a);
	case SQLITE_FUNCTION:
		if (sqlfunctions_may_call(b))
			return SQLITE_OK;
		return refuse(db, "a formula cannot call %s", b);
	default:
		return refuse(db,
		    "a formula only reads ledgers: write an expression, or a "
		    "query that begins with select%s",
		    "");
	}
}

/* Stops a formula that works too long. */
static int
look(void *me)
{
	struct database *db = me;

	db->steps++;
	db->out_of_limits =
	    db->steps > MOST_STEPS ||
	    (clock() - db->begun) / CLOCKS_PER_SEC > MOST_SECONDS;
	return db->out_of_limits;
}

static void
check(const struct database *db, int status)
{
	if (status != SQLITE_OK && status != SQLITE_DONE)
		die("the database of the ledgers: %s", sqlite3_errmsg(db->db));
}

static void
run(struct database *db, const char *sql)
{
	check(db, sqlite3_exec(db->db, sql, NULL, NULL, NULL));
}

/* The database whose formula runs now: a clock has no argument of ours. */
static struct database *running;

static int
no_clock(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
	(void)vfs;
	*now = 0;
	if (running != NULL)
		running->asked_clock = true;
	return SQLITE_ERROR;
}

/* A system of files like the usual one, but for its clock. */
static const char *
clockless(void)
{
	static sqlite3_vfs vfs;

	if (vfs.zName == NULL) {
		vfs = *sqlite3_vfs_find(NULL);
		vfs.zName = "wengao";
		vfs.pNext = NULL;
		vfs.iVersion = vfs.iVersion < 2 ? 2 : vfs.iVersion;
		vfs.xCurrentTimeInt64 = no_clock;
		sqlite3_vfs_register(&vfs, 0);
	}
	return vfs.zName;
}

static void
set_limits(sqlite3 *q)
{
	sqlite3_limit(q, SQLITE_LIMIT_LENGTH, LONGEST_TEXT);
	sqlite3_limit(q, SQLITE_LIMIT_SQL_LENGTH, 100000);
	sqlite3_limit(q, SQLITE_LIMIT_EXPR_DEPTH, 200);
	sqlite3_limit(q, SQLITE_LIMIT_COMPOUND_SELECT, 100);
	sqlite3_limit(q, SQLITE_LIMIT_VDBE_OP, 100000);
	sqlite3_limit(q, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(q, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
	sqlite3_limit(q, SQLITE_LIMIT_WORKER_THREADS, 0);
	sqlite3_db_config(q, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	sqlite3_db_config(q, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
	sqlite3_db_config(q, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
	sqlite3_db_config(
	    q, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)NULL);
	sqlite3_db_config(q, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
	/* "..." is a name and never a text by mistake */
	sqlite3_db_config(q, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
	sqlite3_db_config(q, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)NULL);
}

struct database *
database_new(void)
{
	struct database *db = mem_alloc(sizeof(*db));

	*db = (struct database){ 0 };
	sqlite3_hard_heap_limit64(MOST_MEMORY);
	if (sqlite3_open_v2(":memory:", &db->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		clockless()) != SQLITE_OK)
		die("no database can be opened in memory");
	set_limits(db->db);
	check(db, sqlfunctions_add(db->db));
	return db;
}

void
database_free(struct database *db)
{
	size_t i;

	if (db == NULL)
		return;
	sqlite3_close(db->db);
	for (i = 0; i < db->n; i++) {
		free(db->tables[i].name);
		buf_free(&db->tables[i].columns);
	}
	free(db->tables);
	buf_free(&db->refused);
	buf_free(&db->faulty);
	free(db);
}

/* Adds a name between quotation marks. */
static void
put_name(struct str name, struct buf *out)
{
	size_t i;

	buf_addc(out, '"');
	for (i = 0; i < name.n; i++) {
		if (name.p[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, name.p[i]);
	}
	buf_addc(out, '"');
}

/* Adds CREATE TABLE: the affinity of a column makes 编号 = 7 and 编号 = '7'
 * mean the same (sqlite.org/datatype3.html, 3). */
static void
put_create(struct str name, const struct records *rs, struct buf *out)
{
	size_t i;

	buf_addz(out, "create table ");
	put_name(name, out);
	for (i = 0; i < rs->columns; i++) {
		buf_addz(out, i != 0 ? ", " : " (");
		put_name(rs->names[i], out);
		buf_addz(
		    out, rs->types[i] == RECORD_NUMBER ? " numeric" : " text");
	}
	buf_addz(out, ")");
}

static void
put_insert(struct str name, const struct records *rs, struct buf *out)
{
	size_t i;

	buf_addz(out, "insert into ");
	put_name(name, out);
	for (i = 0; i < rs->columns; i++)
		buf_addz(out, i != 0 ? ", ?" : " values (?");
	buf_addz(out, ")");
}

/* Binds a value to a place of a statement; the value lasts as long. */
static int
bind(sqlite3_stmt *s, size_t place, struct str value, bool as_number)
{
	struct number n = { 0 };
	struct buf digits = { 0 };
	int status;

	if (as_number && number_plain(value, &n)) {
		number_put(&n, &digits);
		status = n.places == 0 ? sqlite3_bind_int64(s, (int)place,
					     strtoll(digits.p, NULL, 10))
				       : sqlite3_bind_double(s, (int)place,
					     strtod(digits.p, NULL));
	} else {
		status = sqlite3_bind_text(
		    s, (int)place, value.p, (int)value.n, SQLITE_STATIC);
	}
	number_free(&n);
	buf_free(&digits);
	return status;
}

static bool
prepare(struct database *db, const char *sql, size_t n, sqlite3_stmt **s)
{
	return sqlite3_prepare_v2(db->db, sql, (int)n, s, NULL) == SQLITE_OK;
}

static void
insert_rows(struct database *db, sqlite3_stmt *s, const struct records *rs)
{
	size_t i, j;

	for (i = 0; i < rs->rows; i++) {
		for (j = 0; j < rs->columns; j++) {
			struct str cell = rs->cells[i * rs->columns + j];

			check(db, cell.n == 0
				      ? sqlite3_bind_null(s, (int)j + 1)
				      : bind(s, j + 1, cell,
					    rs->types[j] == RECORD_NUMBER));
		}
		check(db, sqlite3_step(s));
		check(db, sqlite3_reset(s));
	}
}

/* The number of a row has three names, of which columns may hide any
 * (sqlite.org/lang_createtable.html, 5); NULL where they hide all. */
static const char *
rowid_name(const struct records *rs)
{
	static const char *const names[] = { "rowid", "_rowid_", "oid" };
	size_t i, j;

	for (i = 0; i < 3; i++) {
		const struct str name = str_of(names[i]);

		for (j = 0; j < rs->columns; j++)
			if (rs->names[j].n == name.n &&
			    sqlite3_strnicmp(
				rs->names[j].p, name.p, (int)name.n) == 0)
				break;
		if (j == rs->columns)
			return names[i];
	}
	return NULL;
}

static void
add_table(struct database *db, struct str name, const struct records *rs)
{
	struct table t = { .rows = rs->rows, .rowid = rowid_name(rs) };
	struct buf kept = { 0 };
	size_t i;

	buf_adds(&kept, name);
	t.name = kept.p;
	for (i = 0; i < rs->columns; i++) {
		buf_adds(&t.columns, rs->names[i]);
		buf_addc(&t.columns, '\n');
	}
	db->tables = mem_more(db->tables, db->n, sizeof(*db->tables));
	db->tables[db->n++] = t;
}

/* Says whether SQLite can have such a table; adds why it cannot. */
static bool
fits(const struct records *rs, struct buf *why)
{
	size_t i;

	if (rowid_name(rs) == NULL) {
		buf_addz(why, "rename one of its columns rowid, _rowid_, oid");
		return false;
	}
	for (i = 0; i < rs->rows * rs->columns; i++) {
		if (rs->cells[i].n <= LONGEST_TEXT)
			continue;
		buf_addf(why, "in line %zu a cell has more than %d bytes",
		    rs->lines[i / rs->columns], LONGEST_TEXT);
		return false;
	}
	return true;
}

bool
database_load(struct database *db, struct str name, const struct records *rs,
    struct buf *why)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;
	bool fine;

	if (!fits(rs, why))
		return false;
	sqlite3_set_authorizer(db->db, NULL, NULL);
	run(db, "pragma query_only = off");
	put_create(name, rs, &sql);
	fine = sqlite3_exec(db->db, sql.p, NULL, NULL, NULL) == SQLITE_OK;
	if (fine) {
		buf_clear(&sql);
		put_insert(name, rs, &sql);
		run(db, "begin");
		fine = prepare(db, sql.p, sql.n, &s);
		if (fine)
			insert_rows(db, s, rs);
		sqlite3_finalize(s);
		run(db, "commit");
	}
	if (fine)
		add_table(db, name, rs);
	else
		buf_addz(why, sqlite3_errmsg(db->db));
	buf_free(&sql);
	return fine;
}

void
database_faulty(struct database *db, struct str name)
{
	buf_adds(&db->faulty, name);
	buf_addc(&db->faulty, '\n');
}

/* Says whether a ledger is one of the faulty ones. */
static bool
is_faulty(const struct database *db, struct str name)
{
	struct str rest = buf_str(&db->faulty), line;

	while (str_line(&rest, &line))
		if (str_equal(line, name))
			return true;
	return false;
}

size_t
database_tables(const struct database *db)
{
	return db->n;
}

size_t
database_rows(const struct database *db, size_t t)
{
	return db->tables[t].rows;
}

void
database_exclude(struct database *db, size_t t, size_t first, size_t last)
{
	struct buf sql = { 0 };

	sqlite3_set_authorizer(db->db, NULL, NULL);
	if (!db->excluded) {
		run(db, "pragma query_only = off");
		run(db, "begin");
	}
	db->excluded = true;
	buf_addz(&sql, "delete from ");
	put_name(str_of(db->tables[t].name), &sql);
	buf_addf(&sql, " where %s between %zu and %zu", db->tables[t].rowid,
	    first, last);
	run(db, sql.p);
	buf_free(&sql);
}

void
database_restore(struct database *db)
{
	if (db->excluded) {
		sqlite3_set_authorizer(db->db, NULL, NULL);
		run(db, "rollback");
	}
	db->excluded = false;
}

/* Adds what a name that is not there was meant to be. */
static void
add_nearest(
    const struct database *db, struct str name, bool column, struct buf *why)
{
	struct nearest ne;
	struct str rest, line;
	size_t i;

	/* 会议.日期 */
	while (column && (i = str_find(name, STR("."), 0)) != (size_t)-1)
		name = str_from(name, i + 1);
	nearest_begin(&ne, name);
	for (i = 0; i < db->n; i++) {
		if (!column)
			nearest_offer(&ne, str_of(db->tables[i].name));
		rest = buf_str(&db->tables[i].columns);
		while (column && str_line(&rest, &line))
			nearest_offer(&ne, line);
	}
	nearest_end(&ne, why);
}

/* Adds the names of the ledgers, if they are few. */
static void
add_tables(const struct database *db, struct str name, struct buf *why)
{
	size_t i;

	if (db->n == 0)
		buf_addf(why, "; put %.*s.csv or %.*s.xlsx into ledgers/",
		    STR_ARG(name), STR_ARG(name));
	for (i = 0; i < db->n && db->n <= 8; i++)
		buf_addf(why, "%s%s", i == 0 ? "; there are " : ", ",
		    db->tables[i].name);
}

/* Says what SQLite said, in words of ours where a name is not there. */
static void
explain_name(const struct database *db, struct str said, struct buf *why)
{
	const struct str table = STR("no such table: ");
	const struct str column = STR("no such column: ");
	struct str name;
	size_t before;

	if (str_starts(said, table)) {
		name = str_from(said, table.n);
		if (is_faulty(db, name)) {
			buf_addf(why,
			    "the ledger %.*s has faults; mend those first",
			    STR_ARG(name));
			return;
		}
		buf_addf(why, "there is no ledger %.*s", STR_ARG(name));
		before = why->n;
		add_nearest(db, name, false, why);
		if (why->n == before)
			add_tables(db, name, why);
	} else if (str_starts(said, column)) {
		name = str_from(said, column.n);
		buf_addf(
		    why, "no ledger here has a column %.*s", STR_ARG(name));
		add_nearest(db, name, true, why);
	} else {
		buf_adds(why, said);
	}
}

/* Why the last call failed, in words of ours where it broke a limit of ours. */
static void
explain(const struct database *db, struct buf *why)
{
	const char *said = sqlite3_errmsg(db->db);

	if (db->refused.n != 0)
		buf_adds(why, buf_str(&db->refused));
	else if (db->out_of_limits)
		buf_addz(why,
		    "the formula works too long and was stopped; it may never "
		    "end");
	else if (db->asked_clock)
		buf_addz(why,
		    "a report has no clock: write the date as a fact of its "
		    "own");
	else
		explain_name(db, str_of(said), why);
}

static void
take_cell(sqlite3_stmt *s, int column, struct answer *a)
{
	struct answer_cell cell = { .at = a->text.n };
	double x;

	switch (sqlite3_column_type(s, column)) {
	case SQLITE_NULL:
		cell.empty = true;
		break;
	case SQLITE_FLOAT:
		x = sqlite3_column_double(s, column);
		cell.fraction = x != rint(x);
		decimal_put(x, &a->text);
		break;
	default:
		buf_add(&a->text, sqlite3_column_text(s, column),
		    (size_t)sqlite3_column_bytes(s, column));
	}
	cell.n = a->text.n - cell.at;
	a->cells = mem_more(a->cells, a->cells_n, sizeof(*a->cells));
	a->cells[a->cells_n++] = cell;
}

static void
take_names(sqlite3_stmt *s, struct answer *a)
{
	size_t i;

	a->columns = (size_t)sqlite3_column_count(s);
	for (i = 0; i < a->columns; i++) {
		const char *name = sqlite3_column_name(s, (int)i);
		struct answer_cell cell = { .at = a->text.n };

		buf_addz(&a->text, name != NULL ? name : "");
		cell.n = a->text.n - cell.at;
		a->cells = mem_more(a->cells, a->cells_n, sizeof(*a->cells));
		a->cells[a->cells_n++] = cell;
	}
}

/* Takes all rows; false where there are too many, or one fails. */
static bool
take_rows(
    struct database *db, sqlite3_stmt *s, struct answer *a, struct buf *why)
{
	int status, i;

	take_names(s, a);
	while ((status = sqlite3_step(s)) == SQLITE_ROW) {
		if (a->rows++ == MOST_ROWS || a->text.n > MOST_BYTES) {
			buf_addf(why,
			    "the answer has more than %d rows or %d bytes: "
			    "group the rows, or limit them",
			    MOST_ROWS, MOST_BYTES);
			return false;
		}
		for (i = 0; i < (int)a->columns; i++)
			take_cell(s, i, a);
	}
	if (status == SQLITE_DONE && !db->asked_clock)
		return true;
	explain(db, why);
	return false;
}

static void
begin_asking(struct database *db)
{
	sqlite3_set_authorizer(db->db, NULL, NULL);
	run(db, "pragma query_only = on");
	sqlite3_set_authorizer(db->db, authorize, db);
	sqlite3_progress_handler(db->db, STEP, look, db);
	buf_clear(&db->refused);
	db->steps = 0;
	db->begun = clock();
	db->out_of_limits = db->asked_clock = false;
	running = db;
}

bool
database_ask(struct database *db, const struct sqltext *sql,
    const struct str *values, struct answer *a, struct buf *why, size_t *at)
{
	const struct str head = sql->query ? STR("") : STR("select (");
	struct buf text = { 0 };
	sqlite3_stmt *s = NULL;
	bool fine;
	size_t i;

	*at = (size_t)-1;
	buf_adds(&text, head);
	buf_adds(&text, buf_str(&sql->sql));
	buf_addz(&text, sql->query ? "" : ")");
	begin_asking(db);
	fine = prepare(db, text.p, text.n, &s) && s != NULL;
	if (fine) {
		for (i = 0; i < sql->n && fine; i++)
			fine = bind(s, i + 1, values[i], true) == SQLITE_OK;
		if (fine)
			fine = take_rows(db, s, a, why);
		else
			explain(db, why);
	} else {
		int offset = sqlite3_error_offset(db->db);

		if (offset >= (int)head.n)
			*at = (size_t)offset - head.n;
		explain(db, why);
	}
	sqlite3_finalize(s);
	running = NULL;
	sqlite3_progress_handler(db->db, 0, NULL, NULL);
	buf_free(&text);
	return fine;
}

struct str
answer_text(const struct answer *a, size_t row, size_t column)
{
	const struct answer_cell *c = a->cells + row * a->columns + column;

	return str_cut(buf_str(&a->text), c->at, c->n);
}

bool
answer_equal(const struct answer *a, const struct answer *b)
{
	size_t i, j;

	if (a->columns != b->columns || a->rows != b->rows)
		return false;
	for (i = 1; i <= a->rows; i++)
		for (j = 0; j < a->columns; j++) {
			size_t at = i * a->columns + j;

			if (a->cells[at].empty != b->cells[at].empty ||
			    !str_equal(
				answer_text(a, i, j), answer_text(b, i, j)))
				return false;
		}
	return true;
}

void
answer_free(struct answer *a)
{
	free(a->cells);
	buf_free(&a->text);
	*a = (struct answer){ 0 };
}
