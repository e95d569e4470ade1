/* catalog: the ledgers that a database has as tables, and their columns */
#include <stdlib.h>

#include "catalog.h"
#include "die.h"
#include "lang.h"
#include "nearest.h"

void
catalog_add(struct catalog *c, struct str name, const struct records *rs,
    const char *rowid)
{
	struct catalog_table t = { .rows = rs->rows, .rowid = rowid };
	struct buf kept = { 0 };
	size_t i;

	buf_adds(&kept, name);
	t.name = kept.p;
	for (i = 0; i < rs->columns; i++) {
		buf_adds(&t.columns, rs->names[i]);
		buf_addc(&t.columns, '\n');
	}
	c->tables = mem_more(c->tables, c->n, sizeof(*c->tables));
	c->tables[c->n++] = t;
}

void
catalog_faulty(struct catalog *c, struct str name)
{
	buf_adds(&c->faulty, name);
	buf_addc(&c->faulty, '\n');
}

/* Says whether a ledger is one of the faulty ones. */
static bool
is_faulty(const struct catalog *c, struct str name)
{
	struct str rest = buf_str(&c->faulty), line;

	while (str_line(&rest, &line))
		if (str_equal(line, name))
			return true;
	return false;
}

/* Adds what a name that is not there was meant to be. */
static void
add_nearest(
    const struct catalog *c, struct str name, bool column, struct buf *why)
{
	struct nearest ne;
	struct str rest, line;
	size_t i;

	/* 会议.日期 */
	while (column && (i = str_find(name, STR("."), 0)) != (size_t)-1)
		name = str_from(name, i + 1);
	nearest_begin(&ne, name);
	for (i = 0; i < c->n; i++) {
		if (!column)
			nearest_offer(&ne, str_of(c->tables[i].name));
		rest = buf_str(&c->tables[i].columns);
		while (column && str_line(&rest, &line))
			nearest_offer(&ne, line);
	}
	nearest_end(&ne, why);
}

/* Adds the names of the ledgers, if they are few. */
static void
add_tables(const struct catalog *c, struct str name, struct buf *why)
{
	size_t i;

	if (c->n == 0)
		buf_addf(why,
		    lang_text("; put %.*s.csv or %.*s.xlsx into ledgers/"),
		    STR_ARG(name), STR_ARG(name));
	for (i = 0; i < c->n && c->n <= 8; i++)
		buf_addf(why, "%s%s", i == 0 ? lang_text("; there are ") : ", ",
		    c->tables[i].name);
}

/* What SQLite says of a mistake in a formula, around a word of it. */
static const struct saying {
	struct str head, tail;
	const char *format;
} sayings[] = {
	{ STR("near \""), STR("\": syntax error"),
	    LANG_WORD("near \"%.*s\": syntax error") },
	{ STR("no such function: "), STR(""),
	    LANG_WORD("no such function: %.*s") },
	{ STR("ambiguous column name: "), STR(""),
	    LANG_WORD("ambiguous column name: %.*s") },
	{ STR("unrecognized token: \""), STR("\""),
	    LANG_WORD("unrecognized token: \"%.*s\"") },
	{ STR("misuse of aggregate: "), STR(""),
	    LANG_WORD("misuse of aggregate: %.*s") },
	{ STR("wrong number of arguments to function "), STR(""),
	    LANG_WORD("wrong number of arguments to function %.*s") },
	{ STR("row value misused"), STR(""), LANG_WORD("row value misused") },
	{ STR("incomplete input"), STR(""), LANG_WORD("incomplete input") },
};

/* Adds a saying of SQLite in the reader's language, where it is known. */
static void
add_saying(struct str said, struct buf *why)
{
	size_t i;

	for (i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++) {
		const struct saying *s = &sayings[i];

		if (!str_starts(said, s->head) || !str_ends(said, s->tail) ||
		    said.n < s->head.n + s->tail.n)
			continue;
		said = str_cut(said, s->head.n, said.n - s->head.n - s->tail.n);
		buf_addf(why, lang_text(s->format), STR_ARG(said));
		return;
	}
	buf_adds(why, said);
}

void
catalog_explain(const struct catalog *c, struct str said, struct buf *why)
{
	const struct str table = STR("no such table: ");
	const struct str column = STR("no such column: ");
	struct str name;
	size_t before;

	if (str_starts(said, table)) {
		name = str_from(said, table.n);
		if (is_faulty(c, name)) {
			buf_addf(why,
			    lang_text("the ledger %.*s has faults; mend those "
				      "first"),
			    STR_ARG(name));
			return;
		}
		buf_addf(
		    why, lang_text("there is no ledger %.*s"), STR_ARG(name));
		before = why->n;
		add_nearest(c, name, false, why);
		if (why->n == before)
			add_tables(c, name, why);
	} else if (str_starts(said, column)) {
		name = str_from(said, column.n);
		buf_addf(why, lang_text("no ledger here has a column %.*s"),
		    STR_ARG(name));
		add_nearest(c, name, true, why);
	} else {
		add_saying(said, why);
	}
}

void
catalog_free(struct catalog *c)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		free(c->tables[i].name);
		buf_free(&c->tables[i].columns);
	}
	free(c->tables);
	buf_free(&c->faulty);
	*c = (struct catalog){ 0 };
}
