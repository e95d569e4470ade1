/* sqltext: a formula of facts.txt as SQL that SQLite computes as an office
 * would */
#include <stdlib.h>

#include "die.h"
#include "sqlexact.h"
#include "sqlsingle.h"
#include "sqltext.h"
#include "sqltokens.h"
#include "utf8.h"

/* What stands in the brackets of a query that must have one row at most: so
 * the column keeps its type, as it would not in a call. */
static const char SINGLE[] = " with wengao_rows(v) as (";
static const char SINGLE_ENDS[] =
    ") select v from wengao_rows where " SQLTEXT_SINGLE "((select count(*) "
    "from (select 1 from wengao_rows limit 2)))";

/* Says whether a word begins with a digit, which only a full-width one does. */
static bool
is_digit(struct str word)
{
	size_t n;
	char sign = sqltoken_sign(word, 0, &n);

	return sign >= '0' && sign <= '9';
}

static size_t
number_of(struct sqltext *t, struct str name)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (str_equal(t->names[i], name))
			return i + 1;
	t->names = mem_more(t->names, t->n, sizeof(*t->names));
	t->names[t->n++] = name;
	return t->n;
}

static void
put_token(struct sqltext *t, const struct sqltoken *token, struct str formula)
{
	struct sqltext_piece piece = { .text = (size_t)(token->text.p -
							formula.p) };
	size_t i, n;

	if (token->single_ends)
		buf_addz(&t->sql, SINGLE_ENDS);
	for (i = 0; i < token->exact; i++)
		buf_addz(&t->sql, " " SQLTEXT_EXACT "(");
	if (token->apart)
		buf_addc(&t->sql, ' ');
	piece.sql = t->sql.n;
	t->pieces = mem_more(t->pieces, t->pieces_n, sizeof(*t->pieces));
	t->pieces[t->pieces_n++] = piece;
	if (token->kind == SQL_FACT) {
		sqltoken_sign(token->text, 0, &n);
		buf_addf(
		    &t->sql, "?%zu ", number_of(t, str_from(token->text, n)));
	} else if (token->kind == SQL_RECKONS && token->mark == '/') {
		buf_addz(&t->sql, "*1.0/");
	} else if (token->kind == SQL_QUOTED ||
		   (token->kind == SQL_WORD && !is_digit(token->text))) {
		buf_adds(&t->sql, token->text);
	} else {
		for (i = 0; i < token->text.n; i += n)
			buf_addc(&t->sql, sqltoken_sign(token->text, i, &n));
	}
	if (token->single)
		buf_addz(&t->sql, SINGLE);
	for (i = 0; i < token->exact_ends; i++)
		buf_addc(&t->sql, ')');
}

bool
sqltext_read(
    struct sqltext *t, struct str formula, const char **why, size_t *at)
{
	static const char *const heads[] = { "select", "with", "values" };
	struct sqltokens ts = { 0 };
	bool fine = sqltokens_read(&ts, formula, why, at);
	size_t i;

	if (fine) {
		t->query = ts.n != 0 && sqltoken_in(ts.list, heads, 3);
		sqlexact_find(&ts);
		sqlsingle_find(&ts);
		for (i = 0; i < ts.n; i++)
			put_token(t, ts.list + i, formula);
	}
	sqltokens_free(&ts);
	return fine;
}

size_t
sqltext_place(const struct sqltext *t, size_t sql)
{
	size_t i, text = 0;

	for (i = 0; i < t->pieces_n && t->pieces[i].sql <= sql; i++)
		text = t->pieces[i].text;
	return text;
}

size_t
sqltext_message(struct str check)
{
	size_t i = 0, n;

	while (i < check.n) {
		char mark = sqltoken_sign(check, i, &n);

		if (n == 1 && (mark == '\'' || mark == '"')) {
			size_t end = sqltoken_quoted_end(check, i);

			i = end != 0 ? end : i + 1;
		} else if (str_starts(str_from(check, i), STR("--")) &&
			   i != 0 && utf8_blank(check, i - 1) != 0) {
			return i;
		} else {
			i += n;
		}
	}
	return (size_t)-1;
}

void
sqltext_free(struct sqltext *t)
{
	buf_free(&t->sql);
	free(t->names);
	free(t->pieces);
	*t = (struct sqltext){ 0 };
}
