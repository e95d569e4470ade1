/* sqlguard: what a formula may read and call, and for how long */
#include <sqlite3.h>
#include <string.h>

#include "lang.h"
#include "sqlfunctions.h"
#include "sqlguard.h"

enum {
	STEP = 1000, /* of SQLite's machine, between two looks at the limits */
	MOST_STEPS = 100000, /* such looks: about two seconds */
	MOST_SECONDS = 10, /* where a step takes longer than it should */
};

/* Says whether a formula may read this column. Without one it only counts the
 * rows, of a ledger or of a table that the formula itself makes. */
static bool
may_read(const struct sqlguard *g, const char *table, const char *column)
{
	static const char *const others[] = { "sqlite_", "pragma_", "json_" };
	size_t i;

	for (i = 0; i < g->catalog->n; i++)
		if (sqlite3_stricmp(g->catalog->tables[i].name, table) == 0)
			return true;
	for (i = 0; i < 3 && column[0] == '\0'; i++)
		if (sqlite3_strnicmp(
			others[i], table, (int)strlen(others[i])) == 0)
			return false;
	return column[0] == '\0';
}

static int
refuse(struct sqlguard *g, const char *what, const char *name)
{
	buf_clear(&g->refused);
	buf_addf(&g->refused, lang_text(what), name);
	return SQLITE_DENY;
}

static int
authorize(void *me, int action, const char *a, const char *b,
    const char *database, const char *trigger)
{
	struct sqlguard *g = me;

	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		if (may_read(g, a, b))
			return SQLITE_OK;
		return refuse(g, "a formula reads ledgers only, not %s", a);
	case SQLITE_FUNCTION:
		if (sqlfunctions_may_call(b))
			return SQLITE_OK;
		return refuse(g, "a formula cannot call %s", b);
	default:
		return refuse(g,
		    "a formula only reads ledgers: write an expression, or a "
		    "query that begins with select%s",
		    "");
	}
}

/* Stops a formula that works too long. */
static int
look(void *me)
{
	struct sqlguard *g = me;

	g->steps++;
	g->out_of_limits = g->steps > MOST_STEPS ||
			   (clock() - g->begun) / CLOCKS_PER_SEC > MOST_SECONDS;
	return g->out_of_limits;
}

/* The guard of the formula that runs now: a clock has no argument of ours. */
static struct sqlguard *running;

static int
no_clock(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
	(void)vfs;
	*now = 0;
	if (running != NULL)
		running->asked_clock = true;
	return SQLITE_ERROR;
}

const char *
sqlguard_clockless(void)
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

void
sqlguard_limit(sqlite3 *q)
{
	sqlite3_limit(q, SQLITE_LIMIT_LENGTH, SQLGUARD_LONGEST_TEXT);
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

void
sqlguard_begin(struct sqlguard *g, sqlite3 *q)
{
	sqlite3_set_authorizer(q, authorize, g);
	sqlite3_progress_handler(q, STEP, look, g);
	buf_clear(&g->refused);
	g->steps = 0;
	g->begun = clock();
	g->out_of_limits = g->asked_clock = false;
	running = g;
}

void
sqlguard_end(sqlite3 *q)
{
	running = NULL;
	sqlite3_progress_handler(q, 0, NULL, NULL);
	sqlite3_set_authorizer(q, NULL, NULL);
}

bool
sqlguard_explain(const struct sqlguard *g, struct buf *why)
{
	if (g->refused.n != 0)
		buf_adds(why, buf_str(&g->refused));
	else if (g->out_of_limits)
		buf_addz(why,
		    lang_text("the formula works too long and was stopped; it "
			      "may never end"));
	else if (g->asked_clock)
		buf_addz(why,
		    lang_text("a report has no clock: write the date as a fact "
			      "of its own"));
	else
		return false;
	return true;
}

void
sqlguard_free(struct sqlguard *g)
{
	buf_free(&g->refused);
}
