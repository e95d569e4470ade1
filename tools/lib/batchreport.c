/* batchreport: the report that a batch makes once for each row */
#include <stdlib.h>
#include <string.h>

#include "batchfacts.h"
#include "batchleak.h"
#include "batchreport.h"
#include "batchsection.h"
#include "chartcheck.h"
#include "die.h"
#include "docx.h"
#include "formula.h"
#include "hash.h"
#include "inputs.h"
#include "io.h"
#include "opccheck.h"
#include "receipt.h"
#include "version.h"

enum { CHECKED = 1000 }; /* of so many packages one is read back and checked */

struct batchreport {
	struct batchsources *from;
	const struct batchrows *rows;
	struct buf list, receipt_list;
	struct batchsections sections;
	struct formulas *formulas; /* NULL where there are none */
	struct batchfacts facts;
	struct docx docx;
	size_t made; /* packages */
	struct buf row_facts; /* the row as a file of facts */

	/* messages of the whole report, which rows do not tell again */
	struct buf *told;
	size_t told_n, errors, warnings;
	struct diag *d;
	/* the row that is made, and its own diag */
	const struct batchitem *row;
	struct diag whole;
};

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
	r->facts = (struct batchfacts){ .set = set, .rows = rows };
	batchfacts_read(&r->facts, from->files, from->files_n, &r->whole);
	if (set->facts.formulas_n != 0) {
		r->formulas =
		    formulas_read(&set->facts, set->database, &r->whole);
		formulas_compute(r->formulas);
	}
	batchsections_use(&r->sections, &set->facts);
	batchsections_make(&r->sections, &set->facts, false, &r->whole);
	batchfacts_unused(&r->facts, &r->whole);
	batchfacts_keep(&r->facts);
	*fine = *fine && !diag_failed(d);
	return r;
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
	batchfacts_wait(&r->facts, true);
	cell = cell_of(r, at);
	batchfacts_wait(&r->facts, false);
	if (cell != NULL)
		there.column = cell->column;
	buf_clear(&kept);
	buf_addz(&kept, at.path);
	if (at.line != 0)
		buf_addf(&kept, ":%zu", at.line);
	if (at.column != 0)
		buf_addf(&kept, ":%zu", at.column);
	diag_say(
	    r->d, there, level, code, "%.*s (at %s)", STR_ARG(text), kept.p);
	buf_free(&kept);
}

/* The receipt of the row, as if its facts were an overlay's. */
static void
put_receipt(struct batchreport *r)
{
	buf_clear(&r->row_facts);
	buf_clear(&r->receipt_list);
	buf_clear(&r->docx.receipt);
	batchfacts_put(&r->facts, r->row, &r->row_facts);
	buf_addz(&r->receipt_list, "\t" INPUT_FACTS "\t");
	hash_add(&r->receipt_list, buf_str(&r->row_facts));
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
	batchfacts_give(&r->facts, row);
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

const struct batchfacts *
batchreport_facts(const struct batchreport *r)
{
	return &r->facts;
}

void
batchreport_free(struct batchreport *r)
{
	size_t i;

	for (i = 0; i < r->told_n; i++)
		buf_free(&r->told[i]);
	free(r->told);
	batchfacts_free(&r->facts);
	formulas_free(r->formulas);
	factset_free(&r->from->facts);
	batchsections_free(&r->sections);
	buf_free(&r->list);
	buf_free(&r->receipt_list);
	buf_free(&r->row_facts);
	docx_free(&r->docx);
	free(r);
}
