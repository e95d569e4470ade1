/* glyphs: the characters of a paragraph's text as they stand on the page */
#ifndef GLYPHS_H
#define GLYPHS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"
#include "stylesheet.h"

struct glyph {
	uint32_t c;
	size_t at; /* its byte in the text; that of the whole value it is in */
	size_t length; /* bytes there */
	bool inside; /* of a value or an escape: no cut before it */
	bool plain; /* typed, with no mark and no escape */
};

/* Starts as { 0 }. */
struct glyphs {
	struct glyph *g;
	size_t n;
};

/* Reads the characters of a text with marks and {{! }}; the caller frees. */
void glyphs_read(struct str text, struct glyphs *out);
void glyphs_free(struct glyphs *gs);
/* The width of a character in a face, twips, with the spacing: Chinese takes
 * the face's size, ASCII its advance in Times New Roman, the rest half. */
long glyph_width(uint32_t c, const struct face *f);
/* The width of a text's characters in a face, twips. */
long glyphs_width(struct str text, const struct face *f);

#endif
