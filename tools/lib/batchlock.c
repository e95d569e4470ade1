/* batchlock: one batch at a time in a folder, with all its processes */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "batchlock.h"
#include "die.h"
#include "str.h"

static int
open_lock(const char *folder)
{
	struct buf path = { 0 };
	int fd;

	buf_addf(&path, "%s/.lock", folder);
	fd = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0)
		die_errno("cannot write %s", path.p);
	buf_free(&path);
	return fd;
}

/* Changes the lock of n bytes from at; n is 0 for all that follow. */
static void
set_lock(int fd, short type, long at, long n)
{
	struct flock lock = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = n
	};

	while (fcntl(fd, F_SETLKW, &lock) != 0)
		if (errno != EINTR)
			die_errno("cannot lock the folder of the batch");
}

/* The first byte is the program's, each other one that of a process. The file
 * stays open, since closing it would give up the lock. */
void
batchlock_take(const char *folder)
{
	int fd = open_lock(folder);

	set_lock(fd, F_WRLCK, 0, 1);
	set_lock(fd, F_WRLCK, 1, 0);
	set_lock(fd, F_UNLCK, 1, 0);
}

void
batchlock_hold(const char *folder, long i)
{
	set_lock(open_lock(folder), F_WRLCK, 1 + i, 1);
}
