/* redlinetable: tables of a redline, row by row */
#include <stdlib.h>

#include "align.h"
#include "die.h"
#include "redlinetable.h"
#include "xmlout.h"

enum { COLUMNS = 64 };

/* Adds the tokens of a cell's paragraphs. */
static bool
cell_tokens(
    struct token_ids *ids, const struct wml_cell *cell, struct tokens *ts)
{
	struct str rest = cell->paragraphs;
	struct wml_block p;
	size_t n;

	for (; rest.n != 0; rest = str_from(rest, n)) {
		n = wml_paragraph(rest, &p);
		if (n == 0 || !tokens_read(ts, ids, p.content))
			return false;
	}
	return true;
}

static bool
row_tokens(struct token_ids *ids, const struct wml_row *row, struct tokens *ts)
{
	size_t i;

	for (i = 0; i < row->n; i++)
		if (!cell_tokens(ids, &row->cells[i], ts))
			return false;
	return true;
}

bool
redline_table_tokens(
    struct token_ids *ids, const struct wml_block *table, struct tokens *ts)
{
	size_t i;

	for (i = 0; i < table->rows_n; i++)
		if (!row_tokens(ids, &table->rows[i], ts))
			return false;
	return true;
}

/* The number that stands behind name in s; otherwise where it has none. */
static long
number_behind(struct str s, struct str name, long otherwise)
{
	size_t at = str_find(s, name, 0);
	long n = 0;

	if (at == (size_t)-1)
		return otherwise;
	for (at += name.n;
	     at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && n < 1000000; at++)
		n = 10 * n + (s.p[at] - '0');
	return n;
}

/* The widths of a table's columns; how many there are. */
static size_t
columns_of(const struct wml_block *table, long *widths)
{
	static const struct str name = STR("<w:gridCol w:w=\"");
	struct str rest = table->head;
	size_t n = 0, at;

	while ((at = str_find(rest, name, 0)) != (size_t)-1 && n < COLUMNS) {
		rest = str_from(rest, at);
		widths[n++] = number_behind(rest, name, 0);
		rest = str_from(rest, name.n);
	}
	return n;
}

/* Adds a cell's properties, as wide as its columns are in the new table. */
static void
put_properties(struct revisions *rs, struct str properties, const long *widths,
    size_t columns, size_t *column)
{
	static const struct str name = STR("<w:tcW w:w=\"");
	long span = number_behind(properties, STR("<w:gridSpan w:val=\""), 1),
	     width = 0;
	size_t at = str_find(properties, name, 0), end;

	for (; span > 0 && *column < columns; span--)
		width += widths[(*column)++];
	if (at == (size_t)-1 || width == 0) {
		buf_adds(rs->out, properties);
		return;
	}
	end = at + name.n;
	buf_adds(rs->out, str_cut(properties, 0, end));
	buf_addf(rs->out, "%ld", width);
	while (end < properties.n && properties.p[end] != '"')
		end++;
	buf_adds(rs->out, str_from(properties, end));
}

/* Adds a paragraph of a cell as it is; its mark goes or comes with the row. */
static void
put_paragraphs(struct revisions *rs, const struct wml_cell *cell,
    const struct revision *by)
{
	struct token_ids ids = { 0 };
	struct str rest = cell->paragraphs;
	struct revision row = *by;
	struct wml_block p;
	size_t n;

	row.move = 0;
	for (; rest.n != 0; rest = str_from(rest, n)) {
		struct tokens ts = { 0 };

		n = wml_paragraph(rest, &p);
		tokens_read(&ts, &ids, p.content);
		revision_paragraph(rs, &row, p.properties, &ts);
		tokens_free(&ts);
	}
	token_ids_free(&ids);
}

/* Adds a row that goes or comes. */
static void
put_row(struct revisions *rs, const struct wml_row *row,
    const struct revision *by, const long *widths, size_t columns)
{
	size_t i, column = 0;

	xmlout_start(rs->out, "w:tr");
	revision_row(rs, by, row->properties);
	for (i = 0; i < row->n; i++) {
		xmlout_start(rs->out, "w:tc");
		put_properties(
		    rs, row->cells[i].properties, widths, columns, &column);
		put_paragraphs(rs, &row->cells[i], by);
		xmlout_end(rs->out, "w:tc");
	}
	xmlout_end(rs->out, "w:tr");
}

static struct author
row_author(const struct redline_side *side, const struct wml_block *table,
    const struct wml_row *row)
{
	return blame_of(&side->blame, str_of(side->paths[table->section]),
	    row->line != 0 ? row->line : table->line);
}

void
redline_table_whole(const struct redline *r, struct revisions *rs,
    const struct wml_block *table, const struct revision *by)
{
	const struct redline_side *side =
	    by->change == CHANGE_DELETED ? &r->old : &r->new;
	long widths[COLUMNS];
	size_t columns = columns_of(table, widths), i;

	xmlout_start(rs->out, "w:tbl");
	buf_adds(rs->out, table->head);
	for (i = 0; i < table->rows_n; i++) {
		struct revision row = *by;

		row.author = row_author(side, table, &table->rows[i]);
		put_row(rs, &table->rows[i], &row, widths, columns);
	}
	xmlout_end(rs->out, "w:tbl");
}

/* How many paragraphs a cell has. */
static size_t
count(const struct wml_cell *cell)
{
	struct str rest = cell->paragraphs;
	struct wml_block p;
	size_t n = 0, length;

	for (; rest.n != 0; rest = str_from(rest, length), n++)
		if ((length = wml_paragraph(rest, &p)) == 0)
			break;
	return n;
}

