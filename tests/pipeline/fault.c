/*
 * fault: preloaded into programs, makes one call that changes a file go wrong
 *
 * In the program named by FAULT_IN, calls that change files are counted; at
 * number FAULT_AT the process is killed before the call (a write is half done),
 * or, with FAULT_ERROR set, the call fails with that errno. Whether it came so
 * far is known by the file FAULT_DONE.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Says whether this is the call to go wrong. */
static bool
due(void)
{
	static long calls;
	const char *at = getenv("FAULT_AT"), *in = getenv("FAULT_IN");

	if (at == NULL || in == NULL || strcmp(program_invocation_short_name, in) != 0)
		return false;
	if (++calls != atol(at))
		return false;
	close(REAL(open)(getenv("FAULT_DONE"), O_WRONLY | O_CREAT, 0666));
	return true;
}

/* Ends the process, or sets the error that the call is to fail with. */
static int
go_wrong(void)
{
	const char *error = getenv("FAULT_ERROR");

	if (error == NULL)
		raise(SIGKILL);
	errno = atoi(error);
	return -1;
}

/* The file is only counted where it may change. */
int
open(const char *path, int flags, ...)
{
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, mode_t) : 0;
	va_end(ap);
	if ((flags & O_ACCMODE) != O_RDONLY && due())
		return go_wrong();
	return REAL(open)(path, flags, mode);
}

ssize_t
write(int fd, const void *data, size_t n)
{
	if (fd == STDERR_FILENO || !due())
		return REAL(write)(fd, data, n);
	if (getenv("FAULT_ERROR") == NULL && REAL(write)(fd, data, n / 2) < 0)
		return -1;
	return go_wrong();
}

int
ftruncate(int fd, off_t length)
{
	return due() ? go_wrong() : REAL(ftruncate)(fd, length);
}

int
fsync(int fd)
{
	return due() ? go_wrong() : REAL(fsync)(fd);
}

int
rename(const char *from, const char *to)
{
	return due() ? go_wrong() : REAL(rename)(from, to);
}

int
unlink(const char *path)
{
	return due() ? go_wrong() : REAL(unlink)(path);
}

int
mkdir(const char *path, mode_t mode)
{
	return due() ? go_wrong() : REAL(mkdir)(path, mode);
}
