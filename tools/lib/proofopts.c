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
	}
	return false;
}

void
proofopts_free(struct proofopts *o)
{
	facts_free(&o->facts);
	free(o->ignored);
}

/* Silences the rules that -i names; there must be such a rule. */
static void
ignore(struct findings *found, const struct proofopts *o)
{
	size_t i;

	for (i = 0; i < o->ignored_n; i++) {
		struct rule *rule = findings_rule(found, str_of(o->ignored[i]));

		if (rule != NULL)
			rule->off = true;
		else
			die("there is no rule %s", o->ignored[i]);
	}
}

void
proofrun_begin(struct proofrun *r, const struct proofopts *o)
{
	r->findings = (struct findings){ .remarks = &r->remarks };
	r->proofing = (struct proofing){
		.findings = &r->findings,
		.facts = &o->facts,
		.edition = o->edition,
	};
	r->proof = proof_new(&r->proofing);
	ignore(&r->findings, o);
}

void
proofrun_free(struct proofrun *r)
{
	proof_free(r->proof);
	findings_free(&r->findings);
	remarks_free(&r->remarks);
}
