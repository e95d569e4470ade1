/* hunkjoin: paragraphs whose ends are gone */
#include "hunk.h"
#include "utf8.h"

/* Says whether the lines between two of a file are blank. */
static bool
only_blank(struct str file, size_t first, size_t last)
{
	struct str line;
	size_t number = 0;

	while (last > first + 1 && str_line(&file, &line))
		if (++number > first && number < last &&
		    utf8_trim(line).n != 0 &&
		    !str_equal(utf8_trim(line), STR("\r")))
			return false;
	return true;
}

static bool
is_text(const struct source_char *c)
{
	return c->kind == PROSE_TEXT || c->kind == PROSE_HEADING;
}

/* Says whether two neighbours in base may become neighbours in a line: nothing
 * but blank lines, and no heading's number, stands between. */
static bool
may_join(const struct merge *m, const struct source_char *a,
    const struct source_char *b)
{
	return a->section == b->section &&
	       (a->line == b->line ||
		   (is_text(a) && is_text(b) && b->origin != PROSE_MADE &&
		       only_blank(m->files[a->section], a->line, b->line)));
}

/* Says whether the placeholders that a list has are whole in it. */
static bool
is_whole(const struct merge *m, const size_t *list, size_t n)
{
	const struct source_char *c = m->base.chars;
	size_t first = list[0], last = list[n - 1], i;

	for (i = 0; i < n; i++)
		if (list[i] != first + i || c[list[i]].origin == PROSE_MADE)
			return false;
	return !(first > 0 && hunk_same(&c[first - 1], &c[first])) &&
	       !(last + 1 < m->base.n && hunk_same(&c[last], &c[last + 1]));
}

/* Takes away the characters of a list, and what is between lines; what has come
 * takes the first place. Markup inside of a line stays. */
static void
join(struct hunks *h, const struct hunk *k, const size_t *list, size_t n,
    const struct source_char *behind)
{
	const struct source_char *c = h->m->base.chars, *at = &c[list[0]];
	struct merge_edit e = { .text = { 0 } };
	size_t i;

	hunk_typed(h, k->new_at, k->new_n, at, at->column == 1, &e.text);
	for (i = 0; i < n; i++) {
		const struct source_char *next =
		    i + 1 < n ? &c[list[i + 1]] : behind;

		if (e.line == 0) {
			e.section = at->section;
			e.line = c[list[i]].line;
			e.column = c[list[i]].column;
		}
		if (next != NULL && (next->line != c[list[i]].line ||
					next->column <= c[list[i]].end_column))
			continue;
		e.end_line = c[list[i]].line;
		e.end_column = c[list[i]].end_column;
		hunk_edit(h, e);
		e = (struct merge_edit){ .text = { 0 } };
	}
	if (e.line == 0 || behind == NULL)
		return;
	e.end_line = behind->line;
	e.end_column = behind->column;
	hunk_edit(h, e);
}

bool
hunk_join(struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	const struct merge *m = h->m;
	const struct source_char *c = m->base.chars, *behind = NULL;
	size_t i;

	if (!is_whole(m, list, n) || !is_text(&c[list[0]]) ||
	    !is_text(&c[list[n - 1]]))
		return false;
	for (i = 1; i < n; i++)
		if (!may_join(m, &c[list[i - 1]], &c[list[i]]))
			return false;
	if (hunk_ends(&m->sent, k->old_at + k->old_n - 1, 1, true)) {
		if (list[n - 1] + 1 >= m->base.n)
			return false;
		behind = &c[list[n - 1]] + 1;
		if (!may_join(m, behind - 1, behind) || !is_text(behind))
			return false;
	}
	join(h, k, list, n, behind);
	return true;
}
