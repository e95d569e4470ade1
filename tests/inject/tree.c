/* tree: what the folder of a trial holds, so that it can be compared, and
 * brought back */
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inject.h"

static struct tree *reading; /* nftw hands nothing on */

static void
must(bool fine, const char *path)
{
	if (fine)
		return;
	perror(path);
	abort();
}

static void
read_bytes(struct entry *e, size_t n)
{
	int fd = open(e->path, O_RDONLY);

	must(fd >= 0, e->path);
	e->bytes = malloc(n + 1);
	e->n = (size_t)read(fd, e->bytes, n);
	must(e->n == n, e->path);
	close(fd);
}

static int
add(const char *path, const struct stat *st, int type, struct FTW *at)
{
	struct entry *e;

	if (at->level == 0)
		return 0;
	reading->list =
	    realloc(reading->list, (reading->n + 1) * sizeof(*reading->list));
	e = &reading->list[reading->n++];
	*e = (struct entry){ .path = strdup(path) };
	e->kind = type == FTW_D ? 'd' : type == FTW_SL ? 'l' : 'f';
	if (e->kind == 'f') {
		read_bytes(e, (size_t)st->st_size);
	} else if (e->kind == 'l') {
		e->bytes = malloc(4096);
		e->n = (size_t)readlink(path, e->bytes, 4096);
	}
	return 0;
}

static int
by_path(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;

	return strcmp(one->path, other->path);
}

void
tree_read(struct tree *t)
{
	*t = (struct tree){ .list = NULL };
	reading = t;
	must(nftw(".", add, 16, FTW_PHYS) == 0, ".");
	if (t->n != 0)
		qsort(t->list, t->n, sizeof(*t->list), by_path);
}

const struct entry *
tree_find(const struct tree *t, const char *path)
{
	struct entry key = { .path = (char *)(size_t)path };

	return t->n == 0 ? NULL
			 : bsearch(&key, t->list, t->n, sizeof(key), by_path);
}

bool
entry_same(const struct entry *a, const struct entry *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->kind == b->kind && a->n == b->n &&
	       (a->n == 0 || memcmp(a->bytes, b->bytes, a->n) == 0);
}

static void
write_entry(const struct entry *e)
{
	int fd;

	if (e->kind == 'd') {
		must(mkdir(e->path, 0777) == 0, e->path);
	} else if (e->kind == 'l') {
		e->bytes[e->n] = '\0';
		must(symlink(e->bytes, e->path) == 0, e->path);
	} else {
		fd = open(e->path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
		must(fd >= 0 && write(fd, e->bytes, e->n) == (ssize_t)e->n,
		    e->path);
		close(fd);
	}
}

void
tree_restore(const struct tree *now, const struct tree *want)
{
	size_t i;

	/* backwards, so that a folder is empty when it goes */
	for (i = now->n; i-- > 0;)
		if (!entry_same(
			&now->list[i], tree_find(want, now->list[i].path)))
			must(remove(now->list[i].path) == 0, now->list[i].path);
	for (i = 0; i < want->n; i++)
		if (!entry_same(
			&want->list[i], tree_find(now, want->list[i].path)))
			write_entry(&want->list[i]);
}

void
tree_free(struct tree *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		free(t->list[i].path);
		free(t->list[i].bytes);
	}
	free(t->list);
}
