/* html: a Word document as a page for browsers */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "diag.h"
#include "htmldoc.h"
#include "io.h"

static void
usage(void)
{
	fputs("usage: html [-o FILE] [FILE.docx]\n", stderr);
	exit(2);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct buf file = { 0 }, page = { 0 }, why = { 0 };
	const char *path = "-", *output = NULL;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "o:")) != -1) {
		if (c != 'o')
			usage();
		output = optarg;
	}
	if (argc - optind > 1)
		usage();
	if (optind < argc)
		path = argv[optind];
	io_read(path, &file);
	if (htmldoc_read(buf_str(&file), &page, &why))
		io_output(output, buf_str(&page));
	else
		diag_say(&d, (struct place){ .path = path }, LEVEL_ERROR,
		    "docx", "%s", why.p);
	buf_free(&file);
	buf_free(&page);
	buf_free(&why);
	return diag_status(&d);
}
