/* zip, zipread: what is written is read back; what is damaged is refused */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "zip.h"
#include "zipread.h"

static struct zip *zip;

/* Reads one entry; false when the file or the entry is not sound. */
static bool
read_entry(struct str file, const char *name, struct buf *out)
{
	struct zipread *z = zipread_open(file);
	size_t i = zipread_find(z, str_of(name));
	struct str chunk;
	bool fine;

	assert((i == (size_t)-1) || zipread_error(z) == NULL);
	if (i != (size_t)-1) {
		zipread_start(z, i);
		while (zipread_next(z, &chunk)) {
			assert(chunk.n != 0 && chunk.n <= 64 * 1024);
			buf_adds(out, chunk);
		}
	}
	fine = i != (size_t)-1 && zipread_error(z) == NULL;
	zipread_free(z);
	return fine;
}

/* The reason why a file is refused, which must hold the word. */
static void
refuses(struct str file, const char *word)
{
	struct zipread *z = zipread_open(file);
	struct str chunk;
	size_t i;

	for (i = 0; i < zipread_count(z); i++)
		if (zipread_start(z, i))
			while (zipread_next(z, &chunk))
				;
	if (zipread_error(z) == NULL || !strstr(zipread_error(z), word)) {
		fprintf(stderr, "wanted %s, got %s\n", word,
		    zipread_error(z) != NULL ? zipread_error(z) : "success");
		abort();
	}
	zipread_free(z);
}

/* n bytes that deflate badly, the same every time. */
static void
fill_noise(struct buf *b, size_t n)
{
	unsigned x = 1;

	while (n-- != 0) {
		x = x * 1103515245 + 12345;
		buf_addc(b, (char)(x >> 16));
	}
}

static void
fill_text(struct buf *b, size_t n)
{
	while (b->n < n)
		buf_addf(b, "<w:p>%zu</w:p>", b->n * b->n);
}

static void
test_round_trip(void)
{
	static const size_t sizes[] = { 0, 1, 65536, 524287, 524288, 524289,
		786432, 2000001 };
	struct buf text = { 0 }, out = { 0 }, back = { 0 };
	size_t i;

	fill_text(&text, 2100000);
	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		buf_clear(&out);
		buf_addz(&out, "before");
		zip_begin(zip, &out);
		zip_add(zip, "first", STR("1"));
		zip_add(zip, "text", str_cut(buf_str(&text), 0, sizes[i]));
		zip_end(zip);
		buf_clear(&back);
		assert(read_entry(str_from(buf_str(&out), 6), "TEXT", &back));
		assert(str_equal(
		    buf_str(&back), str_cut(buf_str(&text), 0, sizes[i])));
	}
	buf_free(&text);
	buf_free(&out);
	buf_free(&back);
}

/* Pieces, some of them empty, give the bytes of the joined text. */
static void
test_pieces(void)
{
	struct buf text = { 0 }, joined = { 0 }, pieces = { 0 };
	struct str *piece = NULL;
	size_t n = 0, at = 0, step;

	fill_text(&text, 1500000);
	for (; at < text.n; at += step) {
		step = n * n % 70000;
		if (step > text.n - at)
			step = text.n - at;
		piece = mem_more(piece, n, sizeof *piece);
		piece[n++] = step != 0 ? str_cut(buf_str(&text), at, step)
				       : (struct str){ 0 };
	}
	zip_begin(zip, &joined);
	zip_add(zip, "a", buf_str(&text));
	zip_add(zip, "b", (struct str){ 0 });
	zip_end(zip);
	zip_begin(zip, &pieces);
	zip_addv(zip, "a", piece, n);
	zip_addv(zip, "b", NULL, 0);
	zip_end(zip);
	assert(str_equal(buf_str(&joined), buf_str(&pieces)));
	free(piece);
	buf_free(&text);
	buf_free(&joined);
	buf_free(&pieces);
}

