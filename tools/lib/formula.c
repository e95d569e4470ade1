/* formula: the facts that are reckoned from others and from ledgers, and the
 * checks on them */
#include <stdlib.h>

#include "die.h"
#include "formula.h"
#include "lang.h"
#include "marks.h"
#include "utf8.h"

enum progress { WAITING, BEGUN, DONE };

struct computing {
	struct facts *fs;
	struct database *db;
	struct diag *d;
	struct sqltext *sql; /* of each formula */
	char *progress; /* of each formula */
	size_t *stack, depth; /* the formulas that need each other */
};

/* Says what is wrong at byte at of a formula, or at all of it (size_t)-1. */
static void
say(const struct formula *f, size_t at, struct diag *d, struct str what)
{
	struct place place = f->at;

	if (f->one_line && at != (size_t)-1 && at <= f->text.n)
		place.column += utf8_count(str_cut(f->text, 0, at));
	diag_say(d, place, LEVEL_ERROR,
	    f->kind == FORMULA_FACT ? "formula" : "check", "%.*s",
	    STR_ARG(what));
}

static void
sayf(const struct formula *f, struct diag *d, const char *fmt, struct str a,
    struct str b)
{
	struct buf text = { 0 };

	buf_addf(&text, lang_text(fmt), STR_ARG(a), STR_ARG(b));
	say(f, (size_t)-1, d, buf_str(&text));
	buf_free(&text);
}

static void
spoil(struct computing *c, const struct formula *f)
{
	if (f->kind == FORMULA_FACT) {
		c->fs->list[f->fact].state = FACT_ERROR;
		c->fs->list[f->fact].shown = STR("");
	}
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
		say(f, place_of(f, name), d, buf_str(&whole));
		buf_free(&whole);
	} else if (fact->state == FACT_TABLE) {
		buf_addf(&text,
		    lang_text("%.*s (%.*s) is a table, of which a formula "
			      "cannot take a value; ask the ledgers here, too"),
		    STR_ARG(name), STR_ARG(fact->origin));
		say(f, place_of(f, name), d, buf_str(&text));
	}
	buf_free(&text);
	return fact != NULL && fact->state != FACT_TABLE &&
	       fact->state != FACT_ERROR;
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

static bool
ask(const struct facts *fs, const struct formula *f, const struct sqltext *sql,
    struct database *db, struct answer *a, struct diag *d)
{
	struct str *values = mem_alloc((sql->n + 1) * sizeof(*values));
	struct buf why = { 0 };
	size_t at;
	bool fine = take_values(fs, f, sql, values, d);

	if (fine && !database_ask(db, sql, values, a, &why, &at)) {
		say(f, at != (size_t)-1 ? sqltext_place(sql, at) : at, d,
		    buf_str(&why));
		fine = false;
	}
	buf_free(&why);
	free(values);
	return fine;
}

static bool
read(const struct formula *f, struct sqltext *sql, struct diag *d)
{
	const char *why;
	size_t at;

	if (f->text.n == 0) {
		say(f, 0, d,
		    str_of(lang_text("nothing stands behind :=; write a "
				     "formula, or = and a value")));
		return false;
	}
	if (sqltext_read(sql, f->text, &why, &at))
		return true;
	say(f, at, d, str_of(lang_text(why)));
	return false;
}

bool
formula_ask(const struct facts *fs, const struct formula *f,
    struct database *db, struct answer *a, struct diag *d)
{
	struct sqltext sql = { 0 };
	bool fine = read(f, &sql, d) && ask(fs, f, &sql, db, a, d);

	sqltext_free(&sql);
	return fine;
}

/* Adds the text of a cell, which stands in one line of text. */
static void
put_cell(struct str cell, struct buf *out)
{
	size_t i;

	for (i = 0; i < cell.n; i++)
		buf_addc(
		    out, (unsigned char)cell.p[i] < ' ' || cell.p[i] == 0x7F
			     ? ' '
			     : cell.p[i]);
}

static struct str
keep(struct facts *fs, struct buf b)
{
	fs->kept = mem_more(fs->kept, fs->kept_n, sizeof(*fs->kept));
	fs->kept[fs->kept_n++] = b;
	return b.n != 0 ? buf_str(&b) : STR("");
}

