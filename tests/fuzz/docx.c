/* docx: any bytes are a document, or refused with a reason; bytes that are no
 * ZIP file are tried as the main part of one */
#include <assert.h>
#include <stdint.h>

#include "doctext.h"
#include "zip.h"

#define SPACE "xmlns='http://schemas.openxmlformats.org/package/2006/"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* The package around a main part. */
static void
wrap(struct str part, struct buf *out)
{
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types " SPACE "x'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='d' Type='http://schemas.openxmlformats.org/"
		"officeDocument/2006/relationships/officeDocument'/>"
		"</Relationships>"));
	zip_add(z, "d", part);
	zip_end(z);
	zip_free(z);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str in = { (const char *)p, n };
	struct buf file = { 0 }, text = { 0 }, why = { 0 };

	if (str_starts(in, STR("PK")))
		buf_adds(&file, in);
	else
		wrap(in, &file);
	assert(doctext_read(buf_str(&file), false, &text, &why) || why.n != 0);
	buf_free(&file);
	buf_free(&text);
	buf_free(&why);
	return 0;
}
