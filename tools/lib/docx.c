/* docx: the sections of a report and the parts of a style sheet in one package
 */
#include <stdlib.h>
#include <string.h>

#include "chartparts.h"
#include "die.h"
#include "docx.h"
#include "io.h"
#include "link.h"
#include "runtext.h"
#include "stylexml.h"
#include "typeset.h"
#include "xmlout.h"
#include "zip.h"

#define NS_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE_WML                                                               \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."

/* A part of the package: its file in the style's folder, its content type, and
 * the relationship that the document has to it. */
static const struct part {
	const char *file, *type, *relation, *id;
} parts[] = {
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

static void
compile(struct docx *d)
{
	stylexml_styles(&d->sheet, &d->parts[DOCX_STYLES]);
	stylexml_settings(&d->sheet, &d->parts[DOCX_SETTINGS]);
	stylexml_fonts(&d->sheet, &d->parts[DOCX_FONTS]);
	stylexml_footer(&d->sheet, false, false, &d->parts[DOCX_FOOTER_ODD]);
	stylexml_footer(&d->sheet, true, false, &d->parts[DOCX_FOOTER_EVEN]);
	stylexml_footer(
	    &d->sheet, false, true, &d->parts[DOCX_FOOTER_ODD_TURNED]);
	stylexml_footer(
	    &d->sheet, true, true, &d->parts[DOCX_FOOTER_EVEN_TURNED]);
}

/* The footers of lying pages are there where such a page is. */
static bool
wanted(const struct linked *l, size_t part)
{
	return l->lying || (part != DOCX_FOOTER_ODD_TURNED &&
			       part != DOCX_FOOTER_EVEN_TURNED);
}

bool
docx_read_style(struct docx *d, const char *folder, struct diag *diag)
{
	struct buf path = { 0 };
	bool sound;
	size_t i;

	if (folder == NULL) {
		sound = stylesheet_read(&d->sheet, NULL, diag);
		compile(d);
		return sound;
	}
	for (i = 0; i < DOCX_PARTS; i++) {
		buf_clear(&path);
		buf_addf(&path, "%s/%s", folder, parts[i].file);
		io_read(path.p, &d->parts[i]);
	}
	buf_clear(&path);
	buf_addf(&path, "%s/sheet", folder);
	sound = stylesheet_read(&d->sheet, path.p, diag);
	buf_free(&path);
	return sound;
}

bool
docx_add(struct docx *d, struct str text)
{
	const struct str begin = STR(WML_BEGIN), end = STR(WML_END);

	if (text.n == 0)
		return false;
	while (text.n != 0) {
		size_t at = str_find(text, end, 0);

		if (at == (size_t)-1 || !str_starts(text, begin))
			return false;
		d->bodies = mem_more(d->bodies, d->n, sizeof(*d->bodies));
		d->bodies[d->n++] = str_cut(text, begin.n, at - begin.n);
		text = str_from(text, at + end.n);
	}
	return true;
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
static void
add_content_types(
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
		if (!wanted(l, i))
			continue;
		buf_clear(&name);
		buf_addf(&name, "/word/%s", parts[i].file);
		put_override(b, name.p, parts[i].type);
	}
	put_override(b, "/docProps/core.xml",
	    "application/vnd.openxmlformats-package.core-properties+xml");
	put_override(b, "/docProps/app.xml",
	    "application/vnd.openxmlformats-officedocument."
	    "extended-properties+xml");
	if (l->notes != 0)
		put_override(
		    b, "/word/footnotes.xml", TYPE_WML "footnotes+xml");
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

static void
add_relationships(
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
		if (!wanted(l, i))
			continue;
		buf_clear(&type);
		buf_addf(&type, NS_REL "/%s", parts[i].relation);
		put_relationship(b, parts[i].id, type.p, parts[i].file);
	}
	put_linked_relationships(l, b);
	xmlout_end(b, "Relationships");
	zip_add(z, "word/_rels/document.xml.rels", buf_str(b));
	buf_free(&type);
}

/* The sections go into the package as they are: nothing is copied here. */
static void
add_document(struct linked *l, struct zip *z, struct buf *b)
{
	struct str *pieces = mem_alloc((l->n + 2) * sizeof(*pieces));
	size_t head;

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "w:document");
	xmlout_attrz(b, "xmlns:w", NS_W);
	xmlout_attrz(b, "xmlns:r", NS_REL);
	xmlout_more(b);
	xmlout_start(b, "w:body");
	head = b->n;
	xmlout_end(b, "w:body");
	xmlout_end(b, "w:document");
	pieces[0] = str_cut(buf_str(b), 0, head);
	memcpy(pieces + 1, l->pieces, l->n * sizeof(*pieces));
	pieces[l->n + 1] = str_from(buf_str(b), head);
	zip_addv(z, "word/document.xml", pieces, l->n + 2);
	free(pieces);
}

/* A note of its own kind, a line: what parts the notes from the text, -1 and 0
 * as Word numbers them (17.11.1, 17.11.23). */