static void
put_table(const struct answer *a, struct buf *out)
{
	size_t i, j;

	for (i = 0; i <= a->rows; i++) {
		for (j = 0; j < a->columns; j++) {
			buf_addz(out, j != 0 ? MARK_CELL : "");
			put_cell(answer_text(a, i, j), out);
		}
		buf_addz(out, MARK_ROW);
	}
}

/* Gives a fact what its formula answered. A mask stays what shows, and the
 * value is there for other formulas. */
static void
take_answer(
    struct computing *c, const struct formula *f, const struct answer *a)
{
	struct fact *fact = &c->fs->list[f->fact];
	bool table = a->columns != 1 || a->rows > 1;
	bool masked = fact->state == FACT_MASK;
	struct buf text = { 0 };

	if (!table && (a->rows == 0 || a->cells[1].empty)) {
		sayf(f, c->d,
		    "%.*s has no result: no row was found, or something was "
		    "divided by nought%.*s",
		    fact->name, STR(""));
		spoil(c, f);
		return;
	}
	if (table)
		put_table(a, &text);
	else
		put_cell(answer_text(a, 1, 0), &text);
	fact->value = keep(c->fs, text);
	if (masked)
		return;
	fact->shown = fact->value;
	fact->state = table                  ? FACT_TABLE
		      : a->cells[1].fraction ? FACT_FRACTION
					     : FACT_VALUE;
}

/* What the edition hides must not show through what is made from it. */
static bool
leaks(struct computing *c, const struct formula *f, const struct sqltext *sql)
{
	const struct fact *fact = &c->fs->list[f->fact], *from;
	size_t i;

	if (fact->state == FACT_MASK || fact->may_show)
		return false;
	for (i = 0; i < sql->n; i++) {
		from = facts_find(c->fs, sql->names[i]);
		if (from == NULL || from->state != FACT_MASK)
			continue;
		sayf(f, c->d,
		    "%.*s is made from %.*s, which the edition masks: give it "
		    "a mask in the edition's file, too, or a line `show NAME`",
		    fact->name, from->name);
		return true;
	}
	return false;
}

static void
compute_fact(struct computing *c, size_t i)
{
	const struct formula *f = c->fs->formulas + i;
	struct answer a = { 0 };

	if (leaks(c, f, c->sql + i) ||
	    !ask(c->fs, f, c->sql + i, c->db, &a, c->d))
		spoil(c, f);
	else
		take_answer(c, f, &a);
	answer_free(&a);
}

/* The formula that gives a fact of this name and that is not done yet, counted
 * from 1; 0 where there is none. */
static size_t
needed(const struct computing *c, struct str name)
{
	const struct fact *fact = facts_find(c->fs, name);

	if (fact == NULL || fact->formula == 0 ||
	    c->progress[fact->formula - 1] == DONE)
		return 0;
	return fact->formula;
}

/* Tells a cycle: the formulas on the stack from i on, and i again. */
static void
say_cycle(struct computing *c, size_t i)
{
	struct buf text = { 0 };
	size_t first, j;

	for (first = 0; c->stack[first] != i; first++)
		;
	buf_addz(&text,
	    lang_text("these need each other, so that none has a value: "));
	for (j = first; j < c->depth; j++) {
		const struct formula *f = c->fs->formulas + c->stack[j];

		buf_adds(&text, c->fs->list[f->fact].name);
		buf_addz(&text, " → ");
		spoil(c, f);
	}
	buf_adds(&text, c->fs->list[c->fs->formulas[i].fact].name);
	say(c->fs->formulas + i, (size_t)-1, c->d, buf_str(&text));
	buf_free(&text);
	for (j = first; j < c->depth; j++)
		c->progress[c->stack[j]] = DONE;
	c->depth = first;
}

/* Goes on with the formula on top of the stack: to what it needs first, or to
 * its value. */
