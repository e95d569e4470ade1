/* ledger: what is read from a ledger */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "ledger.h"

static _Noreturn void
usage(void)
{
	fputs("usage: ledger [-o FILE] FILE\n", stderr);
	_exit(2);
}

/* Adds a cell: a tab or a line feed in it would break the row. */
static void
put_cell(struct str cell, struct buf *out)
{
	size_t i;

	for (i = 0; i < cell.n; i++) {
		if (cell.p[i] == '\t')
			buf_addz(out, "\\t");
		else if (cell.p[i] == '\n')
			buf_addz(out, "\\n");
		else if (cell.p[i] == '\\')
			buf_addz(out, "\\\\");
		else
			buf_addc(out, cell.p[i]);
	}
}

static void
put(const struct records *rs, struct buf *out)
{
	static const char *const types[] = { "text", "number", "date" };
	size_t i, j;

	for (j = 0; j < rs->columns; j++) {
		buf_addz(out, j != 0 ? "\t" : "");
		put_cell(rs->names[j], out);
	}
	buf_addc(out, '\n');
	for (j = 0; j < rs->columns; j++)
		buf_addf(out, "%s%s", j != 0 ? "\t" : "", types[rs->types[j]]);
	buf_addc(out, '\n');
	for (i = 0; i < rs->rows; i++) {
		for (j = 0; j < rs->columns; j++) {
			buf_addz(out, j != 0 ? "\t" : "");
			put_cell(rs->cells[i * rs->columns + j], out);
		}
		buf_addc(out, '\n');
	}
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct records rs = { 0 };
	struct buf out = { 0 };
	const char *output = NULL;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "o:")) != -1) {
		if (c != 'o')
			usage();
		output = optarg;
	}
	if (argc - optind != 1)
		usage();
	if (ledger_read(&rs, argv[optind], &d)) {
		put(&rs, &out);
		io_output(output, buf_str(&out));
	}
	records_free(&rs);
	buf_free(&out);
	return diag_status(&d);
}
