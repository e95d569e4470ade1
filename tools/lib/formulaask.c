/* formulaask: what one formula asks of the ledgers and of other facts */
#include <stdlib.h>

#include "die.h"
#include "formulaask.h"
#include "lang.h"
#include "utf8.h"

/* Says what is wrong at byte at of a formula, or at all of it (size_t)-1. */
void
formula_say(const struct formula *f, size_t at, struct diag *d, struct str what)
{
	struct place place = f->at;

	if (f->one_line && at != (size_t)-1 && at <= f->text.n)
		place.column += utf8_count(str_cut(f->text, 0, at));
	diag_say(d, place, LEVEL_ERROR,
	    f->kind == FORMULA_FACT ? "formula" : "check", "%.*s",
	    STR_ARG(what));
}

void
formula_sayf(const struct formula *f, struct diag *d, const char *fmt,
    struct str a, struct str b)
{
	struct buf text = { 0 };

	buf_addf(&text, lang_text(fmt), STR_ARG(a), STR_ARG(b));
	formula_say(f, (size_t)-1, d, buf_str(&text));
	buf_free(&text);
}

/* The byte of a formula at which it names a fact. */
static size_t
place_of(const struct formula *f, struct str name)
{
	return (size_t)(name.p - f->text.p) - 1;
}

/* Says what keeps a fact from standing in a formula; false if anything does. A
 * fault that was reported where the fact is defined is not told again. */
static bool
may_use(const struct facts *fs, const struct formula *f, struct str name,
    struct diag *d)
{
	const struct fact *fact = facts_find(fs, name);
	struct buf text = { 0 };

	if (fact == NULL) {
		facts_nearest(fs, name, &text);
		if (text.n == 0)
			buf_addz(&text, lang_text("; define it in facts.txt"));
	}
	if (fact == NULL) {
		struct buf whole = { 0 };

		buf_addf(
		    &whole, lang_text("no fact is named %.*s"), STR_ARG(name));
		buf_adds(&whole, buf_str(&text));
		formula_say(f, place_of(f, name), d, buf_str(&whole));
		buf_free(&whole);
	} else if (fact->state == FACT_TABLE) {
		buf_addf(&text,
		    lang_text("%.*s (%.*s) is a table, of which a formula "
			      "cannot take a value; ask the ledgers here, too"),
		    STR_ARG(name), STR_ARG(fact->origin));
		formula_say(f, place_of(f, name), d, buf_str(&text));
	}
	buf_free(&text);
	return fact != NULL && fact->state != FACT_TABLE &&
	       fact->state != FACT_ERROR && !fact->pending;
}

/* Fills in the true values of a formula's facts; false where one has none. */
static bool
take_values(const struct facts *fs, const struct formula *f,
    const struct sqltext *sql, struct str *values, struct diag *d)
{
	bool fine = true;
	size_t i;

	for (i = 0; i < sql->n; i++) {
		if (may_use(fs, f, sql->names[i], d))
			values[i] = facts_find(fs, sql->names[i])->value;
		else
			fine = false;
	}
	return fine;
}

bool
formula_answer(const struct facts *fs, const struct formula *f,
    const struct sqltext *sql, struct database *db, struct answer *a,
    struct diag *d)
{
	struct str *values = mem_alloc((sql->n + 1) * sizeof(*values));
	struct buf why = { 0 };
	size_t at;
	bool fine = take_values(fs, f, sql, values, d);

	if (fine && !database_ask(db, sql, values, a, &why, &at)) {
		formula_say(f, at != (size_t)-1 ? sqltext_place(sql, at) : at,
		    d, buf_str(&why));
		fine = false;
	}
	buf_free(&why);
	free(values);
	return fine;
}

bool
formula_read(const struct formula *f, struct sqltext *sql, struct diag *d)
{
	const char *why;
	size_t at;

	if (f->text.n == 0) {
		formula_say(f, 0, d,
		    str_of(lang_text("nothing stands behind :=; write a "
				     "formula, or = and a value")));
		return false;
	}
	if (sqltext_read(sql, f->text, &why, &at))
		return true;
	formula_say(f, at, d, str_of(lang_text(why)));
	return false;
}

bool
formula_ask(const struct facts *fs, const struct formula *f,
    struct database *db, struct answer *a, struct diag *d)
{
	struct sqltext sql = { 0 };
	bool fine =
	    formula_read(f, &sql, d) && formula_answer(fs, f, &sql, db, a, d);

	sqltext_free(&sql);
	return fine;
}
