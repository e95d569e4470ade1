/* wml: what typeset wrote of a section, taken apart again */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "reloc.h"
#include "typeset.h"
#include "wml.h"

#define LITERAL(s, text) str_starts(s, STR(text))

/* The length of s up to and with end; 0 where it has none. */
static size_t
through(struct str s, struct str end)
{
	size_t at = str_find(s, end, 0);

	return at != (size_t)-1 ? at + end.n : 0;
}

/* Takes <NAME>inside</NAME> off *s where it begins so; open and close are these
 * tags. */
static struct str
take_inside(struct str *s, struct str open, struct str close)
{
	size_t n;
	struct str inside = STR("");

	if (!str_starts(*s, open) || (n = through(*s, close)) == 0)
		return inside;
	inside = str_cut(*s, open.n, n - open.n - close.n);
	*s = str_from(*s, n);
	return inside;
}

size_t
wml_paragraph(struct str text, struct wml_block *b)
{
	struct str rest;
	size_t n;

	*b = (struct wml_block){ .kind = WML_PARAGRAPH };
	b->properties = b->content = STR("");
	if (LITERAL(text, "<w:p/>")) {
		b->whole = str_cut(text, 0, 6);
		return 6;
	}
	if (!LITERAL(text, "<w:p>") || (n = through(text, STR("</w:p>"))) == 0)
		return 0;
	b->whole = str_cut(text, 0, n);
	rest = str_cut(text, 5, n - 5 - 6);
	b->properties = take_inside(&rest, STR("<w:pPr>"), STR("</w:pPr>"));
	b->content = rest;
	return n;
}

/* Takes the cell that *s begins with; false where none does. */
static bool
take_cell(struct str *s, struct wml_row *row)
{
	struct wml_cell cell;
	struct str inside;
	size_t n;

	if (!LITERAL(*s, "<w:tc>"))
		return false;
	inside = take_inside(s, STR("<w:tc>"), STR("</w:tc>"));
	n = LITERAL(inside, "<w:tcPr>") ? through(inside, STR("</w:tcPr>")) : 0;
	cell.properties = str_cut(inside, 0, n);
	cell.paragraphs = str_from(inside, n);
	row->cells = mem_more(row->cells, row->n, sizeof(*row->cells));
	row->cells[row->n++] = cell;
	return cell.paragraphs.n != 0;
}

/* Takes the row that *s begins with; false where none does. */
static bool
take_row(struct str *s, struct wml_block *table)
{
	struct wml_row row = { .whole = *s };
	struct str inside;
	bool fine;

	if (!LITERAL(*s, "<w:tr>"))
		return false;
	inside = take_inside(s, STR("<w:tr>"), STR("</w:tr>"));
	row.whole.n -= s->n;
	row.properties =
	    take_inside(&inside, STR("<w:trPr>"), STR("</w:trPr>"));
	while (inside.n != 0 && take_cell(&inside, &row))
		continue;
	fine = inside.n == 0 && row.n != 0;
	table->rows =
	    mem_more(table->rows, table->rows_n, sizeof(*table->rows));
	table->rows[table->rows_n++] = row;
	return fine;
}

/* Reads the table that text begins with; returns its length, 0 where it is no
 * sound one. */
static size_t
read_table(struct str text, struct wml_block *b)
{
	struct str rest;
	size_t n, head;

	*b = (struct wml_block){ .kind = WML_TABLE };
	if ((n = through(text, STR("</w:tbl>"))) == 0)
		return 0;
	b->whole = str_cut(text, 0, n);
	rest = str_cut(text, 7, n - 7 - 8);
	head = through(rest, STR("</w:tblGrid>"));
	b->head = str_cut(rest, 0, head);
	rest = str_from(rest, head);
	while (rest.n != 0)
		if (!take_row(&rest, b))
			return 0;
	return n;
}

