/* drawing: a picture or a chart in a line of text, as DrawingML (ECMA-376 20)
 */
#ifndef DRAWING_H
#define DRAWING_H

#include "str.h"

struct drawing {
	const char *relation; /* the id that leads to its part */
	size_t id; /* of the drawing, from 1, each once (20.4.2.5) */
	struct str alt; /* what it shows; a picture's escaped as in XML */
	struct str title; /* of a chart */
	long width, height; /* EMU */
};

/* Adds a run with the picture. */
void drawing_put(const struct drawing *d, struct buf *out);

/* Adds a run with the chart (21.2.2.26), and its title. */
void drawing_put_chart(const struct drawing *d, struct buf *out);

#endif
