/* formula: the facts that are reckoned from others and from ledgers, and the
 * checks on them */
#include <stdlib.h>

#include "die.h"
#include "formula.h"
#include "formulaask.h"
#include "lang.h"
#include "marks.h"

enum progress { WAITING, BEGUN, DONE };

struct formulas {
	struct facts *fs;
	struct database *db;
	struct diag *d;
	struct sqltext *sql; /* of each formula */
	char *progress; /* of each formula */
	size_t *stack, depth; /* the formulas that need each other */
	size_t *later, later_n; /* those that wait for a pending fact */
	struct buf *texts; /* of each formula, once it was computed again */
	bool again;
};

static void
spoil(struct formulas *c, const struct formula *f)
{
	if (f->kind == FORMULA_FACT) {
		c->fs->list[f->fact].state = FACT_ERROR;
		c->fs->list[f->fact].shown = STR("");
	}
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

/* Keeps the text of formula i: as long as the set, or until it is computed
 * again. */
static struct str
keep(struct formulas *c, size_t i, struct buf b)
{
	struct facts *fs = c->fs;

	if (c->again) {
		buf_free(c->texts + i);
		c->texts[i] = b;
	} else {
		fs->kept = mem_more(fs->kept, fs->kept_n, sizeof(*fs->kept));
		fs->kept[fs->kept_n++] = b;
	}
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
take_answer(struct formulas *c, const struct formula *f, const struct answer *a)
{
	struct fact *fact = &c->fs->list[f->fact];
	bool table = a->columns != 1 || a->rows > 1;
	bool masked = fact->state == FACT_MASK;
	struct buf text = { 0 };

	if (!table && (a->rows == 0 || a->cells[1].empty)) {
		formula_sayf(f, c->d,
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
	fact->value = keep(c, (size_t)(f - c->fs->formulas), text);
	if (masked)
		return;
	fact->shown = fact->value;
	fact->state = table                  ? FACT_TABLE
		      : a->cells[1].fraction ? FACT_FRACTION
					     : FACT_VALUE;
}

/* What the edition hides must not show through what is made from it. */
static bool
leaks(struct formulas *c, const struct formula *f, const struct sqltext *sql)
{
	const struct fact *fact = &c->fs->list[f->fact], *from;
	size_t i;

	if (fact->state == FACT_MASK || fact->may_show)
		return false;
	for (i = 0; i < sql->n; i++) {
		from = facts_find(c->fs, sql->names[i]);
		if (from == NULL || from->state != FACT_MASK)
			continue;
		formula_sayf(f, c->d,
		    "%.*s is made from %.*s, which the edition masks: give it "
		    "a mask in the edition's file, too, or a line `show NAME`",
		    fact->name, from->name);
		return true;
	}
	return false;
}

/* Says whether a formula needs a fact whose value comes later. */
static bool
waits(const struct formulas *c, const struct sqltext *sql)
{
	const struct fact *fact;
	size_t i;

	for (i = 0; i < sql->n; i++) {
		fact = facts_find(c->fs, sql->names[i]);
		if (fact != NULL && fact->pending)
			return true;
	}
	return false;
}

/* Leaves formula i to formulas_again, if nothing else is wrong with it. */
static void
put_off(struct formulas *c, size_t i)
{
	const struct formula *f = c->fs->formulas + i;
	struct answer a = { 0 };

	formula_answer(c->fs, f, c->sql + i, c->db, &a, c->d);
	answer_free(&a);
	c->later[c->later_n++] = i;
	if (f->kind != FORMULA_FACT)
		return;
	c->fs->list[f->fact].pending = true;
	/* a mask shows all the same */
	if (c->fs->list[f->fact].state != FACT_MASK)
		spoil(c, f);
}

static void
compute_fact(struct formulas *c, size_t i)
{
	const struct formula *f = c->fs->formulas + i;
	bool leak = !c->again && leaks(c, f, c->sql + i);
	struct answer a = { 0 };

	if (!leak && waits(c, c->sql + i))
		put_off(c, i);
	else if (leak || !formula_answer(c->fs, f, c->sql + i, c->db, &a, c->d))
		spoil(c, f);
	else
		take_answer(c, f, &a);
	answer_free(&a);
}

/* The formula that gives a fact of this name and that is not done yet, counted
 * from 1; 0 where there is none. */
static size_t
needed(const struct formulas *c, struct str name)
{
	const struct fact *fact = facts_find(c->fs, name);

	if (fact == NULL || fact->formula == 0 ||
	    c->progress[fact->formula - 1] == DONE)
		return 0;
	return fact->formula;
}

/* Tells a cycle: the formulas on the stack from i on, and i again. */
static void
say_cycle(struct formulas *c, size_t i)
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
	formula_say(c->fs->formulas + i, (size_t)-1, c->d, buf_str(&text));
	buf_free(&text);
	for (j = first; j < c->depth; j++)
		c->progress[c->stack[j]] = DONE;
	c->depth = first;
}

/* Goes on with the formula on top of the stack: to what it needs first, or to
 * its value. */
static void
step(struct formulas *c)
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
    struct formulas *c, const struct formula *f, const struct sqltext *sql)
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
check(struct formulas *c, size_t i)
{
	const struct formula *f = c->fs->formulas + i;
	struct answer a = { 0 };
	struct str text;

	if (waits(c, c->sql + i)) {
		put_off(c, i);
		return;
	}
	if (!formula_answer(c->fs, f, c->sql + i, c->db, &a, c->d)) {
		answer_free(&a);
		return;
	}
	text = a.rows != 0 && a.columns == 1 ? answer_text(&a, 1, 0) : STR("");
	if (a.rows != 1 || a.columns != 1 || a.cells[1].empty)
		formula_say(f, (size_t)-1, c->d,
		    str_of(lang_text("this check has no result: it needs one "
				     "value that is true or false")));
	else if (str_equal(text, STR("0")))
		say_failed(c, f, c->sql + i);
	else if (!str_equal(text, STR("1")) && !a.cells[1].fraction &&
		 strtod(text.p, NULL) == 0)
		formula_say(f, (size_t)-1, c->d,
		    str_of(lang_text("this check gives a text: it needs a "
				     "comparison, such as :NAME >= 4")));
	answer_free(&a);
}

static void
note_uses(struct formulas *c, const struct sqltext *sql)
{
	struct fact *fact;
	size_t i;

	for (i = 0; i < sql->n; i++) {
		fact = facts_find(c->fs, sql->names[i]);
		if (fact != NULL)
			fact->used = true;
	}
}

struct formulas *
formulas_read(struct facts *fs, struct database *db, struct diag *d)
{
	struct formulas *c = mem_alloc(sizeof(*c));
	size_t n = fs->formulas_n, i;

	*c = (struct formulas){ .fs = fs, .db = db, .d = d };
	c->sql = mem_alloc((n + 1) * sizeof(*c->sql));
	c->progress = mem_alloc(n + 1);
	c->stack = mem_alloc((n + 1) * sizeof(*c->stack));
	c->later = mem_alloc((n + 1) * sizeof(*c->later));
	c->texts = mem_alloc((n + 1) * sizeof(*c->texts));
	for (i = 0; i < n; i++) {
		if (!formula_read(fs->formulas + i, c->sql + i, d)) {
			spoil(c, fs->formulas + i);
			c->progress[i] = DONE;
		}
		note_uses(c, c->sql + i);
	}
	return c;
}

void
formulas_compute(struct formulas *c)
{
	struct facts *fs = c->fs;
	size_t i;

	for (i = 0; i < fs->formulas_n; i++) {
		if (fs->formulas[i].kind != FORMULA_FACT ||
		    c->progress[i] != WAITING ||
		    fs->list[fs->formulas[i].fact].formula != i + 1)
			continue;
		c->progress[i] = BEGUN;
		c->stack[c->depth++] = i;
		while (c->depth != 0)
			step(c);
	}
	for (i = 0; i < fs->formulas_n; i++)
		if (fs->formulas[i].kind != FORMULA_FACT &&
		    c->progress[i] == WAITING)
			check(c, i);
}

void
formulas_again(struct formulas *c, struct diag *d)
{
	size_t i;

	c->again = true;
	c->d = d;
	for (i = 0; i < c->later_n; i++) {
		if (c->fs->formulas[c->later[i]].kind == FORMULA_FACT)
			compute_fact(c, c->later[i]);
		else
			check(c, c->later[i]);
	}
}

struct str
formulas_cause(const struct formulas *c, size_t i)
{
	const struct sqltext *sql = c->sql + i;
	size_t depth = 0, at = 0;

	/* what waits waits for one that is no formula, at most as many steps
	 * away as there are formulas */
	while (at < sql->n && depth <= c->later_n) {
		const struct fact *f = facts_find(c->fs, sql->names[at]);

		if (f == NULL || !f->pending) {
			at++;
		} else if (f->formula == 0) {
			return f->name;
		} else {
			sql = c->sql + f->formula - 1;
			at = 0;
			depth++;
		}
	}
	return STR("");
}

void
formulas_free(struct formulas *c)
{
	size_t i;

	if (c == NULL)
		return;
	for (i = 0; i < c->fs->formulas_n; i++) {
		sqltext_free(c->sql + i);
		buf_free(c->texts + i);
	}
	free(c->sql);
	free(c->progress);
	free(c->stack);
	free(c->later);
	free(c->texts);
	free(c);
}

void
formula_compute(struct facts *fs, struct database *db, struct diag *d)
{
	struct formulas *c = formulas_read(fs, db, d);

	formulas_compute(c);
	formulas_free(c);
}
