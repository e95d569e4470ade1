/* zip: any bytes are a ZIP file, or refused with a reason, and what is one
 * comes out the same when it is written anew and read again; any bytes as the
 * content of entries come back whole */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "opc.h"
#include "opccheck.h"
#include "zip.h"
#include "zipread.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 1 << 20 }; /* bytes of entries, or a bomb takes all the time */

/* Reads an entry whole; false where it is not sound, or too long. */
static bool
read_entry(struct zipread *z, size_t i, struct buf *out)
{
	struct str chunk;

	buf_clear(out);
	if (!zipread_start(z, i))
		return false;
	while (zipread_next(z, &chunk) && out->n < MOST)
		buf_adds(out, chunk);
	return zipread_error(z) == NULL && out->n < MOST;
}

/* Writes the entries of a file anew; false where one is not sound. */
static bool
copy(struct zipread *from, struct buf *out)
{
	struct buf bytes = { 0 };
	struct zip *z = zip_new();
	bool fine = true;
	size_t i;

	zip_begin(z, out);
	for (i = 0; fine && i < zipread_count(from); i++) {
		struct str name = zipread_name(from, i);
		char *s = strndup(name.p, name.n);

		fine = strlen(s) == name.n && read_entry(from, i, &bytes);
		if (fine)
			zip_add(z, s, buf_str(&bytes));
		free(s);
	}
	zip_end(z);
	zip_free(z);
	buf_free(&bytes);
	return fine;
}

static void
compare(struct zipread *a, struct str file)
{
	struct zipread *b = zipread_open(file);
	struct buf one = { 0 }, other = { 0 };
	size_t i;

	assert(zipread_error(b) == NULL);
	assert(zipread_count(a) == zipread_count(b));
	for (i = 0; i < zipread_count(a); i++) {
		assert(str_equal(zipread_name(a, i), zipread_name(b, i)));
		assert(zipread_find(b, zipread_name(a, i)) == i);
		assert(read_entry(a, i, &one) && read_entry(b, i, &other));
		assert(str_equal(buf_str(&one), buf_str(&other)));
	}
	zipread_free(b);
	buf_free(&one);
	buf_free(&other);
}

static void
read_any(struct str in)
{
	struct zipread *z = zipread_open(in);
	struct buf copied = { 0 }, why = { 0 };
	struct opc *o = opc_open(in);
	struct opc_relations r = { .n = 0 };

	if (zipread_error(z) == NULL && copy(z, &copied))
		compare(z, buf_str(&copied));
	zipread_free(z);
	assert(opc_relate(o, STR(""), &r) == (opc_error(o) == NULL));
	free(r.relation);
	opc_free(o);
	assert(opc_check(in, &why) || why.n != 0);
	buf_free(&copied);
	buf_free(&why);
}

/* The bytes whole, in two pieces, and packed before. */
static void
write_any(struct str in)
{
	struct str pieces[2] = { str_cut(in, 0, in.n / 3),
		str_from(in, in.n / 3) };
	struct zip_packed packed = { .size = 0 };
	struct buf file = { 0 }, bytes = { 0 };
	struct zip *z = zip_new();
	struct zipread *back;
	size_t i;

	zip_begin(z, &file);
	zip_add(z, "a", in);
	zip_addv(z, "b", pieces, 2);
	zip_pack(z, in, &packed);
	zip_add_packed(z, "c", &packed);
	zip_end(z);
	zip_free(z);
	back = zipread_open(buf_str(&file));
	assert(zipread_error(back) == NULL && zipread_count(back) == 3);
	for (i = 0; i < 3; i++)
		assert(read_entry(back, i, &bytes) &&
		       str_equal(buf_str(&bytes), in));
	zipread_free(back);
	zip_packed_free(&packed);
	buf_free(&file);
	buf_free(&bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size };

	read_any(in);
	write_any(in);
	return 0;
}
