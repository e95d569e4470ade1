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
	fputs("usage: typeset [-W] [-o FILE] [FILE ...]\n"
	      "       typeset [-W] -f LIST -s DIR -d DIR\n",
	    stderr);
	_exit(2);
}

static bool
work(void *ctx, const char *path, struct str raw, struct diag *d,
    struct buf *out)
{
	struct buf room = { 0 };
	bool ok;

	(void)ctx;
	ok = typeset_text(
	    source_text(raw, SOURCE_STAGE, path, d, &room), path, d, out);
	buf_free(&room);
	return ok;
}

int
main(int argc, char **argv)
{
	struct stage st = { .to_ending = ".wml" };
	struct diag d = { .to = stderr };
	int c, status;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:f:o:s:W")) != -1)
		if (!stage_option(&st, &d, c, optarg))
			usage();
	stage_open(&st, argv + optind, argc - optind);
	status = stage_run(&st, &d, work, NULL, false);
	stage_free(&st);
	return status;
}