static void
put_separator(struct buf *b, const char *type, long id, const char *mark)
{
	xmlout_open(b, "w:footnote");
	xmlout_attrz(b, "w:type", type);
	xmlout_attrn(b, "w:id", id);
	xmlout_more(b);
	xmlout_start(b, "w:p");
	xmlout_start(b, "w:r");
	xmlout_element(b, mark, NULL, NULL);
	xmlout_end(b, "w:r");
	xmlout_end(b, "w:p");
	xmlout_end(b, "w:footnote");
}

static void
add_footnotes(const struct linked *l, struct zip *z, struct buf *b)
{
	struct str pieces[3];
	size_t head;

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "w:footnotes");
	xmlout_attrz(b, "xmlns:w", NS_W);
	xmlout_more(b);
	put_separator(b, "separator", -1, "w:separator");
	put_separator(b, "continuationSeparator", 0, "w:continuationSeparator");
	head = b->n;
	xmlout_end(b, "w:footnotes");
	pieces[0] = str_cut(buf_str(b), 0, head);
	pieces[1] = buf_str(&l->footnotes);
	pieces[2] = str_from(buf_str(b), head);
	zip_addv(z, "word/footnotes.xml", pieces, 3);
}

static void
add_media(const struct linked *l, struct zip *z)
{
	struct buf name = { 0 };
	size_t i;

	for (i = 0; i < l->media_n; i++) {
		buf_clear(&name);
		buf_addz(&name, "word/");
		link_medium(l, i, &name);
		zip_add(z, name.p, buf_str(&l->media[i].bytes));
	}
	buf_free(&name);
}

/* Adds the report's title as it stands in the sections' XML. */
static void
put_title(const struct docx *d, struct buf *out)
{
	const struct str mark = STR("<w:pStyle w:val=\"Title\"/>");
	size_t i, at, end;

	for (i = 0; i < d->n; i++) {
		at = str_find(d->bodies[i], mark, 0);
		if (at == (size_t)-1)
			continue;
		end = str_find(d->bodies[i], STR("</w:p>"), at);
		if (end != (size_t)-1)
			runtext_put(str_cut(d->bodies[i], at, end - at), out);
		return;
	}
}

/* ISO/IEC 29500-2, 8.3; a date stands there only where one was given. */
static void
add_properties(const struct docx *d, struct zip *z, struct buf *b)
{
	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "cp:coreProperties");
	xmlout_attrz(b, "xmlns:cp", NS_PACKAGE "metadata/core-properties");
	xmlout_attrz(b, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	xmlout_attrz(b, "xmlns:dcterms", "http://purl.org/dc/terms/");
	xmlout_attrz(
	    b, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	xmlout_more(b);
	xmlout_start(b, "dc:title");
	put_title(d, b);
	xmlout_end(b, "dc:title");
	if (d->created != NULL) {
		xmlout_open(b, "dcterms:created");
		xmlout_attrz(b, "xsi:type", "dcterms:W3CDTF");
		xmlout_more(b);
		xmlout_text(b, str_of(d->created));
		xmlout_end(b, "dcterms:created");
	}
	xmlout_end(b, "cp:coreProperties");
	zip_add(z, "docProps/core.xml", buf_str(b));

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "Properties");
	xmlout_attrz(b, "xmlns",
	    "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "extended-properties");
	xmlout_more(b);
	xmlout_start(b, "Application");
	xmlout_text(b, STR("wengao"));
	xmlout_end(b, "Application");
	xmlout_end(b, "Properties");
	zip_add(z, "docProps/app.xml", buf_str(b));
}

void
docx_write(const struct docx *d, struct buf *out)
{
	struct zip *z = zip_new();
	struct buf b = { 0 }, name = { 0 };
	struct linked l;
	size_t i;

	link_begin(&l, &d->sheet);
	link_bodies(&l, d->bodies, d->n);
	link_end(&l);
	zip_begin(z, out);
	add_content_types(d, &l, z, &b);
	add_relationships(d, &l, z, &b);
	add_document(&l, z, &b);
	for (i = 0; i < DOCX_PARTS; i++) {
		if (!wanted(&l, i))
			continue;
		buf_clear(&name);
		buf_addf(&name, "word/%s", parts[i].file);
		zip_add(z, name.p, buf_str(&d->parts[i]));
	}
	if (l.notes != 0)
		add_footnotes(&l, z, &b);
	add_media(&l, z);
	chartparts_add(l.charts, l.charts_n, &d->sheet, z);
	add_properties(d, z, &b);
	if (d->receipt.n != 0)
		zip_add(z, "docProps/custom.xml", buf_str(&d->receipt));
	zip_end(z);
	zip_free(z);
	link_free(&l);
	buf_free(&b);
	buf_free(&name);
}

void
docx_free(struct docx *d)
{
	size_t i;

	for (i = 0; i < DOCX_PARTS; i++)
		buf_free(&d->parts[i]);
	buf_free(&d->receipt);
	stylesheet_free(&d->sheet);
	free(d->bodies);
}