/* Reads the block that text begins with; returns its length, or 0. */
static size_t
read_block(struct str text, struct wml_block *b)
{
	struct reloc r;
	size_t at = 0, end;

	if (LITERAL(text, "<w:tbl>"))
		return read_table(text, b);
	if (!LITERAL(text, "<?wengao "))
		return wml_paragraph(text, b);
	*b = (struct wml_block){ .kind = WML_OTHER };
	if (!reloc_next(text, &at, &end, &r) || at != 0)
		return 0;
	b->turns = r.kind == RELOC_LANDSCAPE || r.kind == RELOC_PORTRAIT;
	b->whole = str_cut(text, 0, end);
	return end;
}

static size_t
take_digits(struct str *s)
{
	size_t n = 0;

	while (s->n != 0 && s->p[0] >= '0' && s->p[0] <= '9') {
		n = n * 10 + (size_t)(s->p[0] - '0');
		*s = str_from(*s, 1);
	}
	return n;
}

/* Gives the blocks of the last section, the text of which begins at body, their
 * lines. */
static void
take_lines(struct wml *w, size_t first, const char *body, struct str args)
{
	size_t i = first, row = 0, at, line = 0, next = 0;

	for (;;) {
		/* the blocks before the next place stand in the line so far */
		bool more = args.n != 0;

		at = more ? take_digits(&args) : (size_t)-1;
		args = str_from(args, more && args.n != 0);
		next = more ? take_digits(&args) : 0;
		for (; i < w->n && (size_t)(w->blocks[i].whole.p - body) < at;
		     i++)
			w->blocks[i].line = line;
		if (!more)
			return;
		line = next;
		for (row = 0; args.n > 1 && args.p[1] == '+'; row++) {
			size_t j = i;

			args = str_from(args, 2);
			next = take_digits(&args);
			while (j < w->n && w->blocks[j].kind != WML_TABLE)
				j++;
			if (j < w->n && row < w->blocks[j].rows_n)
				w->blocks[j].rows[row].line = next;
		}
		args = str_from(args, args.n != 0);
	}
}

bool
wml_read(struct wml *w, struct str body)
{
	const struct str end = STR(WML_END);
	struct reloc r = { .args = STR("") };
	size_t first = w->n, at = 0, n, to;
	const char *begin;

	if (!str_starts(body, STR(WML_BEGIN)) || !str_ends(body, end))
		return false;
	body = str_from(body, sizeof(WML_BEGIN) - 1);
	body.n -= end.n;
	begin = body.p;
	while (body.n != 0) {
		struct wml_block b;

		if ((n = read_block(body, &b)) == 0)
			return false;
		at = 0;
		if (b.kind == WML_OTHER && reloc_next(body, &at, &to, &r) &&
		    r.kind == RELOC_LINES) {
			take_lines(w, first, begin, r.args);
		} else {
			b.section = w->sections;
			w->blocks = mem_more(w->blocks, w->n, sizeof(b));
			w->blocks[w->n++] = b;
		}
		body = str_from(body, n);
	}
	w->sections++;
	return true;
}

/* Says whether the linker puts a paragraph behind table i: before a table of
 * another section, and at the end, where pages that turn do not count. */
static bool
wants_paragraph(const struct wml *w, size_t i)
{
	size_t next = i + 1;

	if (w->blocks[i].kind != WML_TABLE)
		return false;
	if (next < w->n && w->blocks[next].kind == WML_TABLE)
		return w->blocks[next].section != w->blocks[i].section;
	while (next < w->n && w->blocks[next].turns)
		next++;
	return next == w->n;
}

void
wml_part(struct wml *w)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct wml_block p;

		if (!wants_paragraph(w, i))
			continue;
		wml_paragraph(STR("<w:p/>"), &p);
		p.section = w->blocks[i].section;
		p.line = w->blocks[i].line;
		w->blocks = mem_more(w->blocks, w->n, sizeof(p));
		memmove(&w->blocks[i + 2], &w->blocks[i + 1],
		    (w->n++ - i - 1) * sizeof(p));
		w->blocks[i + 1] = p;
	}
}

void
wml_free(struct wml *w)
{
	size_t i, j;

	for (i = 0; i < w->n; i++) {
		for (j = 0; j < w->blocks[i].rows_n; j++)
			free(w->blocks[i].rows[j].cells);
		free(w->blocks[i].rows);
	}
	free(w->blocks);
	*w = (struct wml){ 0 };
}
