/* factuse: which facts the sections of a report use */
#include "factuse.h"
#include "marks.h"

void
factuse_note(struct factuse *u, struct str text)
{
	size_t at = 0;
	struct fact *f;
	struct mark m;

	if (marks_error(text))
		u->faulty = true;
	while ((at = str_find(text, STR(MARK_VALUE), at)) != (size_t)-1) {
		if (!mark_read(text, at, &m))
			return;
		f = facts_find(u->facts, mark_name(&m));
		if (f != NULL)
			f->used = true;
		at += m.length;
	}
}

void
factuse_warn(const struct factuse *u, struct diag *d)
{
	struct buf origin = { 0 };
	size_t i;

	for (i = 0; i < u->facts->n && !u->faulty; i++) {
		const struct fact *f = &u->facts->list[i];

		if (f->used || f->state == FACT_ERROR)
			continue;
		buf_clear(&origin);
		buf_adds(&origin, f->origin);
		diag_say(d, (struct place){ origin.p, 0, 0 }, LEVEL_WARNING,
		    "unused", "no section uses %.*s", STR_ARG(f->name));
	}
	buf_free(&origin);
}
