/* xlsx: any bytes are a workbook, or refused with a message; bytes that are no
 * ZIP file are tried as the first sheet of one */
#include <assert.h>
#include <stdint.h>

#include "xlsx.h"
#include "zip.h"

#define SPACE "xmlns='http://schemas.openxmlformats.org/package/2006/"
#define REL                                                                    \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void
wrap(struct str sheet, struct buf *out)
{
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types " SPACE "x'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='b' Type='" REL "/officeDocument'/></Relationships>"));
	zip_add(z, "b",
	    STR("<workbook xmlns:r='" REL "'><sheet r:id='s'/></workbook>"));
	zip_add(z, "_rels/b.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='s' "
		"Target='s' Type='" REL "/worksheet'/></Relationships>"));
	zip_add(z, "s", sheet);
	zip_end(z);
	zip_free(z);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str in = { (const char *)p, n };
	struct buf file = { 0 };
	struct records rs = { 0 };
	struct diag d = { .to = NULL };
	bool fine;

	if (str_starts(in, STR("PK")))
		buf_adds(&file, in);
	else
		wrap(in, &file);
	fine = xlsx_read(&rs, buf_str(&file), "-", &d);
	assert(fine == (d.counts[LEVEL_ERROR] == 0));
	records_free(&rs);
	buf_free(&file);
	return 0;
}
