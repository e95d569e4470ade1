/* sections: lists what a report is made from, its sections in order */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "inputs.h"
#include "io.h"

static _Noreturn void
usage(void)
{
	fputs("usage: sections [-e EDITION] [-k TEXT] [-o FILE] "
	      "[-p PROGRAM] [-r FACTS] DIR [STYLE ...]\n",
	    stderr);
	_exit(2);
}

int
main(int argc, char **argv)
{
	const char *edition = NULL, *output = NULL;
	struct inputs in = { 0 };
	struct buf out = { 0 };
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "e:k:o:p:r:")) != -1) {
		switch (c) {
		case 'e':
			edition = optarg;
			break;
		case 'k':
			buf_addf(&out, "\tsetting\t%s\n", optarg);
			break;
		case 'o':
			output = optarg;
			break;
		case 'p':
			inputs_put_program(optarg, &out);
			break;
		case 'r':
			inputs_put_file(INPUT_FACTS, optarg, &out);
			break;
		default:
			usage();
		}
	}
	if (optind == argc)
		usage();
	inputs_read(&in, argv[optind], edition);
	if (in.n == 0)
		die("there are no sections in %s; write the first, such as "
		    "%s/01-开头.txt",
		    argv[optind], argv[optind]);
	optind++;
	for (; optind < argc; optind++)
		inputs_put_file(INPUT_STYLE, argv[optind], &out);
	inputs_put(&in, &out);
	if (output != NULL) {
		io_folder_of(output);
		io_save_changed(output, buf_str(&out));
	} else {
		io_output(NULL, buf_str(&out));
	}
	inputs_free(&in);
	buf_free(&out);
	return 0;
}
