/* review: the copy of a report that goes to leaders, and comes back */
#include <string.h>

#include "reloc.h"
#include "review.h"
#include "runtext.h"
#include "typeset.h"
#include "wml.h"
#include "xmlout.h"

enum { FIRST_ID = 100000 }; /* behind those of a table of contents */

void
review_begin(struct review *r, struct str commit, struct str edition)
{
	struct buf *b = &r->manifest;

	r->ids = FIRST_ID;
	xmlout_declaration(b);
	xmlout_open(b, "review");
	xmlout_attrz(b, "xmlns", REVIEW_NAMESPACE);
	xmlout_attr(b, "commit", commit);
	if (edition.n != 0)
		xmlout_attr(b, "edition", edition);
	xmlout_more(b);
}

void
review_end(struct review *r)
{
	xmlout_end(&r->manifest, "review");
}

/* A bookmark begins (17.13.6.2); its name is kind and number. */
static void
begin_mark(struct review *r, const char *kind, size_t number, struct buf *out)
{
	struct buf name = { 0 };

	buf_addf(&name, "%s%zu", kind, number);
	xmlout_open(out, "w:bookmarkStart");
	xmlout_attrn(out, "w:id", (long)++r->ids);
	xmlout_attr(out, "w:name", buf_str(&name));
	xmlout_empty(out);
	buf_free(&name);
}

static void
end_mark(size_t id, struct buf *out)
{
	xmlout_open(out, "w:bookmarkEnd");
	xmlout_attrn(out, "w:id", (long)id);
	xmlout_empty(out);
}

/* Adds what the manifest has of a bookmark but for its end. */
static void
note_mark(struct review *r, const char *element, const char *kind,
    size_t number, size_t line)
{
	struct buf *b = &r->manifest, name = { 0 };

	buf_addf(&name, "%s%zu", kind, number);
	xmlout_open(b, element);
	xmlout_attr(b, "name", buf_str(&name));
	xmlout_attrn(b, "section", (long)r->sections);
	xmlout_attrn(b, "line", (long)line);
	buf_free(&name);
}

/* Adds text with its values in bookmarks, without what else -m adds. */
static void
put_values(struct review *r, struct str text, size_t line, struct buf *out)
{
	size_t at = 0, end, open = 0;
	struct reloc reloc;

	for (; reloc_next(text, &at, &end, &reloc);
	     text = str_from(text, end), at = 0) {
		size_t close;

		buf_adds(out, str_cut(text, 0, at));
		if (reloc.kind == RELOC_VALUE) {
			begin_mark(r, "wgv", ++r->values, out);
			open = r->ids;
			note_mark(r, "value", "wgv", r->values, line);
			xmlout_attr_escaped(&r->manifest, "fact", reloc.args);
			xmlout_more(&r->manifest);
			close = str_find(text, STR("<?wengao /value?>"), end);
			if (close != (size_t)-1)
				runtext_put(str_cut(text, end, close - end),
				    &r->manifest);
			xmlout_end(&r->manifest, "value");
		} else if (reloc.kind == RELOC_VALUE_END) {
			end_mark(open, out);
		} else if (reloc.kind != RELOC_MADE &&
			   reloc.kind != RELOC_MADE_END) {
			buf_adds(out, str_cut(text, at, end - at));
		}
	}
	buf_adds(out, text);
}

/* Adds text, the inside of a paragraph or more, with a bookmark around what
 * stands behind the properties of its first paragraph. */
static void
put_marked(struct review *r, struct str text, size_t line, struct buf *out)
{
	static const struct str close = STR("</w:pPr>"), last = STR("</w:p>");
	size_t at = str_find(text, close, 0), end, id;

	if (at == (size_t)-1) {
		put_values(r, text, line, out);
		return;
	}
	at += close.n;
	end = str_find(text, last, at);
	if (end == (size_t)-1)
		end = text.n;
	buf_adds(out, str_cut(text, 0, at));
	begin_mark(r, "wg", ++r->blocks, out);
	id = r->ids;
	note_mark(r, "block", "wg", r->blocks, line);
	xmlout_empty(&r->manifest);
	put_values(r, str_cut(text, at, end - at), line, out);
	end_mark(id, out);
	put_values(r, str_from(text, end), line, out);
}

static void
put_block(struct review *r, const struct wml_block *b, struct buf *out)
{
	size_t i;

	if (b->kind != WML_TABLE) {
		put_marked(r, b->whole, b->line, out);
		return;
	}
	xmlout_start(out, "w:tbl");
	buf_adds(out, b->head);
	for (i = 0; i < b->rows_n; i++)
		put_marked(r, b->rows[i].whole,
		    b->rows[i].line != 0 ? b->rows[i].line : b->line, out);
	xmlout_end(out, "w:tbl");
}

bool
review_body(
    struct review *r, const char *path, struct str body, struct buf *out)
{
	const char *slash = strrchr(path, '/');
	struct wml w = { 0 };
	bool fine = wml_read(&w, body);
	size_t i;

	xmlout_open(&r->manifest, "section");
	xmlout_attrz(&r->manifest, "path", slash != NULL ? slash + 1 : path);
	xmlout_empty(&r->manifest);
	buf_addz(out, WML_BEGIN);
	for (i = 0; fine && i < w.n; i++)
		put_block(r, &w.blocks[i], out);
	buf_addz(out, WML_END);
	wml_free(&w);
	r->sections++;
	return fine;
}

void
review_free(struct review *r)
{
	buf_free(&r->manifest);
	*r = (struct review){ 0 };
}
