/* proof: a report as it is proofread, by all families of rules */
#include <stdlib.h>

#include "amounts.h"
#include "blanks.h"
#include "claims.h"
#include "die.h"
#include "gbt15835.h"
#include "lists.h"
#include "maskcheck.h"
#include "pairs.h"
#include "proof.h"
#include "punctuation.h"
#include "remarkcheck.h"
#include "repeats.h"
#include "ruleset.h"
#include "sentences.h"
#include "sequence.h"
#include "terms.h"
#include "width.h"

const struct family *const families[] = {
	&family_pairs,
	&family_punctuation,
	&family_width,
	&family_blanks,
	&family_sequence,
	&family_lists,
	&family_claims,
	&family_gbt15835,
	&family_amounts,
	&family_maskcheck,
	&family_repeats,
	&family_sentences,
	&family_terms,
	&family_ruleset, /* behind all whose levels it may set */
	NULL,
};

enum { FAMILIES = sizeof(families) / sizeof(families[0]) - 1 };

struct proof {
	const struct proofing *proofing;
	struct prose_reader *reader;
	void *ctx[FAMILIES];
	const struct rule *remark;
};

static void
take(void *ctx, const struct prose *p)
{
	struct proof *pr = ctx;
	size_t i;

	for (i = 0; i < FAMILIES; i++)
		families[i]->take(pr->ctx[i], p);
}

struct proof *
proof_new(const struct proofing *p)
{
	struct proof *pr = mem_alloc(sizeof(*pr));
	size_t i;

	pr->proofing = p;
	pr->reader = prose_new(p->findings->remarks, take, pr);
	/* the first, since the last family may set the levels of all rules */
	pr->remark = remarkcheck_rule(p->findings);
	for (i = 0; i < FAMILIES; i++)
		pr->ctx[i] = families[i]->start(
		    p, findings_rules(p->findings, families[i]->rules,
			   families[i]->rules_n));
	return pr;
}

void
proof_add(struct proof *pr, const char *path, struct str text)
{
	prose_read(pr->reader, path, text);
}

void
proof_end(struct proof *pr)
{
	size_t i;

	for (i = 0; i < FAMILIES; i++)
		families[i]->end(pr->ctx[i]);
	remarkcheck_end(pr->proofing, pr->remark);
	findings_sort(pr->proofing->findings);
}

void
proof_free(struct proof *pr)
{
	prose_free(pr->reader);
	free(pr);
}
