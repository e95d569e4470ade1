/* batchreport: the report that a batch makes once for each row */
#include <stdlib.h>
#include <string.h>

#include "batchleak.h"
#include "batchreport.h"
#include "batchsection.h"
#include "chartcheck.h"
#include "csv.h"
#include "die.h"
#include "docx.h"
#include "factuse.h"
#include "formula.h"
#include "hash.h"
#include "inputs.h"
#include "io.h"
#include "opccheck.h"
#include "receipt.h"
#include "version.h"

enum { CHECKED = 100 }; /* of so many packages one is read back and checked */

/* A fact that a column gives. */
struct given {
	size_t fact;
	bool counts; /* it is a fact of the report, or something uses it */
};

struct batchreport {
	struct batchsources *from;
	const struct batchrows *rows;
	struct buf list, receipt_list, hash;
	struct batchsections sections;
	struct formulas *formulas; /* NULL where there are none */
	struct given *given; /* of each column */
	struct fact *pristine; /* the facts before a row has given its own */
	struct buf *origins; /* of the columns */
	struct docx docx;
	size_t made; /* packages */
	struct buf facts; /* the row as a file of facts */

	/* messages of the whole report, which rows do not tell again */
	struct buf *told;
	size_t told_n, errors, warnings;
	struct diag *d;
	/* the row that is made, and its own diag */
	const struct batchitem *row;
	struct diag whole;
};

/* Puts the columns among the facts: they give new ones, and replace those that
 * there are, formulas too. */
static void
add_columns(struct batchreport *r)
{
	struct facts *fs = &r->from->facts.facts;
	size_t n = r->rows->columns_n, i;

	r->given = mem_alloc((n + 1) * sizeof(*r->given));
	r->origins = mem_alloc((n + 1) * sizeof(*r->origins));
	for (i = 0; i < n; i++) {
		const struct batchcolumn *c = &r->rows->columns[i];
		struct fact *known = facts_find(fs, buf_str(&c->name));
		struct fact f = { .name = buf_str(&c->name),
			.state = FACT_ERROR,
			.pending = true };

		buf_addf(&r->origins[i], "%s:%zu:%zu", c->place.path,
		    c->place.line, c->place.column);
		f.origin = buf_str(&r->origins[i]);
		f.value = f.shown = STR("");
		r->given[i].counts = known != NULL;
		if (known != NULL)
			*known = f;
		else
			known = facts_add(fs, f);
		r->given[i].fact = (size_t)(known - fs->list);
	}
}

/* A mask takes a fact with a fault for what it is, so the columns are whole
 * while masks are read; a fact that is still no mask shows nothing yet. */
static void
mask_columns(struct batchreport *r, struct diag *d)
{
	struct facts *fs = &r->from->facts.facts;
	size_t i;

	for (i = 0; i < r->rows->columns_n; i++)
		fs->list[r->given[i].fact].state = FACT_VALUE;
	factset_mask(&r->from->facts, d);
	for (i = 0; i < r->rows->columns_n; i++) {
		struct fact *f = &fs->list[r->given[i].fact];

		f->pending = true;
		if (f->state == FACT_VALUE)
			f->state = FACT_ERROR;
	}
}

/* Takes a message of the whole report: tells it, and keeps it. */
static void
take_whole(void *ctx, struct place at, enum level level, const char *code,
    struct str text)
{
	struct batchreport *r = ctx;
	struct buf kept = { 0 };

	diag_say(r->d, at, level, code, "%.*s", STR_ARG(text));
	buf_addf(&kept, "%s:%zu:%zu:%.*s", at.path, at.line, at.column,
	    STR_ARG(text));
	r->told = mem_more(r->told, r->told_n, sizeof(*r->told));
	r->told[r->told_n++] = kept;
}

static void
warn_unused(struct batchreport *r, struct diag *d)
{
	struct facts *fs = &r->from->facts.facts;
	struct factuse use = { .facts = fs };
	size_t i;

	for (i = 0; i < r->rows->columns_n; i++) {
		struct fact *f = &fs->list[r->given[i].fact];

		r->given[i].counts = r->given[i].counts || f->used;
		if (!f->used)
			diag_say(d, r->rows->columns[i].place, LEVEL_WARNING,
			    "unused",
			    "nothing in the report uses the column %.*s",
			    STR_ARG(f->name));
		f->used = true;
	}
	factuse_warn(&use, d);
}

static void
keep_pristine(struct batchreport *r)
{
	struct facts *fs = &r->from->facts.facts;
	size_t i;

	r->pristine = mem_alloc((fs->n + 1) * sizeof(*r->pristine));
	memcpy(r->pristine, fs->list, fs->n * sizeof(*fs->list));
	for (i = 0; i < fs->n; i++) {
		struct fact *f = &r->pristine[i];

		if (f->pending && f->state == FACT_ERROR)
			f->state = FACT_VALUE;
	}
}

