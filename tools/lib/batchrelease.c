/* batchrelease: the end of a batch: its files go to their places at once */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batchjournal.h"
#include "batchrelease.h"
#include "die.h"
#include "hash.h"
#include "io.h"

struct release {
	const struct batchrows *rows;
	const struct batchturns *turns;
	const char *folder, *fresh;
	struct batchjournal old;
	bool *current; /* of the journal's lines */
	struct buf next, path, other;
	struct batchreleased *what;
};

static void
path_in(const char *folder, struct str name, struct buf *path)
{
	buf_clear(path);
	buf_addf(path, "%s/%.*s", folder, STR_ARG(name));
}

/* Moves the file of a row to its place, and keeps its line of the journal. */
static void
release_row(struct release *r, struct str name, enum batchstate state)
{
	size_t line = batchjournal_find(&r->old, name);
	struct batchline l;

	if (state == BATCH_READY) {
		path_in(r->fresh, name, &r->path);
		path_in(r->folder, name, &r->other);
		if (rename(r->path.p, r->other.p) != 0)
			die_errno("cannot write %s", r->other.p);
		r->what->made++;
	}
	if (line == (size_t)-1)
		die("the journal lost %.*s meanwhile", STR_ARG(name));
	l = batchjournal_line(&r->old, line);
	batchjournal_put(&l, &r->next);
	r->current[line] = true;
}

static void
release_all(struct release *r)
{
	struct batchitem it;
	struct buf name = { 0 };
	size_t i;

	it.cells =
	    mem_alloc((r->rows->columns_n + 1) * sizeof(*it.cells));
	for (i = 0; i < r->rows->n; i++) {
		enum batchstate state = batchturns_state(r->turns, i);

		if (state != BATCH_STANDS && state != BATCH_READY)
			continue;
		batchrows_item(r->rows, i, &it);
		buf_clear(&name);
		buf_adds(&name, it.text);
		buf_addz(&name, ".docx");
		release_row(r, buf_str(&name), state);
	}
	free(it.cells);
	buf_free(&name);
}

/* Says whether some line of the journal has the name with the hash. */
static bool
made_here(const struct batchjournal *j, struct str name, struct str hash)
{
	struct batchline l;
	size_t i;

	for (i = j->n; i > 0; i--) {
		l = batchjournal_line(j, i - 1);
		if (str_equal(l.name, name) && str_equal(l.hash, hash))
			return true;
	}
	return false;
}

/* Removes a file that no row gives, unless somebody changed it. */
static void
remove_stale(struct release *r, const struct batchline *l)
{
	struct buf bytes = { 0 }, hash = { 0 };

	path_in(r->folder, l->name, &r->path);
	if (io_read_if(r->path.p, &bytes)) {
		hash_add(&hash, buf_str(&bytes));
		if (made_here(&r->old, l->name, buf_str(&hash))) {
			if (unlink(r->path.p) != 0)
				die_errno("cannot remove %s", r->path.p);
			r->what->removed++;
		} else {
			r->what->left++;
		}
	}
	buf_free(&bytes);
	buf_free(&hash);
}

/* Goes through the names that the journal has and no row gives. */
static void
remove_all_stale(struct release *r, bool keep)
{
	struct batchline l;
	size_t i;

	for (i = 0; i < r->old.n; i++) {
		l = batchjournal_line(&r->old, i);
		if (batchjournal_find(&r->old, l.name) != i || r->current[i])
			continue;
		if (keep)
			batchjournal_put(&l, &r->next);
		else
			remove_stale(r, &l);
	}
}

/* What is left in the folder was made for rows that are no more. */
static void
remove_folder(struct release *r)
{
	DIR *dir = opendir(r->fresh);
	const struct dirent *e;

	if (dir == NULL)
		die_errno("cannot read the folder %s", r->fresh);
	while ((e = readdir(dir)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		path_in(r->fresh, str_of(e->d_name), &r->path);
		if (unlink(r->path.p) != 0 && errno != ENOENT)
			die_errno("cannot remove %s", r->path.p);
	}
	closedir(dir);
	if (rmdir(r->fresh) != 0)
		die_errno("cannot remove %s", r->fresh);
}

void
batchrelease_run(const struct batchrows *rows, const struct batchturns *turns,
    const char *folder, const char *fresh, const char *journal, bool keep,
    struct batchreleased *what)
{
	struct release r = { .rows = rows,
		.turns = turns,
		.folder = folder,
		.fresh = fresh,
		.what = what };

	*what = (struct batchreleased){ 0 };
	sync();
	batchjournal_read(&r.old, journal);
	r.current = mem_alloc(r.old.n + 1);
	release_all(&r);
	remove_all_stale(&r, keep);
	remove_folder(&r);
	io_save(journal, buf_str(&r.next));
	batchjournal_free(&r.old);
	free(r.current);
	buf_free(&r.next);
	buf_free(&r.path);
	buf_free(&r.other);
}
