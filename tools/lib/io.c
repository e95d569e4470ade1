/* io: files and streams */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "lang.h"
#include "unfinished.h"

static void
read_all(int fd, const char *path, struct buf *out)
{
	struct stat st;
	ssize_t n;

	if (fstat(fd, &st) != 0)
		die_errno("cannot read %s", path);
	/* one byte more than the size, so that the end is seen at once */
	buf_reserve(out, S_ISREG(st.st_mode) ? (size_t)st.st_size + 1 : 4096);
	for (;;) {
		if (out->cap - out->n < 4096 && !S_ISREG(st.st_mode))
			buf_reserve(out, out->n / 2 + 65536);
		else if (out->cap - out->n < 2)
			buf_reserve(out, out->n / 2 + 4096);
		n = read(fd, out->p + out->n, out->cap - out->n - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_errno("cannot read %s", path);
		out->n += (size_t)n;
		out->p[out->n] = '\0';
		if (n == 0)
			break;
	}
}

bool
io_read_if(const char *path, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	/* no file can have a name that is too long */
	if (fd < 0 && (errno == ENOENT || errno == ENAMETOOLONG))
		return false;
	if (fd < 0)
		die_errno("cannot read %s", path);
	read_all(fd, path, out);
	close(fd);
	return true;
}

void
io_read(const char *path, struct buf *out)
{
	if (strcmp(path, "-") == 0)
		read_all(STDIN_FILENO, lang_text("standard input"), out);
	else if (!io_read_if(path, out))
		die("cannot read %s: no such file", path);
}

/* Writes all of data; false, with errno, when a byte is not taken. */
static bool
write_all(int fd, struct str data)
{
	ssize_t n;

	while (data.n != 0) {
		n = write(fd, data.p, data.n);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			data = str_from(data, (size_t)n);
	}
	return true;
}

static void
close_written(int fd, const char *path)
{
	/* some file systems report a full disk only here */
	if (close(fd) != 0)
		die_errno("cannot write %s", path);
}

static _Noreturn void
fail(const struct io_file *f)
{
	die_errno("cannot write %s", f->path);
}

/* The name of the temporary for path: hidden, in the same folder. */
static char *
temporary_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	size_t keep = strlen(name);
	struct buf b = { 0 };

	/* a file name may have 255 bytes; leave room for ours */
	if (keep > 240)
		keep = 240;
	buf_add(&b, path, (size_t)(name - path));
	buf_addc(&b, '.');
	buf_add(&b, name, keep);
	buf_addz(&b, ".part");
	return b.p;
}

static bool
wait_for_lock(int fd)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	while (fcntl(fd, F_SETLKW, &lock) != 0)
		if (errno != EINTR)
			return false;
	return true;
}

void
io_lock(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		die_errno("cannot write %s", path);
	if (!wait_for_lock(fd))
		die_errno("cannot lock %s", path);
}

/* Where nothing can be locked, nobody else has begun with an empty one. */
static _Noreturn void
fail_to_lock(int fd, const char *name)
{
	int saved = errno;
	struct stat st;

	if (fstat(fd, &st) == 0 && st.st_size == 0)
		unlink(name);
	errno = saved;
	die_errno("cannot lock %s", name);
}

/*
 * Opens and locks the temporary. Its name is fixed, so that a killed run
 * leaves at most one behind, which the next run takes over; two runs at once
 * wait for each other. Whoever waited may find that the file it opened has
 * since been moved into place, and opens again.
 */
static int
open_temporary(const char *name, const char *path)
{
	struct stat mine, named;
	int fd;

	for (;;) {
		fd =
		    open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
		if (fd < 0)
			die_errno("cannot write %s", path);
		if (!wait_for_lock(fd))
			fail_to_lock(fd, name);
		if (fstat(fd, &mine) == 0 && stat(name, &named) == 0 &&
		    mine.st_dev == named.st_dev && mine.st_ino == named.st_ino)
			return fd;
		close(fd);
	}
}

/* Where a file is a symbolic link, what it points to is replaced. */
static char *
real_path(const char *path)
{
	char *p = realpath(path, NULL);

	if (p == NULL && errno != ENOENT)
		die_errno("cannot write %s", path);
	if (p == NULL) {
		p = mem_alloc(strlen(path) + 1);
		memcpy(p, path, strlen(path));
	}
	return p;
}

void
io_begin(struct io_file *f, const char *path)
{
	struct stat st;

	*f = (struct io_file){ .fd = -1 };
	f->path = real_path(path);
	if (stat(f->path, &st) == 0 && S_ISDIR(st.st_mode))
		die("cannot write %s: it is a folder", path);
	if (stat(f->path, &st) == 0 && !S_ISREG(st.st_mode)) {
		f->fd = open(f->path, O_WRONLY | O_CLOEXEC);
		if (f->fd < 0)
			die_errno("cannot write %s", path);
		return;
	}
	f->temporary = temporary_name(f->path);
	unfinished_plan(f->temporary);
	f->fd = open_temporary(f->temporary, path);
	unfinished_made(f->temporary);
	if (ftruncate(f->fd, 0) != 0)
		fail(f);
}

