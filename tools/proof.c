/* proof: proofreads a report */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "findingsout.h"
#include "io.h"
#include "proofopts.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: proof [-W] [-e EDITION] [-F FACTS] [-i RULE] [-r RULES]\n"
	      "             [-t SHEET] [-w TERMS] [-O json|sarif [-o FILE]] "
	      "[FILE ...]\n"
	      "       proof ... -f LIST -s DIR\n"
	      "       proof -k [-i RULE] [-r RULES] [-t SHEET] [-w TERMS]\n",
	    stderr);
	_exit(2);
}

/* Proofreads all texts. */
static void
read_all(const struct stage *st, struct proof *pr, struct diag *d)
{
	struct buf path = { 0 }, raw = { 0 }, room = { 0 };
	size_t i;

	for (i = 0; i < st->n; i++) {
		buf_clear(&path);
		buf_clear(&raw);
		buf_clear(&room);
		stage_source(st, i, &path);
		io_read(path.p, &raw);
		proof_add(pr, st->paths[i],
		    source_text(
			buf_str(&raw), SOURCE_STAGE, st->paths[i], d, &room));
	}
	buf_free(&path);
	buf_free(&raw);
	buf_free(&room);
	proof_end(pr);
}

/* Writes what was found, or all rules. */
static void
write_out(const struct findings *found, enum findings_format format, bool list,
    const char *path, struct diag *d)
{
	struct buf out = { 0 };

	if (list)
		findings_list(found, &out);
	else
		findings_put(found, format, d, &out);
	if (fflush(stdout) != 0)
		die_errno("cannot write standard output");
	io_output(path, buf_str(&out));
	buf_free(&out);
}

int
main(int argc, char **argv)
{
	enum findings_format format = FINDINGS_TEXT;
	struct diag d = { .to = stdout };
	struct stage st = { 0 };
	struct proofopts o = { 0 };
	struct proofrun run = { 0 };
	bool list = false;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, PROOFOPTS "f:kO:o:s:W")) != -1) {
		if (c == 'k')
			list = true;
		else if (c == 'O') {
			if (!findings_format(optarg, &format))
				usage();
		} else if (!proofopts_take(&o, c, optarg) &&
			   !stage_option(&st, &d, c, optarg))
			usage();
	}
	if (st.output != NULL && format == FINDINGS_TEXT && !list)
		usage();
	/* what a program is to read holds nothing else */
	if (format != FINDINGS_TEXT)
		d.to = stderr;
	proofopts_read(&o, &d);
	proofrun_begin(&run, &o, &d);
	if (!list) {
		stage_open(&st, argv + optind, argc - optind);
		read_all(&st, run.proof, &d);
	} else {
		proof_end(run.proof);
	}
	write_out(&run.findings, format, list, st.output, &d);
	proofrun_free(&run);
	proofopts_free(&o);
	stage_free(&st);
	return diag_status(&d);
}
