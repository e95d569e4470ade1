/* import: any bytes, as a text, as a Word document or as its main part, become
 * sections and facts, or are refused with a reason */
#include <assert.h>
#include <stdint.h>

#include "importdocx.h"
#include "importfacts.h"
#include "importroles.h"
#include "importtext.h"
#include "importwrite.h"
#include "source.h"
#include "package.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void
make(struct olddoc *doc)
{
	struct importfacts facts = { 0 };
	struct importfiles files = { 0 };

	importroles_find(doc);
	importfacts_find(doc, &facts);
	importwrite_make(doc, &facts, "old", &files);
	importwrite_free(&files);
	importfacts_free(&facts);
	olddoc_free(doc);
}

static void
read_docx(struct str file)
{
	struct diag d = { 0 };
	struct olddoc doc = { 0 };
	struct buf why = { 0 };
	int changes;

	for (changes = CHANGES_ACCEPT; changes <= CHANGES_KEEP; changes++) {
		assert(importdocx_read(file, (enum importdocx_changes)changes,
			   "old", &d, &doc, &why) ||
		       why.n != 0);
		make(&doc);
	}
	buf_free(&why);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str in = { (const char *)p, n }, text;
	struct buf file = { 0 }, room = { 0 };
	struct olddoc doc = { 0 };
	struct diag d = { 0 };

	if (str_starts(in, STR("PK"))) {
		read_docx(in);
		return 0;
	}
	wrap(in, &file);
	read_docx(buf_str(&file));
	text = source_text(in, SOURCE_AUTHOR, "old", &d, &room);
	if (d.counts[LEVEL_ERROR] == 0)
		importtext_read(text, &doc);
	make(&doc);
	buf_free(&file);
	buf_free(&room);
	return 0;
}
