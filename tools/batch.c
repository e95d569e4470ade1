/* batch: makes one report for each row of a table */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batchjobs.h"
#include "batchproducts.h"
#include "batchwork.h"
#include "created.h"
#include "die.h"
#include "inputcheck.h"
#include "io.h"

enum { MOST_JOBS = 256 };

struct batch {
	long jobs;
	struct batchsources from;
	struct batchrows rows;
	struct batchjournal old;
	struct batchproducts products;
	struct batchwork work;
	struct buf key;
};

static _Noreturn void
usage(void)
{
	fputs("usage: batch [-W] [-e EDITION] [-j JOBS] [-l LEDGERS] "
	      "[-m MASKS] [-n EDITIONS]\n"
	      "             [-p PROGRAM] [-r FACTS] [-S SUMMARY] [-t STYLE]\n"
	      "             -d STATE -f LIST -o DIR|-a ARCHIVE ROWS "
	      "[FACTS ...]\n"
	      "       batch -P LINE [OPTION ...] -d STATE -f LIST ROWS "
	      "[FACTS ...]\n",
	    stderr);
	_exit(2);
}

/* Prints the facts of the row that begins in a line, as FACTS takes them. */
static void
print_facts(struct batch *b, size_t line)
{
	struct batchitem it;
	struct buf out = { 0 };
	size_t i;

	it.cells = mem_alloc((b->rows.columns_n + 1) * sizeof(*it.cells));
	for (i = 0; i < b->rows.n; i++) {
		batchrows_item(&b->rows, i, &it);
		if (it.row && it.line == line)
			break;
	}
	if (i == b->rows.n)
		die("no row of %s begins in line %zu", b->rows.path, line);
	batchfacts_put(batchreport_facts(b->work.report), &it, &out);
	io_output(NULL, buf_str(&out));
	free(it.cells);
	buf_free(&out);
}

static void
prepare(struct batch *b, bool *fine, struct diag *d)
{
	struct batchwork *w = &b->work;

	w->rows = &b->rows;
	w->report = batchreport_open(&b->from, &b->rows, d, fine);
	w->old = &b->old;
	w->strict = d->strict;
	w->terminal = isatty(STDERR_FILENO);
	batchreport_key(w->report, &b->key);
	w->key = buf_str(&b->key);
}

/* Nothing may take its place that was made of a text that stood there for a
 * moment only. */
static void
check_inputs(const struct batch *b)
{
	struct buf list = { 0 }, changed = { 0 };

	io_read(b->from.list, &list);
	if (!inputcheck_stand(buf_str(&list), &changed))
		die("%s was changed while the batch was made; make it again",
		    changed.p);
	buf_free(&list);
}

static void
make_all(struct batch *b, struct diag *d)
{
	struct batchwork *w = &b->work;
	const struct batchcount *count;

	w->turns = batchturns_new(b->rows.n);
	batchproducts_open(&b->products, w, &b->old);
	batchjobs_run(w, b->products.state, b->jobs);
	count = batchturns_count(w->turns);
	d->counts[LEVEL_ERROR] += count->errors;
	d->counts[LEVEL_WARNING] += count->warnings;
	check_inputs(b);
	batchproducts_release(&b->products, w, d);
	batchturns_free(w->turns);
}

static void
free_all(struct batch *b)
{
	batchreport_free(b->work.report);
	batchrows_free(&b->rows);
	batchjournal_free(&b->old);
	batchproducts_free(&b->products);
	buf_free(&b->key);
}

/* A number of an option, from 1 to most. */
static long
number(const char *text, long most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text == '\0' || *end != '\0' || n < 1 || n > most)
		die("%s is no number from 1 to %ld", text, most);
	return n;
}

static void
take_option(struct batch *b, int c, char *value)
{
	if (c == 'a')
		b->products.archive = value;
	else if (c == 'd')
		b->products.state = value;
	else if (c == 'e')
		b->from.edition = value;
	else if (c == 'f')
		b->from.list = value;
	else if (c == 'j')
		b->jobs = number(value, MOST_JOBS);
	else if (c == 'n')
		b->from.editions = value;
	else if (c == 'o')
		b->products.folder = value;
	else if (c == 'p')
		b->from.program = value;
	else if (c == 'S')
		b->products.summary = value;
	else if (c == 't')
		b->from.style = value;
	else if (!factset_option(&b->from.facts, c, value))
		usage();
}

int
main(int argc, char **argv)
{
	struct batch b = { .jobs = sysconf(_SC_NPROCESSORS_ONLN) };
	struct diag d = { .to = stderr };
	long line = 0;
	bool fine;
	char date[CREATED];
	int c;

	die_name(argv[0]);
	b.from.edition = "";
	while ((c = getopt(argc, argv, "a:d:e:f:j:l:m:n:o:p:P:r:S:t:W")) != -1)
		if (c == 'P')
			line = number(optarg, LONG_MAX);
		else if (c == 'W')
			d.strict = true;
		else
			take_option(&b, c, optarg);
	if (b.products.state == NULL || b.from.list == NULL || optind == argc ||
	    (line == 0) ==
		(b.products.folder == NULL && b.products.archive == NULL))
		usage();
	if (b.jobs < 1)
		b.jobs = 1;
	b.from.created = created_date(date);
	batchproducts_begin(&b.products);
	if (!batchrows_read(&b.rows, argv[optind++], b.products.spool.p, &d))
		return 1;
	b.from.files = argv + optind;
	b.from.files_n = (size_t)(argc - optind);
	prepare(&b, &fine, &d);
	if (fine && line != 0)
		print_facts(&b, (size_t)line);
	else if (fine)
		make_all(&b, &d);
	free_all(&b);
	return diag_status(&d);
}
