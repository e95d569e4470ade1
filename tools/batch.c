/* batch: makes one report for each row of a table */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batchjobs.h"
#include "batchlock.h"
#include "batchrelease.h"
#include "batchwork.h"
#include "created.h"
#include "die.h"
#include "io.h"
#include "zip.h"

enum { MOST_JOBS = 256 };

struct batch {
	const char *folder, *state; /* of the files, and what is not seen */
	const char *archive, *summary;
	long jobs;
	struct batchsources from;
	struct batchrows rows;
	struct batchjournal old;
	struct batchturns *turns;
	struct batchwork work;
	struct buf spool, fresh, journal, directory, key;
	struct io_file archive_file, summary_file;
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

static int
open_file(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0666);

	if (fd < 0)
		die_errno("cannot write %s", path);
	return fd;
}

/* What the batch makes on the way lies in a folder of its own. */
static void
open_state(struct batch *b)
{
	io_folder(b->state);
	batchlock_take(b->state);
	buf_addf(&b->spool, "%s/rows", b->state);
	buf_addf(&b->fresh, "%s/new", b->state);
	buf_addf(&b->journal, "%s/journal", b->state);
	buf_addf(&b->directory, "%s/directory", b->state);
}

static void
open_products(struct batch *b)
{
	struct batchwork *w = &b->work;
	struct buf head = { 0 };

	w->folder = w->fresh = w->journal = -1;
	w->archive = w->directory = w->summary = -1;
	if (b->archive != NULL) {
		io_begin(&b->archive_file, b->archive);
		w->archive = b->archive_file.fd;
		w->directory =
		    open_file(b->directory.p, O_RDWR | O_CREAT | O_TRUNC);
	} else {
		io_folder(b->fresh.p);
		w->folder = open(b->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		w->fresh = open_file(b->fresh.p, O_RDONLY | O_DIRECTORY);
		batchjournal_read(&b->old, b->journal.p);
		w->journal =
		    open_file(b->journal.p, O_WRONLY | O_CREAT | O_APPEND);
	}
	if (b->summary == NULL)
		return;
	io_begin(&b->summary_file, b->summary);
	w->summary = b->summary_file.fd;
	/* without the mark, spreadsheets take it for GBK */
	buf_addz(&head, "\xEF\xBB\xBF"
			"file");
	batchreport_names(w->report, &head);
	buf_addz(&head, "\r\n");
	io_put(&b->summary_file, buf_str(&head));
	buf_free(&head);
}

/* The lines of the directory, which ends the archive. */
static void
end_archive(struct batch *b)
{
	const struct batchcount *count = batchturns_count(b->turns);
	struct buf directory = { 0 }, end = { 0 };

	io_read(b->directory.p, &directory);
	zip_store_end(&end, count->entries, count->bytes, directory.n);
	if (lseek(b->archive_file.fd, (off_t)count->bytes, SEEK_SET) < 0)
		die_errno("cannot write %s", b->archive);
	io_put(&b->archive_file, buf_str(&directory));
	io_put(&b->archive_file, buf_str(&end));
	io_commit(&b->archive_file, true);
	close(b->work.directory);
	unlink(b->directory.p);
	buf_free(&directory);
	buf_free(&end);
}

static void
say_released(const struct batch *b, const struct batchreleased *what)
{
	if (what->removed != 0)
		fprintf(stderr,
		    "batch: %zu files of an earlier batch, which no row gives "
		    "any more, were removed from %s\n",
		    what->removed, b->folder);
	if (what->left != 0)
		fprintf(stderr,
		    "batch: %zu files in %s are of an earlier batch and were "
		    "changed since; they stay, but no row gives them\n",
		    what->left, b->folder);
}

static void
release(struct batch *b)
{
	struct batchreleased what;

	if (b->archive != NULL) {
		end_archive(b);
	} else {
		batchrelease_run(&b->rows, b->turns, b->folder, b->fresh.p,
		    b->journal.p, b->rows.faulty, &what);
		if (b->work.folder >= 0)
			close(b->work.folder);
		close(b->work.fresh);
		close(b->work.journal);
		say_released(b, &what);
	}
	if (b->summary != NULL)
		io_commit(&b->summary_file, true);
	unlink(b->spool.p);
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
	batchreport_facts(b->work.report, &it, &out);
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

static void
make_all(struct batch *b, struct diag *d)
{
	struct batchwork *w = &b->work;
	const struct batchcount *count;

	b->turns = w->turns = batchturns_new(b->rows.n);
	open_products(b);
	batchjobs_run(w, b->state, b->jobs);
	count = batchturns_count(b->turns);
	d->counts[LEVEL_ERROR] += count->errors;
	d->counts[LEVEL_WARNING] += count->warnings;
	release(b);
	if (puts(b->archive != NULL ? b->archive : b->folder) < 0)
		die_errno("cannot write standard output");
	batchturns_free(b->turns);
}

static void
free_all(struct batch *b)
{
	batchreport_free(b->work.report);
	batchrows_free(&b->rows);
	batchjournal_free(&b->old);
	buf_free(&b->spool);
	buf_free(&b->fresh);
	buf_free(&b->journal);
	buf_free(&b->directory);
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
		b->archive = value;
	else if (c == 'd')
		b->state = value;
	else if (c == 'e')
		b->from.edition = value;
	else if (c == 'f')
		b->from.list = value;
	else if (c == 'j')
		b->jobs = number(value, MOST_JOBS);
	else if (c == 'n')
		b->from.editions = value;
	else if (c == 'o')
		b->folder = value;
	else if (c == 'p')
		b->from.program = value;
	else if (c == 'S')
		b->summary = value;
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
	if (b.state == NULL || b.from.list == NULL || optind == argc ||
	    (line == 0) == (b.folder == NULL && b.archive == NULL))
		usage();
	if (b.jobs < 1)
		b.jobs = 1;
	b.from.created = created_date(date);
	open_state(&b);
	if (!batchrows_read(&b.rows, argv[optind++], b.spool.p, &d))
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
