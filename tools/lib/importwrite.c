/* importwrite: an old report as the files of a new one */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "heading.h"
#include "importline.h"
#include "importlist.h"
#include "importname.h"
#include "importnouns.h"
#include "importwrite.h"
#include "utf8.h"

enum { WIDEST = 1560 }; /* tenths of mm, of the type area */

enum zone { ZONE_NONE, ZONE_HEAD, ZONE_BODY, ZONE_CLOSING, ZONE_ATTACHMENT };

struct writing {
	const struct olddoc *doc;
	const struct importfacts *facts;
	struct importfiles *files;
	enum zone zone;
	int level; /* headings up to it begin a section */
	size_t span; /* the next of facts */
};

static struct buf *
now(const struct writing *w)
{
	return &w->files->list[w->files->n - 1].text;
}

static struct importfile *
add_file(struct importfiles *files)
{
	files->list = mem_more(files->list, files->n, sizeof(*files->list));
	files->list[files->n] = (struct importfile){ 0 };
	return &files->list[files->n++];
}

/* Begins the next section, NN-NAME.txt. */
static void
begin_section(struct writing *w, struct str name)
{
	struct importfile *f = add_file(w->files);

	buf_addf(&f->name, "%02zu-%.*s.txt", w->files->n - 1, STR_ARG(name));
}

/* Begins one that is named after a block. */
static void
begin_named(struct writing *w, const struct oldblock *b,
    void (*put_name)(struct str text, struct buf *out))
{
	struct buf shown = { 0 }, name = { 0 };

	olddoc_shown(buf_str(&b->text), &shown);
	put_name(buf_str(&shown), &name);
	begin_section(w, buf_str(&name));
	buf_free(&name);
	buf_free(&shown);
}

/* Begins a section where a block needs one. */
static void
settle_section(struct writing *w, const struct oldblock *b)
{
	enum zone zone = w->zone;

	switch (b->role) {
	case ROLE_TITLE:
	case ROLE_BYLINE:
	case ROLE_TO:
		zone = ZONE_HEAD;
		break;
	case ROLE_ATTACHMENTS:
	case ROLE_SIGNATURE:
	case ROLE_NOTE:
		zone = ZONE_CLOSING;
		break;
	case ROLE_LABEL:
		begin_named(w, b, importname_label);
		w->zone = ZONE_ATTACHMENT;
		return;
	default:
		if (w->zone <= ZONE_HEAD)
			zone = ZONE_BODY;
		if (b->kind == OLD_TEXT && b->role == ROLE_BODY &&
		    b->level != 0 && b->level <= w->level &&
		    zone == ZONE_BODY) {
			begin_named(w, b, importname_heading);
			w->zone = zone;
			return;
		}
	}
	if (zone == w->zone)
		return;
	w->zone = zone;
	begin_section(w, zone == ZONE_HEAD   ? STR("标题")
			 : zone == ZONE_BODY ? STR("开头")
					     : STR("落款"));
}

/* A blank line before what is no paragraph. */
static void
part(struct writing *w)
{
	struct buf *out = now(w);

	if (out->n != 0 && !str_ends(buf_str(out), STR("\n\n")))
		buf_addc(out, '\n');
}

/* The line of block i; its spans are next in the list. */
static struct importline
line_of(struct writing *w, size_t i)
{
	const struct importfacts *f = w->facts;
	struct importline l = { .facts = f, .start = true };

	if (f == NULL || f->spans_n == 0)
		return l;
	while (w->span < f->spans_n && f->spans[w->span].block < i)
		w->span++;
	l.spans = f->spans + w->span;
	while (w->span + l.n < f->spans_n && f->spans[w->span + l.n].block == i)
		l.n++;
	return l;
}

static void
put_paragraph(struct writing *w, size_t i)
{
	const struct oldblock *b = &w->doc->blocks[i];
	struct importline l = line_of(w, i);

	/* a heading without a number: any other would change the text */
	l.bold = b->level != 0 && !b->typed;
	l.number = !b->typed;
	importline_put(&l, buf_str(&b->text), 0, now(w));
	buf_addc(now(w), '\n');
}

/* Says whether a block goes on in the last one's `:::`. */
static bool
goes_on(const struct writing *w, size_t i)
{
	enum oldrole role = w->doc->blocks[i].role;
	enum oldrole last = i != 0 ? w->doc->blocks[i - 1].role : ROLE_BODY;

	return role != ROLE_BODY && role != ROLE_LABEL &&
	       role != ROLE_CAPTION &&
	       (role == last ||
		   (role == ROLE_LABEL_TITLE && last == ROLE_LABEL));
}

