/* facts: resolves the facts of a report */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "factset.h"
#include "hidden.h"
#include "io.h"

static _Noreturn void
usage(void)
{
	fputs("usage: facts [-W] [-l FOLDER] [-r FILE] [-m FILE] [-x HIDDEN] "
	      "[-o FILE] [FILE ...]\n",
	    stderr);
	_exit(2);
}

/* Writes the values that masks hide, for leak. */
static void
write_hidden(const struct facts *fs, const char *path)
{
	struct hidden h = { 0 };

	hidden_take(&h, fs);
	hidden_write(&h, path);
	hidden_free(&h);
}

int
main(int argc, char **argv)
{
	char input[] = "-", *only[] = { input };
	struct factset set = { 0 };
	struct diag d = { .to = stderr };
	const char *output = NULL, *hidden = NULL;
	struct buf out = { 0 };
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "l:m:o:r:Wx:")) != -1) {
		if (c == 'o')
			output = optarg;
		else if (c == 'W')
			d.strict = true;
		else if (c == 'x')
			hidden = optarg;
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
	if (hidden != NULL)
		write_hidden(&set.facts, hidden);
	factset_free(&set);
	buf_free(&out);
	return diag_status(&d);
}
