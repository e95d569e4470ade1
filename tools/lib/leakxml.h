/*
 * leakxml: what stands in XML, seen and unseen, as one reads it
 *
 * No reader of XML, but one that leaves nothing out, whatever the bytes: text
 * as it runs through the runs of a paragraph, with changes accepted and with
 * them rejected; rows of tables; codes of fields; attributes, but for those
 * that measure; comments, instructions and names.
 */
#ifndef LEAKXML_H
#define LEAKXML_H

#include "str.h"

enum leakxml_kind {
	LEAKXML_TEXT,
	LEAKXML_DELETED, /* as it was before tracked changes */
	LEAKXML_ROW, /* cells, each with `|` behind */
	LEAKXML_CODE, /* of a field */
	LEAKXML_ATTRIBUTE,
	LEAKXML_REMARK, /* a comment, an instruction, a declaration */
	LEAKXML_NAME, /* of an element or an attribute */
};

struct leakxml_piece {
	enum leakxml_kind kind;
	struct str text;
	struct str name; /* of the attribute */
	size_t paragraph; /* from 1; 0 outside of any */
	size_t at; /* where in the XML it ends */
};

typedef void leakxml_see(void *ctx, const struct leakxml_piece *piece);

/* Shows all that stands in XML, which is UTF-8. */
void leakxml_read(struct str xml, leakxml_see *see, void *ctx);

#endif
