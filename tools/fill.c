/* fill: puts facts in the place of placeholders */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "fill.h"
#include "io.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: fill [-W] [-F FACTS] [-o FILE] [FILE ...]\n"
	      "       fill [-W] [-F FACTS] -f LIST -d DIR\n",
	    stderr);
	_exit(2);
}

static bool
work(void *ctx, const char *path, struct str raw, struct diag *d,
    struct buf *out)
{
	struct buf room = { 0 };
	size_t errors = d->counts[LEVEL_ERROR];

	fill_text(
	    source_text(raw, SOURCE_AUTHOR, path, d, &room), path, ctx, d, out);
	if (out->n != 0 && out->p[out->n - 1] != '\n')
		buf_addc(out, '\n');
	buf_free(&room);
	return d->counts[LEVEL_ERROR] == errors;
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct stage st = { 0 };
	struct facts fs = { 0 };
	int c, status;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:F:f:o:W")) != -1) {
		if (c == 'F')
			facts_read(&fs, optarg);
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	}
	/* whatever the facts say goes into every text */
	facts_write(&fs, &st.key);
	stage_open(&st, argv + optind, argc - optind);
	status = stage_run(&st, &d, work, &fs, true);
	stage_free(&st);
	facts_free(&fs);
	return status;
}
