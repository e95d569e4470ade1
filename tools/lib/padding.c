/* padding: months and days with a 0 in front */
#include <stdlib.h>

#include "chars.h"
#include "die.h"
#include "padding.h"

/* A date in a cell; its text has the right one behind from. */
struct padded {
	struct spot spot;
	struct buf text;
	size_t from;
};

static void
tell(const struct padding *s, struct spot spot, struct str found,
    struct str right)
{
	findings_replace(findings_add(s->p->findings, spot, s->rule,
			     "%.*s: a month or a day has no 0 in front; leave "
			     "it out",
			     STR_ARG(found)),
	    right, true);
}

static void
end_table(struct padding *s)
{
	size_t i;

	for (i = 0; i < s->cells_n; i++) {
		struct padded *c = &s->cells[i];
		struct str both = buf_str(&c->text);

		if (s->bare)
			tell(s, c->spot, str_cut(both, 0, c->from),
			    str_from(both, c->from));
		buf_free(&c->text);
	}
	s->cells_n = 0;
	s->bare = false;
}

/* Adds what characters from to end should be. */
static void
add_right(const struct prose *p, const struct when *w, size_t from, size_t end,
    struct buf *out)
{
	bool month = when_padded(p, &w->month), day = when_padded(p, &w->day);

	buf_adds(out, chars_text(p, from + 1, month ? w->month.end : end));
	if (month && day) {
		buf_adds(out, chars_text(p, w->month.end, w->day.from));
		buf_adds(out, chars_text(p, w->day.from + 1, end));
	}
}

/* GB/T 9704-2012 7.3.5.4: 1 is not written 01. The cells of a table may be
 * padded so that they align, if all are. */
void
padding_take(struct padding *s, const struct prose *p, const struct when *w)
{
	bool month = when_padded(p, &w->month), day = when_padded(p, &w->day);
	size_t from = month ? w->month.from : w->day.from;
	size_t end = day ? w->day.end : w->month.end;
	struct padded c = { .from = 0 };

	if (!month && !day) {
		s->bare = s->bare || run_length(&w->month) == 1 ||
			  run_length(&w->day) == 1;
		return;
	}
	if (run_in_code(p, from))
		return;
	c.spot = prose_spot(p, from, end);
	if (p->kind == PROSE_CELL) {
		buf_adds(&c.text, chars_text(p, from, end));
		c.from = c.text.n;
		add_right(p, w, from, end, &c.text);
		s->cells = mem_more(s->cells, s->cells_n, sizeof(*s->cells));
		s->cells[s->cells_n++] = c;
		return;
	}
	add_right(p, w, from, end, &c.text);
	tell(s, c.spot, chars_text(p, from, end), buf_str(&c.text));
	buf_free(&c.text);
}

void
padding_paragraph(struct padding *s, const struct prose *p)
{
	if (p->kind != PROSE_CELL)
		end_table(s);
}

void
padding_end(struct padding *s)
{
	end_table(s);
	free(s->cells);
	s->cells = NULL;
}
