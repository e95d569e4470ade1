/* linkbodies: the bodies of the sections, made ready to be linked */
#include <stdlib.h>

#include "die.h"
#include "keep.h"
#include "linkbodies.h"
#include "reloc.h"
#include "toc.h"

/* Keeps a body that was changed, and gives the view of it. */
static struct str
keep_body(struct linked *l, struct buf body)
{
	l->kept = mem_more(l->kept, l->kept_n, sizeof(*l->kept));
	l->kept[l->kept_n++] = body;
	return buf_str(&body);
}

/* A signature is never alone on a page (GB/T 9704 7.3.5): what typeset could
 * not hold to it, since it stands in another section, is held here. */
static void
keep_signatures(struct linked *l, struct str *bodies, size_t n)
{
	size_t i, before = n;

	for (i = 0; i < n; i++) {
		if (before != n && keep_wanted(bodies[i])) {
			struct buf kept = { 0 };

			buf_adds(&kept, bodies[before]);
			keep_with_next(&kept);
			bodies[before] = keep_body(l, kept);
		}
		if (bodies[i].n != 0)
			before = i;
	}
}

/* The document does not show what typeset's -m told. */
static void
strip_all(struct linked *l, struct str *bodies, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct buf plain = { 0 };

		if (reloc_strip(bodies[i], &plain))
			bodies[i] = keep_body(l, plain);
	}
}

/* Gives the bodies the bookmarks that the table of contents leads to. */
static void
mark_all(struct linked *l, struct str *bodies, size_t n)
{
	size_t i;

	l->toc = toc_new(l->sheet, bodies, n);
	for (i = 0; l->toc != NULL && i < n; i++) {
		struct buf marked = { 0 };

		toc_mark(l->toc, bodies[i], &marked);
		bodies[i] = keep_body(l, marked);
	}
}

void
linkbodies_prepare(struct linked *l, struct str *bodies, size_t n)
{
	strip_all(l, bodies, n);
	keep_signatures(l, bodies, n);
	mark_all(l, bodies, n);
}

bool
linkbodies_parted(const struct str *bodies, size_t n, size_t i)
{
	size_t next = i + 1;

	if (!str_ends(bodies[i], STR("</w:tbl>")))
		return false;
	while (next < n && bodies[next].n == 0)
		next++;
	return next < n && str_starts(bodies[next], STR("<w:tbl>"));
}

void
linkbodies_free(struct linked *l)
{
	size_t i;

	for (i = 0; i < l->kept_n; i++)
		buf_free(&l->kept[i]);
	free(l->kept);
	toc_free(l->toc);
}
