/* link: the bodies of the sections as one document */
#include <stdlib.h>

#include "die.h"
#include "drawing.h"
#include "hash.h"
#include "io.h"
#include "lang.h"
#include "link.h"
#include "linkbodies.h"
#include "reloc.h"
#include "stylexml.h"
#include "toc.h"
#include "xmlout.h"

/* Where a piece that was made here stands in text; -1 for the others. */
struct made {
	size_t at;
};

void
link_begin(struct linked *l, const struct stylesheet *sheet)
{
	*l = (struct linked){ .sheet = sheet };
}

static void
add_piece(struct linked *l, struct str piece)
{
	l->pieces = mem_more(l->pieces, l->n, sizeof(*l->pieces));
	l->made = mem_more(l->made, l->n, sizeof(*l->made));
	l->made[l->n] = (struct made){ (size_t)-1 };
	l->pieces[l->n++] = piece;
}

/* Adds what was made since from; its place is settled when all is there, since
 * the text may move. */
static void
add_made(struct linked *l, size_t from)
{
	if (l->text.n == from)
		return;
	add_piece(l, (struct str){ NULL, l->text.n - from });
	l->made[l->n - 1].at = from;
}

/* A paragraph so low that it finds room on a full page, which may end a
 * section. */
static void
put_low(struct linked *l, bool ends)
{
	xmlout_start(&l->text, "w:p");
	xmlout_start(&l->text, "w:pPr");
	xmlout_open(&l->text, "w:spacing");
	xmlout_attrn(&l->text, "w:before", 0);
	xmlout_attrn(&l->text, "w:after", 0);
	xmlout_attrn(&l->text, "w:line", 1);
	xmlout_attrz(&l->text, "w:lineRule", "exact");
	xmlout_empty(&l->text);
	if (ends)
		stylexml_section(
		    l->sheet, l->turned, l->line_numbers, &l->text);
	xmlout_end(&l->text, "w:pPr");
	xmlout_end(&l->text, "w:p");
}

/* A section ends with its properties in the last paragraph's (17.6.18): one of
 * its own. What follows may not be a table that floats, as a colophon does:
 * LibreOffice would leave it, and with it the new page, on the old one. */
static void
put_section_break(struct linked *l, struct str next)
{
	size_t from = l->text.n;

	put_low(l, true);
	if (str_starts(next, STR("<w:tbl><w:tblPr><w:tblpPr ")))
		put_low(l, false);
	add_made(l, from);
}

/* Before anything stands on a page, the page is turned as it is wanted: two
 * blocks of lying pages in a row leave no empty one between. */
static void
turn(struct linked *l, struct str next)
{
	if (l->wanted != l->turned) {
		if (l->begun)
			put_section_break(l, next);
		l->turned = l->wanted;
	}
	l->lying = l->lying || l->turned;
	l->begun = true;
}

/* Adds text of a body as it stands. */
static void
add_text(struct linked *l, struct str text)
{
	if (text.n == 0)
		return;
	if (l->in_note) {
		buf_adds(&l->footnotes, text);
		return;
	}
	turn(l, text);
	add_piece(l, text);
}

static size_t
take_medium(struct linked *l, const char *path)
{
	struct buf bytes = { 0 }, hash = { 0 };
	struct image image;
	const char *wrong;
	size_t i;

	io_read(path, &bytes);
	wrong = image_read(buf_str(&bytes), &image);
	if (wrong != NULL)
		die("%s was changed meanwhile: %s", path, lang_text(wrong));
	hash_add(&hash, buf_str(&bytes));
	for (i = 0; i < l->media_n; i++)
		if (str_equal(buf_str(&hash), buf_str(&l->media[i].hash))) {
			buf_free(&bytes);
			buf_free(&hash);
			return i;
		}
	l->media = mem_more(l->media, l->media_n, sizeof(*l->media));
	l->media[l->media_n] = (struct medium){ bytes, hash, image.kind };
	return l->media_n++;
}

