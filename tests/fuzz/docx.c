/* docx: any bytes are a document, or refused with a reason; bytes that are no
 * ZIP file are tried as the main part of one */
#include <assert.h>
#include <stdint.h>

#include "doctext.h"
#include "htmldoc.h"
#include "package.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

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
	buf_clear(&text);
	buf_clear(&why);
	assert(htmldoc_read(buf_str(&file), &text, &why) || why.n != 0);
	buf_clear(&text);
	buf_clear(&why);
	assert(doctext_print(buf_str(&file), true, &text, &why) || why.n != 0);
	buf_free(&file);
	buf_free(&text);
	buf_free(&why);
	return 0;
}
