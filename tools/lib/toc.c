/* toc: the table of contents */
#include <stdlib.h>

#include "accepted.h"
#include "die.h"
#include "pages.h"
#include "reloc.h"
#include "runtext.h"
#include "toc.h"
#include "wmlout.h"
#include "xmlout.h"

struct entry {
	struct buf text; /* escaped */
	int level;
	size_t page;
};

struct toc {
	const struct stylesheet *sheet;
	struct entry *entries;
	size_t n, marked;
};

/* The level of the heading whose w:pPr ends at byte at; 0 for none. A heading
 * is a paragraph of its style, or the first run of a body paragraph. */
static int
heading_level(struct str text, size_t at, bool *run_in)
{
	struct buf style = { 0 }, run = { 0 };
	size_t open = at, first;
	int level, found = 0;

	while (open > 0 && !str_starts(str_from(text, open), STR("<w:p>")))
		open--;
	if (accepted_gone(str_from(text, open)))
		return 0;
	first = at + accepted_before(str_from(text, at));
	for (level = 1; level <= 4 && found == 0; level++) {
		buf_clear(&style);
		buf_clear(&run);
		buf_addf(&style, "<w:pStyle w:val=\"Heading%d\"/>", level);
		buf_addf(&run,
		    "<w:r><w:rPr><w:rStyle w:val=\"Heading%dChar\"/>", level);
		*run_in = str_starts(str_from(text, first), buf_str(&run));
		if (*run_in || str_find(str_cut(text, open, at - open),
				   buf_str(&style), 0) != (size_t)-1)
			found = level;
	}
	buf_free(&style);
	buf_free(&run);
	return found;
}

/* Finds the first heading from *at on, and moves *at behind its w:pPr; returns
 * its level, 0 where there is none. What a redline has as gone is none. */
static int
next_heading(const struct toc *t, struct str text, size_t *at, bool *run_in)
{
	const struct str end = STR("</w:pPr>");
	int level;

	while ((*at = str_find(text, end, *at)) != (size_t)-1) {
		*at += end.n;
		if (str_starts(str_from(text, *at), STR("</w:pPrChange>")))
			continue;
		level = heading_level(text, *at, run_in);
		if (level != 0 && level <= t->sheet->toc_levels)
			return level;
	}
	return 0;
}

/* The part of a paragraph, from byte at, that is the heading. */
static struct str
heading_runs(struct str body, size_t at, int level, bool run_in)
{
	size_t end = str_find(body, STR("</w:p>"), at), next = at;
	struct str p = str_cut(body, 0, end != (size_t)-1 ? end : body.n);
	struct buf run = { 0 };

	if (!run_in)
		return str_from(p, at);
	buf_addf(
	    &run, "<w:r><w:rPr><w:rStyle w:val=\"Heading%dChar\"/>", level);
	while (str_starts(str_from(p, next), buf_str(&run))) {
		next = str_find(p, STR("</w:r>"), next);
		next = next != (size_t)-1 ? next + 6 : p.n;
	}
	buf_free(&run);
	return str_cut(p, at, next - at);
}

/* A run-in heading's sentence ends with a mark that has no place in a table of
 * contents. */
static void
drop_stop(struct buf *text)
{
	if (str_ends(buf_str(text), STR("。")))
		text->n -= 3;
}

static void
gather(struct toc *t, struct pages *pages, struct str body)
{
	size_t at = 0;
	bool run_in;
	int level;

	while ((level = next_heading(t, body, &at, &run_in)) != 0) {
		struct entry *e;

		t->entries = mem_more(t->entries, t->n, sizeof(*t->entries));
		e = &t->entries[t->n++];
		*e = (struct entry){ .level = level };
		runtext_put(heading_runs(body, at, level, run_in), &e->text);
		drop_stop(&e->text);
		e->page = pages_at(pages, body, at);
	}
	pages_end(pages, body);
}

static bool
asked_for(const struct str *bodies, size_t n)
{
	struct reloc r;
	size_t i, at, end;

	for (i = 0; i < n; i++)
		for (at = 0; reloc_next(bodies[i], &at, &end, &r); at = end)
			if (r.kind == RELOC_TOC)
				return true;
	return false;
}

/* The bodies with all changes of a redline accepted; room has what had to be
 * made. */
static struct str *
accept_all(const struct str *bodies, size_t n, struct buf *room)
{
	struct str *accepted = mem_alloc((n + 1) * sizeof(*accepted));
	size_t i;

	for (i = 0; i < n; i++) {
		room[i] = (struct buf){ 0 };
		accepted[i] = bodies[i];
		if (!accepted_wanted(bodies[i]))
			continue;
		accepted_put(bodies[i], &room[i]);
		accepted[i] = buf_str(&room[i]);
	}
	return accepted;
}

/* Gathers the headings of all bodies, and their pages. */
static void
gather_all(struct toc *t, const struct str *bodies, size_t n)
{
	struct pages *pages;
	size_t i, j;
	int pass;

	/* the table's own length is known once the headings are */
	for (pass = 0; pass < 2; pass++) {
		pages = pages_new(t->sheet, t->n);
		for (j = 0; j < t->n; j++)
			buf_free(&t->entries[j].text);
		t->n = 0;
		for (i = 0; i < n; i++)
			gather(t, pages, bodies[i]);
		pages_free(pages);
	}
}

