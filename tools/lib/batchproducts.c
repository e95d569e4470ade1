/* batchproducts: the files that a batch makes, and those on the way to them */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "batchlock.h"
#include "batchproducts.h"
#include "batchrelease.h"
#include "die.h"
#include "zip.h"

static int
open_file(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0666);

	if (fd < 0)
		die_errno("cannot write %s", path);
	return fd;
}

void
batchproducts_begin(struct batchproducts *b)
{
	io_folder(b->state);
	batchlock_take(b->state);
	buf_addf(&b->spool, "%s/rows", b->state);
	buf_addf(&b->fresh, "%s/new", b->state);
	buf_addf(&b->journal, "%s/journal", b->state);
	buf_addf(&b->directory, "%s/directory", b->state);
}

static void
open_files(
    struct batchproducts *b, struct batchwork *w, struct batchjournal *old)
{
	io_folder(b->fresh.p);
	/* it may not be there yet */
	w->folder = open(b->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	w->fresh = open_file(b->fresh.p, O_RDONLY | O_DIRECTORY);
	batchjournal_read(old, b->journal.p);
	w->journal = open_file(b->journal.p, O_WRONLY | O_CREAT | O_APPEND);
	if (ftruncate(w->journal, (off_t)old->whole) != 0)
		die_errno("cannot write %s", b->journal.p);
}

void
batchproducts_open(
    struct batchproducts *b, struct batchwork *w, struct batchjournal *old)
{
	struct buf head = { 0 };

	w->folder = w->fresh = w->journal = -1;
	w->archive = w->directory = w->summary = -1;
	if (b->archive != NULL) {
		io_begin(&b->archive_file, b->archive);
		w->archive = b->archive_file.fd;
		w->directory =
		    open_file(b->directory.p, O_RDWR | O_CREAT | O_TRUNC);
	} else {
		open_files(b, w, old);
	}
	if (b->summary == NULL)
		return;
	io_begin(&b->summary_file, b->summary);
	w->summary = b->summary_file.fd;
	/* without the mark, spreadsheets take it for GBK */
	buf_addz(&head, "\xEF\xBB\xBF"
			"file");
	batchfacts_names(batchreport_facts(w->report), &head);
	buf_addz(&head, "\r\n");
	io_put(&b->summary_file, buf_str(&head));
	buf_free(&head);
}

static void
remove_scratch(const char *path)
{
	if (unlink(path) != 0)
		die_errno("cannot remove %s", path);
}

/* The lines of the directory, which ends the archive. */
static void
end_archive(struct batchproducts *b, const struct batchwork *w)
{
	const struct batchcount *count = batchturns_count(w->turns);
	struct buf directory = { 0 }, end = { 0 };

	io_read(b->directory.p, &directory);
	zip_store_end(&end, count->entries, count->bytes, directory.n);
	if (lseek(b->archive_file.fd, (off_t)count->bytes, SEEK_SET) < 0)
		die_errno("cannot write %s", b->archive);
	io_put(&b->archive_file, buf_str(&directory));
	io_put(&b->archive_file, buf_str(&end));
	io_commit(&b->archive_file, true);
	close(w->directory);
	remove_scratch(b->directory.p);
	buf_free(&directory);
	buf_free(&end);
}

static void
say_released(const struct batchproducts *b, const struct batchreleased *what,
    struct diag *d)
{
	const struct place at = { b->folder, 0, 0 };

	if (what->removed != 0)
		diag_say(d, at, LEVEL_NOTE, "batch",
		    "files of an earlier batch that no row gives any more were "
		    "removed: %zu",
		    what->removed);
	if (what->left != 0)
		diag_say(d, at, LEVEL_NOTE, "batch",
		    "files of an earlier batch that no row gives any more "
		    "stay, "
		    "since they were changed: %zu",
		    what->left);
}

static void
release_files(
    struct batchproducts *b, const struct batchwork *w, struct diag *d)
{
	struct batchreleased what;

	batchrelease_run(w->rows, w->turns, b->folder, b->fresh.p, b->journal.p,
	    w->rows->faulty, &what);
	if (w->folder >= 0)
		close(w->folder);
	close(w->fresh);
	close(w->journal);
	say_released(b, &what, d);
}

void
batchproducts_release(
    struct batchproducts *b, const struct batchwork *w, struct diag *d)
{
	if (b->archive != NULL)
		end_archive(b, w);
	else
		release_files(b, w, d);
	if (b->summary != NULL)
		io_commit(&b->summary_file, true);
	remove_scratch(b->spool.p);
	if (puts(b->archive != NULL ? b->archive : b->folder) < 0)
		die_errno("cannot write standard output");
}

void
batchproducts_free(struct batchproducts *b)
{
	buf_free(&b->spool);
	buf_free(&b->fresh);
	buf_free(&b->journal);
	buf_free(&b->directory);
}
