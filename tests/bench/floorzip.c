/*
 * floorzip: the packages that floor writes: bytes, deflate, ZIP
 */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "floorzip.h"

enum {
	DATE = 33, /* 1980-01-01 as ZIP has it */
};

_Noreturn void
fail(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	fputs("floor: ", stderr);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(2);
}

char *
grow(struct text *t, size_t n)
{
	if (t->room < t->n + n) {
		t->room = 2 * t->room + n + 4096;
		t->p = realloc(t->p, t->room);
		if (t->p == NULL)
			fail("out of memory");
	}
	return t->p + t->n;
}

void
add(struct text *t, const void *p, size_t n)
{
	memcpy(grow(t, n), p, n);
	t->n += n;
}

/* Numbers in ZIP are little-endian. */
static void
add2(struct text *t, uint32_t v)
{
	unsigned char b[2] = { v & 255, v >> 8 & 255 };

	add(t, b, 2);
}

void
add4(struct text *t, uint32_t v)
{
	add2(t, v & 0xffff);
	add2(t, v >> 16);
}

/* Deflates s behind what is in *out. */
void
pack(const char *s, size_t n, struct text *out)
{
	static z_stream stream;
	static bool made;
	size_t room;
	int rc;

	rc = made ? deflateReset(&stream)
		  : deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8,
			Z_DEFAULT_STRATEGY);
	made = true;
	if (rc != Z_OK)
		fail("zlib failed");
	room = deflateBound(&stream, n);
	stream.next_in = (Bytef *)s;
	stream.avail_in = (uInt)n;
	stream.next_out = (Bytef *)grow(out, room);
	stream.avail_out = (uInt)room;
	if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
		fail("zlib failed");
	out->n += room - stream.avail_out;
}

uint32_t
crc(const char *s, size_t n)
{
	return (uint32_t)crc32_z(0, (const Bytef *)s, n);
}

/* What both headers of an entry have in common. */
static void
add_header(struct text *t, unsigned method, const struct part *p, size_t packed)
{
	add2(t, 20);
	add2(t, 1 << 11); /* the name is UTF-8 */
	add2(t, method);
	add2(t, 0);
	add2(t, DATE);
	add4(t, p->crc);
	add4(t, (uint32_t)packed);
	add4(t, p->size);
	add2(t, (uint32_t)strlen(p->name));
	add2(t, 0);
}

void
add_local(struct text *t, unsigned method, const struct part *p, size_t packed)
{
	add(t, "PK\3\4", 4);
	add_header(t, method, p, packed);
	add(t, p->name, strlen(p->name));
}

void
add_central(struct text *t, unsigned method, const struct part *p,
    size_t packed, size_t at)
{
	add(t, "PK\1\2\24\3", 6); /* made on Unix */
	add_header(t, method, p, packed);
	add(t, "\0\0\0\0\0\0", 6); /* no comment, disk 0 */
	add4(t, 0100644u << 16);
	add4(t, (uint32_t)at);
	add(t, p->name, strlen(p->name));
}

void
add_end(struct text *t, size_t entries, size_t central, size_t at)
{
	if (entries > 0xffff || at + central > 0xffffffff)
		fail("too much for ZIP without its 64-bit form");
	add(t, "PK\5\6\0\0\0\0", 8);
	add2(t, (uint32_t)entries);
	add2(t, (uint32_t)entries);
	add4(t, (uint32_t)central);
	add4(t, (uint32_t)at);
	add2(t, 0);
}

struct text
slurp(const char *path)
{
	struct text t = { 0 };
	struct stat st;
	ssize_t n;
	int fd = open(path, O_RDONLY);

	if (fd < 0 || fstat(fd, &st) != 0)
		fail("%s cannot be read", path);
	grow(&t, (size_t)st.st_size + 1);
	while ((n = read(fd, t.p + t.n, t.room - t.n - 1)) > 0)
		t.n += (size_t)n;
	if (n < 0)
		fail("%s cannot be read", path);
	close(fd);
	t.p[t.n] = '\0';
	return t;
}
