/* proofopts: how a report is to be proofread, as options say it */
#include <stdlib.h>

#include "die.h"
#include "proofopts.h"

bool
proofopts_take(struct proofopts *o, int option, char *value)
{
	switch (option) {
	case 'e':
		o->edition = value;
		return true;
	case 'F':
		facts_read(&o->facts, value);
		return true;
	case 'i':
		o->ignored =
		    mem_more(o->ignored, o->ignored_n, sizeof(*o->ignored));
		o->ignored[o->ignored_n++] = value;
		return true;
	case 'r':
	case 't':
	case 'w':
		o->files = mem_more(o->files, o->files_n, sizeof(*o->files));
		o->files[o->files_n++] = (struct office_file){ option, value };
		return true;
	}
	return false;
}

void
proofopts_read(struct proofopts *o, struct diag *d)
{
	size_t i;

	for (i = 0; i < o->files_n; i++)
		office_option(
		    &o->office, d, o->files[i].option, o->files[i].path);
}

void
proofopts_free(struct proofopts *o)
{
	facts_free(&o->facts);
	free(o->ignored);
	free(o->files);
	office_free(&o->office);
}

/* Silences the rules that -i names; there must be such a rule. */
static void
ignore(struct findings *found, const struct proofopts *o)
{
	size_t i;

	for (i = 0; i < o->ignored_n; i++)
		if (!findings_level(
			found, str_of(o->ignored[i]), LEVEL_NOTE, true))
			die("there is no rule %s", o->ignored[i]);
}

void
proofrun_begin(struct proofrun *r, const struct proofopts *o, struct diag *d)
{
	r->findings = (struct findings){ .remarks = &r->remarks };
	r->proofing = (struct proofing){
		.findings = &r->findings,
		.facts = &o->facts,
		.edition = o->edition,
		.rules = &o->office.rules,
		.terms = &o->office.terms,
	};
	r->proof = proof_new(&r->proofing);
	office_levels(&o->office, d, &r->findings);
	ignore(&r->findings, o);
}

void
proofrun_free(struct proofrun *r)
{
	proof_free(r->proof);
	findings_free(&r->findings);
	remarks_free(&r->remarks);
}
