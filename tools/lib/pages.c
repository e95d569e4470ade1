/* pages: on which page a place of the report will be */
#include <stdint.h>
#include <stdlib.h>

#include "die.h"
#include "pages.h"
#include "reloc.h"
#include "utf8.h"

struct pages {
	const struct stylesheet *sheet;
	size_t entries;
	size_t page;
	size_t at; /* how far the body was counted */
	size_t begun; /* the page that the last paragraph begins on */
	long y; /* how much of the page is full, twips */
	bool turned, wanted;
	int last; /* the face of the last paragraph, or -1 */
	long after; /* the space that it leaves behind it */
};

struct pages *
pages_new(const struct stylesheet *sheet, size_t entries)
{
	struct pages *p = mem_alloc(sizeof(*p));

	*p = (struct pages){
		.sheet = sheet,
		.entries = entries,
		.page = 1,
		.begun = 1,
		.last = -1,
	};
	return p;
}

void
pages_free(struct pages *p)
{
	free(p);
}

static long
page_width(const struct pages *p)
{
	return p->turned ? stylesheet_height(p->sheet)
			 : stylesheet_width(p->sheet);
}

static long
page_height(const struct pages *p)
{
	return p->turned ? stylesheet_width(p->sheet)
			 : stylesheet_height(p->sheet);
}

static void
new_page(struct pages *p)
{
	if (p->y == 0)
		return;
	p->page++;
	p->y = 0;
	p->last = -1;
	p->after = 0;
}

/* Takes a block that is not parted. */
static void
take_height(struct pages *p, long height)
{
	if (p->y + height > page_height(p))
		new_page(p);
	p->y += height;
}

static long
line_height(const struct face *f)
{
	/* a single line of a Chinese font is 1.3 times its size */
	return f->line != 0 ? f->line : f->size * 13 / 10;
}

/* The lines that the text of a paragraph's runs takes in a width, of which
 * first is lost in the first line. */
static long
count_lines(struct str xml, const struct face *f, long width, long first)
{
	long x = first, lines = 1;
	bool text = false;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < xml.n; i += n) {
		long w;

		n = 1;
		if (xml.p[i] == '<') {
			text = str_starts(str_from(xml, i), STR("<w:t>")) ||
			       str_starts(str_from(xml, i), STR("<w:t "));
			if (str_starts(str_from(xml, i), STR("<w:br/>")))
				x = 0, lines++;
			n = str_find(xml, STR(">"), i);
			n = n != (size_t)-1 ? n + 1 - i : xml.n - i;
			continue;
		}
		if (!text)
			continue;
		n = utf8_next(xml, i, &c);
		if (n == 0)
			n = 1, c = '?';
		w = utf8_chinese(c) || c > 0x2000 ? face_character(f)
						  : f->size / 2 + f->spacing;
		if (x + w > width && x > 0)
			x = 0, lines++;
		x += w;
	}
	return lines;
}

/* The kind of a paragraph by its style; the body's where it is another. */
static enum face_kind
kind_of(struct str paragraph)
{
	const struct str open = STR("<w:pStyle w:val=\"");
	size_t at = str_find(paragraph, open, 0), end;
	struct str style;
	int i;

	if (at == (size_t)-1)
		return FACE_BODY;
	end = str_find(paragraph, STR("\""), at + open.n);
	style = str_cut(paragraph, at + open.n, end - at - open.n);
	for (i = 0; i < FACES; i++)
		if (str_equal(style, str_of(face_style((enum face_kind)i))))
			return (enum face_kind)i;
	return FACE_BODY;
}

static bool
holds(struct str s, const char *what)
{
	return str_find(s, str_of(what), 0) != (size_t)-1;
}

/* The height of the pictures in a paragraph. */
static long
pictures(struct str paragraph)
{
	struct buf path = { 0 };
	long width, height, sum = 0;
	size_t at = 0, end;
	struct str alt;
	struct reloc r;

	for (; reloc_next(paragraph, &at, &end, &r); at = end)
		if (r.kind == RELOC_IMAGE &&
		    reloc_read_image(r.args, &width, &height, &path, &alt))
			sum += height / 635; /* EMU a twip */
	buf_free(&path);
	return sum;
}

