/* drawing: a picture in a line of text, as DrawingML (ECMA-376 20) */
#ifndef DRAWING_H
#define DRAWING_H

#include "str.h"

struct drawing {
	const char *relation; /* the id that leads to the picture's part */
	size_t id; /* of the drawing, from 1, each once (20.4.2.5) */
	struct str alt; /* what it shows, escaped as in XML */
	long width, height; /* EMU */
};

/* Adds a run with the picture. */
void drawing_put(const struct drawing *d, struct buf *out);

#endif
