/* zipread: a ZIP file in memory, read as if an enemy had made it; section
 * numbers are those of PKWARE's APPNOTE 6.3 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "deflate.h"
#include "die.h"
#include "lang.h"
#include "path.h"
#include "zipread.h"

enum {
	LOCAL = 30, /* bytes of a local header without what varies: 4.3.7 */
	CENTRAL = 46, /* of a directory entry: 4.3.12 */
	END = 22, /* of the record at the end: 4.3.16 */
	LOCATOR = 20, /* of what stands before it in ZIP64: 4.3.15 */
	ENCRYPTED = 1 << 0 | 1 << 6 | 1 << 13, /* flags: 4.4.4 */
	DESCRIPTOR = 1 << 3,
	STORED = 0, /* methods: 4.4.5 */
	DEFLATED = 8,
	CHUNK = 64 * 1024,
	ENTRIES_MAX = 10000,
	RATIO_MAX = 400,
};

static const size_t total_max = (size_t)1 << 30;
static const size_t ratio_from = (size_t)64 << 20;

struct entry {
	struct str name;
	size_t at, data, packed, size;
	uint32_t crc;
	unsigned flags, method;
};

struct zipread {
	struct str file;
	struct entry *entries;
	size_t n;
	struct inflater *inflater;
	const struct entry *now;
	size_t done;
	uint32_t crc;
	struct buf why;
	char chunk[CHUNK];
};

/* Remembers the first failure. */
static bool
fail(struct zipread *z, const char *message)
{
	if (z->why.n == 0)
		buf_addz(&z->why, lang_text(message));
	return false;
}

static bool
fail_at(struct zipread *z, struct str name, const char *message)
{
	if (z->why.n != 0)
		return false;
	path_show(&z->why, name);
	buf_addf(&z->why, ": %s", lang_text(message));
	return false;
}

static unsigned
get16(const char *p)
{
	return (unsigned)(unsigned char)p[0] | (unsigned)(unsigned char)p[1]
						   << 8;
}

static uint32_t
get32(const char *p)
{
	return (uint32_t)get16(p) | (uint32_t)get16(p + 2) << 16;
}

static int
by_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return path_compare(x->name, y->name);
}