/* The very bytes of a small file. */
static void
test_bytes(void)
{
	static const char expected[] =
	    "PK\3\4\x0a\0\0\0\0\0\0\0\x21\0\xb7\xef\xdc\x83\1\0\0\0\1\0\0\0\1\0"
	    "\0\0a1"
	    "PK\3\4\x0a\0\0\x08\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0\0\0"
	    "\xe4\xb8\x80"
	    "PK\1\2\x14\0\x0a\0\0\0\0\0\0\0\x21\0\xb7\xef\xdc\x83\1\0\0\0\1\0\0"
	    "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a"
	    "PK\1\2\x14\0\x0a\0\0\x08\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0"
	    "\0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\xe4\xb8\x80"
	    "PK\5\6\0\0\0\0\2\0\2\0\x60\0\0\0\x41\0\0\0\0";
	struct buf out = { 0 };

	zip_begin(zip, &out);
	zip_add(zip, "a", STR("1"));
	zip_add(zip, "一", STR(""));
	zip_end(zip);
	assert(str_equal(
	    buf_str(&out), (struct str){ expected, sizeof expected }));
	buf_free(&out);
}

static void
test_packed(void)
{
	struct zip_packed noise = { 0 }, text = { 0 };
	struct buf bytes = { 0 }, one = { 0 }, two = { 0 };

	fill_noise(&bytes, 10000);
	zip_pack(zip, buf_str(&bytes), &noise);
	assert(noise.stored && noise.bytes.n == noise.size);
	zip_begin(zip, &one);
	zip_add(zip, "noise", buf_str(&bytes));
	buf_clear(&bytes);
	fill_text(&bytes, 10000);
	zip_pack(zip, buf_str(&bytes), &text);
	assert(!text.stored && text.bytes.n < text.size / 2);
	zip_add(zip, "text", buf_str(&bytes));
	zip_end(zip);
	zip_begin(zip, &two);
	zip_add_packed(zip, "noise", &noise);
	zip_add_packed(zip, "text", &text);
	zip_end(zip);
	assert(str_equal(buf_str(&one), buf_str(&two)));
	zip_packed_free(&noise);
	zip_packed_free(&text);
	buf_free(&bytes);
	buf_free(&one);
	buf_free(&two);
}

static void
make(struct buf *out, const char *first, const char *second)
{
	buf_clear(out);
	zip_begin(zip, out);
	zip_add(zip, first, STR("one one one one one one one one"));
	zip_add(zip, second, STR("two"));
	zip_end(zip);
}

static void
test_names(void)
{
	static const char *const bad[] = { "..", "../x", "a/../b", "a/..",
		"a//b", "./a", "a/.", "a\\b", "C:\\x", "a\x01", "a\x7f" };
	struct buf out = { 0 }, back = { 0 };
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		make(&out, "good", bad[i]);
		refuses(buf_str(&out), "unsafe name");
	}
	make(&out, "xabs", "good");
	out.p[30] = out.p[str_find(buf_str(&out), STR("PK\1\2"), 0) + 46] = '/';
	refuses(buf_str(&out), "unsafe name");
	make(&out, "Word/a.xml", "word/A.XML");
	refuses(buf_str(&out), "there twice");
	make(&out, "folder/", "folder/a..b");
	assert(read_entry(buf_str(&out), "FOLDER/A..B", &back));
	assert(str_equal(buf_str(&back), STR("two")));
	buf_free(&back);
	buf_free(&out);
}

/* What a file is refused for with one byte changed. */
static void
test_headers(void)
{
	static const struct {
		size_t central, at; /* of the directory entry, of the end */
		char to;
		const char *word;
	} changes[] = {
		{ 1, 8, 1, "encrypted" },
		{ 1, 8, 8, "headers differ" },
		{ 1, 10, 9, "packed in a way" },
		{ 1, 10, 0, "two sizes" },
		{ 1, 16, 0, "headers differ" },
		{ 1, 20, 1, "headers differ" },
		{ 1, 20, 99, "cut short" },
		{ 1, 24, 99, "headers differ" },
		{ 1, 34, 1, "several disks" },
		{ 1, 42, 9, "not where the directory says" },
		{ 1, 46, 'B', "headers differ" },
		{ 1, 1, 'x', "directory is damaged" },
		{ 0, 4, 1, "several disks" },
		{ 0, 8, 1, "several disks" },
		{ 0, 12, 1, "not where it should be" },
		{ 0, 16, 1, "not where it should be" },
		{ 0, 20, 1, "cut short" },
	};
	struct buf out = { 0 };
	size_t i, at;

	for (i = 0; i < sizeof changes / sizeof *changes; i++) {
		make(&out, "a", "b");
		at = str_find(buf_str(&out),
		    changes[i].central ? STR("PK\1\2") : STR("PK\5\6"), 0);
		out.p[at + changes[i].at] = changes[i].to;
		refuses(buf_str(&out), changes[i].word);
	}
	make(&out, "a", "b");
	memset(strstr(out.p + out.n - 22, "PK\5\6") + 16, 0xff, 4);
	refuses(buf_str(&out), "ZIP64");
	buf_free(&out);
}

