/* batchfacts: the facts of a report that rows of a table give values to */
#include <stdlib.h>
#include <string.h>

#include "batchfacts.h"
#include "csv.h"
#include "die.h"
#include "factuse.h"

/* A fact that a column gives. */
struct given {
	size_t fact;
	bool counts; /* it is a fact of the report, or something uses it */
};

/* Puts the columns among the facts: they give new ones, and replace those that
 * there are, formulas too. */
static void
add_columns(struct batchfacts *b)
{
	struct facts *fs = &b->set->facts;
	size_t n = b->rows->columns_n, i;

	b->given = mem_alloc((n + 1) * sizeof(*b->given));
	b->origins = mem_alloc((n + 1) * sizeof(*b->origins));
	for (i = 0; i < n; i++) {
		const struct batchcolumn *c = &b->rows->columns[i];
		struct fact *known = facts_find(fs, buf_str(&c->name));
		struct fact f = { .name = buf_str(&c->name),
			.state = FACT_ERROR,
			.pending = true };

		buf_addf(&b->origins[i], "%s:%zu:%zu", c->place.path,
		    c->place.line, c->place.column);
		f.origin = buf_str(&b->origins[i]);
		f.value = f.shown = STR("");
		b->given[i].counts = known != NULL;
		if (known != NULL)
			*known = f;
		else
			known = facts_add(fs, f);
		b->given[i].fact = (size_t)(known - fs->list);
	}
}

/* A mask takes a fact with a fault for what it is, so the columns are whole
 * while masks are read; a fact that is still no mask shows nothing yet. */
static void
mask_columns(struct batchfacts *b, struct diag *d)
{
	struct facts *fs = &b->set->facts;
	size_t i;

	for (i = 0; i < b->rows->columns_n; i++)
		fs->list[b->given[i].fact].state = FACT_VALUE;
	factset_mask(b->set, d);
	for (i = 0; i < b->rows->columns_n; i++) {
		struct fact *f = &fs->list[b->given[i].fact];

		f->pending = true;
		if (f->state == FACT_VALUE)
			f->state = FACT_ERROR;
	}
}

void
batchfacts_read(
    struct batchfacts *b, char *const *paths, size_t n, struct diag *d)
{
	factset_define(b->set, paths, n, d);
	add_columns(b);
	mask_columns(b, d);
	factset_load(b->set, d);
}

void
batchfacts_unused(struct batchfacts *b, struct diag *d)
{
	struct facts *fs = &b->set->facts;
	struct factuse use = { .facts = fs };
	size_t i;

	for (i = 0; i < b->rows->columns_n; i++) {
		struct fact *f = &fs->list[b->given[i].fact];

		b->given[i].counts = b->given[i].counts || f->used;
		if (!f->used)
			diag_say(d, b->rows->columns[i].place, LEVEL_WARNING,
			    "unused",
			    "nothing in the report uses the column %.*s",
			    STR_ARG(f->name));
		f->used = true;
	}
	factuse_warn(&use, d);
}

void
batchfacts_keep(struct batchfacts *b)
{
	struct facts *fs = &b->set->facts;
	size_t i;

	b->pristine = mem_alloc((fs->n + 1) * sizeof(*b->pristine));
	memcpy(b->pristine, fs->list, fs->n * sizeof(*fs->list));
	for (i = 0; i < fs->n; i++) {
		struct fact *f = &b->pristine[i];

		if (f->pending && f->state == FACT_ERROR)
			f->state = FACT_VALUE;
	}
}

void
batchfacts_wait(struct batchfacts *b, bool pending)
{
	struct facts *fs = &b->set->facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		fs->list[i].pending = pending && b->pristine[i].pending;
}

void
batchfacts_give(struct batchfacts *b, const struct batchitem *row)
{
	struct facts *fs = &b->set->facts;
	size_t i;

	memcpy(fs->list, b->pristine, fs->n * sizeof(*fs->list));
	batchfacts_wait(b, false);
	for (i = 0; i < b->rows->columns_n; i++) {
		struct fact *f = &fs->list[b->given[i].fact];

		f->value = row->cells[i].text;
		if (f->state != FACT_MASK)
			f->shown = f->value;
	}
}

void
batchfacts_put(
    const struct batchfacts *b, const struct batchitem *row, struct buf *out)
{
	size_t i;

	for (i = 0; i < b->rows->columns_n; i++) {
		if (!b->given[i].counts)
			continue;
		buf_adds(out, buf_str(&b->rows->columns[i].name));
		buf_addz(out, " = ");
		buf_adds(out, row->cells[i].text);
		buf_addc(out, '\n');
	}
}

/* Says whether a fact has a column in the table of facts: no table has. */
static bool
in_summary(const struct batchfacts *b, size_t i)
{
	return b->pristine[i].state != FACT_TABLE;
}

static void
put_cell(struct str cell, struct buf *out)
{
	buf_addc(out, ',');
	csv_put(cell, out);
}

void
batchfacts_names(const struct batchfacts *b, struct buf *out)
{
	const struct facts *fs = &b->set->facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		if (in_summary(b, i))
			put_cell(fs->list[i].name, out);
}

void
batchfacts_values(const struct batchfacts *b, struct buf *out)
{
	const struct facts *fs = &b->set->facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		if (in_summary(b, i))
			put_cell(fs->list[i].state == FACT_TABLE
				     ? STR("")
				     : fs->list[i].shown,
			    out);
}

void
batchfacts_free(struct batchfacts *b)
{
	size_t i;

	for (i = 0; i < b->rows->columns_n; i++)
		buf_free(&b->origins[i]);
	free(b->origins);
	free(b->given);
	free(b->pristine);
}
