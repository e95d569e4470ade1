/* sqlfunctions: what a formula may call, and what is ours of it */
#include <sqlite3.h>

#include "decimal.h"
#include "lang.h"
#include "sqlfunctions.h"
#include "sqltext.h"
#include "str.h"

/* The functions that a formula may call: those whose answer comes from what
 * they are given alone, and that take no memory beyond it. */
static const char *const functions[] = { "abs", "avg", "ceil", "ceiling",
	"char", "coalesce", "count", "cume_dist", "date", "datetime",
	"dense_rank", "first_value", "floor", "format", "glob", "group_concat",
	"hex", "ifnull", "iif", "instr", "julianday", "lag", "last_value",
	"lead", "length", "like", "lower", "ltrim", "max", "min", "mod",
	"nth_value", "ntile", "nullif", "percent_rank", "pow", "power",
	"printf", "rank", "replace", "round", "row_number", "rtrim", "sign",
	"sqrt", "strftime", "substr", "substring", "sum", "time", "total",
	"trim", "trunc", "typeof", "unicode", "upper", SQLTEXT_EXACT,
	SQLTEXT_SINGLE };

bool
sqlfunctions_may_call(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		if (sqlite3_stricmp(functions[i], name) == 0)
			return true;
	return false;
}

/* Of a sum: its state, and whether a text was met. */
struct summing {
	struct decimal_sum sum;
	bool faulty;
};

static void
step_sum(sqlite3_context *c, sqlite3_value *v, int sign)
{
	struct summing *s = sqlite3_aggregate_context(c, sizeof(*s));
	struct buf why = { 0 };

	switch (s != NULL ? sqlite3_value_type(v) : SQLITE_NULL) {
	case SQLITE_NULL:
		return;
	case SQLITE_INTEGER:
	case SQLITE_FLOAT:
		decimal_add(&s->sum, sqlite3_value_double(v), sign);
		return;
	default:
		if (s->faulty)
			return;
		s->faulty = true;
		buf_addf(&why,
		    lang_text("a sum met the text '%s', which is no number: "
			      "correct the ledger, or leave the row out with "
			      "where"),
		    (const char *)sqlite3_value_text(v));
		sqlite3_result_error(c, why.p, (int)why.n);
		buf_free(&why);
	}
}

static void
sum_step(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	step_sum(c, v[0], 1);
}

static void
sum_inverse(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	step_sum(c, v[0], -1);
}

static void
result_sum(sqlite3_context *c, const struct summing *s)
{
	int64_t whole;

	if (decimal_whole(&s->sum, &whole))
		sqlite3_result_int64(c, whole);
	else
		sqlite3_result_double(c, decimal_value(&s->sum));
}

static void
sum_value(sqlite3_context *c)
{
	const struct summing *s = sqlite3_aggregate_context(c, 0);

	if (s != NULL && s->sum.n != 0 && !s->faulty)
		result_sum(c, s);
}

static void
total_value(sqlite3_context *c)
{
	const struct summing *s = sqlite3_aggregate_context(c, 0);

	if (s == NULL || s->sum.n == 0)
		sqlite3_result_int64(c, 0);
	else if (!s->faulty)
		result_sum(c, s);
}

static void
avg_value(sqlite3_context *c)
{
	const struct summing *s = sqlite3_aggregate_context(c, 0);

	if (s != NULL && s->sum.n != 0 && !s->faulty)
		sqlite3_result_double(
		    c, decimal_value(&s->sum) / (double)s->sum.n);
}

/* round(x) and round(x, places). */
static void
round_value(sqlite3_context *c, int n, sqlite3_value **v)
{
	int places = n == 2 ? sqlite3_value_int(v[1]) : 0;

	if (sqlite3_value_type(v[0]) != SQLITE_FLOAT)
		sqlite3_result_value(c, v[0]);
	else
		sqlite3_result_double(
		    c, decimal_round(sqlite3_value_double(v[0]),
			   places > 0 ? (size_t)places : 0));
}

/* SQLTEXT_EXACT: nine places, the most that the formats show. */
static void
exact_value(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	if (sqlite3_value_type(v[0]) != SQLITE_FLOAT)
		sqlite3_result_value(c, v[0]);
	else
		sqlite3_result_double(
		    c, decimal_round(sqlite3_value_double(v[0]), 9));
}

/* SQLTEXT_SINGLE: true, of one row or none. */
static void
single_value(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	if (sqlite3_value_int(v[0]) > 1)
		sqlite3_result_error(c,
		    lang_text("a query in brackets has more rows than the one "
			      "that is meant: count them, add them up, or name "
			      "the one with where or limit 1"),
		    -1);
	else
		sqlite3_result_int(c, 1);
}

int
sqlfunctions_add(sqlite3 *q)
{
	static const struct aggregate {
		const char *name;
		void (*value)(sqlite3_context *);
	} sums[] = {
		{ "sum", sum_value },
		{ "total", total_value },
		{ "avg", avg_value },
	};
	static const struct scalar {
		const char *name;
		int arguments;
		void (*value)(sqlite3_context *, int, sqlite3_value **);
	} others[] = {
		{ "round", 1, round_value },
		{ "round", 2, round_value },
		{ SQLTEXT_EXACT, 1, exact_value },
		{ SQLTEXT_SINGLE, 1, single_value },
	};
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
	int status = SQLITE_OK;
	size_t i;

	for (i = 0; i < 3 && status == SQLITE_OK; i++)
		status = sqlite3_create_window_function(q, sums[i].name, 1,
		    flags, NULL, sum_step, sums[i].value, sums[i].value,
		    sum_inverse, NULL);
	for (i = 0; i < 4 && status == SQLITE_OK; i++)
		status = sqlite3_create_function(q, others[i].name,
		    others[i].arguments, flags, NULL, others[i].value, NULL,
		    NULL);
	return status;
}