/* Two entries of the directory that share one local header, as in a bomb. */
static void
test_overlap(void)
{
	struct buf out = { 0 };
	size_t one, two;

	make(&out, "a", "a");
	one = str_find(buf_str(&out), STR("PK\1\2"), 0);
	two = str_find(buf_str(&out), STR("PK\1\2"), one + 1);
	memcpy(out.p + two, out.p + one, 46);
	refuses(buf_str(&out), "overlaps");
	buf_free(&out);
}

static void
test_bombs(void)
{
	struct buf out = { 0 }, zeros = { 0 };
	struct zip_packed packed = { 0 };
	size_t at, size = (size_t)70 << 20;
	char name[] = "a";
	int i;

	buf_reserve(&zeros, size);
	memset(zeros.p, '0', size);
	zeros.n = size;
	zip_begin(zip, &out);
	zip_add(zip, "bomb", buf_str(&zeros));
	zip_end(zip);
	refuses(buf_str(&out), "ZIP bomb");
	buf_clear(&out);
	zeros.n = (size_t)60 << 20;
	zip_pack(zip, buf_str(&zeros), &packed);
	zip_begin(zip, &out);
	for (i = 0; i < 18; i++) {
		name[0] = (char)('a' + i);
		zip_add_packed(zip, name, &packed);
	}
	zip_end(zip);
	refuses(buf_str(&out), "more than 1 GiB");
	/* says 3 bytes, holds 60 MiB */
	buf_clear(&out);
	zip_begin(zip, &out);
	zip_add_packed(zip, "liar", &packed);
	zip_end(zip);
	at = str_find(buf_str(&out), STR("PK\1\2"), 0);
	memcpy(out.p + at + 24, "\3\0\0\0", 4);
	memcpy(out.p + 22, "\3\0\0\0", 4);
	refuses(buf_str(&out), "packed data is damaged");
	zip_packed_free(&packed);
	buf_free(&out);
	buf_free(&zeros);
}

/* Every file cut short is refused; every changed bit is refused or harmless. */
static void
test_damage(void)
{
	struct buf out = { 0 }, text = { 0 }, back = { 0 };
	char *copy;
	size_t i;

	fill_text(&text, 3000);
	zip_begin(zip, &out);
	zip_add(zip, "a", buf_str(&text));
	zip_end(zip);
	for (i = 0; i < out.n; i++) {
		copy = mem_alloc(i);
		memcpy(copy, out.p, i);
		refuses((struct str){ copy, i },
		    i < 4 ? "not a ZIP file" : "cut short");
		free(copy);
	}
	for (i = 0; i < out.n * 8; i++) {
		out.p[i / 8] ^= (char)(1 << i % 8);
		buf_clear(&back);
		if (read_entry(buf_str(&out), "a", &back))
			assert(str_equal(buf_str(&back), buf_str(&text)));
		out.p[i / 8] ^= (char)(1 << i % 8);
	}
	buf_free(&out);
	buf_free(&text);
	buf_free(&back);
}

static void
test_many(void)
{
	struct buf out = { 0 }, name = { 0 };
	int i;

	zip_begin(zip, &out);
	for (i = 0; i <= 10000; i++) {
		buf_clear(&name);
		buf_addf(&name, "%d", i);
		zip_add(zip, name.p, STR(""));
	}
	zip_end(zip);
	refuses(buf_str(&out), "10,000 entries");
	buf_free(&out);
	buf_free(&name);
}

int
main(void)
{
	zip = zip_new();
	test_bytes();
	test_round_trip();
	test_pieces();
	test_packed();
	test_names();
	test_headers();
	test_overlap();
	test_bombs();
	test_damage();
	test_many();
	zip_free(zip);
	refuses(STR(""), "not a ZIP file");
	refuses(STR("PK\5\6"), "not a ZIP file");
	return 0;
}