/* How a cell is joined to those above and below it (17.4.84). */
static struct str
joined(const struct wml_cell *cell)
{
	size_t at = str_find(cell->properties, STR("<w:vMerge"), 0), end;

	if (at == (size_t)-1)
		return STR("");
	end = str_find(cell->properties, STR(">"), at);
	return str_cut(cell->properties, at, end - at);
}

/* Says whether two rows have the same cells, so that these can be compared: a
 * cell that is joined otherwise would not fit in one of the two tables. */
static bool
rows_fit(const struct wml_row *a, const struct wml_row *b)
{
	static const struct str span = STR("<w:gridSpan w:val=\"");
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++)
		if (number_behind(a->cells[i].properties, span, 1) !=
			number_behind(b->cells[i].properties, span, 1) ||
		    !str_equal(joined(&a->cells[i]), joined(&b->cells[i])) ||
		    count(&a->cells[i]) != count(&b->cells[i]))
			return false;
	return a->n == b->n;
}

/* Adds the paragraphs of a cell that both texts have. */
static void
put_cell(const struct redline *r, struct revisions *rs, struct token_ids *ids,
    const struct wml_cell *old, const struct wml_cell *new,
    struct author author)
{
	struct str before = old->paragraphs, after = new->paragraphs;
	struct wml_block p, q;

	buf_adds(rs->out, new->properties);
	while (after.n != 0) {
		struct tokens a = { 0 }, b = { 0 };

		before = str_from(before, wml_paragraph(before, &p));
		after = str_from(after, wml_paragraph(after, &q));
		tokens_read(&a, ids, p.content);
		tokens_read(&b, ids, q.content);
		xmlout_start(rs->out, "w:p");
		if (q.properties.n != 0) {
			xmlout_start(rs->out, "w:pPr");
			buf_adds(rs->out, q.properties);
			xmlout_end(rs->out, "w:pPr");
		}
		redline_runs(r, rs, &a, &b, author);
		xmlout_end(rs->out, "w:p");
		tokens_free(&a);
		tokens_free(&b);
	}
}

static void
put_changed_row(const struct redline *r, struct revisions *rs,
    struct token_ids *ids, const struct wml_row *old, const struct wml_row *new,
    struct author author)
{
	size_t i;

	xmlout_start(rs->out, "w:tr");
	if (new->properties.n != 0) {
		xmlout_start(rs->out, "w:trPr");
		buf_adds(rs->out, new->properties);
		xmlout_end(rs->out, "w:trPr");
	}
	for (i = 0; i < new->n; i++) {
		xmlout_start(rs->out, "w:tc");
		put_cell(r, rs, ids, &old->cells[i], &new->cells[i], author);
		xmlout_end(rs->out, "w:tc");
	}
	xmlout_end(rs->out, "w:tr");
}

static void
read_rows(
    struct token_ids *ids, const struct wml_block *table, struct alignees *as)
{
	size_t i;

	as->list = mem_alloc((table->rows_n + 1) * sizeof(*as->list));
	as->n = table->rows_n;
	for (i = 0; i < as->n; i++) {
		as->list[i].kind = as->list[i].style = STR("row");
		row_tokens(ids, &table->rows[i], &as->list[i].tokens);
	}
}

/* The rows of two tables, and what both are drawn in. */
struct rows {
	const struct redline *r;
	struct revisions *rs;
	struct token_ids *ids;
	const struct wml_block *old, *new;
	long widths[COLUMNS];
	size_t columns;
};

static void
put_aligned(const struct rows *t, const struct aligned *a)
{
	const struct wml_row *old = t->old->rows + a->old,
			     *new = t->new->rows + a->new;
	struct revision gone = { .change = CHANGE_DELETED },
			come = { .change = CHANGE_INSERTED };

	if (a->how != ALIGN_GONE)
		come.author = row_author(&t->r->new, t->new, new);
	if ((a->how == ALIGN_SAME || a->how == ALIGN_CHANGED) &&
	    rows_fit(old, new)) {
		put_changed_row(t->r, t->rs, t->ids, old, new, come.author);
		return;
	}
	if (a->how != ALIGN_COME) {
		gone.author = a->how == ALIGN_GONE
				  ? row_author(&t->r->old, t->old, old)
				  : come.author;
		put_row(t->rs, old, &gone, t->widths, t->columns);
	}
	if (a->how != ALIGN_GONE)
		put_row(t->rs, new, &come, t->widths, t->columns);
}

void
redline_table(const struct redline *r, struct revisions *rs,
    struct token_ids *ids, const struct wml_block *old,
    const struct wml_block *new)
{
	struct rows t = {
		.r = r, .rs = rs, .ids = ids, .old = old, .new = new
	};
	struct alignees before = { 0 }, after = { 0 };
	struct alignments aligned = { 0 };
	struct revision by = { .change = CHANGE_DELETED };
	long widths[COLUMNS];
	size_t i;

	t.columns = columns_of(new, t.widths);
	if (columns_of(old, widths) != t.columns) {
		by.author = row_author(&r->new, new, &new->rows[0]);
		redline_table_whole(r, rs, old, &by);
		revision_parting(rs, &by);
		by.change = CHANGE_INSERTED;
		redline_table_whole(r, rs, new, &by);
		return;
	}
	read_rows(ids, old, &before);
	read_rows(ids, new, &after);
	align(&before, &after, false, &aligned);
	xmlout_start(rs->out, "w:tbl");
	buf_adds(rs->out, new->head);
	for (i = 0; i < aligned.n; i++)
		put_aligned(&t, &aligned.list[i]);
	xmlout_end(rs->out, "w:tbl");
	alignments_free(&aligned);
	alignees_free(&before);
	alignees_free(&after);
}
