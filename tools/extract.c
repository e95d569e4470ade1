/* extract: the text of a Word document */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "diag.h"
#include "doctext.h"
#include "io.h"

static void
usage(void)
{
	fputs("usage: extract [-pr] [-o FILE] [FILE.docx]\n", stderr);
	exit(2);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct buf file = { 0 }, text = { 0 }, why = { 0 };
	const char *path = "-", *output = NULL;
	bool rejected = false, printed = false;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "o:pr")) != -1) {
		if (c == 'r')
			rejected = true;
		else if (c == 'p')
			printed = true;
		else if (c == 'o')
			output = optarg;
		else
			usage();
	}
	if (argc - optind > 1)
		usage();
	if (optind < argc)
		path = argv[optind];
	io_read(path, &file);
	if ((printed ? doctext_print : doctext_read)(
		buf_str(&file), rejected, &text, &why))
		io_output(output, buf_str(&text));
	else
		diag_say(&d, (struct place){ .path = path }, LEVEL_ERROR,
		    "docx", "%s", why.p);
	buf_free(&file);
	buf_free(&text);
	buf_free(&why);
	return diag_status(&d);
}
