/* die: the end of a program that cannot do its work, and memory that never
 * fails */
#define _DEFAULT_SOURCE /* madvise */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "die.h"
#include "lang.h"

enum { HUGE_PAGE = 2 << 20, LARGE = 4 * HUGE_PAGE };

static const char *program = "wengao";

void
die_name(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	program = slash != NULL ? slash + 1 : argv0;
	lang_begin(argv0);
}

void
die(const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s: ", program);
	va_start(ap, fmt);
	vfprintf(stderr, lang_text(fmt), ap);
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
	vfprintf(stderr, lang_text(fmt), ap);
	va_end(ap);
	fprintf(stderr, ": %s\n", lang_text(strerror(saved)));
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

/* Asks for huge pages: the first touch of a page costs far more than what is
 * done with it here, and a large text has thousands of small ones. */
static void
hint_large(void *p, size_t n)
{
#ifdef MADV_HUGEPAGE
	uintptr_t from = ((uintptr_t)p + HUGE_PAGE - 1) / HUGE_PAGE;
	uintptr_t to = ((uintptr_t)p + n) / HUGE_PAGE;

	if (from < to)
		madvise((void *)(from * HUGE_PAGE), (to - from) * HUGE_PAGE,
		    MADV_HUGEPAGE);
#else
	(void)p;
	(void)n;
#endif
}

void *
mem_resize(void *p, size_t n)
{
	p = realloc(p, n != 0 ? n : 1);
	if (p == NULL)
		die("out of memory");
	if (n >= LARGE)
		hint_large(p, n);
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
