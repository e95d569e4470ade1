/* calls: the calls that fail; each asks whether it is the one */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "inject.h"

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);
void *__libc_memalign(size_t align, size_t n);

struct inject_state *inject_state;

/* Says who made the call, for who has to mend it: INJECT_TRACE=1. */
static void
trace(void)
{
	void *frames[40];

	if (getenv("INJECT_TRACE") != NULL)
		backtrace_symbols_fd(
		    frames, backtrace(frames, 40), STDERR_FILENO);
}

/* Says whether this call is to fail, and sets errno as if it had. */
static bool
due(enum inject kind, int error)
{
	struct inject_state *s = inject_state;

	if (s == NULL || s->kind != kind || s->at == 0 ||
	    __atomic_add_fetch(&s->calls, 1, __ATOMIC_RELAXED) != s->at)
		return false;
	s->reached = true;
	trace();
	errno = error;
	return true;
}

static bool
no_memory(void)
{
	return due(INJECT_MEMORY, ENOMEM);
}

/* A call that only looks. */
static bool
unread(void)
{
	return due(INJECT_FILES, EIO);
}

/* A call that would change something. */
static bool
full(void)
{
	return due(INJECT_FILES, ENOSPC);
}

void *
malloc(size_t n)
{
	return no_memory() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return no_memory() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return no_memory() ? NULL : __libc_realloc(p, n);
}

void *
aligned_alloc(size_t align, size_t n)
{
	return no_memory() ? NULL : __libc_memalign(align, n);
}

int
posix_memalign(void **p, size_t align, size_t n)
{
	if (no_memory())
		return ENOMEM;
	*p = __libc_memalign(align, n);
	return *p != NULL ? 0 : ENOMEM;
}

void *
mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset)
{
	return no_memory() ? MAP_FAILED
			   : REAL(mmap)(at, n, protection, flags, fd, offset);
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
    void *(*start)(void *), void *me)
{
	return no_memory()
		   ? EAGAIN
		   : REAL(pthread_create)(thread, attributes, start, me);
}

static mode_t
mode_of(int flags, va_list ap)
{
	return flags & (O_CREAT | __O_TMPFILE) ? va_arg(ap, mode_t) : 0;
}

#define OPEN(name)                                                             \
	int name(const char *path, int flags, ...)                             \
	{                                                                      \
		va_list ap;                                                    \
		mode_t mode;                                                   \
                                                                               \
		va_start(ap, flags);                                           \
		mode = mode_of(flags, ap);                                     \
		va_end(ap);                                                    \
		if ((flags & O_ACCMODE) == O_RDONLY ? unread() : full())       \
			return -1;                                             \
		return REAL(name)(path, flags, mode);                          \
	}
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                           \
	int name(int at, const char *path, int flags, ...)                     \
	{                                                                      \
		va_list ap;                                                    \
		mode_t mode;                                                   \
                                                                               \
		va_start(ap, flags);                                           \
		mode = mode_of(flags, ap);                                     \
		va_end(ap);                                                    \
		if ((flags & O_ACCMODE) == O_RDONLY ? unread() : full())       \
			return -1;                                             \
		return REAL(name)(at, path, flags, mode);                      \
	}
OPENAT(openat)
OPENAT(openat64)

ssize_t
read(int fd, void *to, size_t n)
{
	if (n > 1 && due(INJECT_SHORT, 0))
		n = 1;
	return unread() ? -1 : REAL(read)(fd, to, n);
}

/* what a compiler with _FORTIFY_SOURCE makes of read */
ssize_t __read_chk(int fd, void *to, size_t n, size_t room);
ssize_t
__read_chk(int fd, void *to, size_t n, size_t room)
{
	return n > room ? (abort(), -1) : read(fd, to, n);
}

ssize_t
write(int fd, const void *data, size_t n)
{
	if (fd == STDERR_FILENO)
		return REAL(write)(fd, data, n);
	if (n > 1 && due(INJECT_SHORT, 0))
		n = 1;
	return full() ? -1 : REAL(write)(fd, data, n);
}

/* A call without more to it: its result where it fails, and why. */
#define CALL(type, name, failed, why, parameters, arguments)                   \
	type name parameters                                                   \
	{                                                                      \
		return why() ? failed : REAL(name) arguments;                  \
	}
CALL(ssize_t, pread, -1, unread, (int fd, void *to, size_t n, off_t at),
    (fd, to, n, at))
CALL(ssize_t, writev, -1, full, (int fd, const struct iovec *v, int n),
    (fd, v, n))
CALL(ssize_t, pwrite, -1, full, (int fd, const void *p, size_t n, off_t at),
    (fd, p, n, at))
CALL(off_t, lseek, -1, unread, (int fd, off_t at, int from), (fd, at, from))
CALL(int, stat, -1, unread, (const char *path, struct stat *st), (path, st))
CALL(int, lstat, -1, unread, (const char *path, struct stat *st), (path, st))
CALL(int, fstat, -1, unread, (int fd, struct stat *st), (fd, st))
CALL(int, fstatat, -1, unread,
    (int at, const char *path, struct stat *st, int flags),
    (at, path, st, flags))
CALL(int, access, -1, unread, (const char *path, int mode), (path, mode))
CALL(char *, realpath, NULL, unread, (const char *path, char *to), (path, to))
CALL(ssize_t, readlink, -1, unread, (const char *path, char *to, size_t n),
    (path, to, n))
CALL(DIR *, opendir, NULL, unread, (const char *path), (path))
CALL(DIR *, fdopendir, NULL, unread, (int fd), (fd))
CALL(struct dirent *, readdir, NULL, unread, (DIR * dir), (dir))
CALL(FILE *, fopen, NULL, unread, (const char *path, const char *mode),
    (path, mode))
CALL(int, ftruncate, -1, full, (int fd, off_t n), (fd, n))
CALL(int, fsync, -1, full, (int fd), (fd))
CALL(
    int, fchown, -1, full, (int fd, uid_t user, gid_t group), (fd, user, group))
CALL(int, fchmod, -1, full, (int fd, mode_t mode), (fd, mode))
CALL(int, utimensat, -1, full,
    (int at, const char *path, const struct timespec times[2], int flags),
    (at, path, times, flags))
CALL(int, rename, -1, full, (const char *from, const char *to), (from, to))
CALL(int, link, -1, full, (const char *from, const char *to), (from, to))
CALL(int, symlink, -1, full, (const char *from, const char *to), (from, to))
CALL(int, unlink, -1, full, (const char *path), (path))
CALL(int, rmdir, -1, full, (const char *path), (path))
CALL(int, mkdir, -1, full, (const char *path, mode_t mode), (path, mode))
CALL(int, pipe, -1, full, (int ends[2]), (ends))

int
fcntl(int fd, int command, ...)
{
	va_list ap;
	void *argument;

	va_start(ap, command);
	argument = va_arg(ap, void *);
	va_end(ap);
	return unread() ? -1 : REAL(fcntl)(fd, command, argument);
}

/* Closed it is, whatever is said. */
int
close(int fd)
{
	int status = REAL(close)(fd);

	return unread() ? -1 : status;
}

/* Of stdio only what it says at its end: it takes no notice of hooks. */
int
fflush(FILE *f)
{
	int status = REAL(fflush)(f);

	return f != stderr && full() ? EOF : status;
}

int
fclose(FILE *f)
{
	int status = REAL(fclose)(f);

	return full() ? EOF : status;
}
