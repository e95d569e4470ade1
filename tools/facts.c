/* facts: resolves the facts of a report */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "factfile.h"
#include "formula.h"
#include "io.h"
#include "source.h"

static _Noreturn void
usage(void)
{
	fputs("usage: facts [-W] [-r FILE] [-m FILE] [-o FILE] [FILE ...]\n",
	    stderr);
	_exit(2);
}

/* The texts must last as long as the set: it keeps them. */
static void
read_file(
    struct facts *fs, const char *path, enum factfile_role role, struct diag *d)
{
	struct buf raw = { 0 }, room = { 0 };

	io_read(path, &raw);
	factfile_read(fs,
	    source_text(buf_str(&raw), SOURCE_AUTHOR, path, d, &room), path,
	    role, d);
	buf_free(&raw);
	buf_free(&room);
}

int
main(int argc, char **argv)
{
	const char *replaces = NULL, *masks = NULL, *output = NULL;
	struct diag d = { .to = stderr };
	struct facts fs = { 0 };
	struct database *db;
	struct buf out = { 0 };
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "m:o:r:W")) != -1) {
		switch (c) {
		case 'm':
			masks = optarg;
			break;
		case 'o':
			output = optarg;
			break;
		case 'r':
			replaces = optarg;
			break;
		case 'W':
			d.strict = true;
			break;
		default:
			usage();
		}
	}
	if (optind == argc)
		read_file(&fs, "-", FACTFILE_DEFINES, &d);
	for (; optind < argc; optind++)
		read_file(&fs, argv[optind], FACTFILE_DEFINES, &d);
	if (replaces != NULL)
		read_file(&fs, replaces, FACTFILE_REPLACES, &d);
	if (masks != NULL)
		read_file(&fs, masks, FACTFILE_MASKS, &d);
	if (fs.formulas_n != 0) {
		db = database_new();
		formula_compute(&fs, db, &d);
		database_free(db);
	}
	/* also with faults in it, so that fill can go on and tell its own */
	facts_write(&fs, &out);
	io_output(output, buf_str(&out));
	facts_free(&fs);
	buf_free(&out);
	return diag_status(&d);
}
