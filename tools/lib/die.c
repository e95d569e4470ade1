/* die: the end of a program that cannot do its work, and memory that never
 * fails */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"

static const char *program = "wengao";

void
die_name(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	program = slash != NULL ? slash + 1 : argv0;
}

void
die(const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s: ", program);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(2);
}

void
die_errno(const char *fmt, ...)
{
	va_list ap;
	int saved = errno;

	fprintf(stderr, "%s: ", program);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fprintf(stderr, ": %s\n", strerror(saved));
	exit(2);
}

void *
mem_alloc(size_t n)
{
	void *p = calloc(1, n != 0 ? n : 1);

	if (p == NULL)
		die("out of memory");
	return p;
}

void *
mem_resize(void *p, size_t n)
{
	p = realloc(p, n != 0 ? n : 1);
	if (p == NULL)
		die("out of memory");
	return p;
}

void *
mem_more(void *p, size_t n, size_t size)
{
	if ((n & (n - 1)) != 0)
		return p;
	if (n > SIZE_MAX / 2 / size)
		die("out of memory");
	return mem_resize(p, (n != 0 ? 2 * n : 1) * size);
}
