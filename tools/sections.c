/* sections: lists what a report is made from, its sections in order */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "inputs.h"
#include "io.h"

static _Noreturn void
usage(void)
{
	fputs("usage: sections [-c LIST] [-e EDITION] [-k TEXT] [-n FILE] [-o "
	      "FILE] "
	      "[-p PROGRAM] [-r FACTS] DIR [STYLE ...]\n",
	    stderr);
	_exit(2);
}

/* Dies unless the list at path says the same: what was made from it meanwhile
 * may then be of texts that stood there for a moment only. */
static void
compare(const char *path, struct str now)
{
	struct buf then = { 0 };

	io_read(path, &then);
	if (!str_equal(buf_str(&then), now))
		die("a file changed while the report was made; make it again");
	buf_free(&then);
}

static void
write_list(
    const char *then, const char *older, const char *output, struct str now)
{
	if (then != NULL)
		compare(then, now);
	if (output == NULL) {
		io_output(NULL, now);
		return;
	}
	io_folder_of(output);
	if (then != NULL) {
		io_save(output, now);
		io_newer(output, then);
	} else if (io_save_changed(output, now) && older != NULL) {
		io_newer(output, older);
	}
}

int
main(int argc, char **argv)
{
	const char *edition = NULL, *output = NULL, *then = NULL;
	const char *older = NULL;
	struct inputs in = { 0 };
	struct buf out = { 0 };
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "c:e:k:n:o:p:r:")) != -1) {
		if (c == 'c')
			then = optarg;
		else if (c == 'e')
			edition = optarg;
		else if (c == 'k')
			buf_addf(&out, "\tsetting\t%s\n", optarg);
		else if (c == 'n')
			older = optarg;
		else if (c == 'o')
			output = optarg;
		else if (c == 'p')
			inputs_put_program(optarg, &out);
		else if (c == 'r')
			inputs_put_file(INPUT_FACTS, optarg, &out);
		else
			usage();
	}
	if (optind == argc)
		usage();
	inputs_read(&in, argv[optind], edition);
	if (in.n == 0)
		die("there are no sections in %s; write the first, such as "
		    "%s/01-开头.txt",
		    argv[optind], argv[optind]);
	while (++optind < argc)
		inputs_put_file(INPUT_STYLE, argv[optind], &out);
	inputs_put(&in, &out);
	write_list(then, older, output, buf_str(&out));
	inputs_free(&in);
	buf_free(&out);
	return 0;
}