static void
take_paragraph(struct pages *p, struct str paragraph)
{
	enum face_kind kind = kind_of(paragraph);
	const struct face *f = &p->sheet->faces[kind];
	long lines, line = line_height(f), before = 0;
	bool heading = kind >= FACE_HEADING1 && kind <= FACE_HEADING4;

	if (holds(paragraph, "<w:pageBreakBefore/>"))
		new_page(p);
	if ((int)kind != p->last) {
		before = f->before > p->after ? f->before : p->after;
		p->y += p->y != 0 ? before : 0;
	}
	lines = count_lines(paragraph, f,
	    page_width(p) - f->left.twips - f->right.twips, f->first.twips);
	/* a heading is not the last on its page */
	if (heading && p->y + (lines + 1) * line > page_height(p))
		new_page(p);
	if (p->y + line > page_height(p))
		new_page(p);
	p->begun = p->page;
	for (; lines > 0; lines--)
		take_height(p, line);
	p->y += pictures(paragraph);
	p->last = (int)kind;
	p->after = f->after;
	if (holds(paragraph, "<w:br w:type=\"page\"/>"))
		new_page(p);
}

/* The width of a cell; what it holds lies 108 twips inside. */
static long
cell_width(struct str cell)
{
	const struct str open = STR("<w:tcW w:w=\"");
	size_t at = str_find(cell, open, 0);

	return at != (size_t)-1 ? strtol(cell.p + at + open.n, NULL, 10) - 216
				: 1000;
}

static void
take_row(struct pages *p, struct str row)
{
	size_t at = 0, end;
	long highest = 0;

	while ((at = str_find(row, STR("<w:tc>"), at)) != (size_t)-1) {
		struct str cell;
		const struct face *f;
		long width, height;

		end = str_find(row, STR("</w:tc>"), at);
		end = end != (size_t)-1 ? end : row.n;
		cell = str_cut(row, at, end - at);
		f = &p->sheet->faces[kind_of(cell)];
		width = cell_width(cell);
		height =
		    f->before + f->after +
		    line_height(f) * count_lines(cell, f,
					 width > f->size ? width : f->size, 0);
		highest = height > highest ? height : highest;
		at = end;
	}
	p->begun = p->page;
	take_height(p, highest);
	p->last = -1;
}

/* The page of contents that toc_put will write. */
static void
take_toc(struct pages *p)
{
	const struct face *title = &p->sheet->faces[FACE_TOC_TITLE];
	size_t i;

	take_height(p, title->before + title->line + title->after);
	for (i = 0; i < p->entries; i++)
		take_height(p, line_height(&p->sheet->faces[FACE_TOC]));
}

/* Turns the page where what follows lies otherwise. */
static void
turn(struct pages *p)
{
	if (p->turned == p->wanted)
		return;
	new_page(p);
	p->turned = p->wanted;
}

/* Takes what begins with the tag at p->at, and moves behind it. */
static void
take(struct pages *p, struct str body)
{
	struct str rest = str_from(body, p->at);
	size_t end = 0;

	if (str_starts(rest, STR("<w:p>"))) {
		turn(p);
		end = str_find(rest, STR("</w:p>"), 0);
		end = end != (size_t)-1 ? end + 6 : rest.n;
		take_paragraph(p, str_cut(rest, 0, end));
	} else if (str_starts(rest, STR("<w:tr>"))) {
		turn(p);
		end = str_find(rest, STR("</w:tr>"), 0);
		end = end != (size_t)-1 ? end + 7 : rest.n;
		take_row(p, str_cut(rest, 0, end));
	} else if (str_starts(rest, STR("<w:tblpPr"))) {
		/* the colophon stands beside the lines, not among them */
		end = str_find(rest, STR("</w:tbl>"), 0);
	} else if (str_starts(rest, STR("<?wengao landscape"))) {
		p->wanted = true;
	} else if (str_starts(rest, STR("<?wengao portrait"))) {
		p->wanted = false;
	} else if (str_starts(rest, STR("<?wengao toc"))) {
		turn(p);
		take_toc(p);
	}
	p->at += end != 0 && end != (size_t)-1 ? end : 1;
}

size_t
pages_at(struct pages *p, struct str body, size_t at)
{
	while (p->at < at) {
		p->at = str_find(body, STR("<"), p->at);
		if (p->at == (size_t)-1)
			p->at = body.n;
		if (p->at >= at)
			break;
		take(p, body);
	}
	return p->begun;
}

void
pages_end(struct pages *p, struct str body)
{
	pages_at(p, body, body.n);
	p->at = 0;
}