void
io_put(struct io_file *f, struct str data)
{
	if (!write_all(f->fd, data))
		fail(f);
}

/* Through the same descriptor: to close another one of the file would give up
 * the lock (POSIX, fcntl). */
void
io_read_back(struct io_file *f, struct buf *out)
{
	if (f->temporary == NULL)
		return;
	if (lseek(f->fd, 0, SEEK_SET) != 0)
		fail(f);
	read_all(f->fd, f->path, out);
}

static void
io_free(struct io_file *f)
{
	free(f->path);
	free(f->temporary);
	*f = (struct io_file){ .fd = -1 };
}

void
io_commit(struct io_file *f, bool sync)
{
	if (f->temporary != NULL) {
		if (sync && fsync(f->fd) != 0 && errno != EINVAL)
			fail(f);
		/* renamed before it is closed: closing gives up the lock */
		if (rename(f->temporary, f->path) != 0)
			fail(f);
		unfinished_keep(f->temporary);
	}
	close_written(f->fd, f->path);
	io_free(f);
}

void
io_abandon(struct io_file *f)
{
	if (f->temporary != NULL) {
		unlink(f->temporary);
		unfinished_keep(f->temporary);
	}
	close(f->fd);
	io_free(f);
}

void
io_save(const char *path, struct str data)
{
	struct io_file f;

	io_begin(&f, path);
	io_put(&f, data);
	io_commit(&f, false);
}

/* Says whether the file at path holds just these bytes. */
static bool
holds(const char *path, struct str data)
{
	struct buf old = { 0 };
	struct stat st;
	bool same = stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    (size_t)st.st_size == data.n && io_read_if(path, &old) &&
		    str_equal(buf_str(&old), data);

	buf_free(&old);
	return same;
}

void
io_replace(const char *path, struct str before, struct str data)
{
	struct io_file f;
	struct stat st;

	if (access(path, W_OK) != 0 || stat(path, &st) != 0)
		die_errno("cannot write %s", path);
	io_begin(&f, path);
	if (!holds(path, before)) {
		io_abandon(&f);
		die("%s was changed meanwhile; run again", path);
	}
	io_put(&f, data);
	/* the owner goes first, since that takes bits of the mode away; only
	 * root can give a file away, and nobody else needs to */
	if (fchown(f.fd, st.st_uid, st.st_gid) != 0 && errno != EPERM)
		fail(&f);
	if (fchmod(f.fd, st.st_mode & 07777) != 0)
		fail(&f);
	io_commit(&f, true);
}

bool
io_save_changed(const char *path, struct str data)
{
	if (holds(path, data))
		return false;
	io_save(path, data);
	return true;
}

void
io_rewrite(const char *path, struct str data)
{
	int fd;

	if (holds(path, data))
		return;
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || !write_all(fd, data))
		die_errno("cannot write %s", path);
	close_written(fd, path);
}

void
io_output(const char *path, struct str data)
{
	if (path != NULL) {
		io_save(path, data);
		return;
	}
	if (!write_all(STDOUT_FILENO, data))
		die_errno("cannot write standard output");
	close_written(STDOUT_FILENO, lang_text("standard output"));
}

void
io_newer(const char *path, const char *other)
{
	struct timespec times[2] = { { .tv_nsec = UTIME_OMIT } };
	struct stat mine, theirs;

	if (stat(path, &mine) != 0 || stat(other, &theirs) != 0)
		return;
	times[1] = theirs.st_mtim;
	if (mine.st_mtim.tv_sec > times[1].tv_sec ||
	    (mine.st_mtim.tv_sec == times[1].tv_sec &&
		mine.st_mtim.tv_nsec > times[1].tv_nsec))
		return;
	/* a whole second: not every file system has finer times */
	times[1].tv_sec++;
	if (utimensat(AT_FDCWD, path, times, 0) != 0)
		die_errno("cannot set the time of %s", path);
}

void
io_folder(const char *path)
{
	struct stat st;

	if (mkdir(path, 0777) == 0)
		return;
	if (errno == ENOENT) {
		io_folder_of(path);
		if (mkdir(path, 0777) == 0)
			return;
	}
	if (errno != EEXIST || stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		die_errno("cannot make the folder %s", path);
}

void
io_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct buf folder = { 0 };

	if (slash == NULL || slash == path)
		return;
	buf_add(&folder, path, (size_t)(slash - path));
	io_folder(folder.p);
	buf_free(&folder);
}
