/* sheetlevels: the section 校对 of a style sheet: `RULE = LEVEL` lines */
#include <stdlib.h>

#include "die.h"
#include "sheetlevels.h"

void
sheetlevels_take(struct stylesheet *s, struct str name, struct place at,
    const struct given *g, struct diag *d)
{
	struct rulelevel made = { .place = at };
	size_t i;

	if (!rulelevel_read(&made, g->value, g->place, "style", d))
		return;
	for (i = 0; i < s->levels_n; i++) {
		if (!str_equal(name, buf_str(&s->levels[i].name)))
			continue;
		if (s->levels[i].place.path == at.path)
			diag_say(d, at, LEVEL_ERROR, "style",
			    "%.*s is given in line %zu already; keep one of "
			    "them",
			    STR_ARG(name), s->levels[i].place.line);
		return;
	}
	buf_adds(&made.name, name);
	s->levels = mem_more(s->levels, s->levels_n, sizeof(*s->levels));
	s->levels[s->levels_n++] = made;
}

void
sheetlevels_put(const struct stylesheet *s, struct buf *out)
{
	size_t i;

	if (s->levels_n > 0)
		buf_addf(out, "\n[%.*s]\n",
		    STR_ARG(sheet_sections[SECTION_PROOFING].chinese));
	for (i = 0; i < s->levels_n; i++)
		buf_addf(out, "%s = %s\n", s->levels[i].name.p,
		    rulelevel_word(&s->levels[i]));
}

void
sheetlevels_free(struct stylesheet *s)
{
	while (s->levels_n > 0)
		buf_free(&s->levels[--s->levels_n].name);
	free(s->levels);
	s->levels = NULL;
}
