/* htmlblock: paragraphs, figures and tables as the blocks of a page */
#include <stdlib.h>

#include "die.h"
#include "htmlblock.h"
#include "xmlout.h"

enum { SPACER = 40 }; /* twips; a paragraph so low only parts others */

static const char *const headings[] = { "h2", "h3", "h4", "h5", "h6" };

/* Says whether a run looks as its paragraph does. */
static bool
plain(const struct look *l)
{
	int i;

	for (i = 0; i <= LOOK_COLOR; i++)
		if (l->said[i])
			return false;
	return l->font[0] == '\0';
}

/* Opens an element of a class, with the declarations of its own. */
static void
open_run(struct htmlframe *f, struct htmlstyle *style, const struct look *run,
    long base)
{
	struct buf text = { 0 };

	xmlout_open(&f->text, "span");
	if (style != NULL) {
		htmlstyles_use(style);
		htmlstyles_class(style, &text);
		xmlout_attr(&f->text, "class", buf_str(&text));
		buf_clear(&text);
	}
	look_letters(run, base, &text);
	if (text.n != 0)
		xmlout_attr(&f->text, "style", buf_str(&text));
	xmlout_more(&f->text);
	buf_free(&text);
}

/* What stands on both sides of a tabulator is held apart by it. */
static void
put_tab(struct htmlframe *f)
{
	xmlout_end(&f->text, "span");
	xmlout_open(&f->text, "span");
	xmlout_attrz(&f->text, "class", "tab");
	xmlout_more(&f->text);
	xmlout_text(&f->text, STR("\t"));
	xmlout_end(&f->text, "span");
	xmlout_start(&f->text, "span");
	f->tabbed = true;
}

void
htmlblock_text(struct htmlframe *f, struct str text, struct htmlstyle *style,
    const struct look *run, long base)
{
	while (text.n != 0) {
		size_t n = 0;

		while (n < text.n && text.p[n] != '\n' && text.p[n] != '\t')
			n++;
		if (n != 0 && style == NULL && plain(run)) {
			xmlout_text(&f->text, str_cut(text, 0, n));
		} else if (n != 0) {
			open_run(f, style, run, base);
			xmlout_text(&f->text, str_cut(text, 0, n));
			xmlout_end(&f->text, "span");
		}
		f->words = f->words || n != 0;
		text = str_from(text, n);
		if (text.n == 0)
			break;
		if (text.p[0] == '\t')
			put_tab(f);
		else
			xmlout_element(&f->text, "br", NULL, NULL);
		text = str_from(text, 1);
	}
}

/* The element of the open paragraph. */
static const char *
element(const struct htmlframe *f)
{
	long level = -1;

	if (f->style != NULL && htmlstyles_use(f->style)->said[LOOK_OUTLINE])
		level = htmlstyles_use(f->style)->value[LOOK_OUTLINE];
	if (f->look.said[LOOK_OUTLINE])
		level = f->look.value[LOOK_OUTLINE];
	if (f->kind == FRAME_NOTE || !f->words)
		return "p";
	if (f->role == ROLE_TITLE)
		return "h1";
	if (f->role == ROLE_HEADING)
		return headings[0];
	if (level < 0 || level >= 9)
		return "p";
	return headings[level < 5 ? level : 4];
}

/* Opens an element in the looks of the open paragraph. */
static void
open_block(struct htmlframe *f, const char *name, long base)
{
	struct buf text = { 0 };
	bool dots = f->look.said[LOOK_LEADER] && f->look.value[LOOK_LEADER];

	if (f->style != NULL) {
		const struct look *l = htmlstyles_use(f->style);

		htmlstyles_class(f->style, &text);
		dots =
		    dots || (!f->look.said[LOOK_LEADER] &&
				l->said[LOOK_LEADER] && l->value[LOOK_LEADER]);
	}
	if (f->tabbed)
		buf_addf(&text, "%stabbed%s", text.n != 0 ? " " : "",
		    dots ? " dots" : "");
	xmlout_open(&f->out, name);
	if (text.n != 0)
		xmlout_attr(&f->out, "class", buf_str(&text));
	buf_clear(&text);
	look_place(&f->look, base, &text);
	if (text.n != 0)
		xmlout_attr(&f->out, "style", buf_str(&text));
	xmlout_more(&f->out);
	buf_free(&text);
}

