/* floorzip: the packages that floor writes: bytes, deflate, ZIP */
#ifndef FLOORZIP_H
#define FLOORZIP_H

#include <stddef.h>
#include <stdint.h>

/* Bytes that are added to; starts as { 0 }. */
struct text {
	char *p;
	size_t n, room;
};

/* A part of a package; the others than the filled one are packed once. */
struct part {
	char name[256];
	struct text packed;
	uint32_t crc, size;
};

enum {
	CENTRAL_PLACE = 42, /* where an entry of the directory has its place */
	CENTRAL_NAME = 28, /* the length of its name */
	CENTRAL = 46, /* its length before the name */
	STORED = 0,
	DEFLATED = 8,
};

/* Says what is wrong and ends the process with 2. */
_Noreturn void fail(const char *format, ...);

/* Makes room for n more bytes and returns where they go. */
char *grow(struct text *t, size_t n);

/* Adds n bytes. */
void add(struct text *t, const void *p, size_t n);

/* Adds a number as ZIP has it, in four bytes, the lowest first. */
void add4(struct text *t, uint32_t v);

/* The bytes of a file and a NUL, which is not counted. */
struct text slurp(const char *path);

/* Deflates n bytes at level 6 behind what is in *out, with one stream for all
 * calls. */
void pack(const char *s, size_t n, struct text *out);

/* The CRC-32 of n bytes. */
uint32_t crc(const char *s, size_t n);

/* Adds an entry's header, for a part that takes packed bytes. */
void add_local(
    struct text *t, unsigned method, const struct part *p, size_t packed);

/* Adds an entry of the directory, for a part whose header stands at at. */
void add_central(struct text *t, unsigned method, const struct part *p,
    size_t packed, size_t at);

/* Adds what ends a file whose directory has central bytes and begins at at. */
void add_end(struct text *t, size_t entries, size_t central, size_t at);

#endif