void
link_medium(const struct linked *l, size_t i, struct buf *out)
{
	buf_addf(out, "media/image%zu.%s", i + 1,
	    l->media[i].kind == IMAGE_PNG ? "png" : "jpeg");
}

static const char foreign[] =
    "a section holds what this typeset does not write; make it again";

static void
put_image(struct linked *l, struct str args)
{
	struct buf path = { 0 }, id = { 0 };
	struct drawing d = { 0 };
	size_t from, medium;

	if (!reloc_read_image(args, &d.width, &d.height, &path, &d.alt))
		die("%s", lang_text(foreign));
	medium = take_medium(l, path.p);
	buf_addf(&id, "rIdImage%zu", medium + 1);
	d.relation = id.p;
	d.id = ++l->drawings;
	turn(l, STR(""));
	from = l->text.n;
	drawing_put(&d, &l->text);
	add_made(l, from);
	buf_free(&path);
	buf_free(&id);
}

static void
put_chart(struct linked *l, struct str args)
{
	struct buf id = { 0 }, alt = { 0 };
	struct chart c = { 0 };
	size_t from;

	if (l->in_note || !reloc_read_chart(args, &c))
		die("%s", lang_text(foreign));
	l->charts = mem_more(l->charts, l->charts_n, sizeof(*l->charts));
	l->charts[l->charts_n++] = c;
	buf_addf(&id, "rIdChart%zu", l->charts_n);
	chart_alt(&c, &alt);
	turn(l, STR(""));
	from = l->text.n;
	drawing_put_chart(
	    &(struct drawing){
		.relation = id.p,
		.id = ++l->drawings,
		.alt = buf_str(&alt),
		.title = buf_str(&c.caption),
		.width = c.width,
		.height = c.height,
	    },
	    &l->text);
	add_made(l, from);
	buf_free(&id);
	buf_free(&alt);
}

/* The mark of a footnote in its text (17.11.14, 17.11.13). */
static void
put_note_mark(struct buf *out, const char *element, size_t id)
{
	xmlout_start(out, "w:r");
	xmlout_start(out, "w:rPr");
	xmlout_element(out, "w:rStyle", "w:val", "FootnoteReference");
	xmlout_end(out, "w:rPr");
	xmlout_open(out, element);
	if (id != 0)
		xmlout_attrn(out, "w:id", (long)id);
	xmlout_empty(out);
	xmlout_end(out, "w:r");
}

static void
begin_note(struct linked *l)
{
	struct buf *b = &l->footnotes;
	size_t from;

	if (l->in_note)
		die("%s", lang_text(foreign));
	turn(l, STR(""));
	from = l->text.n;
	put_note_mark(&l->text, "w:footnoteReference", ++l->notes);
	add_made(l, from);
	xmlout_open(b, "w:footnote");
	xmlout_attrn(b, "w:id", (long)l->notes);
	xmlout_more(b);
	xmlout_start(b, "w:p");
	xmlout_start(b, "w:pPr");
	xmlout_element(b, "w:pStyle", "w:val", face_style(FACE_FOOTNOTE));
	xmlout_end(b, "w:pPr");
	put_note_mark(b, "w:footnoteRef", 0);
	l->in_note = true;
}

static void
end_note(struct linked *l)
{
	if (!l->in_note)
		die("%s", lang_text(foreign));
	xmlout_end(&l->footnotes, "w:p");
	xmlout_end(&l->footnotes, "w:footnote");
	l->in_note = false;
}

/* An end of the range that a comment is about (17.13.4.3, 17.13.4.4). */
static void
put_comment_end(struct linked *l, const char *element)
{
	xmlout_open(&l->text, element);
	xmlout_attrn(&l->text, "w:id", (long)l->comments_n - 1);
	xmlout_empty(&l->text);
}

