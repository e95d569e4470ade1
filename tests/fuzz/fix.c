/* fix: any bytes as a section and as facts, proofread as its author wrote it
 * and as fill and outline hand it on, told in every format; and corrected until
 * nothing changes, which takes no line away and leaves a text that can be read
 */
#include <stdint.h>
#include <stdlib.h>

#include "factfile.h"
#include "fill.h"
#include "findingsout.h"
#include "fix.h"
#include "linediff.h"
#include "outline.h"
#include "proofopts.h"
#include "source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t
feeds(struct str s)
{
	size_t at, n = 0;

	for (at = 0; at < s.n; at++)
		n += s.p[at] == '\n';
	return n;
}

/* Proofreads a text, tells what is found, and corrects it; says how often. */
static size_t
read_through(struct str text, const struct proofopts *o, struct buf *fixed)
{
	struct proofrun run = { 0 };
	struct diag quiet = { .to = NULL };
	struct buf out = { 0 };
	size_t made;

	proofrun_begin(&run, o, &quiet);
	proof_add(run.proof, "-", text);
	proof_end(run.proof);
	findings_put(&run.findings, FINDINGS_TEXT, &quiet, &out);
	findings_put(&run.findings, FINDINGS_JSON, &quiet, &out);
	findings_put(&run.findings, FINDINGS_SARIF, &quiet, &out);
	made = fix_apply(text, run.findings.list, run.findings.n, fixed);
	buf_clear(&out);
	linediff_put("-", text, buf_str(fixed), &out);
	if ((out.n != 0) != (made != 0) || feeds(text) != feeds(buf_str(fixed)))
		abort();
	proofrun_free(&run);
	buf_free(&out);
	return made;
}

/* Corrects a text without a fault until nothing changes. */
static void
correct(struct str text, const struct proofopts *o)
{
	struct buf now = { 0 }, next = { 0 }, room = { 0 };
	struct diag d = { .to = NULL };
	size_t round;

	buf_adds(&now, text);
	for (round = 0; read_through(buf_str(&now), o, &next) != 0; round++) {
		struct buf old = now;

		if (round > 8)
			abort();
		now = next;
		next = old;
		buf_clear(&next);
		source_text(buf_str(&now), SOURCE_AUTHOR, "-", &d, &room);
		if (d.counts[LEVEL_ERROR] != 0)
			abort();
	}
	buf_free(&now);
	buf_free(&next);
	buf_free(&room);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size }, text;
	struct buf room = { 0 }, filled = { 0 }, numbered = { 0 }, out = { 0 };
	struct diag quiet = { .to = NULL };
	struct proofopts o = { 0 };
	struct outline *ol;

	text = source_text(raw, SOURCE_AUTHOR, "-", &quiet, &room);
	factfile_read(&o.facts, text, "-", FACTFILE_DEFINES, &quiet);
	factfile_read(&o.facts, text, "-", FACTFILE_MASKS, &quiet);
	quiet = (struct diag){ .to = NULL };
	text = source_text(raw, SOURCE_AUTHOR, "-", &quiet, &room);
	if (quiet.counts[LEVEL_ERROR] == 0)
		correct(text, &o);
	fill_text(text, "-", &o.facts, &quiet, &filled);
	ol = outline_new(STR("public"), &quiet);
	outline_add(ol, "-", buf_str(&filled));
	outline_put(ol, 0, &numbered);
	o.edition = "public";
	read_through(buf_str(&numbered), &o, &out);
	outline_free(ol);
	proofopts_free(&o);
	buf_free(&room);
	buf_free(&filled);
	buf_free(&numbered);
	buf_free(&out);
	return 0;
}
