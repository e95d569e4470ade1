/* chartparts: the parts of a package that its charts need */
#include "chartparts.h"
#include "chartxml.h"
#include "workbook.h"
#include "xmlout.h"

#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKBOOK "embeddings/Microsoft_Excel_Sheet%zu.xlsx"

void
chartparts_types(size_t n, struct buf *out)
{
	struct buf name = { 0 };
	size_t i;

	if (n == 0)
		return;
	xmlout_open(out, "Default");
	xmlout_attrz(out, "Extension", "xlsx");
	xmlout_attrz(out, "ContentType",
	    "application/vnd.openxmlformats-officedocument."
	    "spreadsheetml.sheet");
	xmlout_empty(out);
	for (i = 0; i < n; i++) {
		buf_clear(&name);
		buf_addf(&name, "/word/charts/chart%zu.xml", i + 1);
		xmlout_open(out, "Override");
		xmlout_attrz(out, "PartName", name.p);
		xmlout_attrz(out, "ContentType",
		    "application/vnd.openxmlformats-officedocument."
		    "drawingml.chart+xml");
		xmlout_empty(out);
	}
	buf_free(&name);
}

static void
put_relation(
    const char *id, const char *type, const char *target, struct buf *out)
{
	xmlout_open(out, "Relationship");
	xmlout_attrz(out, "Id", id);
	xmlout_attrz(out, "Type", type);
	xmlout_attrz(out, "Target", target);
	xmlout_empty(out);
}

void
chartparts_relations(size_t n, struct buf *out)
{
	struct buf id = { 0 }, target = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		buf_clear(&id);
		buf_clear(&target);
		buf_addf(&id, "rIdChart%zu", i + 1);
		buf_addf(&target, "charts/chart%zu.xml", i + 1);
		put_relation(id.p, NS_REL "/chart", target.p, out);
	}
	buf_free(&id);
	buf_free(&target);
}

/* The chart's only relationship leads to its workbook. */
static void
add_relations(size_t n, struct zip *z, struct buf *b)
{
	struct buf name = { 0 };

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "Relationships");
	xmlout_attrz(b, "xmlns",
	    "http://schemas.openxmlformats.org/package/2006/relationships");
	xmlout_more(b);
	buf_addf(&name, "../" WORKBOOK, n);
	put_relation("rId1", NS_REL "/package", name.p, b);
	xmlout_end(b, "Relationships");
	buf_clear(&name);
	buf_addf(&name, "word/charts/_rels/chart%zu.xml.rels", n);
	zip_add(z, name.p, buf_str(b));
	buf_free(&name);
}

void
chartparts_add(const struct chart *charts, size_t n,
    const struct stylesheet *sheet, struct zip *z)
{
	struct zip *inner = n != 0 ? zip_new() : NULL;
	struct buf name = { 0 }, b = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		buf_clear(&b);
		chartxml_put(&charts[i], i + 1, sheet, &b);
		buf_clear(&name);
		buf_addf(&name, "word/charts/chart%zu.xml", i + 1);
		zip_add(z, name.p, buf_str(&b));
		add_relations(i + 1, z, &b);
		buf_clear(&b);
		workbook_put(&charts[i], inner, &b);
		buf_clear(&name);
		buf_addf(&name, "word/" WORKBOOK, i + 1);
		zip_add(z, name.p, buf_str(&b));
	}
	zip_free(inner);
	buf_free(&name);
	buf_free(&b);
}
