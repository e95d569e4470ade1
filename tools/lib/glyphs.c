/* glyphs: the characters of a paragraph's text as they stand on the page */
#include <stdlib.h>

#include "die.h"
#include "glyphs.h"
#include "inline.h"
#include "utf8.h"

static void
add(struct glyphs *gs, struct str s, const struct piece *p, size_t at)
{
	bool plain = p->kind == PIECE_TEXT;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		if ((n = utf8_next(s, i, &c)) == 0)
			return;
		gs->g = mem_more(gs->g, gs->n, sizeof(*gs->g));
		gs->g[gs->n++] = (struct glyph){
			.c = c,
			.at = plain ? at + i : at,
			.length = plain ? n : p->whole.n,
			.inside = !plain && i != 0,
			.plain = plain,
		};
	}
}

void
glyphs_read(struct str text, struct glyphs *out)
{
	size_t at = 0, start;
	bool note = false; /* a footnote is open: it stands elsewhere */
	struct piece p;

	while (start = at, inline_next(text, &at, &p)) {
		if (p.kind == PIECE_DIRECTIVE)
			note = inline_note(p.text);
		else if (p.kind == PIECE_CLOSE)
			note = false;
		else if (note)
			continue;
		else if (p.kind == PIECE_TEXT || p.kind == PIECE_ESCAPE)
			add(out, p.text, &p, start);
		else if (p.kind == PIECE_MARK && p.mark.kind != MARK_IS_ERROR)
			add(out, p.mark.text, &p, start);
	}
}

void
glyphs_free(struct glyphs *gs)
{
	free(gs->g);
	*gs = (struct glyphs){ 0 };
}

long
glyph_width(uint32_t c, const struct face *f)
{
	/* thousandths of the size, from U+0020 to U+007E */
	static const short advances[] = { 250, 333, 408, 500, 500, 833, 778,
		180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500,
		500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921,
		722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
		722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
		333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
		500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278,
		500, 500, 722, 500, 500, 444, 480, 200, 480, 541 };

	if (utf8_chinese(c))
		return face_character(f);
	if (c >= 0x20 && c < 0x7F)
		return f->size * advances[c - 0x20] / 1000 + f->spacing;
	return f->size / 2 + f->spacing;
}

long
glyphs_width(struct str text, const struct face *f)
{
	struct glyphs gs = { 0 };
	long width = 0;
	size_t i;

	glyphs_read(text, &gs);
	for (i = 0; i < gs.n; i++)
		width += glyph_width(gs.g[i].c, f);
	glyphs_free(&gs);
	return width;
}
