/* Any bytes as facts and as two sections, proofread by all families of rules;
 * what is found has a place, and the findings are in the order of the report */
#include <stdint.h>
#include <stdlib.h>

#include "factfile.h"
#include "proof.h"
#include "source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct findings *found)
{
	size_t i;

	for (i = 0; i < found->n; i++) {
		const struct finding *f = &found->list[i];
		const struct finding *before = i > 0 ? f - 1 : f;

		if (f->spot.at.line == 0 || f->spot.at.column == 0 ||
		    f->message.n == 0 || f->spot.end_line < f->spot.at.line ||
		    (f->safe && !f->spot.typed) ||
		    before->spot.section > f->spot.section ||
		    (before->spot.section == f->spot.section &&
			before->spot.at.line > f->spot.at.line))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size }, text;
	struct buf room = { 0 };
	struct diag quiet = { .to = NULL };
	struct facts fs = { 0 };
	struct remarks rs = { 0 };
	struct findings found = { .remarks = &rs };
	struct proofing p = { .findings = &found,
		.facts = &fs,
		.edition = size % 2 ? "public" : NULL };
	struct proof *pr;

	text = source_text(raw, SOURCE_STAGE, "-", &quiet, &room);
	factfile_read(&fs, text, "-", FACTFILE_DEFINES, &quiet);
	factfile_read(&fs, text, "-", FACTFILE_MASKS, &quiet);
	pr = proof_new(&p);
	proof_add(pr, "first", text);
	proof_add(pr, "second", text);
	proof_end(pr);
	check(&found);
	proof_free(pr);
	findings_free(&found);
	remarks_free(&rs);
	facts_free(&fs);
	buf_free(&room);
	return 0;
}