/* What every document holds: the parts of the style, and the receipt. */
static bool
read_style(struct batchreport *r, struct diag *d)
{
	r->docx.created = r->from->created;
	r->docx.again = true;
	return docx_read_style(&r->docx, r->from->style, d);
}

struct batchreport *
batchreport_open(struct batchsources *from, const struct batchrows *rows,
    struct diag *d, bool *fine)
{
	struct batchreport *r = mem_alloc(sizeof(*r));
	struct factset *set = &from->facts;

	*r = (struct batchreport){ .from = from, .rows = rows, .d = d };
	r->whole = (struct diag){ .take = take_whole, .ctx = r };
	io_read(from->list, &r->list);
	*fine = read_style(r, &r->whole);
	r->sections.sheet = &r->docx.sheet;
	r->sections.edition = str_of(from->edition);
	if (from->editions != NULL)
		r->sections.editions = str_of(from->editions);
	batchsections_read(&r->sections, buf_str(&r->list), &r->whole);
	factset_define(set, from->files, from->files_n, &r->whole);
	add_columns(r);
	mask_columns(r, &r->whole);
	factset_load(set, &r->whole);
	if (set->facts.formulas_n != 0) {
		r->formulas =
		    formulas_read(&set->facts, set->database, &r->whole);
		formulas_compute(r->formulas);
	}
	batchsections_use(&r->sections, &set->facts);
	batchsections_make(&r->sections, &set->facts, false, &r->whole);
	warn_unused(r, &r->whole);
	keep_pristine(r);
	*fine = *fine && !diag_failed(d);
	return r;
}

/* Puts the facts that wait for rows among those of a row, for a question. */
static void
set_pending(struct batchreport *r, bool pending)
{
	struct facts *fs = &r->from->facts.facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		fs->list[i].pending = pending && r->pristine[i].pending;
}

/* The cell that a message of a row is about: that of the fact in its place, or
 * of what made the formula there fail; NULL where none is. */
static const struct batchcell *
cell_of(const struct batchreport *r, struct place at)
{
	struct facts *fs = &r->from->facts.facts;
	struct str name;
	const struct fact *f;
	size_t i;

	name = batchsections_fact(&r->sections, fs, at);
	for (i = 0; name.n == 0 && i < fs->formulas_n; i++)
		if (fs->formulas[i].at.line == at.line &&
		    strcmp(fs->formulas[i].at.path, at.path) == 0)
			name = formulas_cause(r->formulas, i);
	f = facts_find(fs, name);
	if (f != NULL && f->formula != 0)
		name = formulas_cause(r->formulas, f->formula - 1);
	for (i = 0; i < r->rows->columns_n; i++)
		if (str_equal(buf_str(&r->rows->columns[i].name), name))
			return &r->row->cells[i];
	return NULL;
}

/* Takes a message of a row, and tells it at the row's cell. */
static void
take_row(void *ctx, struct place at, enum level level, const char *code,
    struct str text)
{
	struct batchreport *r = ctx;
	struct place there = { r->rows->path, r->row->line, 0 };
	const struct batchcell *cell;
	struct buf kept = { 0 };
	size_t i;

	buf_addf(&kept, "%s:%zu:%zu:%.*s", at.path, at.line, at.column,
	    STR_ARG(text));
	for (i = 0; i < r->told_n; i++)
		if (str_equal(buf_str(&r->told[i]), buf_str(&kept)))
			break;
	if (i < r->told_n) {
		buf_free(&kept);
		return;
	}
	set_pending(r, true);
	cell = cell_of(r, at);
	set_pending(r, false);
	if (cell != NULL)
		there.column = cell->column;
	buf_clear(&kept);
	buf_addz(&kept, at.path);
	if (at.line != 0)
		buf_addf(&kept, ":%zu", at.line);
	if (at.column != 0)
		buf_addf(&kept, ":%zu", at.column);
	diag_say(r->d, there, level, code, "%.*s (at %s)", STR_ARG(text),
	    kept.p);
	buf_free(&kept);
}

static void
give(struct batchreport *r, const struct batchitem *row)
{
	struct facts *fs = &r->from->facts.facts;
	size_t i;

	memcpy(fs->list, r->pristine, fs->n * sizeof(*fs->list));
	set_pending(r, false);
	for (i = 0; i < r->rows->columns_n; i++) {
		struct fact *f = &fs->list[r->given[i].fact];

		f->value = row->cells[i].text;
		if (f->state != FACT_MASK)
			f->shown = f->value;
	}
}

void
batchreport_facts(
    const struct batchreport *r, const struct batchitem *row, struct buf *out)
{
	size_t i;

	for (i = 0; i < r->rows->columns_n; i++) {
		if (!r->given[i].counts)
			continue;
		buf_adds(out, buf_str(&r->rows->columns[i].name));
		buf_addz(out, " = ");
		buf_adds(out, row->cells[i].text);
		buf_addc(out, '\n');
	}
}

