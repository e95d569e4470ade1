/* batchrelease: the end of a batch: its files go to their places at once */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
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
	unsigned char *states; /* of the journal's lines; 0 for no row's */
	struct buf next, path, other;
	struct batchreleased *what;
};

static void
path_in(const char *folder, struct str name, struct buf *path)
{
	buf_clear(path);
	buf_addf(path, "%s/%.*s", folder, STR_ARG(name));
}

/* Keeps the line of a row in the journal. */
static void
keep_row(struct release *r, struct str name, enum batchstate state)
{
	size_t line = batchjournal_find(&r->old, name);
	struct batchline l;

	if (line == (size_t)-1)
		die("the journal lost %.*s meanwhile", STR_ARG(name));
	l = batchjournal_line(&r->old, line);
	batchjournal_put(&l, &r->next);
	r->states[line] = (unsigned char)state;
	r->what->made += state == BATCH_READY;
}

static void
keep_all(struct release *r)
{
	struct batchitem it;
	struct buf name = { 0 };
	size_t i;

	it.cells = mem_alloc((r->rows->columns_n + 1) * sizeof(*it.cells));
	for (i = 0; i < r->rows->n; i++) {
		enum batchstate state = batchturns_state(r->turns, i);

		if (state != BATCH_STANDS && state != BATCH_READY)
			continue;
		batchrows_item(r->rows, i, &it);
		buf_clear(&name);
		buf_adds(&name, it.text);
		buf_addz(&name, ".docx");
		keep_row(r, buf_str(&name), state);
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
		if (batchjournal_find(&r->old, l.name) != i ||
		    r->states[i] != BATCH_NOT_YET)
			continue;
		if (keep)
			batchjournal_put(&l, &r->next);
		else
			remove_stale(r, &l);
	}
}

/* Calls each for every file that waits, with whether it is one of a row: others
 * were made for rows that are no more. */
static void
each_fresh(struct release *r, void (*each)(struct release *, struct str, bool))
{
	DIR *dir = opendir(r->fresh);
	const struct dirent *e;
	size_t line;

	if (dir == NULL)
		die_errno("cannot read the folder %s", r->fresh);
	for (errno = 0; (e = readdir(dir)) != NULL; errno = 0) {
		struct str name = str_of(e->d_name);

		if (str_equal(name, STR(".")) || str_equal(name, STR("..")))
			continue;
		line = batchjournal_find(&r->old, name);
		each(r, name,
		    line != (size_t)-1 && r->states[line] == BATCH_READY);
	}
	if (errno != 0)
		die_errno("cannot read the folder %s", r->fresh);
	closedir(dir);
}

static void
sweep(struct release *r, struct str name, bool ready)
{
	path_in(r->fresh, name, &r->path);
	if (!ready && unlink(r->path.p) != 0 && errno != ENOENT)
		die_errno("cannot remove %s", r->path.p);
}

static void
move(struct release *r, struct str name, bool ready)
{
	if (!ready)
		return;
	path_in(r->fresh, name, &r->path);
	path_in(r->folder, name, &r->other);
	if (rename(r->path.p, r->other.p) != 0)
		die_errno("cannot write %s", r->other.p);
}

/* Moves the files to their places: with their whole folder, where nothing
 * stands in its place. */
static void
move_all(struct release *r)
{
	each_fresh(r, sweep);
	if (rmdir(r->folder) != 0 && errno == ENOENT)
		io_folder_of(r->folder);
	if (rename(r->fresh, r->folder) == 0)
		return;
	io_folder(r->folder);
	each_fresh(r, move);
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
	r.states = mem_alloc(r.old.n + 1);
	keep_all(&r);
	move_all(&r);
	remove_all_stale(&r, keep);
	io_save(journal, buf_str(&r.next));
	batchjournal_free(&r.old);
	free(r.states);
	buf_free(&r.next);
	buf_free(&r.path);
	buf_free(&r.other);
}
