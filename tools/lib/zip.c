/*
 * zip: a ZIP file written into memory (PKWARE APPNOTE 6.3)
 *
 * Every entry's sizes are known before its header is final, so that there are
 * no data descriptors. The date is fixed and nothing else varies: the same
 * entries give the same bytes, as long as zlib is the same.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "deflate.h"
#include "die.h"
#include "lang.h"
#include "zip.h"

enum {
	LOCAL = 30, /* bytes of a local header without its name: 4.3.7 */
	UTF8 = 1 << 11, /* the flag that the name is UTF-8: 4.4.4 */
	STORED = 0, /* methods: 4.4.5 */
	DEFLATED = 8,
	DATE = 1 << 5 | 1, /* 1980-01-01 as MS-DOS counts: 4.4.6 */
};

struct entry {
	const char *name;
	size_t at, packed, size;
	uint32_t crc;
	unsigned method;
	bool file; /* for who unpacks files, not for readers of parts */
};

/* A part as it was packed last. */
struct recalled {
	struct buf name, data;
	struct zip_packed packed;
};

struct zip {
	struct deflater *deflater;
	bool recalls;
	struct recalled *recalled; /* in the order of the file before */
	size_t recalled_n, at; /* which comes next */
	struct buf *out;
	struct buf directory;
	size_t start, count;
};

struct zip *
zip_new(void)
{
	struct zip *z = mem_alloc(sizeof *z);

	z->deflater = deflater_new();
	return z;
}

void
zip_begin(struct zip *z, struct buf *out)
{
	z->out = out;
	z->start = out->n;
	z->count = 0;
	z->at = 0;
	buf_clear(&z->directory);
}

static void
put16(struct buf *b, unsigned v)
{
	const char bytes[] = { (char)(v & 0xff), (char)(v >> 8 & 0xff) };

	buf_add(b, bytes, sizeof(bytes));
}

static void
put32(struct buf *b, size_t v)
{
	const char bytes[] = { (char)(v & 0xff), (char)(v >> 8 & 0xff),
		(char)(v >> 16 & 0xff), (char)(v >> 24 & 0xff) };

	buf_add(b, bytes, sizeof(bytes));
}

