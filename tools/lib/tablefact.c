/* tablefact: a table that a fact put into the text, as rows of a block */
#include <stdlib.h>

#include "die.h"
#include "inline.h"
#include "tablefact.h"
#include "utf8.h"

static void
say(struct diag *d, struct place at, struct str typed)
{
	diag_say(d, at, LEVEL_ERROR, "table",
	    "%.*s is a table; put it alone into :::表 or :::图",
	    STR_ARG(typed));
}

/* Says whether the text is nothing but a table that a fact put in. */
static bool
is_table(struct str text, struct mark *m)
{
	return mark_read(text, 0, m) && m->kind == MARK_IS_VALUE &&
	       m->length == text.n && mark_table(m->text);
}

void
tablefact_check(const struct line *l, size_t number, bool rows,
    const char *path, struct diag *d)
{
	struct piece p;
	size_t at = 0;

	if (!mark_table(l->whole) || (rows && is_table(l->text, &p.mark)))
		return;
	while (inline_next(l->text, &at, &p))
		if (p.kind == PIECE_MARK && p.mark.kind == MARK_IS_VALUE &&
		    mark_table(p.mark.text))
			say(d, line_place(l, p.whole.p, path, number),
			    p.mark.typed);
}

/* Takes what stands before a mark off *rest, and the mark. */
static struct str
cut(struct str *rest, struct str mark)
{
	size_t at = str_find(*rest, mark, 0);
	struct str before = *rest;

	if (at == (size_t)-1) {
		*rest = str_from(*rest, rest->n);
		return before;
	}
	*rest = str_from(*rest, at + mark.n);
	return str_cut(before, 0, at);
}

/* A cell is a value of its own, so that nothing in it is markup. */
static void
add_row(struct paragraph *row, struct str typed, struct str cells)
{
	bool first = true, last;

	do {
		last = str_find(cells, STR(MARK_CELL), 0) == (size_t)-1;
		if (!first)
			buf_addc(&row->text, '|');
		first = false;
		mark_add(&row->text, MARK_VALUE, typed,
		    utf8_trim(cut(&cells, STR(MARK_CELL))));
	} while (!last);
}

static void
make_rows(struct tablefact *t, const struct paragraph *p, const struct mark *m)
{
	struct str rest = m->text;

	while (rest.n != 0) {
		struct paragraph *row;

		t->made = mem_more(t->made, t->n, sizeof(*t->made));
		row = &t->made[t->n++];
		*row = (struct paragraph){ .n = 1 };
		row->lines = mem_alloc(sizeof(*row->lines));
		*row->lines = *p->lines;
		add_row(row, m->typed, cut(&rest, STR(MARK_ROW)));
	}
	t->rows = t->made;
	t->fact = true;
}

bool
tablefact_rows(struct tablefact *t, const struct paragraph *lines, size_t n,
    const struct setting *how)
{
	bool fine = true;
	struct mark m;
	size_t i;

	if (n == 1 && is_table(buf_str(&lines->text), &m)) {
		make_rows(t, lines, &m);
		return true;
	}
	t->rows = lines;
	t->n = n;
	for (i = 0; i < n; i++) {
		struct str line = buf_str(&lines[i].text);

		if (is_table(line, &m))
			say(how->d, paragraph_place(&lines[i], 0, how->path),
			    m.typed);
		fine = fine && !mark_table(line);
	}
	return fine;
}

void
tablefact_free(struct tablefact *t)
{
	size_t i;

	for (i = 0; t->made != NULL && i < t->n; i++)
		paragraph_free(&t->made[i]);
	free(t->made);
	*t = (struct tablefact){ 0 };
}
