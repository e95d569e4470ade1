/* die: the end of a program that cannot do its work, and memory that never
 * fails */
#ifndef DIE_H
#define DIE_H

#include <stddef.h>

/* Names the program for its messages, which are in the reader's language from
 * here on: the last part of argv[0], which must stay. */
void die_name(const char *argv0);

/* Prints "NAME: message" on standard error and exits with 2: the world (a file,
 * the disk, memory) or the caller failed. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Like die, with ": " and what errno says at the end. */
_Noreturn void die_errno(const char *fmt, ...)
    __attribute__((format(printf, 1, 2)));

/* Allocates n zeroed bytes, which the caller frees; dies when there is no
 * memory. */
void *mem_alloc(size_t n);

/* Resizes p, or allocates when p is NULL; new bytes are not cleared; dies when
 * there is no memory. */
void *mem_resize(void *p, size_t n);

/*
 * Makes room for one more element in the array p of n elements of the given
 * size: grows by doubling when n is 0 or a power of two. The caller keeps n.
 */
void *mem_more(void *p, size_t n, size_t size);

#endif