static bool
is_ascii(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

/* The fields that a local header and the directory have in common. */
static void
put_common(struct buf *b, const struct entry *e)
{
	put16(b, e->method == STORED ? 10 : 20); /* version needed: 4.4.3.2 */
	put16(b, is_ascii(e->name) ? 0 : UTF8);
	put16(b, e->method);
	put16(b, 0); /* time */
	put16(b, DATE);
	put32(b, e->crc);
	put32(b, e->packed);
	put32(b, e->size);
	put16(b, (unsigned)strlen(e->name));
	put16(b, 0); /* extra */
}

static void
put_local(struct buf *b, const struct entry *e)
{
	buf_add(b, "PK\3\4", 4);
	put_common(b, e);
	buf_addz(b, e->name);
}

static void
put_central(struct buf *b, const struct entry *e)
{
	buf_add(b, "PK\1\2", 4);
	/* made by version 2.0 on MS-DOS, or on Unix, for whose files unzip
	 * takes names in UTF-8 for what they are: 4.4.2 */
	put16(b, e->file ? 3 << 8 | 20 : 20);
	put_common(b, e);
	put16(b, 0); /* comment */
	put16(b, 0); /* disk */
	put16(b, 0); /* attributes */
	put32(b, e->file ? (size_t)0100644 << 16 : 0);
	put32(b, e->at);
	buf_addz(b, e->name);
}

static void
check_size(size_t n, const char *name)
{
	if (n >= UINT32_MAX)
		die("%s: larger than 4 GiB, which ZIP cannot hold", name);
}

static struct entry
begin_entry(struct zip *z, const char *name)
{
	struct entry e = { .name = name, .at = z->out->n - z->start };

	assert(name[0] != '\0' && name[0] != '/' && strlen(name) <= UINT16_MAX);
	check_size(e.at, name);
	return e;
}

static void
end_entry(struct zip *z, const struct entry *e)
{
	put_central(&z->directory, e);
	if (++z->count >= UINT16_MAX)
		die("%s: more than 65,534 entries in a ZIP file", e->name);
}

static void
add_pieces(struct buf *out, const struct str *pieces, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_adds(out, pieces[i]);
}

/* Packs the pieces to the end of *out; stored when that is not larger. */
static void
pack(struct zip *z, const struct str *pieces, size_t n, struct buf *out,
    struct entry *e)
{
	size_t at = out->n, i;

	e->size = 0;
	for (i = 0; i < n; i++)
		e->size += pieces[i].n;
	check_size(e->size, e->name);
	e->crc = deflater_pack(z->deflater, pieces, n, out);
	e->method = DEFLATED;
	if (out->n - at >= e->size) {
		out->n = at;
		e->method = STORED;
		add_pieces(out, pieces, n);
	}
	e->packed = out->n - at;
}

void
zip_addv(struct zip *z, const char *name, const struct str *pieces, size_t n)
{
	struct entry e = begin_entry(z, name);
	struct buf header = { 0 };

	put_local(z->out, &e); /* holds the place */
	pack(z, pieces, n, z->out, &e);
	put_local(&header, &e);
	memcpy(z->out->p + z->start + e.at, header.p, header.n);
	buf_free(&header);
	end_entry(z, &e);
}

void
zip_pack(struct zip *z, struct str data, struct zip_packed *p)
{
	struct entry e = { .name = "packed" };

	buf_clear(&p->bytes);
	pack(z, &data, 1, &p->bytes, &e);
	p->size = e.size;
	p->crc = e.crc;
	p->stored = e.method == STORED;
}

void
zip_add_packed(struct zip *z, const char *name, const struct zip_packed *p)
{
	struct entry e = begin_entry(z, name);

	e.packed = p->bytes.n;
	e.size = p->size;
	e.crc = p->crc;
	e.method = p->stored ? STORED : DEFLATED;
	put_local(z->out, &e);
	buf_adds(z->out, buf_str(&p->bytes));
	end_entry(z, &e);
}

void
zip_recall(struct zip *z)
{
	z->recalls = true;
}

/* The part of that name: nearly always the next one. */
static struct recalled *
recalled_of(struct zip *z, const char *name)
{
	struct str wanted = str_of(name);
	size_t i;

	for (i = 0; i < z->recalled_n; i++) {
		struct recalled *r = &z->recalled[(z->at + i) % z->recalled_n];

		if (!str_equal(buf_str(&r->name), wanted))
			continue;
		z->at = (z->at + i + 1) % z->recalled_n;
		return r;
	}
	z->recalled =
	    mem_more(z->recalled, z->recalled_n, sizeof(*z->recalled));
	z->recalled[z->recalled_n] = (struct recalled){ 0 };
	buf_adds(&z->recalled[z->recalled_n].name, wanted);
	return &z->recalled[z->recalled_n++];
}

void
zip_again(struct zip *z, const char *name)
{
	zip_add_packed(z, name, &recalled_of(z, name)->packed);
}

void
zip_add(struct zip *z, const char *name, struct str data)
{
	struct recalled *r;

	if (!z->recalls) {
		zip_addv(z, name, &data, 1);
		return;
	}
	r = recalled_of(z, name);
	if (r->packed.bytes.p == NULL || !str_equal(buf_str(&r->data), data)) {
		buf_clear(&r->data);
		buf_adds(&r->data, data);
		zip_pack(z, data, &r->packed);
	}
	zip_add_packed(z, name, &r->packed);
}

static void
put_end(struct buf *out, size_t count, size_t at, size_t directory)
{
	buf_add(out, "PK\5\6", 4);
	put32(out, 0); /* disks: 4.3.16 */
	put16(out, (unsigned)count);
	put16(out, (unsigned)count);
	put32(out, directory);
	put32(out, at);
	put16(out, 0); /* comment */
}

void
zip_add_plain(struct zip *z, const char *name, struct str data)
{
	struct entry e = begin_entry(z, name);

	check_size(data.n, name);
	e.packed = e.size = data.n;
	e.crc = deflate_crc(0, data);
	e.method = STORED;
	put_local(z->out, &e);
	buf_adds(z->out, data);
	end_entry(z, &e);
}

void
zip_end(struct zip *z)
{
	struct buf *out = z->out;
	size_t at = out->n - z->start;

	check_size(at + z->directory.n, lang_text("the package"));
	buf_adds(out, buf_str(&z->directory));
	put_end(out, z->count, at, z->directory.n);
	z->out = NULL;
}

static struct entry
stored_entry(const char *name, const struct zip_stored *e, size_t at)
{
	check_size(at, name);
	return (struct entry){ .name = name,
		.at = at,
		.packed = e->size,
		.size = e->size,
		.crc = e->crc,
		.method = STORED,
		.file = true };
}

void
zip_store(
    struct buf *out, const char *name, struct str data, struct zip_stored *e)
{
	struct entry entry;

	check_size(data.n, name);
	*e = (struct zip_stored){ out->n, data.n, deflate_crc(0, data) };
	entry = stored_entry(name, e, 0);
	put_local(out, &entry);
	buf_adds(out, data);
}

void
zip_store_line(struct buf *directory, const char *name,
    const struct zip_stored *e, size_t base)
{
	struct entry entry = stored_entry(name, e, base + e->at);

	put_central(directory, &entry);
}

void
zip_store_end(struct buf *out, size_t count, size_t at, size_t directory)
{
	if (count >= UINT16_MAX)
		die("an archive cannot hold %zu files, only 65,534", count);
	check_size(at + directory, lang_text("the archive"));
	put_end(out, count, at, directory);
}

void
zip_free(struct zip *z)
{
	if (z == NULL)
		return;
	while (z->recalled_n > 0) {
		struct recalled *r = &z->recalled[--z->recalled_n];

		buf_free(&r->name);
		buf_free(&r->data);
		zip_packed_free(&r->packed);
	}
	free(z->recalled);
	deflater_free(z->deflater);
	buf_free(&z->directory);
	free(z);
}

void
zip_packed_free(struct zip_packed *p)
{
	buf_free(&p->bytes);
	*p = (struct zip_packed){ 0 };
}
