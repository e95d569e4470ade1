/* rules: any bytes as a file of rules, as one of terms, and as the report that
 * they read; a pattern must find the same where it is tried at its needles
 * alone */
#include <stdint.h>
#include <stdlib.h>

#include "proof.h"
#include "rulefile.h"
#include "source.h"
#include "termfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Proofreads a text, and counts what is found. */
static size_t
proofread(struct ruleset *rules, struct terms *terms, struct str text)
{
	struct remarks rs = { 0 };
	struct findings found = { .remarks = &rs };
	struct facts none = { 0 };
	struct proofing p = { .findings = &found,
		.facts = &none,
		.rules = rules,
		.terms = terms };
	struct proof *pr = proof_new(&p);
	size_t i, n = 0;

	proof_add(pr, "-", text);
	proof_end(pr);
	for (i = 0; i < found.n; i++)
		n += found.list[i].rule->level != LEVEL_ERROR;
	for (i = 0; i < found.n; i++)
		if (str_equal(
			str_of(found.list[i].rule->code), STR("slow-rule")))
			n = (size_t)-1; /* where it stops is another place */
	proof_free(pr);
	findings_free(&found);
	remarks_free(&rs);
	return n;
}

/* Has every pattern tried everywhere. */
static void
forget_needles(struct ruleset *rules)
{
	size_t i, j;

	for (i = 0; i < rules->n; i++)
		for (j = 0; j < rules->list[i].n; j++)
			rules->list[i].patterns[j].tried = NEEDLES_NONE;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size }, text;
	struct diag quiet = { .to = NULL };
	struct ruleset rules = { .d = &quiet };
	struct terms terms = { .d = &quiet };
	struct buf room = { 0 };
	size_t some, all;

	rulefile_take(&rules, "-", raw);
	rulefile_take(&rules, "-", str_from(raw, size / 2));
	termfile_take(&terms, "-", raw);
	termfile_take(&terms, "-", str_from(raw, size / 2));
	text = source_text(raw, SOURCE_AUTHOR, "-", &quiet, &room);
	some = proofread(&rules, &terms, text);
	forget_needles(&rules);
	all = proofread(&rules, &terms, text);
	if (some != all && some != (size_t)-1 && all != (size_t)-1)
		abort();
	rulefile_free(&rules);
	termfile_free(&terms);
	buf_free(&room);
	return 0;
}
