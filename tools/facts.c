/* facts: resolves the facts of a report */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "factset.h"
#include "io.h"

static _Noreturn void
usage(void)
{
	fputs("usage: facts [-W] [-l FOLDER] [-r FILE] [-m FILE] [-o FILE] "
	      "[FILE ...]\n",
	    stderr);
	_exit(2);
}

int
main(int argc, char **argv)
{
	char input[] = "-", *only[] = { input };
	struct factset set = { 0 };
	struct diag d = { .to = stderr };
	const char *output = NULL;
	struct buf out = { 0 };
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "l:m:o:r:W")) != -1) {
		if (c == 'o')
			output = optarg;
		else if (c == 'W')
			d.strict = true;
		else if (!factset_option(&set, c, optarg))
			usage();
	}
	if (optind == argc)
		factset_read(&set, only, 1, &d);
	else
		factset_read(&set, argv + optind, (size_t)(argc - optind), &d);
	/* also with faults in it, so that fill can go on and tell its own */
	facts_write(&set.facts, &out);
	io_output(output, buf_str(&out));
	factset_free(&set);
	buf_free(&out);
	return diag_status(&d);
}
