/* why: what a fact of a report is, what it was made from, and where it stands
 */
#include <stdlib.h>

#include "die.h"
#include "formula.h"
#include "inline.h"
#include "lang.h"
#include "marks.h"
#include "provenance.h"
#include "utf8.h"
#include "why.h"

enum {
	MOST_ROWS = 200, /* that are shown of one ledger */
	AROUND = 12 /* characters shown on each side of a place */
};

struct asking {
	struct factset *s;
	struct buf *out;
	bool *told; /* of each fact */
};

/* Adds a table in one line of text a row, its cells parted by bars. */
static void
put_table(struct str text, struct buf *out)
{
	size_t i = 0;

	buf_addz(out, "\n  ");
	while (i < text.n) {
		enum mark_kind kind = mark_at(text, i);

		if (kind == MARK_IS_CELL)
			buf_addz(out, " | ");
		else if (kind == MARK_IS_ROW && i + 3 < text.n)
			buf_addz(out, "\n  ");
		else if (kind == MARK_IS_NONE)
			buf_addc(out, text.p[i]);
		i += kind != MARK_IS_NONE ? 3 : 1;
	}
}

static void
put_value(const struct fact *f, struct buf *out)
{
	buf_adds(out, f->name);
	buf_addz(out, " = ");
	if (mark_table(f->value))
		put_table(f->value, out);
	else
		buf_adds(out, f->value);
	if (f->state == FACT_MASK)
		buf_addf(out, lang_text(" (shown: %.*s)"), STR_ARG(f->shown));
	buf_addc(out, '\n');
}

static void
put_row(const struct factset_ledger *l, size_t row, struct buf *out)
{
	const struct records *rs = &l->records;
	size_t i;

	buf_addf(out, "  %s:%zu: ", l->path, rs->lines[row - 1]);
	for (i = 0; i < rs->columns; i++) {
		struct str cell = rs->cells[(row - 1) * rs->columns + i];
		size_t j;

		buf_addz(out, i != 0 ? " | " : "");
		for (j = 0; j < cell.n; j++)
			buf_addc(out,
			    (unsigned char)cell.p[j] < ' ' ? ' ' : cell.p[j]);
	}
	buf_addc(out, '\n');
}

/* Adds the rows that are shared, or those that are not; returns how many there
 * are. */
static size_t
put_some(struct asking *a, const struct provenance *p, bool shared)
{
	size_t i, shown = 0, n = 0, table = (size_t)-1;

	for (i = 0; i < p->n; i++) {
		if (p->rows[i].shared != shared)
			continue;
		n++;
		if (p->rows[i].table != table)
			shown = 0;
		table = p->rows[i].table;
		if (shown++ < MOST_ROWS)
			put_row(a->s->loaded + table, p->rows[i].row, a->out);
		else if (shown == MOST_ROWS + 2)
			buf_addz(a->out, "  ...\n");
	}
	return n;
}

static void
put_rows(struct asking *a, const struct formula *f)
{
	struct provenance p = { 0 };
	struct buf others = { 0 }, *out = a->out;
	size_t n;

	provenance_find(&p, &a->s->facts, f, a->s->database);
	n = put_some(a, &p, false);
	if (p.n != 0)
		buf_addf(out,
		    lang_text(p.cut    ? "  %zu rows, and maybe more: there "
					 "are too many to try each\n"
			      : n == 1 ? "  %zu row\n"
				       : "  %zu rows\n"),
		    n);
	a->out = &others;
	n = put_some(a, &p, true);
	a->out = out;
	if (n != 0)
		buf_addf(out,
		    lang_text(n == 1 ? "  and %zu that counts, though the "
				       "others make up for any one of them:\n"
				     : "  and %zu that count, though the "
				       "others make up for any one of them:\n"),
		    n);
	buf_adds(out, buf_str(&others));
	buf_free(&others);
	provenance_free(&p);
}

/* Tells one fact; the facts of its formula come after it. */
static void
tell(struct asking *a, const struct fact *fact, bool next)
{
	const struct facts *fs = &a->s->facts;
	const struct formula *f =
	    fact->formula != 0 ? fs->formulas + fact->formula - 1 : NULL;
	size_t i = (size_t)(fact - fs->list);

	a->told[i] = true;
	if (next)
		buf_addc(a->out, '\n');
	put_value(fact, a->out);
	if (f == NULL) {
		buf_addf(a->out, lang_text("%.*s: a value of its own\n"),
		    STR_ARG(fact->origin));
		return;
	}
	buf_addf(a->out, "%s:%zu: %.*s := %.*s\n", f->at.path, f->at.line,
	    STR_ARG(fact->name), STR_ARG(f->text));
	put_rows(a, f);
}

