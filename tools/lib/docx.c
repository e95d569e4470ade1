/* docx: the sections of a report and the parts of a style sheet in one package
 */
#include <stdlib.h>
#include <string.h>

#include "chartparts.h"
#include "die.h"
#include "docx.h"
#include "docxnames.h"
#include "io.h"
#include "link.h"
#include "review.h"
#include "runtext.h"
#include "stylexml.h"
#include "typeset.h"
#include "xmlout.h"
#include "zip.h"

#define NS_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"

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
		buf_addf(&path, "%s/%s", folder, docxnames[i].file);
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

/* Adds the part that a root has, with elements that were made. */
static void
add_elements(const char *root, const char *name, struct str before,
    struct str elements, struct zip *z, struct buf *b)
{
	struct str pieces[4];
	size_t head;

	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, root);
	xmlout_attrz(b, "xmlns:w", NS_W);
	xmlout_more(b);
	head = b->n;
	xmlout_end(b, root);
	pieces[0] = str_cut(buf_str(b), 0, head);
	pieces[1] = before;
	pieces[2] = elements;
	pieces[3] = str_from(buf_str(b), head);
	zip_addv(z, name, pieces, 4);
}

static void
add_footnotes(const struct linked *l, struct zip *z, struct buf *b)
{
	struct buf lines = { 0 };

	put_separator(&lines, "separator", -1, "w:separator");
	put_separator(
	    &lines, "continuationSeparator", 0, "w:continuationSeparator");
	add_elements("w:footnotes", "word/footnotes.xml", buf_str(&lines),
	    buf_str(&l->footnotes), z, b);
	buf_free(&lines);
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

/* ISO/IEC 29500-2, 8.3; a date stands there only where one was given. The
 * properties and the receipt are stored as they are: they differ from one
 * document of a batch to the next, to pack them takes a tenth of its time, and
 * saves 500 bytes. */
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
	zip_add_plain(z, "docProps/core.xml", buf_str(b));

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

/* The manifest, with the properties by which Word keeps such a part (22.5). */
static void
add_manifest(const struct docx *d, struct zip *z, struct buf *b)
{
	zip_add(z, "customXml/item1.xml", buf_str(&d->manifest));
	buf_clear(b);
	xmlout_declaration(b);
	xmlout_open(b, "ds:datastoreItem");
	xmlout_attrz(b, "ds:itemID", "{6B1C2A54-7C0B-4E27-9D53-0F6E3A1B8C21}");
	xmlout_attrz(b, "xmlns:ds",
	    "http://schemas.openxmlformats.org/officeDocument/2006/customXml");
	xmlout_more(b);
	xmlout_start(b, "ds:schemaRefs");
	xmlout_open(b, "ds:schemaRef");
	xmlout_attrz(b, "ds:uri", REVIEW_NAMESPACE);
	xmlout_empty(b);
	xmlout_end(b, "ds:schemaRefs");
	xmlout_end(b, "ds:datastoreItem");
	zip_add(z, "customXml/itemProps1.xml", buf_str(b));
	docxnames_manifest(b);
	zip_add(z, "customXml/_rels/item1.xml.rels", buf_str(b));
}

/* Which parts a package has, as a number of its own; 0 where there are as many
 * as pictures and charts. */
static unsigned
shape_of(const struct docx *d, const struct linked *l)
{
	if (l->media_n != 0 || l->charts_n != 0)
		return 0;
	return 1u | (unsigned)(l->notes != 0) << 1 |
	       (unsigned)(l->comments_n != 0) << 2 | (unsigned)l->lying << 3 |
	       (unsigned)(d->receipt.n != 0) << 4 |
	       (unsigned)(d->manifest.n != 0) << 5;
}

/* Adds what the package says of its parts: the same, where it has the same. */
static void
add_names(struct docx *d, const struct linked *l, struct zip *z, struct buf *b)
{
	unsigned shape = shape_of(d, l);

	if (d->again && shape != 0 && shape == d->shape) {
		zip_again(z, "[Content_Types].xml");
		zip_again(z, "_rels/.rels");
		zip_again(z, "word/_rels/document.xml.rels");
	} else {
		docxnames_types(d, l, z, b);
		docxnames_relations(d, l, z, b);
	}
	d->shape = shape;
}

/* Adds the parts that the style sheet brings. */
static void
add_style(struct docx *d, const struct linked *l, struct zip *z)
{
	struct buf name = { 0 };
	size_t i;

	for (i = 0; i < DOCX_PARTS; i++) {
		if (!docxnames_wanted(l, i))
			continue;
		buf_clear(&name);
		buf_addz(&name, "word/");
		buf_addz(&name, docxnames[i].file);
		if (d->packed[i])
			zip_again(z, name.p);
		else
			zip_add(z, name.p, buf_str(&d->parts[i]));
		d->packed[i] = d->again;
	}
	buf_free(&name);
}

/* The writer, which keeps its streams from one package to the next. */
static struct zip *
zip_of(struct docx *d)
{
	if (d->zip == NULL) {
		d->zip = zip_new();
		if (d->again)
			zip_recall(d->zip);
	}
	return d->zip;
}

void
docx_write(struct docx *d, struct buf *out)
{
	struct zip *z = zip_of(d);
	struct buf b = { 0 };
	struct linked l;

	link_begin(&l, &d->sheet);
	l.line_numbers = d->line_numbers;
	link_bodies(&l, d->bodies, d->n);
	link_end(&l);
	zip_begin(z, out);
	add_names(d, &l, z, &b);
	add_document(&l, z, &b);
	add_style(d, &l, z);
	if (l.notes != 0)
		add_footnotes(&l, z, &b);
	if (l.comments_n != 0)
		add_elements("w:comments", "word/comments.xml", STR(""),
		    buf_str(&l.comments), z, &b);
	add_media(&l, z);
	chartparts_add(l.charts, l.charts_n, &d->sheet, z);
	add_properties(d, z, &b);
	if (d->receipt.n != 0)
		zip_add_plain(z, "docProps/custom.xml", buf_str(&d->receipt));
	if (d->manifest.n != 0)
		add_manifest(d, z, &b);
	zip_end(z);
	link_free(&l);
	buf_free(&b);
}

void
docx_free(struct docx *d)
{
	size_t i;

	for (i = 0; i < DOCX_PARTS; i++)
		buf_free(&d->parts[i]);
	buf_free(&d->receipt);
	buf_free(&d->manifest);
	stylesheet_free(&d->sheet);
	zip_free(d->zip);
	free(d->bodies);
}
