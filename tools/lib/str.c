/* str: text as a view (struct str) and as bytes that grow (struct buf) */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "str.h"

struct str
str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

bool
str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n != 0 ? memcmp(a.p, b.p, n) : 0;

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str head)
{
	return s.n >= head.n && str_equal(str_cut(s, 0, head.n), head);
}

bool
str_ends(struct str s, struct str tail)
{
	return s.n >= tail.n && str_equal(str_from(s, s.n - tail.n), tail);
}

struct str
str_from(struct str s, size_t at)
{
	return (struct str){ s.p + at, s.n - at };
}

struct str
str_cut(struct str s, size_t at, size_t n)
{
	return (struct str){ s.p + at, n };
}

/* How often a byte stands in texts and in XML, roughly: the lower the rarer. */
static int
commonness(unsigned char c)
{
	if (c >= 0xE0) /* the first byte of any Han character */
		return 3;
	if (c >= 0x80)
		return 1;
	switch (c) {
	case '<':
	case '>':
	case '/':
	case ':':
	case 'w':
	case ' ':
	case '=':
	case '"':
		return 3;
	default:
		return c >= '@' ? 2 : 0;
	}
}

/* The place in a needle of its rarest byte, by which it is looked for. */
static size_t
rarest(struct str needle)
{
	size_t best = 0, i;
	int least = 4;

	for (i = 0; i < needle.n && least > 0; i++) {
		int c = commonness((unsigned char)needle.p[i]);

		if (c < least) {
			least = c;
			best = i;
		}
	}
	return best;
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const size_t at = rarest(needle);
	const char *hit;

	while (needle.n != 0 && from < s.n && s.n - from >= needle.n) {
		hit = memchr(
		    s.p + from + at, needle.p[at], s.n - from - needle.n + 1);
		if (hit == NULL)
			break;
		from = (size_t)(hit - s.p) - at;
		if (s.p[from] == needle.p[0] &&
		    memcmp(s.p + from, needle.p, needle.n) == 0)
			return from;
		from++;
	}
	return (size_t)-1;
}

bool
str_line(struct str *rest, struct str *line)
{
	const char *end;

	if (rest->n == 0)
		return false;
	end = memchr(rest->p, '\n', rest->n);
	line->p = rest->p;
	line->n = end != NULL ? (size_t)(end - rest->p) : rest->n;
	*rest = str_from(*rest, line->n + (end != NULL));
	return true;
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p != NULL ? b->p : "", b->n };
}

enum { LEAST = 64 }; /* bytes of a buffer: most grow */

void
buf_reserve(struct buf *b, size_t n)
{
	size_t want;

	if (n >= SIZE_MAX / 2 - b->n)
		die("out of memory");
	want = b->n + n + 1;
	if (want <= b->cap)
		return;
	if (want < b->cap + b->cap / 2)
		want = b->cap + b->cap / 2;
	if (want < LEAST)
		want = LEAST;
	b->p = mem_resize(b->p, want);
	b->cap = want;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	buf_reserve(b, n);
	if (n != 0)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void
buf_adds(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

void
buf_addz(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		die("cannot format text");
	buf_reserve(b, (size_t)n);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->p != NULL)
		b->p[0] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
