/* receipt: what a document was made from, as names of contents */
#include "hash.h"
#include "inputs.h"
#include "receipt.h"
#include "version.h"
#include "xmlout.h"

enum { SECTIONS, FACTS, LEDGERS, PICTURES, STYLES, GROUPS };

/* The groups of inputs, and the property that names the content of each. */
static const struct group {
	struct str kind;
	const char *property;
} groups[] = {
	[SECTIONS] = { { "", 0 }, "wengao.sections" },
	[FACTS] = { { INPUT_FACTS, sizeof(INPUT_FACTS) - 1 }, "wengao.facts" },
	[LEDGERS] = { { INPUT_LEDGER, sizeof(INPUT_LEDGER) - 1 },
	    "wengao.ledgers" },
	[PICTURES] = { { INPUT_PICTURE, sizeof(INPUT_PICTURE) - 1 },
	    "wengao.pictures" },
	[STYLES] = { { INPUT_STYLE, sizeof(INPUT_STYLE) - 1 }, "wengao.style" },
};

/* The field number n, from 0, of a line with tabs. */
static struct str
field(struct str line, size_t n)
{
	size_t tab = str_find(line, STR("\t"), 0);

	for (; n > 0 && tab != (size_t)-1; n--) {
		line = str_from(line, tab + 1);
		tab = str_find(line, STR("\t"), 0);
	}
	if (n > 0)
		return STR("");
	return str_cut(line, 0, tab != (size_t)-1 ? tab : line.n);
}

/* Adds the hashes of one group's lines. */
static void
gather(struct str list, struct str kind, struct buf *hashes)
{
	struct str line, hash;

	while (str_line(&list, &line)) {
		if (line.n != 0 && line.p[0] == '\t') {
			if (kind.n == 0 || !str_equal(field(line, 1), kind))
				continue;
			hash = field(line, 2);
		} else {
			if (kind.n != 0)
				continue;
			hash = field(line, 1);
		}
		buf_adds(hashes, hash);
		buf_addc(hashes, '\n');
	}
}

/* ISO/IEC 29500-1, 22.3.2.2: ids go from 2; the format id is always this. */
static void
put_property(struct buf *out, const char *name, long id, struct str value)
{
	xmlout_open(out, "property");
	xmlout_attrz(out, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
	xmlout_attrn(out, "pid", id);
	xmlout_attrz(out, "name", name);
	xmlout_more(out);
	xmlout_start(out, "vt:lpwstr");
	xmlout_text(out, value);
	xmlout_end(out, "vt:lpwstr");
	xmlout_end(out, "property");
}

void
receipt_facts(struct str list, struct buf *hash)
{
	struct buf hashes = { 0 };

	gather(list, groups[FACTS].kind, &hashes);
	if (hashes.n != 0)
		hash_add(hash, buf_str(&hashes));
	buf_free(&hashes);
}

void
receipt_put(struct str list, struct buf *out)
{
	struct buf hashes = { 0 }, hash = { 0 };
	long i, id = 2;

	xmlout_declaration(out);
	xmlout_open(out, "Properties");
	xmlout_attrz(out, "xmlns",
	    "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "custom-properties");
	xmlout_attrz(out, "xmlns:vt",
	    "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "docPropsVTypes");
	xmlout_more(out);
	put_property(out, "wengao.version", id++, STR(VERSION));
	for (i = 0; i < GROUPS; i++) {
		buf_clear(&hashes);
		buf_clear(&hash);
		gather(list, groups[i].kind, &hashes);
		if (hashes.n == 0)
			continue;
		hash_add(&hash, buf_str(&hashes));
		put_property(out, groups[i].property, id++, buf_str(&hash));
	}
	xmlout_end(out, "Properties");
	buf_free(&hashes);
	buf_free(&hash);
}
