/* office: what an office itself says of proofreading */
#include "office.h"
#include "stylesheet.h"

bool
office_option(struct office *o, struct diag *d, int option, const char *value)
{
	o->rules.d = o->terms.d = d;
	if (option == 'r')
		rulefile_read(&o->rules, value);
	else if (option == 'w')
		termfile_read(&o->terms, value);
	else if (option == 't')
		o->sheet = value;
	else
		return false;
	return true;
}

static void
set_level(const struct rulelevel *rl, struct diag *d, struct findings *f)
{
	if (!findings_level(f, buf_str(&rl->name), rl->level, rl->off))
		diag_say(d, rl->place, LEVEL_ERROR, "style",
		    "there is no rule %s whose level could be set", rl->name.p);
}

void
office_levels(const struct office *o, struct diag *d, struct findings *f)
{
	struct stylesheet s;
	size_t i;

	if (o->sheet == NULL)
		return;
	stylesheet_read(&s, o->sheet, d);
	/* what the sheet says itself comes before what its base says */
	for (i = s.levels_n; i > 0; i--)
		set_level(&s.levels[i - 1], d, f);
	stylesheet_free(&s);
}

void
office_free(struct office *o)
{
	rulefile_free(&o->rules);
	termfile_free(&o->terms);
}
