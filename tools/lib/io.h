/*
 * io: files and streams
 *
 * Reading and writing either work or end the program (exit 2): no filter has
 * anything left to do when they fail. A file is replaced whole or not at all.
 */
#ifndef IO_H
#define IO_H

#include <stdbool.h>

#include "str.h"

/* Reads a file, or standard input for "-", to the end of out; dies when it
 * cannot, or when it is a directory. */
void io_read(const char *path, struct buf *out);
/* Like io_read, but false when there is no such file. */
bool io_read_if(const char *path, struct buf *out);
/* Writes a filter's product: to path as io_save does, or to standard output
 * where path is NULL; dies when any byte is not taken. */
void io_output(const char *path, struct str data);
/* Replaces the file at path with data through a temporary file beside it. */
void io_save(const char *path, struct str data);
/* Like io_save, for what somebody wrote, where it still holds just the bytes
 * before: keeps its permissions and owner, and flushes it to the disk. Dies
 * where the file may not be written or was changed meanwhile. */
void io_replace(const char *path, struct str before, struct str data);
/* Like io_save, but leaves a file with just these bytes untouched; says
 * whether it wrote. */
bool io_save_changed(const char *path, struct str data);
/* Writes a file that only a later filter reads and that can be made again: in
 * place, since ten thousand temporaries take seconds, and only where it does
 * not hold just these bytes. */
void io_rewrite(const char *path, struct str data);
/* Gives path a later time than the other file has, if it has not; does nothing
 * where one of them is not there. */
void io_newer(const char *path, const char *other);
/* Makes the folder, and those that it lies in, unless they are there. */
void io_folder(const char *path);
/* Makes the folder that the file at path is to lie in. */
void io_folder_of(const char *path);

/* Waits until no other process holds the lock at path, a file that is made
 * where it is missing, and holds it until this one ends. */
void io_lock(const char *path);

/* A file on its way to its place: a locked temporary beside it, and where the
 * path is no regular file (a device, a pipe) the thing itself. */
struct io_file {
	char *path, *temporary;
	int fd;
};

/* Opens the temporary for the file at path. */
void io_begin(struct io_file *f, const char *path);
/* Adds data to it. */
void io_put(struct io_file *f, struct str data);
/* Reads what was written of it so far back from the disk; nothing where the
 * path is no regular file. */
void io_read_back(struct io_file *f, struct buf *out);
/* Flushes it to the disk where sync is set, then puts it in its place. */
void io_commit(struct io_file *f, bool sync);
/* Takes it away and leaves what stands at path. */
void io_abandon(struct io_file *f);

#endif