/* A line of a block of lines, with its opening and its end. */
static void
put_line(struct writing *w, size_t i)
{
	static const char *const names[] = {
		[ROLE_TITLE] = "标题",
		[ROLE_BYLINE] = "署名",
		[ROLE_TO] = "主送",
		[ROLE_ATTACHMENTS] = "附件",
		[ROLE_SIGNATURE] = "落款",
		[ROLE_NOTE] = "附注",
		[ROLE_LABEL] = "附件页",
		[ROLE_LABEL_TITLE] = "附件页",
		[ROLE_CAPTION] = "标题",
	};
	const struct oldblock *b = &w->doc->blocks[i];
	struct str text = buf_str(&b->text);
	struct importline l = line_of(w, i);
	struct buf plain = { 0 };
	bool first = !goes_on(w, i);

	olddoc_shown(text, &plain);
	/* a line of a block has no bold; spans are those of the marked text */
	if (plain.n != text.n)
		l.n = 0;
	text = buf_str(&plain);
	if (first) {
		part(w);
		buf_addf(now(w), ":::%s", names[b->role]);
	}
	if (b->role == ROLE_LABEL) {
		text = utf8_trim(str_from(utf8_trim(text), strlen("附件")));
		buf_addf(
		    now(w), "%s%.*s", text.n != 0 ? " " : "", STR_ARG(text));
	} else {
		if (first)
			buf_addc(now(w), '\n');
		importline_put(&l, text,
		    b->role == ROLE_ATTACHMENTS && first
			? (size_t)(utf8_trim(text).p - text.p) +
			      strlen("附件：")
			: 0,
		    now(w));
	}
	buf_addc(now(w), '\n');
	if (i + 1 == w->doc->n || !goes_on(w, i + 1))
		buf_addz(now(w), ":::\n\n");
	buf_free(&plain);
}

static void
put_caption(struct writing *w, const struct oldblock *b)
{
	struct importline l = { .facts = NULL };

	if (b->caption.n == 0)
		return;
	buf_addc(now(w), ' ');
	importline_put(&l, buf_str(&b->caption), 0, now(w));
}

static void
put_row(struct writing *w, const struct oldblock *b, size_t r)
{
	const struct oldcell *row = b->cells + r * b->columns;
	struct importline l = { .cell = true };
	size_t c;

	for (c = 0; c < b->columns; c++) {
		if (c != 0)
			buf_addz(now(w), " | ");
		l.start = c == 0;
		if (row[c].left)
			buf_addc(now(w), '<');
		else if (row[c].up)
			buf_addc(now(w), '^');
		else
			importline_put(&l, buf_str(&row[c].text), 0, now(w));
	}
	buf_addc(now(w), '\n');
}

static bool
is_blank(const struct oldcell *cells, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (utf8_trim(buf_str(&cells[i].text)).n != 0)
			return false;
	return true;
}

static void
put_table(struct writing *w, const struct oldblock *b)
{
	size_t r;

	if (is_blank(b->cells, b->rows * b->columns))
		return;
	part(w);
	buf_addz(now(w), ":::表");
	put_caption(w, b);
	buf_addc(now(w), '\n');
	for (r = 0; r < b->rows; r++)
		if (b->columns > 1 || !is_blank(b->cells + r, 1))
			put_row(w, b, r);
	buf_addz(now(w), ":::\n\n");
}

static void
put_picture(struct writing *w, const struct oldblock *b)
{
	struct importline l = { .cell = true };
	struct buf alt = { 0 };
	size_t i;

	part(w);
	for (i = 0; i < b->alt.n; i++)
		buf_addc(
		    &alt, (unsigned char)b->alt.p[i] < ' ' ? ' ' : b->alt.p[i]);
	if (b->unusable) {
		if (b->text.n == 0)
			buf_addz(now(w), "% 此处的图片不在旧报告的文件里");
		else
			buf_addf(now(w),
			    "%% 此处的图片 %s 不是完好的 PNG 或 JPEG，请转换后"
			    "放入 :::图片 块",
			    b->text.p);
		buf_addf(now(w), "%s%s\n", alt.n != 0 ? "：" : "",
		    alt.n != 0 ? alt.p : "");
	} else {
		buf_addz(now(w), ":::图片");
		put_caption(w, b);
		buf_addf(now(w), "\n%s | ", b->text.p);
		if (utf8_trim(buf_str(&alt)).n == 0)
			buf_addz(now(w), "请写明图片内容");
		else
			importline_put(&l, buf_str(&alt), 0, now(w));
		if (b->width >= 10 && b->width <= WIDEST)
			buf_addf(now(w), " | %ld.%ldmm", b->width / 10,
			    b->width % 10);
		buf_addz(now(w), "\n:::\n\n");
	}
	buf_free(&alt);
}

