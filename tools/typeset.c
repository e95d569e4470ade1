/* typeset: sets the text of sections as WordprocessingML */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "source.h"
#include "stage.h"
#include "typeset.h"

static _Noreturn void
usage(void)
{
	fputs("usage: typeset [-mW] [-t SHEET] [-o FILE] [FILE ...]\n"
	      "       typeset [-mW] [-t SHEET] -f LIST -s DIR -d DIR\n",
	    stderr);
	_exit(2);
}

struct job {
	struct stylesheet sheet;
	bool marks;
};

static bool
work(void *ctx, const char *path, struct str raw, struct diag *d,
    struct buf *out)
{
	const struct job *job = ctx;
	struct buf room = { 0 };
	bool ok;

	ok = typeset_text(source_text(raw, SOURCE_STAGE, path, d, &room), path,
	    &job->sheet, job->marks, d, out);
	buf_free(&room);
	return ok;
}

int
main(int argc, char **argv)
{
	struct stage st = { .to_ending = ".wml" };
	struct diag d = { .to = stderr };
	const char *path = NULL;
	struct job job = { .marks = false };
	int c, status;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:f:mo:s:t:W")) != -1)
		if (c == 't')
			path = optarg;
		else if (c == 'm')
			job.marks = true;
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	if (!stylesheet_read(&job.sheet, path, &d)) {
		stylesheet_free(&job.sheet);
		return 1;
	}
	buf_addz(&st.key, job.marks ? "m" : "");
	stage_open(&st, argv + optind, argc - optind);
	status = stage_run(&st, &d, work, &job, false);
	stylesheet_free(&job.sheet);
	stage_free(&st);
	return status;
}
