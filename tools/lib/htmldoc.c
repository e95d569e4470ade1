/* htmldoc: a Word document as one page of HTML that needs nothing else */
#include <stdlib.h>

#include "docopen.h"
#include "htmlbody.h"
#include "htmlcss.h"
#include "htmldoc.h"
#include "utf8.h"
#include "xmlout.h"

/* Nothing but what stands in the page itself may ever be shown. */
#define POLICY "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

static void
put_meta(const char *attribute, const char *value, const char *content,
    struct buf *out)
{
	xmlout_open(out, "meta");
	xmlout_attrz(out, attribute, value);
	if (content != NULL)
		xmlout_attrz(out, "content", content);
	xmlout_empty(out);
	buf_addc(out, '\n');
}

static void
put_head(const struct htmlbody *h, struct buf *out)
{
	struct str title = utf8_trim(buf_str(&h->title));

	if (title.n == 0)
		title = utf8_trim(buf_str(&h->first));
	xmlout_start(out, "head");
	buf_addc(out, '\n');
	put_meta("charset", "UTF-8", NULL, out);
	put_meta(
	    "name", "viewport", "width=device-width, initial-scale=1", out);
	put_meta("http-equiv", "Content-Security-Policy", POLICY, out);
	xmlout_start(out, "title");
	xmlout_text(out, title.n != 0 ? title : STR("—"));
	xmlout_end(out, "title");
	buf_addc(out, '\n');
	xmlout_start(out, "style");
	buf_addc(out, '\n');
	htmlcss_put(h, out);
	xmlout_end(out, "style");
	buf_addc(out, '\n');
	xmlout_end(out, "head");
	buf_addc(out, '\n');
}

static void
open_sheet(const char *name, const char *class, size_t paper, struct buf *out)
{
	struct buf text = { 0 };

	xmlout_open(out, name);
	buf_addf(&text, "%ssheet paper%zu", class, paper + 1);
	xmlout_attr(out, "class", buf_str(&text));
	xmlout_more(out);
	buf_addc(out, '\n');
	buf_free(&text);
}

/* The notes behind all; a browser has no foot of a page. */
static void
put_notes(const struct htmlbody *h, struct buf *out)
{
	size_t i;

	if (h->notes.n == 0)
		return;
	xmlout_open(out, "div");
	xmlout_attrz(out, "class", "notes");
	xmlout_attrz(out, "role", "doc-endnotes");
	xmlout_more(out);
	buf_addc(out, '\n');
	for (i = 0; i < h->notes.n; i++)
		htmlfigures_put(
		    h->figures, buf_str(&h->notes.list[i].content), out);
	xmlout_end(out, "div");
	buf_addc(out, '\n');
}

static void
put_body(const struct htmlbody *h, struct buf *out)
{
	size_t i;

	xmlout_start(out, "body");
	buf_addc(out, '\n');
	xmlout_start(out, "main");
	buf_addc(out, '\n');
	for (i = 0; i < h->sheets.n; i++) {
		open_sheet("div", "", h->sheets.list[i].paper, out);
		htmlfigures_put(
		    h->figures, buf_str(&h->sheets.list[i].content), out);
		if (i + 1 == h->sheets.n)
			put_notes(h, out);
		xmlout_end(out, "div");
		buf_addc(out, '\n');
	}
	xmlout_end(out, "main");
	buf_addc(out, '\n');
	xmlout_end(out, "body");
	buf_addc(out, '\n');
}

static void
put_page(const struct htmlbody *h, struct buf *out)
{
	xmlout_doctype(out);
	xmlout_open(out, "html");
	xmlout_attrz(out, "lang", "zh-CN");
	xmlout_more(out);
	buf_addc(out, '\n');
	put_head(h, out);
	put_body(h, out);
	xmlout_end(out, "html");
	buf_addc(out, '\n');
}

/* Letters of charts are three quarters of a table's, as Word has them. */
static long
letters(struct htmlstyles *s, long base)
{
	struct htmlstyle *table =
	    htmlstyles_find(s, HTMLSTYLE_PARAGRAPH, STR("TableText"));
	long size = base;

	if (table != NULL && htmlstyles_look(table)->said[LOOK_SIZE])
		size = htmlstyles_look(table)->value[LOOK_SIZE];
	return size * 75 / 2 / 50 * 50;
}

bool
htmldoc_read(struct str file, struct buf *out, struct buf *why)
{
	struct opc *o = docopen_file(file, why);
	struct htmlfigures figures = { 0 };
	struct htmlbody h = { .figures = &figures };
	struct str document;
	size_t begin = out->n;
	bool fine;

	if (o == NULL)
		return false;
	document = opc_target(o, STR(""), "officeDocument");
	h.styles = htmlstyles_read(o, document);
	h.base = figures.base = htmlstyles_base(h.styles);
	figures.letters = letters(h.styles, h.base);
	fine = htmlfigures_begin(&figures, o, document) && htmlbody_read(&h, o);
	if (fine)
		put_page(&h, out);
	fine = opc_error(o) == NULL;
	if (!fine) {
		out->n = begin;
		buf_addz(why, opc_error(o));
	}
	htmlbody_free(&h);
	htmlstyles_free(h.styles);
	htmlfigures_free(&figures);
	opc_free(o);
	return fine;
}