/* The content of the open paragraph; a link in a link is none. */
static void
put_content(struct htmlframe *f)
{
	bool link = f->link.n != 0 && !f->marked && f->words;

	if (link) {
		struct buf to = { 0 };

		buf_addf(&to, "#%s", f->link.p);
		xmlout_open(&f->out, "a");
		xmlout_attr(&f->out, "href", buf_str(&to));
		xmlout_more(&f->out);
		buf_free(&to);
	}
	if (f->tabbed)
		xmlout_start(&f->out, "span");
	if (f->text.n != 0)
		buf_adds(&f->out, buf_str(&f->text));
	else
		xmlout_element(&f->out, "br", NULL, NULL);
	if (f->tabbed)
		xmlout_end(&f->out, "span");
	if (link)
		xmlout_end(&f->out, "a");
}

/* Says whether the open paragraph is nothing but a gap too low to see. */
static bool
spacer(const struct htmlframe *f)
{
	const struct look *l = &f->look;

	return f->text.n == 0 && l->said[LOOK_LINE] &&
	       !l->value[LOOK_LINE_AUTO] && l->value[LOOK_LINE] <= SPACER;
}

void
htmlblock_settle(struct htmlframe *f)
{
	if (f->figure)
		xmlout_end(&f->out, "figure");
	if (f->figure)
		buf_addc(&f->out, '\n');
	f->figure = false;
	if (f->caption.n != 0) {
		xmlout_start(&f->out, "div");
		buf_adds(&f->out, buf_str(&f->caption));
		xmlout_end(&f->out, "div");
		buf_addc(&f->out, '\n');
	}
	buf_clear(&f->caption);
}

/* A caption waits for its table, as the block that it is. */
static void
hold_caption(struct htmlframe *f, long base)
{
	size_t begin = f->out.n;

	open_block(f, "p", base);
	put_content(f);
	xmlout_end(&f->out, "p");
	buf_adds(&f->caption, str_from(buf_str(&f->out), begin));
	f->out.n = begin;
}

static void
put_block(struct htmlframe *f, long base)
{
	bool figure = f->drawing && !f->words;
	const char *name = figure ? "figure" : element(f);

	if (f->role == ROLE_FIGURE_CAPTION && f->figure && f->words) {
		open_block(f, "figcaption", base);
		put_content(f);
		xmlout_end(&f->out, "figcaption");
		htmlblock_settle(f);
		return;
	}
	htmlblock_settle(f);
	if (f->role == ROLE_CAPTION && f->words) {
		hold_caption(f, base);
		return;
	}
	open_block(f, name, base);
	put_content(f);
	f->figure = figure;
	if (figure)
		return;
	xmlout_end(&f->out, name);
	buf_addc(&f->out, '\n');
}

void
htmlblock_end(struct htmlframe *f, long base)
{
	if (!spacer(f) && !(f->broken && f->text.n == 0))
		put_block(f, base);
	if (f->boxes.n != 0) {
		htmlblock_settle(f);
		buf_adds(&f->out, buf_str(&f->boxes));
	}
	buf_clear(&f->boxes);
	buf_clear(&f->text);
	buf_clear(&f->link);
	f->tabbed = f->words = f->drawing = f->marked = f->broken = false;
}

void
htmlblock_table(struct htmlframe *f)
{
	f->tables = mem_more(f->tables, f->tables_n, sizeof(*f->tables));
	f->tables[f->tables_n++] = (struct htmltable){ 0 };
}

void
htmlblock_table_end(struct htmlframe *f, long base)
{
	struct htmltable *t = f->tables + --f->tables_n;
	bool captioned = f->caption.n != 0;

	if (captioned) {
		struct buf caption = f->caption;

		f->caption = (struct buf){ 0 };
		htmlblock_settle(f);
		xmlout_start(&f->out, "figure");
		xmlout_start(&f->out, "figcaption");
		buf_adds(&f->out, buf_str(&caption));
		xmlout_end(&f->out, "figcaption");
		buf_free(&caption);
	}
	htmlblock_settle(f);
	htmltable_put(t, base, &f->out);
	if (captioned)
		xmlout_end(&f->out, "figure");
	htmltable_free(t);
}

void
htmlblock_free(struct htmlframe *f)
{
	while (f->tables_n != 0)
		htmltable_free(f->tables + --f->tables_n);
	free(f->tables);
	buf_free(&f->out);
	buf_free(&f->boxes);
	buf_free(&f->text);
	buf_free(&f->link);
	buf_free(&f->caption);
}