static int
by_place(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

/* Checks one entry of the directory by itself. */
static bool
check_entry(struct zipread *z, const struct entry *e)
{
	if (!path_is_safe(e->name))
		return fail_at(z, e->name, "a ZIP entry with an unsafe name");
	if ((e->flags & ENCRYPTED) != 0)
		return fail_at(z, e->name, "encrypted");
	if (e->packed == UINT32_MAX || e->size == UINT32_MAX ||
	    e->at == UINT32_MAX)
		return fail(z, "a ZIP64 file, which is not supported");
	if (e->method != STORED && e->method != DEFLATED)
		return fail_at(z, e->name, "packed in a way not supported");
	if (e->method == STORED && e->packed != e->size)
		return fail_at(z, e->name, "stored, but with two sizes");
	if (e->size > ratio_from && e->size / RATIO_MAX > e->packed)
		return fail_at(
		    z, e->name, "expands more than 400 times, like a ZIP bomb");
	return true;
}

/* Checks an entry's local header against the directory: 4.3.7. */
static bool
check_local(struct zipread *z, struct entry *e, size_t end)
{
	const char *p = z->file.p + e->at;
	uint32_t crc, packed, size;
	size_t n;

	if (e->at > end || end - e->at < LOCAL || memcmp(p, "PK\3\4", 4) != 0)
		return fail_at(z, e->name, "not where the directory says");
	n = get16(p + 26);
	e->data = e->at + LOCAL + n + get16(p + 28);
	if (e->data > end || e->packed > end - e->data)
		return fail_at(z, e->name, "cut short");
	crc = get32(p + 14);
	packed = get32(p + 18);
	size = get32(p + 22);
	if (!str_equal(e->name, (struct str){ p + LOCAL, n }) ||
	    get16(p + 8) != e->method ||
	    ((get16(p + 6) ^ e->flags) & (ENCRYPTED | DESCRIPTOR)) != 0)
		return fail_at(z, e->name, "its two headers differ");
	if ((e->flags & DESCRIPTOR) != 0 && (crc | packed | size) == 0)
		return true; /* they follow the data: 4.4.4 */
	if (crc != e->crc || packed != e->packed || size != e->size)
		return fail_at(z, e->name, "its two headers differ");
	return true;
}

/* Reads the directory entry at *at, which ends before end. */
static bool
read_entry(struct zipread *z, size_t *at, size_t end, struct entry *e)
{
	const char *p = z->file.p + *at;
	size_t n;

	if (end - *at < CENTRAL || memcmp(p, "PK\1\2", 4) != 0)
		return fail(z, "the ZIP directory is damaged");
	n = get16(p + 28);
	if (end - *at - CENTRAL < n + get16(p + 30) + get16(p + 32))
		return fail(z, "the ZIP directory is damaged");
	*at += CENTRAL + n + get16(p + 30) + get16(p + 32);
	e->flags = get16(p + 8);
	e->method = get16(p + 10);
	e->crc = get32(p + 16);
	e->packed = get32(p + 20);
	e->size = get32(p + 24);
	e->at = get32(p + 42);
	e->name = (struct str){ p + CENTRAL, n };
	if (get16(p + 34) != 0)
		return fail(z, "part of a ZIP file on several disks");
	return check_entry(z, e);
}

/* Local headers, apart from each other, and names, each once. */
static bool
check_together(struct zipread *z, size_t end)
{
	struct entry *e, *last = z->entries + z->n;

	for (e = z->entries; e < last; e++)
		if (!check_local(z, e, end))
			return false;
	qsort(z->entries, z->n, sizeof *z->entries, by_place);
	for (e = z->entries; e + 1 < last; e++)
		if (e->data + e->packed > e[1].at)
			return fail_at(z, e->name, "overlaps another entry");
	qsort(z->entries, z->n, sizeof *z->entries, by_name);
	for (e = z->entries; e + 1 < last; e++)
		if (path_compare(e->name, e[1].name) == 0)
			return fail_at(z, e->name, "there twice");
	return true;
}

static bool
read_directory(struct zipread *z, size_t at, size_t end, size_t count)
{
	size_t begin = at, total = 0;

	if (count > ENTRIES_MAX)
		return fail(z, "more than 10,000 entries in the ZIP file");
	z->entries = mem_alloc(count * sizeof *z->entries);
	for (; z->n < count; z->n++) {
		if (!read_entry(z, &at, end, z->entries + z->n))
			return false;
		total += z->entries[z->n].size;
		if (total > total_max)
			return fail(z, "more than 1 GiB when unpacked");
	}
	if (at != end)
		return fail(z, "the ZIP directory is damaged");
	return check_together(z, begin);
}

/* The place of the end record, whose comment reaches the end of the file;
 * (size_t)-1 when there is none. */
static size_t
find_end(struct str file)
{
	size_t back;

	for (back = END; back <= file.n && back <= END + UINT16_MAX; back++)
		if (memcmp(file.p + file.n - back, "PK\5\6", 4) == 0 &&
		    get16(file.p + file.n - back + 20) == back - END)
			return file.n - back;
	return (size_t)-1;
}

static bool
read_end(struct zipread *z)
{
	size_t end = find_end(z->file), size, at;
	const char *p;

	if (end == (size_t)-1)
		return fail(z,
		    str_starts(z->file, STR("PK\3\4"))
			? "cut short: the directory at the end of the ZIP file "
			  "is missing"
			: "not a ZIP file");
	p = z->file.p + end;
	size = get32(p + 12);
	at = get32(p + 16);
	if (at == UINT32_MAX || size == UINT32_MAX ||
	    get16(p + 10) == UINT16_MAX ||
	    (end >= LOCATOR && memcmp(p - LOCATOR, "PK\6\7", 4) == 0))
		return fail(z, "a ZIP64 file, which is not supported");
	if (get16(p + 4) != 0 || get16(p + 6) != 0 ||
	    get16(p + 8) != get16(p + 10))
		return fail(z, "part of a ZIP file on several disks");
	if (at > end || size != end - at)
		return fail(z, "the ZIP directory is not where it should be");
	return read_directory(z, at, end, get16(p + 10));
}

struct zipread *
zipread_open(struct str file)
{
	struct zipread *z = mem_alloc(sizeof *z);

	z->file = file;
	z->inflater = inflater_new();
	if (!read_end(z))
		z->n = 0;
	return z;
}

const char *
zipread_error(const struct zipread *z)
{
	return z->why.n != 0 ? z->why.p : NULL;
}

size_t
zipread_count(const struct zipread *z)
{
	return z->n;
}

struct str
zipread_name(const struct zipread *z, size_t i)
{
	return z->entries[i].name;
}

struct str
zipread_packed(const struct zipread *z, size_t i)
{
	return str_cut(z->file, z->entries[i].data, z->entries[i].packed);
}

size_t
zipread_find(const struct zipread *z, struct str name)
{
	struct entry key = { .name = name }, *e;

	if (z->n == 0)
		return (size_t)-1;
	e = bsearch(&key, z->entries, z->n, sizeof *z->entries, by_name);
	return e != NULL ? (size_t)(e - z->entries) : (size_t)-1;
}

bool
zipread_start(struct zipread *z, size_t i)
{
	z->now = NULL;
	if (z->why.n != 0)
		return false;
	z->now = z->entries + i;
	z->done = 0;
	z->crc = 0;
	if (z->now->method == DEFLATED)
		inflater_start(z->inflater,
		    str_cut(z->file, z->now->data, z->now->packed));
	return true;
}

static bool
next_inflated(struct zipread *z, struct str *chunk)
{
	enum inflated state;

	*chunk = (struct str){ z->chunk, 0 };
	state = inflater_read(z->inflater, z->chunk, CHUNK, &chunk->n);
	if (state == INFLATED_DAMAGED || chunk->n > z->now->size - z->done ||
	    (state == INFLATED_ALL && (inflater_rest(z->inflater) != 0 ||
					  z->done + chunk->n != z->now->size)))
		return fail_at(z, z->now->name, "its packed data is damaged");
	return true;
}

static void
next_stored(struct zipread *z, struct str *chunk)
{
	size_t n = z->now->size - z->done;

	*chunk =
	    str_cut(z->file, z->now->data + z->done, n < CHUNK ? n : CHUNK);
}

bool
zipread_next(struct zipread *z, struct str *chunk)
{
	const struct entry *e = z->now;

	if (e == NULL)
		return false;
	if (e->method == STORED)
		next_stored(z, chunk);
	else if (!next_inflated(z, chunk))
		e = NULL;
	z->now = NULL;
	if (e == NULL)
		return false;
	z->crc = deflate_crc(z->crc, *chunk);
	z->done += chunk->n;
	if (chunk->n != 0) {
		z->now = e;
		return true;
	}
	if (z->done != e->size || z->crc != e->crc)
		return fail_at(z, e->name, "its checksum is wrong");
	return false;
}

void
zipread_free(struct zipread *z)
{
	if (z == NULL)
		return;
	inflater_free(z->inflater);
	buf_free(&z->why);
	free(z->entries);
	free(z);
}