/* A page's end, unless what comes next begins one or there is nothing. */
static void
put_page(struct writing *w, size_t next)
{
	const struct olddoc *doc = w->doc;

	while (next < doc->n && (doc->blocks[next].kind == OLD_PAGE ||
				    doc->blocks[next].kind == OLD_REMARK))
		next++;
	if (next == doc->n || doc->blocks[next].role == ROLE_LABEL ||
	    w->files->n == 0 || (w->files->n == 1 && now(w)->n == 0))
		return;
	part(w);
	buf_addz(now(w), ":::分页\n\n");
}

/* A line of the contents, which wengao makes anew where :::目录 stands. */
static void
put_contents(struct writing *w, size_t i)
{
	struct buf shown = { 0 };

	if (i == 0 || w->doc->blocks[i - 1].style != STYLE_CONTENTS) {
		part(w);
		buf_addz(now(w), ":::目录\n");
	}
	olddoc_shown(buf_str(&w->doc->blocks[i].text), &shown);
	buf_addf(now(w), "%% 原目录：%s\n", shown.p);
	buf_free(&shown);
}

static void
put_block(struct writing *w, size_t i)
{
	const struct oldblock *b = &w->doc->blocks[i];

	if (b->page_before && b->role == ROLE_BODY)
		put_page(w, i);
	if (b->kind != OLD_PAGE && b->kind != OLD_REMARK)
		settle_section(w, b);
	else if (w->files->n == 0 && b->kind == OLD_REMARK)
		begin_section(w, STR("开头"));
	w->files->of_block[i] = w->files->n;
	switch (b->kind) {
	case OLD_TEXT:
		if (b->style == STYLE_CONTENTS)
			put_contents(w, i);
		else if (b->role == ROLE_BODY)
			put_paragraph(w, i);
		else if (b->role != ROLE_CAPTION)
			put_line(w, i);
		break;
	case OLD_TABLE:
		put_table(w, b);
		break;
	case OLD_PICTURE:
		put_picture(w, b);
		break;
	case OLD_PAGE:
		put_page(w, i + 1);
		break;
	case OLD_REMARK:
		buf_addf(now(w), "%% %s\n", b->text.p);
		break;
	}
}

/* The level at which a report is cut: the highest with more than one heading.
 */
static int
find_level(const struct olddoc *doc)
{
	size_t counts[5] = { 0 }, i;
	int level, first = 0;

	for (i = 0; i < doc->n && doc->blocks[i].role != ROLE_LABEL; i++)
		if (doc->blocks[i].kind == OLD_TEXT &&
		    doc->blocks[i].role == ROLE_BODY)
			counts[doc->blocks[i].level]++;
	for (level = 1; level <= 4; level++) {
		if (counts[level] > 1)
			return level;
		if (counts[level] == 1 && first == 0)
			first = level;
	}
	return first;
}

void
importwrite_make(const struct olddoc *doc, const struct importfacts *f,
    const char *from, struct importfiles *files)
{
	struct writing w = { .doc = doc, .facts = f, .files = files };
	struct importfile *facts;
	size_t i;

	files->of_block = mem_alloc((doc->n + 1) * sizeof(*files->of_block));
	w.level = find_level(doc);
	for (i = 0; i < doc->n; i++)
		put_block(&w, i);
	if (f == NULL || f->n == 0 || files->n == 0)
		return;
	facts = add_file(files);
	buf_addz(&facts->name, "facts.txt");
	importlist_put(doc, f, files, from, &files->list[files->n - 1].text);
}

void
importwrite_free(struct importfiles *files)
{
	size_t i;

	for (i = 0; i < files->n; i++) {
		buf_free(&files->list[i].name);
		buf_free(&files->list[i].text);
	}
	free(files->list);
	free(files->of_block);
	*files = (struct importfiles){ 0 };
}
