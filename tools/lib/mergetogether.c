/* mergetogether: edits inside of what another reviewer did */
#include <stdlib.h>

#include "die.h"
#include "merge.h"

void
merged_copy(struct merged *to, const struct merged *from)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		struct merge_edit e = from->edits[i];

		e.text = (struct buf){ 0 };
		buf_adds(&e.text, buf_str(&from->edits[i].text));
		to->edits = mem_more(to->edits, to->n, sizeof(*to->edits));
		to->edits[to->n++] = e;
	}
}

/* Says whether two rows of edits make the same of a section. */
static bool
same_result(const struct merge *m, const struct merged *a,
    const struct merged *b, size_t section)
{
	struct buf x = { 0 }, y = { 0 };
	bool same;

	merge_apply(m, a, section, &x);
	merge_apply(m, b, section, &y);
	same = str_equal(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	return same;
}

static bool
is_among(const struct merged *list, const struct merge_edit *e)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct merge_edit *f = &list->edits[i];

		if (f->section == e->section && f->line == e->line &&
		    f->column == e->column && f->end_line == e->end_line &&
		    f->end_column == e->end_column &&
		    str_equal(buf_str(&f->text), buf_str(&e->text)))
			return true;
	}
	return false;
}

void
merge_together(struct merge *m, const struct docstream *back,
    const struct merged *told, struct merged *out)
{
	struct merged all = { .n = 0 };
	size_t i, j;

	merge_find(m, back, NULL, &all);
	for (i = 0; i < m->files_n; i++) {
		if (same_result(m, &all, told, i))
			continue;
		for (j = 0; j < all.n; j++) {
			const struct merge_edit *e = &all.edits[j];
			struct merge_note n = { .kind = MERGE_UNPLACED };

			if (e->section != i || is_among(told, e))
				continue;
			n.section = i;
			n.line = e->line;
			n.column = e->column;
			buf_adds(&n.new, buf_str(&e->text));
			if (n.new.n == 0)
				buf_addz(&n.new, "(nothing)");
			out->notes = mem_more(
			    out->notes, out->notes_n, sizeof(*out->notes));
			out->notes[out->notes_n++] = n;
		}
	}
	merged_free(&all);
}
