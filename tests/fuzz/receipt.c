/* receipt: any bytes are a document with a sound receipt, or said to be none,
 * and are told from what was built; bytes that are no ZIP file are tried as the
 * part of the receipt, docProps/custom.xml */
#include <assert.h>
#include <stdint.h>

#include "package.h"
#include "packagediff.h"
#include "receiptread.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* A document with that part for its receipt, and for its dates. */
static void
put_document(struct str custom, struct buf *out)
{
	const struct part parts[] = {
		{ "docProps/custom.xml", custom },
		{ "docProps/core.xml", custom },
	};

	wrap_with(STR("<w:document xmlns:w='http://schemas.openxmlformats.org/"
		      "wordprocessingml/2006/main'><w:body/></w:document>"),
	    parts, 2, out);
}

static void
check(const struct receipt *r)
{
	size_t i;

	assert(r->version.n != 0);
	for (i = 0; i < RECEIPT_GROUPS; i++) {
		assert(r->part[i].hash.n == 0 || r->part[i].hash.n == 64);
		assert(r->part[i].files.n % RECEIPT_DIGITS == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str in = { (const char *)p, n };
	struct buf file = { 0 }, built = { 0 }, why = { 0 }, told = { 0 };
	struct receipt r = { .version = { 0 } };
	long long created;

	if (str_starts(in, STR("PK")))
		buf_adds(&file, in);
	else
		put_document(in, &file);
	if (receiptread_file(buf_str(&file), &r, &why) == RECEIPTREAD_FINE)
		check(&r);
	else
		assert(why.n != 0);
	receiptread_created(buf_str(&file), &created);
	assert(created >= -1 && created <= 253402300799);
	put_document(STR("<x/>"), &built);
	assert(packagediff_put(buf_str(&built), buf_str(&file), &told) ==
	       !str_equal(buf_str(&built), buf_str(&file)));
	assert((told.n != 0) == !str_equal(buf_str(&built), buf_str(&file)));
	receipt_free(&r);
	buf_free(&file);
	buf_free(&built);
	buf_free(&why);
	buf_free(&told);
	return 0;
}
