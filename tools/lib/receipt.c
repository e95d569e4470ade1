/* receipt: what a document was made from, as names of contents */
#include "hash.h"
#include "inputs.h"
#include "receipt.h"
#include "version.h"
#include "xmlout.h"

/* The groups of inputs, and the property that names the content of each. */
static const struct group {
	struct str kind;
	const char *property;
} groups[] = {
	[RECEIPT_SECTIONS] = { { "", 0 }, "wengao.sections" },
	[RECEIPT_FACTS] = { { INPUT_FACTS, sizeof(INPUT_FACTS) - 1 },
	    "wengao.facts" },
	[RECEIPT_LEDGERS] = { { INPUT_LEDGER, sizeof(INPUT_LEDGER) - 1 },
	    "wengao.ledgers" },
	[RECEIPT_PICTURES] = { { INPUT_PICTURE, sizeof(INPUT_PICTURE) - 1 },
	    "wengao.pictures" },
	[RECEIPT_STYLES] = { { INPUT_STYLE, sizeof(INPUT_STYLE) - 1 },
	    "wengao.style" },
};

/* Takes the text up to a tab, or all, off *rest. */
static struct str
field(struct str *rest)
{
	size_t tab = str_find(*rest, STR("\t"), 0);
	struct str s = str_cut(*rest, 0, tab != (size_t)-1 ? tab : rest->n);

	*rest = str_from(*rest, tab != (size_t)-1 ? tab + 1 : rest->n);
	return s;
}

bool
receipt_line(struct str *list, enum receipt_group *group, struct str *hash,
    struct str *path)
{
	struct str line, kind;
	size_t i;

	while (str_line(list, &line)) {
		kind = STR("");
		*path = field(&line);
		if (path->n == 0)
			kind = field(&line);
		*hash = field(&line);
		if (path->n == 0)
			*path = field(&line);
		for (i = 0; i < RECEIPT_GROUPS; i++)
			if (str_equal(kind, groups[i].kind)) {
				*group = (enum receipt_group)i;
				return true;
			}
	}
	return false;
}

const char *
receipt_property(enum receipt_group group)
{
	return groups[group].property;
}

void
receipt_of(struct str list, struct receipt *r)
{
	struct buf hashes[RECEIPT_GROUPS] = { { 0 } };
	enum receipt_group group;
	struct str hash, path;
	size_t i;

	buf_addz(&r->version, VERSION);
	while (receipt_line(&list, &group, &hash, &path)) {
		buf_adds(&hashes[group], hash);
		buf_addc(&hashes[group], '\n');
		buf_adds(&r->part[group].files,
		    str_cut(hash, 0,
			hash.n < RECEIPT_DIGITS ? hash.n : RECEIPT_DIGITS));
	}
	for (i = 0; i < RECEIPT_GROUPS; i++) {
		if (hashes[i].n != 0)
			hash_add(&r->part[i].hash, buf_str(&hashes[i]));
		buf_free(&hashes[i]);
	}
}

/* ISO/IEC 29500-1, 22.3.2.2: ids go from 2; the format id is always this. */
static void
put_property(struct buf *out, struct str name, long *id, struct str value)
{
	xmlout_open(out, "property");
	xmlout_attrz(out, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
	xmlout_attrn(out, "pid", (*id)++);
	xmlout_attr(out, "name", name);
	xmlout_more(out);
	xmlout_start(out, "vt:lpwstr");
	xmlout_text(out, value);
	xmlout_end(out, "vt:lpwstr");
	xmlout_end(out, "property");
}

/* The files of a group, as many to a property as it holds. */
static void
put_files(struct buf *out, const char *group, long *id, struct str files)
{
	struct buf name = { 0 }, value = { 0 };
	size_t n = files.n / RECEIPT_DIGITS, i;

	for (i = 0; i < n; i++) {
		if (value.n != 0)
			buf_addc(&value, ' ');
		buf_adds(
		    &value, str_cut(files, i * RECEIPT_DIGITS, RECEIPT_DIGITS));
		if ((i + 1) % RECEIPT_FILES != 0 && i + 1 < n)
			continue;
		buf_clear(&name);
		buf_addf(&name, "%s.%zu", group, i / RECEIPT_FILES + 1);
		put_property(out, buf_str(&name), id, buf_str(&value));
		buf_clear(&value);
	}
	buf_free(&name);
	buf_free(&value);
}

void
receipt_put(struct str list, struct buf *out)
{
	struct receipt r = { .version = { 0 } };
	long i, id = 2;

	receipt_of(list, &r);
	xmlout_declaration(out);
	xmlout_open(out, "Properties");
	xmlout_attrz(out, "xmlns",
	    "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "custom-properties");
	xmlout_attrz(out, "xmlns:vt",
	    "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "docPropsVTypes");
	xmlout_more(out);
	put_property(out, STR("wengao.version"), &id, buf_str(&r.version));
	for (i = 0; i < RECEIPT_GROUPS; i++) {
		if (r.part[i].hash.n == 0)
			continue;
		put_property(out, str_of(groups[i].property), &id,
		    buf_str(&r.part[i].hash));
		put_files(
		    out, groups[i].property, &id, buf_str(&r.part[i].files));
	}
	xmlout_end(out, "Properties");
	receipt_free(&r);
}

void
receipt_free(struct receipt *r)
{
	size_t i;

	buf_free(&r->version);
	for (i = 0; i < RECEIPT_GROUPS; i++) {
		buf_free(&r->part[i].hash);
		buf_free(&r->part[i].files);
	}
}
