/* packagediff: in what a document differs from the one that it should be */
#include <stdint.h>

#include "doctext.h"
#include "lang.h"
#include "packagediff.h"
#include "path.h"
#include "textdiff.h"
#include "ziplayout.h"
#include "zipread.h"

enum {
	REOPENED_MAX = 100,
	NEAR = 16, /* bytes so close together are told by their places */
};

/* A package that is read part by part, also where some are damaged. */
struct package {
	struct str file;
	struct zipread *zip;
	size_t reopened;
};

static void
reopen(struct package *p)
{
	if (p->reopened++ < REOPENED_MAX) {
		zipread_free(p->zip);
		p->zip = zipread_open(p->file);
	}
}

/* Reads a part in place of what *out holds, and of one that is longer than most
 * a little more than that; false where it cannot be read. */
static bool
read_part(struct package *p, size_t i, size_t most, struct buf *out)
{
	struct str chunk;

	buf_clear(out);
	if (zipread_error(p->zip) != NULL)
		reopen(p);
	if (!zipread_start(p->zip, i))
		return false;
	while (out->n <= most && zipread_next(p->zip, &chunk))
		buf_adds(out, chunk);
	return zipread_error(p->zip) == NULL;
}

static void
put_name(struct buf *out, struct str name)
{
	buf_addz(out, "  ");
	path_show(out, name);
}

/* A part that both have, by its name as it was built. */
static bool
compare_part(struct package *built, struct package *file, size_t i, size_t k,
    struct buf *out)
{
	struct str name = zipread_name(built->zip, i);
	struct buf a = { 0 }, b = { 0 };
	bool same = str_equal(name, zipread_name(file->zip, k));

	if (!same) {
		put_name(out, name);
		buf_addz(
		    out, lang_text(": its name is written in another way\n"));
	}
	if (!read_part(built, i, SIZE_MAX, &a) ||
	    !read_part(file, k, a.n, &b)) {
		put_name(out, name);
		buf_addz(out, lang_text(": damaged, cannot be unpacked\n"));
		same = false;
	} else if (!str_equal(buf_str(&a), buf_str(&b))) {
		put_name(out, name);
		buf_addz(out, lang_text(": altered\n"));
		same = false;
	}
	buf_free(&a);
	buf_free(&b);
	return same;
}

/* Tells the parts that differ, and how many there are. */
static size_t
compare_parts(struct package *built, struct package *file, struct buf *out)
{
	size_t i = 0, k = 0, n = zipread_count(built->zip);
	size_t m = zipread_count(file->zip);
	size_t differ = 0;
	int c;

	while (i < n || k < m) {
		c = i == n   ? 1
		    : k == m ? -1
			     : path_compare(zipread_name(built->zip, i),
				   zipread_name(file->zip, k));
		if (c != 0) {
			put_name(out, c < 0 ? zipread_name(built->zip, i)
					    : zipread_name(file->zip, k));
			buf_addz(out, c < 0 ? lang_text(": missing\n")
					    : lang_text(": added\n"));
			differ++;
		} else if (!compare_part(built, file, i, k, out)) {
			differ++;
		}
		i += c <= 0;
		k += c >= 0;
	}
	return differ;
}

/* The bytes that both begin with, and end with. */
static void
common(struct str a, struct str b, size_t *head, size_t *tail)
{
	size_t least = a.n < b.n ? a.n : b.n;

	for (*head = 0; *head < least && a.p[*head] == b.p[*head]; ++*head)
		;
	for (*tail = 0; *tail < least - *head &&
			a.p[a.n - *tail - 1] == b.p[b.n - *tail - 1];
	     ++*tail)
		;
}

/* How many bytes there are from the first to the last that differ. */
static size_t
span(struct str a, struct str b)
{
	size_t head, tail;

	common(a, b, &head, &tail);
	return (a.n > b.n ? a.n : b.n) - head - tail;
}

uint64_t
packagediff_distance(struct str built, struct str file)
{
	struct package a = { built, zipread_open(built), 0 };
	struct package b = { file, zipread_open(file), 0 };
	size_t parts = zipread_count(a.zip), bytes = span(built, file);
	struct buf out = { 0 };

	if (zipread_error(b.zip) == NULL)
		parts = compare_parts(&a, &b, &out);
	buf_free(&out);
	zipread_free(a.zip);
	zipread_free(b.zip);
	return (uint64_t)parts << 32 |
	       (bytes < UINT32_MAX ? bytes : UINT32_MAX);
}

static void
put_place(struct str built, size_t at, struct buf *out)
{
	struct str name;
	struct buf shown = { 0 };
	enum ziplayout where = ziplayout_at(built, at, &name);

	path_show(&shown, name);
	if (where == ZIPLAYOUT_HEADER)
		buf_addf(out, lang_text("  byte %zu: in the header of %s\n"),
		    at + 1, shown.p);
	else if (where == ZIPLAYOUT_DATA)
		buf_addf(out,
		    lang_text("  byte %zu: in the packed data of %s\n"), at + 1,
		    shown.p);
	else if (where == ZIPLAYOUT_DIRECTORY)
		buf_addf(out,
		    lang_text(
			"  byte %zu: in the ZIP directory's entry of %s\n"),
		    at + 1, shown.p);
	else if (where == ZIPLAYOUT_END)
		buf_addf(out,
		    lang_text("  byte %zu: in the end of the ZIP directory\n"),
		    at + 1);
	else
		buf_addf(out, lang_text("  byte %zu: outside of all parts\n"),
		    at + 1);
	buf_free(&shown);
}

/* Tells the bytes that differ by the first of them, and how many there are. */
static void
put_bytes(struct str built, struct str file, struct buf *out)
{
	size_t head, tail, i, n = 0;

	common(built, file, &head, &tail);
	put_place(built, head, out);
	for (i = head; built.n == file.n && i < built.n; i++)
		n += built.p[i] != file.p[i];
	if (built.n == file.n)
		buf_addf(out, lang_text("  bytes that differ: %zu of %zu\n"), n,
		    file.n);
	else
		buf_addf(out, lang_text("  bytes: %zu where %zu were built\n"),
		    file.n, built.n);
}

bool
packagediff_text(
    struct str built, struct str file, struct buf *out, bool *differ)
{
	struct buf a = { 0 }, b = { 0 }, why = { 0 };
	bool read = doctext_read(built, false, &a, &why) &&
		    doctext_read(file, false, &b, &why);

	*differ = read && textdiff_put(buf_str(&a), buf_str(&b), out);
	buf_free(&a);
	buf_free(&b);
	buf_free(&why);
	return read;
}

bool
packagediff_put(struct str built, struct str file, struct buf *out)
{
	struct package a = { built, zipread_open(built), 0 };
	struct package b = { file, zipread_open(file), 0 };
	size_t parts = 0;
	bool text, same = str_equal(built, file);

	if (!same && zipread_error(b.zip) != NULL)
		buf_addf(out, lang_text("  the file is damaged: %s\n"),
		    zipread_error(b.zip));
	else if (!same)
		parts = compare_parts(&a, &b, out);
	if (!same && parts == 0 && zipread_error(b.zip) == NULL)
		buf_addz(out,
		    lang_text(
			"  every part is the same, but the ZIP file that holds "
			"them is not\n"));
	if (!same && parts != 0 && packagediff_text(built, file, out, &text) &&
	    !text)
		buf_addz(out, lang_text("  the text is the same\n"));
	if (!same && (parts == 0 || span(built, file) <= NEAR))
		put_bytes(built, file, out);
	zipread_free(a.zip);
	zipread_free(b.zip);
	return !same;
}
