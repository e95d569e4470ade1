/* sqlsingle: a query in brackets that stands for one value has one row */
#include <stdlib.h>

#include "die.h"
#include "sqlsingle.h"

/* What a comma and a bracket mean, by the last such word before them. */
enum clause {
	VALUES, /* anything but the others */
	TABLES, /* from: commas part tables */
	JOINED, /* on: a comma begins the next table */
};

static bool
begins_query(const struct sqltokens *ts, size_t i)
{
	static const char *const heads[] = { "select", "with", "values" };

	return i < ts->n && sqltoken_in(ts->list + i, heads, 3);
}

static enum clause
next_clause(enum clause c, const struct sqltoken *t)
{
	static const char *const tables[] = { "from", "join" };
	static const char *const joined[] = { "on", "using" };
	static const char *const others[] = { "select", "where", "group",
		"having", "order", "limit", "union", "intersect", "except",
		"window", "values" };

	if (sqltoken_in(t, tables, 2))
		return TABLES;
	if (sqltoken_in(t, joined, 2))
		return JOINED;
	if (sqltoken_in(t, others, sizeof(others) / sizeof(*others)))
		return VALUES;
	return t->mark == ',' && c == JOINED ? TABLES : c;
}

/* Says whether what a bracket holds at token i, in a clause, is a value. */
static bool
holds_value(const struct sqltokens *ts, size_t i, enum clause c)
{
	static const char *const before[] = { "in", "exists", "from", "join",
		"as", "materialized" };

	if (!begins_query(ts, i + 1))
		return false;
	if (i != 0 && sqltoken_in(ts->list + i - 1, before, 6))
		return false;
	return c != TABLES;
}

/* The bracket that closes the one at token i, or ts->n. */
static size_t
closing(const struct sqltokens *ts, size_t i)
{
	size_t depth = 0;

	for (; i < ts->n; i++) {
		depth += ts->list[i].kind == SQL_OPEN;
		depth -= ts->list[i].kind == SQL_CLOSE;
		if (depth == 0)
			break;
	}
	return i;
}

/* Says whether a call at token i makes one value of all rows. */
static bool
aggregates(const struct sqltokens *ts, size_t i)
{
	static const char *const all[] = { "count", "sum", "total", "avg",
		"group_concat" };
	static const char *const few[] = { "max", "min" };
	size_t end, depth = 0;

	if (i + 1 >= ts->n || ts->list[i + 1].kind != SQL_OPEN)
		return false;
	if (sqltoken_in(ts->list + i, all, sizeof(all) / sizeof(*all)))
		return true;
	if (!sqltoken_in(ts->list + i, few, 2))
		return false;
	/* of several values these choose in each row */
	for (end = closing(ts, i + 1), i++; i < end; i++) {
		depth += ts->list[i].kind == SQL_OPEN;
		depth -= ts->list[i].kind == SQL_CLOSE;
		if (depth == 1 && ts->list[i].mark == ',')
			return false;
	}
	return true;
}

/* Says whether the query between two brackets needs a look at its rows. */
static bool
is_open(const struct sqltokens *ts, size_t first, size_t last)
{
	static const char *const many[] = { "group", "over", "union",
		"intersect", "except", "with" };
	bool one = false, head = false, grouped = false;
	size_t i, columns = 1;

	for (i = first + 1; i < last; i++) {
		const struct sqltoken *t = ts->list + i;

		if (t->kind == SQL_OPEN) {
			i = closing(ts, i);
			continue;
		}
		if (sqltoken_is(t, "select")) {
			head = true;
			columns = 1;
		} else if (sqltoken_is(t, "from")) {
			head = false;
		} else if (head && t->mark == ',') {
			columns++;
		}
		grouped = grouped || sqltoken_in(t, many, 6);
		one = one || (head && aggregates(ts, i));
	}
	return columns == 1 && (grouped || !one);
}

/* The clause that a bracket begins: tables may be joined in one; what a
 * function is given are values. */
static enum clause
inside(const struct sqltokens *ts, size_t i, enum clause c)
{
	static const char *const before[] = { "from", "join" };

	if (c != TABLES || i == 0 ||
	    (ts->list[i - 1].kind == SQL_WORD &&
		!sqltoken_in(ts->list + i - 1, before, 2)))
		return VALUES;
	return TABLES;
}

void
sqlsingle_find(struct sqltokens *ts)
{
	enum clause *outer = mem_alloc((ts->n + 1) * sizeof(*outer)), c;
	size_t i, depth = 0, end;

	c = ts->n != 0 && begins_query(ts, 0) ? next_clause(VALUES, ts->list)
					      : VALUES;
	for (i = 0; i < ts->n; i++) {
		const struct sqltoken *t = ts->list + i;

		if (t->kind == SQL_OPEN) {
			end = closing(ts, i);
			if (holds_value(ts, i, c) && end < ts->n &&
			    is_open(ts, i, end)) {
				ts->list[i].single = true;
				ts->list[end].single_ends = true;
			}
			outer[depth++] = c;
			c = inside(ts, i, c);
		} else if (t->kind == SQL_CLOSE && depth > 0) {
			c = outer[--depth];
		} else {
			c = next_clause(c, t);
		}
	}
	free(outer);
}
