/* report: runs the filters that make a report, in one process */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "io.h"

/* The mains of the filters, compiled under these names (Makefile). */
int style_main(int argc, char **argv);
int facts_main(int argc, char **argv);
int fill_main(int argc, char **argv);
int outline_main(int argc, char **argv);
int typeset_main(int argc, char **argv);
int leak_main(int argc, char **argv);
int redline_main(int argc, char **argv);
int assemble_main(int argc, char **argv);
int sections_main(int argc, char **argv);

static const struct filter {
	const char *name;
	int (*run)(int argc, char **argv);
} filters[] = {
	{ "style", style_main },
	{ "facts", facts_main },
	{ "fill", fill_main },
	{ "outline", outline_main },
	{ "typeset", typeset_main },
	{ "leak", leak_main },
	{ "redline", redline_main },
	{ "assemble", assemble_main },
	{ "sections", sections_main },
};

static _Noreturn void
usage(void)
{
	fputs("usage: report [-l FILE] FILTER [ARGUMENT ...] "
	      "[+ FILTER [ARGUMENT ...]] ...\n",
	    stderr);
	_exit(2);
}

static int
run(int argc, char **argv)
{
	size_t i;

	for (i = 0; i < sizeof(filters) / sizeof(filters[0]); i++) {
		if (strcmp(argv[0], filters[i].name) != 0)
			continue;
		optind = 1;
		return filters[i].run(argc, argv);
	}
	die_name("report");
	die("there is no filter %s", argv[0]);
}

/* The number of arguments up to the next +. */
static int
count(char **argv)
{
	int n = 0;

	while (argv[n] != NULL && strcmp(argv[n], "+") != 0)
		n++;
	return n;
}

/* A filter goes on where the one before found faults, so that all of them are
 * told in one run; but redline and assemble, which make the product, and what
 * follows them do not. What ends a filter with 2 ends them all. */
int
main(int argc, char **argv)
{
	int status = 0, n;
	bool last = false;

	die_name(argv[0]);
	argv++;
	if (argc > 3 && strcmp(argv[0], "-l") == 0) {
		io_lock(argv[1]);
		argv += 2;
	}
	if (argv[0] == NULL)
		usage();
	for (; !last; argv += n + 1) {
		n = count(argv);
		last = argv[n] == NULL;
		if (n == 0)
			usage();
		if (status != 0 && (strcmp(argv[0], "assemble") == 0 ||
				       strcmp(argv[0], "redline") == 0))
			break;
		argv[n] = NULL;
		if (run(n, argv) != 0)
			status = 1;
	}
	return status;
}
