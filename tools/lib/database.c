/* database: the ledgers of a report in memory, and what formulas ask of them;
 * by SQLite */
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "catalog.h"
#include "database.h"
#include "decimal.h"
#include "die.h"
#include "lang.h"
#include "number.h"
#include "sqlfunctions.h"
#include "sqlguard.h"
#include "sqlmemory.h"

enum {
	MOST_ROWS = 10000, /* of an answer */
	MOST_BYTES = 4000000,
	MOST_MEMORY = 512 << 20
};

struct database {
	sqlite3 *db;
	struct catalog catalog;
	struct sqlguard guard;
	bool excluded;
};

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

struct database *
database_new(void)
{
	struct database *db = mem_alloc(sizeof(*db));

	*db = (struct database){ .guard = { .catalog = &db->catalog } };
	sqlmemory_use();
	sqlite3_hard_heap_limit64(MOST_MEMORY);
	if (sqlite3_open_v2(":memory:", &db->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		sqlguard_clockless()) != SQLITE_OK)
		die("no database can be opened in memory");
	sqlguard_limit(db->db);
	check(db, sqlfunctions_add(db->db));
	return db;
}

void
database_free(struct database *db)
{
	if (db == NULL)
		return;
	sqlite3_close(db->db);
	catalog_free(&db->catalog);
	sqlguard_free(&db->guard);
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

/* Says whether SQLite can have such a table; adds why it cannot. */
static bool
fits(const struct records *rs, struct buf *why)
{
	size_t i;

	if (rowid_name(rs) == NULL) {
		buf_addz(why,
		    lang_text("rename one of its columns rowid, _rowid_, oid"));
		return false;
	}
	for (i = 0; i < rs->rows * rs->columns; i++) {
		if (rs->cells[i].n <= SQLGUARD_LONGEST_TEXT)
			continue;
		buf_addf(why,
		    lang_text("in line %zu a cell has more than %d bytes"),
		    rs->lines[i / rs->columns], SQLGUARD_LONGEST_TEXT);
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
		catalog_add(&db->catalog, name, rs, rowid_name(rs));
	else
		buf_addz(why, sqlite3_errmsg(db->db));
	buf_free(&sql);
	return fine;
}

void
database_faulty(struct database *db, struct str name)
{
	catalog_faulty(&db->catalog, name);
}

size_t
database_tables(const struct database *db)
{
	return db->catalog.n;
}

size_t
database_rows(const struct database *db, size_t t)
{
	return db->catalog.tables[t].rows;
}

void
database_exclude(struct database *db, size_t t, size_t first, size_t last)
{
	struct buf sql = { 0 };

	if (!db->excluded) {
		run(db, "pragma query_only = off");
		run(db, "begin");
	}
	db->excluded = true;
	buf_addz(&sql, "delete from ");
	put_name(str_of(db->catalog.tables[t].name), &sql);
	buf_addf(&sql, " where %s between %zu and %zu",
	    db->catalog.tables[t].rowid, first, last);
	run(db, sql.p);
	buf_free(&sql);
}

void
database_restore(struct database *db)
{
	if (db->excluded) {
		run(db, "rollback");
	}
	db->excluded = false;
}

/* Why the last call failed, in words of ours where it broke a limit of ours. */
static void
explain(const struct database *db, struct buf *why)
{
	if (!sqlguard_explain(&db->guard, why))
		catalog_explain(
		    &db->catalog, str_of(sqlite3_errmsg(db->db)), why);
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
	answer_add(a, cell);
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
		answer_add(a, cell);
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
			    lang_text("the answer has more than %d rows or %d "
				      "bytes: group the rows, or limit them"),
			    MOST_ROWS, MOST_BYTES);
			return false;
		}
		for (i = 0; i < (int)a->columns; i++)
			take_cell(s, i, a);
	}
	if (status == SQLITE_DONE && !db->guard.asked_clock)
		return true;
	explain(db, why);
	return false;
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
	run(db, "pragma query_only = on");
	sqlguard_begin(&db->guard, db->db);
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
	sqlguard_end(db->db);
	buf_free(&text);
	return fine;
}
