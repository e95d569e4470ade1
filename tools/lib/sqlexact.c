/* sqlexact: what a formula compares is compared as decimals */
#include "sqlexact.h"

/* Words that end an operand of a comparison: what the grammar of SQLite's
 * SELECT has between expressions, and its operators that are words. */
static const char *const stops[] = { "all", "and", "as", "asc", "between", "by",
	"case", "cross", "desc", "distinct", "else", "end", "escape", "except",
	"exists", "filter", "from", "full", "glob", "group", "having", "in",
	"inner", "intersect", "is", "join", "left", "like", "limit", "natural",
	"not", "offset", "on", "or", "order", "outer", "over", "partition",
	"right", "select", "then", "union", "using", "values", "when", "where",
	"with" };

static bool
stops_operand(const struct sqltoken *t)
{
	return t->kind == SQL_COMPARES ||
	       (t->kind == SQL_OTHER && (t->mark == ',' || t->mark == ';')) ||
	       sqltoken_in(t, stops, sizeof(stops) / sizeof(*stops));
}

/* The token that the operand beside token i ends with, on the side that step
 * goes to: 1 right, -1 left; i itself where there is none. */
static size_t
operand_end(const struct sqltokens *ts, size_t i, int step)
{
	const enum sqltoken_kind in = step > 0 ? SQL_OPEN : SQL_CLOSE;
	const enum sqltoken_kind out = step > 0 ? SQL_CLOSE : SQL_OPEN;
	size_t depth = 0, last = i;

	while (step > 0 ? last + 1 < ts->n : last > 0) {
		const struct sqltoken *t =
		    ts->list + (step > 0 ? last + 1 : last - 1);

		if (depth == 0 && (stops_operand(t) || t->kind == out))
			break;
		depth += t->kind == in;
		depth -= t->kind == out;
		last = step > 0 ? last + 1 : last - 1;
	}
	return depth == 0 ? last : i;
}

/* Calls SQLTEXT_EXACT around an operand that reckons. */
static void
make_exact(struct sqltokens *ts, size_t first, size_t last)
{
	size_t i;

	for (i = first; i <= last; i++)
		if (ts->list[i].kind == SQL_RECKONS)
			break;
	if (i > last)
		return;
	ts->list[first].exact++;
	ts->list[last].exact_ends++;
}

static void
left_of(struct sqltokens *ts, size_t i)
{
	size_t end = operand_end(ts, i, -1);

	if (end < i)
		make_exact(ts, end, i - 1);
}

/* Returns the token that the operand ends with. */
static size_t
right_of(struct sqltokens *ts, size_t i)
{
	size_t end = operand_end(ts, i, 1);

	if (end > i)
		make_exact(ts, i + 1, end);
	return end;
}

static bool
is_word(const struct sqltokens *ts, size_t i, const char *word)
{
	return i < ts->n && sqltoken_is(ts->list + i, word);
}

/* The values in the brackets behind `in`; a query has none. */
static void
in_list(struct sqltokens *ts, size_t i)
{
	size_t end = i + 1;

	if (end >= ts->n || ts->list[end].kind != SQL_OPEN)
		return;
	do
		end = right_of(ts, end) + 1;
	while (end < ts->n && ts->list[end].mark == ',');
}

/* What stands beside a comparison that is a word (sqlite.org/lang_expr.html).
 */
static void
beside_word(struct sqltokens *ts, size_t i)
{
	static const char *const words[] = { "between", "in", "is" };
	size_t end = i;

	if (is_word(ts, i, "case") || is_word(ts, i, "when"))
		right_of(ts, i);
	if (!sqltoken_in(ts->list + i, words, 3))
		return;
	left_of(ts, i > 0 && is_word(ts, i - 1, "not") ? i - 1 : i);
	if (is_word(ts, i, "in")) {
		in_list(ts, i);
	} else if (is_word(ts, i, "between")) {
		end = right_of(ts, i) + 1;
		if (is_word(ts, end, "and"))
			right_of(ts, end);
	} else {
		/* is not distinct from */
		end += is_word(ts, end + 1, "not");
		if (is_word(ts, end + 1, "distinct") &&
		    is_word(ts, end + 2, "from"))
			end += 2;
		right_of(ts, end);
	}
}

void
sqlexact_find(struct sqltokens *ts)
{
	size_t i;

	for (i = 0; i < ts->n; i++) {
		if (ts->list[i].kind == SQL_COMPARES) {
			left_of(ts, i);
			right_of(ts, i);
		} else if (ts->list[i].kind == SQL_WORD) {
			beside_word(ts, i);
		}
	}
}
