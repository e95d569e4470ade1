/* docxnames: what a package says of its parts: content types, relationships */
#include "chartparts.h"
#include "docxnames.h"
#include "xmlout.h"

#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE_WML                                                               \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."

/* A part of the package: its file in the style's folder, its content type, and
 * the relationship that the document has to it. */
const struct docxname docxnames[DOCX_PARTS] = {
	[DOCX_STYLES] = { "styles.xml", TYPE_WML "styles+xml", "styles",
	    "rIdStyles" },
	[DOCX_SETTINGS] = { "settings.xml", TYPE_WML "settings+xml", "settings",
	    "rIdSettings" },
	[DOCX_FONTS] = { "fontTable.xml", TYPE_WML "fontTable+xml", "fontTable",
	    "rIdFontTable" },
	/* the properties of a section name the footers by these ids */
	[DOCX_FOOTER_ODD] = { "footer1.xml", TYPE_WML "footer+xml", "footer",
	    "rIdFooter1" },
	[DOCX_FOOTER_EVEN] = { "footer2.xml", TYPE_WML "footer+xml", "footer",
	    "rIdFooter2" },
	[DOCX_FOOTER_ODD_TURNED] = { "footer3.xml", TYPE_WML "footer+xml",
	    "footer", "rIdFooter3" },
	[DOCX_FOOTER_EVEN_TURNED] = { "footer4.xml", TYPE_WML "footer+xml",
	    "footer", "rIdFooter4" },
};

/* The footers of lying pages are there where such a page is. */
bool
docxnames_wanted(const struct linked *l, size_t part)
{
	return l->lying || (part != DOCX_FOOTER_ODD_TURNED &&
			       part != DOCX_FOOTER_EVEN_TURNED);
}

static void
put_override(struct buf *b, const char *name, const char *type)
{
	xmlout_open(b, "Override");
	xmlout_attrz(b, "PartName", name);
	xmlout_attrz(b, "ContentType", type);
	xmlout_empty(b);
}

static void
put_default(struct buf *b, const char *extension, const char *type)
{
	xmlout_open(b, "Default");
	xmlout_attrz(b, "Extension", extension);
	xmlout_attrz(b, "ContentType", type);
	xmlout_empty(b);
}

/* Only for the kinds of pictures that are there. */
static void
put_media_types(struct buf *b, const struct linked *l)
{
	bool there[2] = { false, false };
	size_t i;

	for (i = 0; i < l->media_n; i++)
		there[l->media[i].kind] = true;
	if (there[IMAGE_PNG])
		put_default(b, "png", "image/png");
	if (there[IMAGE_JPEG])
		put_default(b, "jpeg", "image/jpeg");
}

/* ISO/IEC 29500-2, 7.2.3 */
void
docxnames_types(
    const struct docx *d, const struct linked *l, struct zip *z, struct buf *b)
{
	struct buf name = { 0 };
	size_t i;

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "Types");
	xmlout_attrz(b, "xmlns", NS_PACKAGE "content-types");
	xmlout_more(b);
	put_default(b, "rels",
	    "application/vnd.openxmlformats-package.relationships+xml");
	put_default(b, "xml", "application/xml");
	put_media_types(b, l);
	chartparts_types(l->charts_n, b);
	put_override(b, "/word/document.xml", TYPE_WML "document.main+xml");
	for (i = 0; i < DOCX_PARTS; i++) {
		if (!docxnames_wanted(l, i))
			continue;
		buf_clear(&name);
		buf_addf(&name, "/word/%s", docxnames[i].file);
		put_override(b, name.p, docxnames[i].type);
	}
	put_override(b, "/docProps/core.xml",
	    "application/vnd.openxmlformats-package.core-properties+xml");
	put_override(b, "/docProps/app.xml",
	    "application/vnd.openxmlformats-officedocument."
	    "extended-properties+xml");
	if (l->notes != 0)
		put_override(
		    b, "/word/footnotes.xml", TYPE_WML "footnotes+xml");
	if (l->comments_n != 0)
		put_override(b, "/word/comments.xml", TYPE_WML "comments+xml");
	if (d->manifest.n != 0)
		put_override(b, "/customXml/itemProps1.xml",
		    "application/vnd.openxmlformats-officedocument."
		    "customXmlProperties+xml");
	if (d->receipt.n != 0)
		put_override(b, "/docProps/custom.xml",
		    "application/vnd.openxmlformats-officedocument."
		    "custom-properties+xml");
	xmlout_end(b, "Types");
	zip_add(z, "[Content_Types].xml", buf_str(b));
	buf_free(&name);
}

static void
begin_relationships(struct buf *b)
{
	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "Relationships");
	xmlout_attrz(b, "xmlns", NS_PACKAGE "relationships");
	xmlout_more(b);
}

static void
put_relationship(
    struct buf *b, const char *id, const char *type, const char *target)
{
	xmlout_open(b, "Relationship");
	xmlout_attrz(b, "Id", id);
	xmlout_attrz(b, "Type", type);
	xmlout_attrz(b, "Target", target);
	xmlout_empty(b);
}

/* What the sections brought along. */
static void
put_linked_relationships(const struct linked *l, struct buf *b)
{
	struct buf id = { 0 }, target = { 0 };
	size_t i;

	if (l->notes != 0)
		put_relationship(
		    b, "rIdFootnotes", NS_REL "/footnotes", "footnotes.xml");
	if (l->comments_n != 0)
		put_relationship(
		    b, "rIdComments", NS_REL "/comments", "comments.xml");
	for (i = 0; i < l->media_n; i++) {
		buf_clear(&id);
		buf_clear(&target);
		buf_addf(&id, "rIdImage%zu", i + 1);
		link_medium(l, i, &target);
		put_relationship(b, id.p, NS_REL "/image", target.p);
	}
	chartparts_relations(l->charts_n, b);
	buf_free(&id);
	buf_free(&target);
}

void
docxnames_relations(
    const struct docx *d, const struct linked *l, struct zip *z, struct buf *b)
{
	struct buf type = { 0 };
	size_t i;

	begin_relationships(b);
	put_relationship(
	    b, "rId1", NS_REL "/officeDocument", "word/document.xml");
	put_relationship(b, "rId2",
	    NS_PACKAGE "relationships/metadata/core-properties",
	    "docProps/core.xml");
	put_relationship(
	    b, "rId3", NS_REL "/extended-properties", "docProps/app.xml");
	if (d->receipt.n != 0)
		put_relationship(b, "rId4", NS_REL "/custom-properties",
		    "docProps/custom.xml");
	xmlout_end(b, "Relationships");
	zip_add(z, "_rels/.rels", buf_str(b));

	begin_relationships(b);
	for (i = 0; i < DOCX_PARTS; i++) {
		if (!docxnames_wanted(l, i))
			continue;
		buf_clear(&type);
		buf_addf(&type, NS_REL "/%s", docxnames[i].relation);
		put_relationship(b, docxnames[i].id, type.p, docxnames[i].file);
	}
	put_linked_relationships(l, b);
	if (d->manifest.n != 0)
		put_relationship(b, "rIdManifest", NS_REL "/customXml",
		    "../customXml/item1.xml");
	xmlout_end(b, "Relationships");
	zip_add(z, "word/_rels/document.xml.rels", buf_str(b));
	buf_free(&type);
}

void
docxnames_manifest(struct buf *b)
{
	begin_relationships(b);
	put_relationship(b, "rId1", NS_REL "/customXmlProps", "itemProps1.xml");
	xmlout_end(b, "Relationships");
}
