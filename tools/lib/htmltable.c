/* htmltable: a table that is gathered cell by cell, then written as HTML;
 * clauses are those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "htmltable.h"
#include "xmlout.h"

enum { COLUMNS = 63 }; /* that a table of Word may have */

/* A column: a number of them, or a place behind as many. */
static size_t
columns(const struct xml_element *e)
{
	long n = look_number(look_attribute(e, "val"));

	return n < 1 ? 1 : n > COLUMNS ? COLUMNS : (size_t)n;
}

/* Says whether an element may stand in w:tblBorders. */
static bool
is_border(const char *name)
{
	static const char *const names[] = { "top", "left", "start", "bottom",
		"right", "end", "insideH", "insideV" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* A rule of w:tblBorders (17.4.38). */
static void
take_border(struct htmltable *t, const struct xml_element *e)
{
	struct str kind = look_attribute(e, "val");
	long size = look_number(look_attribute(e, "sz"));

	t->borders = t->borders && is_border(e->name);
	if (!t->borders || str_equal(kind, STR("none")) ||
	    str_equal(kind, STR("nil")) || size <= 0)
		return;
	if (strcmp(e->name, "top") == 0) {
		t->outer = size;
	} else if (strcmp(e->name, "insideH") == 0) {
		t->rules = true;
		t->inner = size;
	} else if (strcmp(e->name, "insideV") == 0) {
		t->grid = true;
		t->inner = size;
	}
}

void
htmltable_take(struct htmltable *t, const struct xml_element *e)
{
	const char *name = e->name;

	if (!look_word(e))
		return;
	take_border(t, e);
	if (strcmp(name, "tblBorders") == 0) {
		t->borders = true;
	} else if (strcmp(name, "tblpPr") == 0) {
		t->foot =
		    str_equal(look_attribute(e, "tblpYSpec"), STR("bottom"));
	} else if (strcmp(name, "gridCol") == 0 && t->columns_n < COLUMNS) {
		t->columns =
		    mem_more(t->columns, t->columns_n, sizeof(*t->columns));
		t->columns[t->columns_n++] =
		    look_number(look_attribute(e, "w"));
	} else if (strcmp(name, "tblHeader") == 0) {
		t->head = true;
	} else if (strcmp(name, "gridBefore") == 0) {
		t->before = columns(e);
	} else if (strcmp(name, "gridSpan") == 0) {
		t->span = columns(e);
	} else if (strcmp(name, "vMerge") == 0) {
		t->merge = str_equal(look_attribute(e, "val"), STR("restart"))
			       ? MERGE_BEGINS
			       : MERGE_GOES_ON;
	}
}

void
htmltable_style(struct htmltable *t, struct htmlstyle *style)
{
	const struct look *l = style != NULL ? htmlstyles_use(style) : NULL;

	if (l == NULL || !l->said[LOOK_RULE])
		return;
	t->grid = true;
	t->inner = l->value[LOOK_RULE];
}

void
htmltable_row(struct htmltable *t)
{
	t->rows = mem_more(t->rows, t->n, sizeof(*t->rows));
	t->rows[t->n++] = (struct htmltable_row){ .head = t->head };
	t->head = false;
}

void
htmltable_cell(struct htmltable *t)
{
	struct htmltable_row *r = t->rows + t->n - 1;
	const struct htmltable_cell *last;
	size_t column = t->before;

	if (r->n != 0) {
		last = r->cells + r->n - 1;
		column = last->column + last->span;
	}
	r->cells = mem_more(r->cells, r->n, sizeof(*r->cells));
	r->cells[r->n++] = (struct htmltable_cell){
		.column = column,
		.span = t->span != 0 ? t->span : 1,
		.merge = t->merge,
	};
	t->before = t->span = 0;
	t->merge = MERGE_NONE;
}

struct buf *
htmltable_content(struct htmltable *t)
{
	struct htmltable_row *r = t->rows + t->n - 1;

	return &r->cells[r->n - 1].content;
}

/* The cell of a row that begins in a column, or NULL. */
static const struct htmltable_cell *
cell_at(const struct htmltable_row *r, size_t column)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (r->cells[i].column == column)
			return r->cells + i;
	return NULL;
}

/* How many rows a cell is high: those below in which it goes on (17.4.84), up
 * to the end of the head or the body. */
static size_t
height(const struct htmltable *t, size_t row, const struct htmltable_cell *c)
{
	const struct htmltable_cell *below;
	size_t n = 1;

	while (c->merge != MERGE_NONE && row + n < t->n &&
	       t->rows[row + n].head == t->rows[row].head &&
	       (below = cell_at(t->rows + row + n, c->column)) != NULL &&
	       below->merge == MERGE_GOES_ON && below->span == c->span)
		n++;
	return n;
}

/* Says whether the cell above goes on in this one. */
static bool
covered(const struct htmltable *t, size_t row, const struct htmltable_cell *c)
{
	const struct htmltable_cell *above;

	if (c->merge != MERGE_GOES_ON || row == 0 ||
	    t->rows[row - 1].head != t->rows[row].head)
		return false;
	above = cell_at(t->rows + row - 1, c->column);
	return above != NULL && above->merge != MERGE_NONE &&
	       above->span == c->span;
}

static void
put_cell(const struct htmltable *t, size_t row, const struct htmltable_cell *c,
    struct buf *out)
{
	const char *name = t->rows[row].head ? "th" : "td";
	size_t rows = height(t, row, c);

	if (covered(t, row, c))
		return;
	xmlout_open(out, name);
	if (t->rows[row].head)
		xmlout_attrz(out, "scope", c->span > 1 ? "colgroup" : "col");
	if (c->span > 1)
		xmlout_attrn(out, "colspan", (long)c->span);
	if (rows > 1)
		xmlout_attrn(out, "rowspan", (long)rows);
	xmlout_more(out);
	buf_adds(out, buf_str(&c->content));
	xmlout_end(out, name);
}

static void
put_rows(const struct htmltable *t, struct buf *out)
{
	size_t row, i;
	bool head;

	for (row = 0; row < t->n; row++) {
		const struct htmltable_row *r = t->rows + row;

		head = r->head;
		if (row == 0 || t->rows[row - 1].head != head)
			xmlout_start(out, head ? "thead" : "tbody");
		xmlout_start(out, "tr");
		for (i = 0; i < r->n; i++)
			put_cell(t, row, r->cells + i, out);
		xmlout_end(out, "tr");
		buf_addc(out, '\n');
		if (row + 1 == t->n || t->rows[row + 1].head != head)
			xmlout_end(out, head ? "thead" : "tbody");
	}
}

/* The shares of the columns, thousandths. */
static void
put_columns(const struct htmltable *t, long width, struct buf *out)
{
	struct buf style = { 0 };
	size_t i;

	if (width == 0)
		return;
	xmlout_start(out, "colgroup");
	for (i = 0; i < t->columns_n; i++) {
		long share = t->columns[i] * 1000 / width;

		buf_addf(&style, "width:%ld.%ld%%", share / 10, share % 10);
		xmlout_open(out, "col");
		xmlout_attr(out, "style", buf_str(&style));
		xmlout_empty(out);
		buf_clear(&style);
	}
	xmlout_end(out, "colgroup");
	buf_free(&style);
}

/* On a phone a table is as narrow as leaves each column room for some
 * characters, and goes sideways where that is wider. */
static void
put_width(const struct htmltable *t, long width, long base, struct buf *out)
{
	struct buf style = { 0 };

	buf_addz(&style, "width:");
	look_length(width, base, &style);
	buf_addz(&style, ";--least:min(");
	look_length(width, base, &style);
	buf_addf(&style, ",%zurem)", t->columns_n * 4);
	if (t->outer != 0)
		buf_addf(&style, ";--outer:%ld.%03ldpt", t->outer / 8,
		    t->outer % 8 * 125);
	if (t->inner != 0)
		buf_addf(&style, ";--inner:%ld.%03ldpt", t->inner / 8,
		    t->inner % 8 * 125);
	xmlout_attr(out, "style", buf_str(&style));
	buf_free(&style);
}

void
htmltable_put(const struct htmltable *t, long base, struct buf *out)
{
	long width = 0;
	size_t i;

	if (t->n == 0)
		return;
	for (i = 0; i < t->columns_n; i++)
		width += t->columns[i] > 0 ? t->columns[i] : 0;
	xmlout_open(out, "div");
	xmlout_attrz(out, "class", t->foot ? "scroll foot" : "scroll");
	/* what goes sideways can be reached by the keyboard */
	xmlout_attrz(out, "tabindex", "0");
	xmlout_more(out);
	xmlout_open(out, "table");
	if (t->grid || t->rules)
		xmlout_attrz(out, "class", t->grid ? "grid" : "rules");
	if (width != 0)
		put_width(t, width, base, out);
	xmlout_more(out);
	put_columns(t, width, out);
	put_rows(t, out);
	xmlout_end(out, "table");
	xmlout_end(out, "div");
	buf_addc(out, '\n');
}

void
htmltable_free(struct htmltable *t)
{
	size_t i, j;

	for (i = 0; i < t->n; i++) {
		for (j = 0; j < t->rows[i].n; j++)
			buf_free(&t->rows[i].cells[j].content);
		free(t->rows[i].cells);
	}
	free(t->rows);
	free(t->columns);
	*t = (struct htmltable){ 0 };
}