struct toc *
toc_new(const struct stylesheet *sheet, const struct str *bodies, size_t n)
{
	struct str *accepted;
	struct buf *room;
	struct toc *t;
	size_t i;

	if (!asked_for(bodies, n))
		return NULL;
	t = mem_alloc(sizeof(*t));
	*t = (struct toc){ .sheet = sheet };
	room = mem_alloc((n + 1) * sizeof(*room));
	accepted = accept_all(bodies, n, room);
	gather_all(t, accepted, n);
	for (i = 0; i < n; i++)
		buf_free(&room[i]);
	free(room);
	free(accepted);
	return t;
}

static void
put_name(struct buf *out, size_t i)
{
	buf_addf(out, "_Toc%06zu", i + 1);
}

/* Adds the bookmark of the next heading. */
static void
put_mark(struct toc *t, struct buf *out)
{
	struct buf name = { 0 };

	put_name(&name, t->marked++);
	xmlout_open(out, "w:bookmarkStart");
	xmlout_attrn(out, "w:id", (long)t->marked);
	xmlout_attrz(out, "w:name", name.p);
	xmlout_empty(out);
	xmlout_open(out, "w:bookmarkEnd");
	xmlout_attrn(out, "w:id", (long)t->marked);
	xmlout_empty(out);
	buf_free(&name);
}

void
toc_mark(struct toc *t, struct str body, struct buf *out)
{
	size_t from = 0, at = 0;
	bool run_in;

	while (t->marked < t->n && next_heading(t, body, &at, &run_in) != 0) {
		buf_adds(out, str_cut(body, from, at - from));
		put_mark(t, out);
		from = at;
	}
	buf_adds(out, str_from(body, from));
}

static void
put_field_char(struct buf *out, const char *type)
{
	xmlout_start(out, "w:r");
	xmlout_element(out, "w:fldChar", "w:fldCharType", type);
	xmlout_end(out, "w:r");
}

static void
put_instruction(struct buf *out, const char *text)
{
	xmlout_start(out, "w:r");
	xmlout_open(out, "w:instrText");
	xmlout_attrz(out, "xml:space", "preserve");
	xmlout_more(out);
	xmlout_text(out, str_of(text));
	xmlout_end(out, "w:instrText");
	xmlout_end(out, "w:r");
}

/* A run of text that is escaped already. */
static void
put_run(struct buf *out, struct str text)
{
	wmlout_chinese(out);
	buf_adds(out, text);
	wmlout_chinese_end(out);
}

/* An entry: the heading, dots, its page in a field of its own (17.16.5.45). */
static void
put_entry(const struct toc *t, size_t i, struct buf *out)
{
	const struct entry *e = &t->entries[i];
	struct buf name = { 0 }, field = { 0 }, page = { 0 };

	put_name(&name, i);
	buf_addf(&field, " PAGEREF %s \\h ", name.p);
	buf_addf(&page, "%zu", e->page);
	xmlout_open(out, "w:hyperlink");
	xmlout_attrz(out, "w:anchor", name.p);
	xmlout_attrz(out, "w:history", "1");
	xmlout_more(out);
	put_run(out, buf_str(&e->text));
	xmlout_start(out, "w:r");
	xmlout_element(out, "w:tab", NULL, NULL);
	xmlout_end(out, "w:r");
	put_field_char(out, "begin");
	put_instruction(out, field.p);
	put_field_char(out, "separate");
	xmlout_start(out, "w:r");
	xmlout_start(out, "w:t");
	buf_adds(out, buf_str(&page));
	xmlout_end(out, "w:t");
	xmlout_end(out, "w:r");
	put_field_char(out, "end");
	xmlout_end(out, "w:hyperlink");
	buf_free(&name);
	buf_free(&field);
	buf_free(&page);
}

static void
open_paragraph(struct buf *out, const char *style)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", style);
	xmlout_end(out, "w:pPr");
}

void
toc_put(const struct toc *t, struct str title, struct buf *out)
{
	struct buf field = { 0 }, style = { 0 };
	size_t i;

	open_paragraph(out, face_style(FACE_TOC_TITLE));
	put_run(out, title);
	xmlout_end(out, "w:p");
	buf_addf(
	    &field, " TOC \\o \"1-%ld\" \\h \\z \\u ", t->sheet->toc_levels);
	for (i = 0; i < t->n || i == 0; i++) {
		buf_clear(&style);
		buf_addf(&style, "TOC%d", t->n != 0 ? t->entries[i].level : 1);
		open_paragraph(out, style.p);
		if (i == 0) {
			put_field_char(out, "begin");
			put_instruction(out, field.p);
			put_field_char(out, "separate");
		}
		if (i < t->n)
			put_entry(t, i, out);
		if (i + 1 >= t->n)
			put_field_char(out, "end");
		xmlout_end(out, "w:p");
	}
	buf_free(&field);
	buf_free(&style);
}

void
toc_free(struct toc *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; i < t->n; i++)
		buf_free(&t->entries[i].text);
	free(t->entries);
	free(t);
}
