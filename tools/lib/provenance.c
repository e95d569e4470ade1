/* provenance: the rows of the ledgers that a formula's answer comes from */
#include <stdlib.h>
#include <time.h>

#include "die.h"
#include "provenance.h"

enum {
	MOST_ASKED = 20000, /* times that a formula is computed for this */
	MOST_SECONDS = 20,
	FEW_ROWS = 2000 /* of which each is tried alone */
};

struct finding {
	struct provenance *p;
	const struct facts *fs;
	const struct formula *f;
	struct database *db;
	struct answer usual;
	clock_t begun;
};

static void
count_try(struct finding *g)
{
	g->p->asked++;
	if (g->p->asked > MOST_ASKED ||
	    (clock() - g->begun) / CLOCKS_PER_SEC > MOST_SECONDS)
		g->p->cut = true;
}

/* Says whether the answer is another one while the excluded rows are away, and
 * puts them back. */
static bool
differs(struct finding *g)
{
	struct diag silent = { .to = NULL };
	struct answer a = { 0 };
	bool same = formula_ask(g->fs, g->f, g->db, &a, &silent) &&
		    answer_equal(&a, &g->usual);

	answer_free(&a);
	database_restore(g->db);
	count_try(g);
	return !same;
}

static bool
matters(struct finding *g, size_t table, size_t first, size_t last)
{
	database_exclude(g->db, table, first, last);
	return differs(g);
}

static void
add_row(struct provenance *p, size_t table, size_t row, bool shared)
{
	p->rows = mem_more(p->rows, p->n, sizeof(*p->rows));
	p->rows[p->n++] = (struct provenance_row){ table, row, shared };
}

/* The rows that matter alone. Of many, only those in halves that matter as a
 * whole are tried. */
static void
find_single(struct finding *g, size_t table, size_t first, size_t last)
{
	size_t middle = first + (last - first) / 2;

	if (g->p->cut || ((first == last || last - first >= FEW_ROWS) &&
			     !matters(g, table, first, last)))
		return;
	if (first == last) {
		add_row(g->p, table, first, false);
		return;
	}
	find_single(g, table, first, middle);
	find_single(g, table, middle + 1, last);
}

/* Takes the rows away that are still in the set. */
static bool
set_matters(struct finding *g, size_t table, const bool *in, size_t n)
{
	size_t i, end;

	for (i = 1; i <= n; i = end + 1) {
		for (end = i; end <= n && in[end]; end++)
			;
		if (end > i)
			database_exclude(g->db, table, i, end - 1);
	}
	return differs(g);
}

/* A smallest set that matters together: stretches of rows, ever shorter, are
 * put back as long as the answer stays another one. */
static void
find_set(struct finding *g, size_t table, size_t n)
{
	bool *in = mem_alloc((n + 2) * sizeof(*in));
	bool *was = mem_alloc((n + 2) * sizeof(*was));
	size_t length, i, j;

	for (i = 0; i < n + 2; i++)
		in[i] = i <= n;
	for (length = (n + 1) / 2; length != 0; length /= 2) {
		for (i = 1; i <= n && !g->p->cut; i += length) {
			size_t end = i + length - 1 < n ? i + length - 1 : n;

			for (j = i; j <= end && !in[j]; j++)
				;
			if (j > end)
				continue;
			for (j = i; j <= end; j++) {
				was[j] = in[j];
				in[j] = false;
			}
			if (set_matters(g, table, in, n))
				continue;
			for (j = i; j <= end; j++)
				in[j] = was[j];
		}
	}
	for (i = 1; i <= n; i++)
		if (in[i])
			add_row(g->p, table, i, false);
	free(in);
	free(was);
}

/* What the formula answers while only this row of the table is there, or none
 * with 0; false where it has no answer. */
static bool
ask_alone(
    struct finding *g, size_t table, size_t row, size_t n, struct answer *a)
{
	struct diag silent = { .to = NULL };
	bool fine;

	if (row > 1)
		database_exclude(g->db, table, 1, row - 1);
	if (row < n)
		database_exclude(g->db, table, row + 1, n);
	fine = formula_ask(g->fs, g->f, g->db, a, &silent);
	database_restore(g->db);
	return fine;
}

/* The rows that count when they are alone, though the others make up for any
 * one that is away: of count(distinct ...), those with a value that comes
 * twice. Those from before on are known to matter. */
static void
find_shared(struct finding *g, size_t table, size_t n, size_t before)
{
	struct answer none = { 0 }, a = { 0 };
	bool answers = ask_alone(g, table, 0, n, &none);
	size_t i, known = before;
	const size_t end = g->p->n;

	for (i = 1; i <= n && !g->p->cut; i++) {
		bool fine;

		if (known < end && g->p->rows[known].row == i) {
			known++;
			continue;
		}
		fine = ask_alone(g, table, i, n, &a);
		if (fine && !(answers && answer_equal(&a, &none)))
			add_row(g->p, table, i, true);
		answer_free(&a);
		count_try(g);
	}
	answer_free(&none);
}

void
provenance_find(struct provenance *p, const struct facts *fs,
    const struct formula *f, struct database *db)
{
	struct finding g = { p, fs, f, db, { 0 }, clock() };
	struct diag silent = { .to = NULL };
	size_t t, before, n;

	if (!formula_ask(fs, f, db, &g.usual, &silent)) {
		answer_free(&g.usual);
		return;
	}
	for (t = 0; t < database_tables(db); t++) {
		n = database_rows(db, t);
		before = p->n;
		if (n == 0 || !matters(&g, t, 1, n))
			continue;
		find_single(&g, t, 1, n);
		if (p->n == before && !p->cut)
			find_set(&g, t, n);
		if (n <= FEW_ROWS)
			find_shared(&g, t, n, before);
	}
	answer_free(&g.usual);
}

void
provenance_free(struct provenance *p)
{
	free(p->rows);
	*p = (struct provenance){ 0 };
}