/* The comment itself, a paragraph of plain text (17.13.4.2). */
static void
begin_comment(struct linked *l, struct str args)
{
	struct buf *b = &l->comments;
	size_t tab = str_find(args, STR("\t"), 0), from = l->text.n;

	if (tab == (size_t)-1 || l->in_comment || l->in_note)
		die("%s", lang_text(foreign));
	l->in_comment = true;
	xmlout_open(b, "w:comment");
	xmlout_attrn(b, "w:id", (long)l->comments_n++);
	xmlout_attr_escaped(b, "w:author", str_cut(args, 0, tab));
	xmlout_more(b);
	xmlout_start(b, "w:p");
	xmlout_start(b, "w:r");
	xmlout_start(b, "w:t");
	buf_adds(b, str_from(args, tab + 1));
	xmlout_end(b, "w:t");
	xmlout_end(b, "w:r");
	xmlout_end(b, "w:p");
	xmlout_end(b, "w:comment");
	put_comment_end(l, "w:commentRangeStart");
	add_made(l, from);
}

static void
end_comment(struct linked *l)
{
	size_t from = l->text.n;

	if (!l->in_comment)
		die("%s", lang_text(foreign));
	l->in_comment = false;
	put_comment_end(l, "w:commentRangeEnd");
	xmlout_start(&l->text, "w:r");
	put_comment_end(l, "w:commentReference"); /* 17.13.4.5 */
	xmlout_end(&l->text, "w:r");
	add_made(l, from);
}

static void
settle(struct linked *l, const struct reloc *r)
{
	size_t from;

	switch (r->kind) {
	case RELOC_IMAGE:
		put_image(l, r->args);
		break;
	case RELOC_CHART:
		put_chart(l, r->args);
		break;
	case RELOC_NOTE:
		begin_note(l);
		break;
	case RELOC_NOTE_END:
		end_note(l);
		break;
	case RELOC_LANDSCAPE:
		l->wanted = true;
		break;
	case RELOC_PORTRAIT:
		l->wanted = false;
		break;
	case RELOC_TOC:
		turn(l, STR(""));
		from = l->text.n;
		toc_put(l->toc, r->args, &l->text);
		add_made(l, from);
		break;
	case RELOC_COMMENT:
		turn(l, STR(""));
		begin_comment(l, r->args);
		break;
	case RELOC_COMMENT_END:
		end_comment(l);
		break;
	default: /* stripped */
		break;
	}
}

static void
link_body(struct linked *l, struct str body)
{
	size_t at = 0, end = 0;
	struct reloc r;

	while (reloc_next(body, &at, &end, &r)) {
		add_text(l, str_cut(body, 0, at));
		settle(l, &r);
		body = str_from(body, end);
		at = 0;
	}
	add_text(l, body);
	if (l->in_note || l->in_comment)
		die("%s", lang_text(foreign));
}

void
link_bodies(struct linked *l, struct str *bodies, size_t n)
{
	size_t i;

	linkbodies_prepare(l, bodies, n);
	for (i = 0; i < n; i++) {
		link_body(l, bodies[i]);
		if (linkbodies_parted(bodies, n, i))
			add_text(l, STR("<w:p/>"));
	}
}

void
link_end(struct linked *l)
{
	size_t from = l->text.n, i;

	if (!l->begun)
		turn(l, STR(""));
	/* Word wants a paragraph behind the last table */
	if (l->n > 0 && l->pieces[l->n - 1].p != NULL &&
	    str_ends(l->pieces[l->n - 1], STR("</w:tbl>")))
		xmlout_element(&l->text, "w:p", NULL, NULL);
	stylexml_section(l->sheet, l->turned, l->line_numbers, &l->text);
	add_made(l, from);
	for (i = 0; i < l->n; i++)
		if (l->made[i].at != (size_t)-1)
			l->pieces[i].p = l->text.p + l->made[i].at;
}

void
link_free(struct linked *l)
{
	size_t i;

	for (i = 0; i < l->media_n; i++) {
		buf_free(&l->media[i].bytes);
		buf_free(&l->media[i].hash);
	}
	for (i = 0; i < l->charts_n; i++)
		chart_free(&l->charts[i]);
	free(l->charts);
	free(l->media);
	free(l->pieces);
	free(l->made);
	buf_free(&l->text);
	buf_free(&l->footnotes);
	buf_free(&l->comments);
	linkbodies_free(l);
}