/* The receipt of the row, as if its facts were an overlay's. */
static void
put_receipt(struct batchreport *r)
{
	buf_clear(&r->facts);
	buf_clear(&r->receipt_list);
	buf_clear(&r->docx.receipt);
	batchreport_facts(r, r->row, &r->facts);
	buf_addz(&r->receipt_list, "\t" INPUT_FACTS "\t");
	hash_add(&r->receipt_list, buf_str(&r->facts));
	buf_addz(&r->receipt_list, "\trow\n");
	buf_adds(&r->receipt_list, buf_str(&r->list));
	receipt_put(buf_str(&r->receipt_list), &r->docx.receipt);
}

static void
check(const struct batchreport *r, struct str package)
{
	struct buf why = { 0 };

	if (!opc_check(package, &why) || !charts_check(package, &why))
		die("%s, line %zu: nothing was written: what came out is not "
		    "sound: %s",
		    r->rows->path, r->row->line, why.p);
	buf_free(&why);
}

static void
write_document(struct batchreport *r, struct buf *out)
{
	size_t i, start = out->n;

	r->docx.n = 0;
	for (i = 0; i < r->sections.n; i++)
		docx_add(&r->docx, buf_str(&r->sections.list[i].wml));
	if (*r->from->edition == '\0')
		put_receipt(r);
	docx_write(&r->docx, out);
	/* to read a package back takes as long as to make three, and what is
	 * wrong with one is wrong with most */
	if (r->made++ % CHECKED == 0)
		check(r, str_from(buf_str(out), start));
}

/* The one place that every document of an edition passes before it is written
 * anywhere. */
static bool
hides(const struct batchreport *r, struct str package, struct diag *d)
{
	struct buf name = { 0 };
	bool fine;

	buf_addf(&name, "%.*s.docx", STR_ARG(r->row->text));
	fine = batchleak_free(&r->from->facts.facts, &r->sections, name.p,
	    package, r->row->number == 0, d);
	buf_free(&name);
	return fine;
}

bool
batchreport_make(struct batchreport *r, const struct batchitem *row,
    struct diag *d, struct buf *out)
{
	struct diag own = { .take = take_row, .ctx = r };
	size_t errors = d->counts[LEVEL_ERROR];
	size_t warnings = d->counts[LEVEL_WARNING], start;

	r->row = row;
	r->d = d;
	give(r, row);
	if (r->formulas != NULL)
		formulas_again(r->formulas, &own);
	batchsections_make(&r->sections, &r->from->facts.facts, true, &own);
	if (own.counts[LEVEL_ERROR] != 0 || d->counts[LEVEL_ERROR] != errors ||
	    (d->strict && d->counts[LEVEL_WARNING] != warnings))
		return false;
	start = out->n;
	write_document(r, out);
	return !*r->from->edition ||
	       hides(r, str_from(buf_str(out), start), &own);
}

void
batchreport_key(const struct batchreport *r, struct buf *out)
{
	struct buf all = { 0 };
	size_t i;

	buf_addf(&all, "%s\n%s\n%s\n", VERSION, r->from->edition,
	    r->from->created != NULL ? r->from->created : "");
	if (r->from->program != NULL)
		io_read(r->from->program, &all);
	for (i = 0; i < DOCX_PARTS; i++)
		buf_adds(&all, buf_str(&r->docx.parts[i]));
	buf_adds(&all, buf_str(&r->list));
	hash_add(out, buf_str(&all));
	buf_free(&all);
}

/* Says whether a fact has a column in the table of facts: no table has. */
static bool
in_summary(const struct batchreport *r, size_t i)
{
	return r->pristine[i].state != FACT_TABLE;
}

static void
put_cell(struct str cell, struct buf *out)
{
	buf_addc(out, ',');
	csv_put(cell, out);
}

void
batchreport_names(const struct batchreport *r, struct buf *out)
{
	const struct facts *fs = &r->from->facts.facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		if (in_summary(r, i))
			put_cell(fs->list[i].name, out);
}

void
batchreport_values(const struct batchreport *r, struct buf *out)
{
	const struct facts *fs = &r->from->facts.facts;
	size_t i;

	for (i = 0; i < fs->n; i++)
		if (in_summary(r, i))
			put_cell(fs->list[i].state == FACT_TABLE
				     ? STR("")
				     : fs->list[i].shown,
			    out);
}

void
batchreport_free(struct batchreport *r)
{
	size_t i;

	for (i = 0; i < r->told_n; i++)
		buf_free(&r->told[i]);
	for (i = 0; i < r->rows->columns_n; i++)
		buf_free(&r->origins[i]);
	free(r->told);
	free(r->origins);
	free(r->given);
	formulas_free(r->formulas);
	factset_free(&r->from->facts);
	batchsections_free(&r->sections);
	free(r->pristine);
	buf_free(&r->list);
	buf_free(&r->receipt_list);
	buf_free(&r->facts);
	docx_free(&r->docx);
	free(r);
}