static void
step(struct computing *c)
{
	size_t top = c->stack[c->depth - 1], i, next;
	const struct sqltext *sql = c->sql + top;

	for (i = 0; i < sql->n; i++) {
		next = needed(c, sql->names[i]);
		if (next == 0)
			continue;
		if (c->progress[next - 1] == BEGUN) {
			say_cycle(c, next - 1);
			return;
		}
		c->progress[next - 1] = BEGUN;
		c->stack[c->depth++] = next - 1;
		return;
	}
	compute_fact(c, top);
	c->progress[top] = DONE;
	c->depth--;
}

/* Says that a check failed, in its own words, with what it looked at. */
static void
say_failed(
    struct computing *c, const struct formula *f, const struct sqltext *sql)
{
	struct buf text = { 0 };
	size_t i;

	if (f->message.n != 0)
		buf_adds(&text, f->message);
	else
		buf_addf(&text, lang_text("this does not hold: %.*s"),
		    STR_ARG(f->text));
	for (i = 0; i < sql->n; i++) {
		buf_addf(&text, "%s%.*s = %.*s", i == 0 ? " (" : ", ",
		    STR_ARG(sql->names[i]),
		    STR_ARG(facts_find(c->fs, sql->names[i])->value));
	}
	buf_addz(&text, sql->n != 0 ? ")" : "");
	diag_say(c->d, f->at,
	    f->kind == FORMULA_CHECK ? LEVEL_ERROR : LEVEL_WARNING, "check",
	    "%s", text.p);
	buf_free(&text);
}

static void
check(struct computing *c, size_t i)
{
	const struct formula *f = c->fs->formulas + i;
	struct answer a = { 0 };
	struct str text;

	if (!ask(c->fs, f, c->sql + i, c->db, &a, c->d)) {
		answer_free(&a);
		return;
	}
	text = a.rows != 0 && a.columns == 1 ? answer_text(&a, 1, 0) : STR("");
	if (a.rows != 1 || a.columns != 1 || a.cells[1].empty)
		say(f, (size_t)-1, c->d,
		    str_of(lang_text("this check has no result: it needs one "
				     "value that is true or false")));
	else if (str_equal(text, STR("0")))
		say_failed(c, f, c->sql + i);
	else if (!str_equal(text, STR("1")) && !a.cells[1].fraction &&
		 strtod(text.p, NULL) == 0)
		say(f, (size_t)-1, c->d,
		    str_of(lang_text("this check gives a text: it needs a "
				     "comparison, such as :NAME >= 4")));
	answer_free(&a);
}

static void
note_uses(struct computing *c, const struct sqltext *sql)
{
	struct fact *fact;
	size_t i;

	for (i = 0; i < sql->n; i++) {
		fact = facts_find(c->fs, sql->names[i]);
		if (fact != NULL)
			fact->used = true;
	}
}

static void
begin(struct computing *c)
{
	size_t n = c->fs->formulas_n, i;

	c->sql = mem_alloc((n + 1) * sizeof(*c->sql));
	c->progress = mem_alloc(n + 1);
	c->stack = mem_alloc((n + 1) * sizeof(*c->stack));
	for (i = 0; i < n; i++) {
		c->sql[i] = (struct sqltext){ 0 };
		c->progress[i] = WAITING;
		if (!read(c->fs->formulas + i, c->sql + i, c->d)) {
			spoil(c, c->fs->formulas + i);
			c->progress[i] = DONE;
		}
		note_uses(c, c->sql + i);
	}
}

void
formula_compute(struct facts *fs, struct database *db, struct diag *d)
{
	struct computing c = { .fs = fs, .db = db, .d = d };
	size_t i;

	begin(&c);
	for (i = 0; i < fs->formulas_n; i++) {
		if (fs->formulas[i].kind != FORMULA_FACT ||
		    c.progress[i] != WAITING ||
		    fs->list[fs->formulas[i].fact].formula != i + 1)
			continue;
		c.progress[i] = BEGUN;
		c.stack[c.depth++] = i;
		while (c.depth != 0)
			step(&c);
	}
	for (i = 0; i < fs->formulas_n; i++) {
		if (fs->formulas[i].kind != FORMULA_FACT &&
		    c.progress[i] == WAITING)
			check(&c, i);
		sqltext_free(c.sql + i);
	}
	free(c.sql);
	free(c.progress);
	free(c.stack);
}