/* The facts that a formula names, told once each; they come in the order in
 * which they are met, each before those that it needs. */
static void
tell_all(struct asking *a, const struct fact *first)
{
	const struct facts *fs = &a->s->facts;
	size_t *queue = mem_alloc((fs->n + 1) * sizeof(*queue)), n = 0, i, j;
	const struct fact *need;

	queue[n++] = (size_t)(first - fs->list);
	a->told[queue[0]] = true;
	for (i = 0; i < n; i++) {
		const struct fact *fact = fs->list + queue[i];
		struct sqltext sql = { 0 };
		const char *why;
		size_t at;

		tell(a, fact, i != 0);
		if (fact->formula != 0)
			sqltext_read(&sql, fs->formulas[fact->formula - 1].text,
			    &why, &at);
		for (j = 0; j < sql.n; j++) {
			need = facts_find(fs, sql.names[j]);
			if (need == NULL || a->told[need - fs->list])
				continue;
			a->told[need - fs->list] = true;
			queue[n++] = (size_t)(need - fs->list);
		}
		sqltext_free(&sql);
	}
	free(queue);
}

void
why_fact(struct factset *s, struct str name, struct buf *out)
{
	struct asking a = { .s = s, .out = out };
	size_t i;

	a.told = mem_alloc((s->facts.n + 1) * sizeof(*a.told));
	for (i = 0; i < s->facts.n; i++)
		a.told[i] = false;
	tell_all(&a, facts_find(&s->facts, name));
	free(a.told);
}

void
why_formulas(const struct factset *s, struct str name, struct buf *out)
{
	const struct facts *fs = &s->facts;
	size_t i, j;

	for (i = 0; i < fs->formulas_n; i++) {
		const struct formula *f = fs->formulas + i;
		struct sqltext sql = { 0 };
		const char *why;
		size_t at;

		sqltext_read(&sql, f->text, &why, &at);
		for (j = 0; j < sql.n; j++) {
			if (!str_equal(sql.names[j], name))
				continue;
			buf_addf(out, "%s:%zu: ", f->at.path, f->at.line);
			if (f->kind == FORMULA_FACT)
				buf_addf(out, "%.*s := ",
				    STR_ARG(fs->list[f->fact].name));
			else
				buf_addz(out,
				    f->kind == FORMULA_CHECK ? "! " : "!? ");
			buf_addf(out, "%.*s\n", STR_ARG(f->text));
			break;
		}
		sqltext_free(&sql);
	}
}

/* Adds the last (or the first) characters of a text. */
static void
put_around(struct str s, bool last, struct buf *out)
{
	size_t n = utf8_count(s), i = 0, skip;
	uint32_t c;

	skip = last && n > AROUND ? n - AROUND : 0;
	if (skip != 0)
		buf_addz(out, "…");
	for (; skip != 0; skip--)
		i += utf8_next(s, i, &c);
	s = str_from(s, i);
	if (last || n <= AROUND) {
		buf_adds(out, s);
		return;
	}
	for (i = 0, n = 0; n < AROUND; n++)
		i += utf8_next(s, i, &c);
	buf_adds(out, str_cut(s, 0, i));
	buf_addz(out, "…");
}

static void
put_place(struct str line, size_t at, const struct mark *m, struct buf *out)
{
	struct buf before = { 0 }, after = { 0 };

	inline_shown(utf8_trim(str_cut(line, 0, at)), &before);
	inline_shown(utf8_trim(str_from(line, at + m->length)), &after);
	put_around(buf_str(&before), true, out);
	if (mark_table(m->text))
		buf_addz(out, lang_text("(table)"));
	else
		buf_addf(out, "【%.*s】", STR_ARG(m->text));
	put_around(buf_str(&after), false, out);
	buf_addc(out, '\n');
	buf_free(&before);
	buf_free(&after);
}

size_t
why_places(struct str text, const char *path, struct str name, struct buf *out)
{
	size_t number = 0, found = 0, at;
	struct str line;
	struct mark m;

	while (str_line(&text, &line)) {
		number++;
		for (at = 0;
		     (at = str_find(line, STR(MARK_VALUE), at)) != (size_t)-1;
		     at += m.length) {
			if (!mark_read(line, at, &m))
				break;
			if (!str_equal(mark_name(&m), name))
				continue;
			found++;
			buf_addf(out, "%s:%zu:%zu: ", path, number,
			    marks_column(line, at));
			put_place(line, at, &m, out);
		}
	}
	return found;
}
