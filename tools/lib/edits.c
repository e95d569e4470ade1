/* edits: changes to a text, gathered in any order and applied in one pass */
#include <stdlib.h>

#include "die.h"
#include "edits.h"

void
edits_begin(struct edits *e, size_t at, size_t cut)
{
	e->list = mem_more(e->list, e->n, sizeof(*e->list));
	e->list[e->n] = (struct edit){
		.at = at,
		.cut = cut,
		.text = e->texts.n,
		.turn = e->n,
	};
	e->n++;
}

void
edits_end(struct edits *e)
{
	struct edit *last = &e->list[e->n - 1];

	last->text_n = e->texts.n - last->text;
}

static int
compare(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->turn < b->turn ? -1 : 1;
}

void
edits_apply(struct edits *e, struct str text, struct buf *out)
{
	size_t at = 0, i;

	if (e->n != 0)
		qsort(e->list, e->n, sizeof(*e->list), compare);
	buf_reserve(out, text.n + e->texts.n);
	for (i = 0; i < e->n; i++) {
		const struct edit *d = &e->list[i];

		if (d->at < at)
			continue;
		buf_adds(out, str_cut(text, at, d->at - at));
		buf_adds(out, str_cut(buf_str(&e->texts), d->text, d->text_n));
		at = d->at + d->cut;
	}
	buf_adds(out, str_from(text, at));
}

void
edits_free(struct edits *e)
{
	free(e->list);
	buf_free(&e->texts);
	*e = (struct edits){ 0 };
}
