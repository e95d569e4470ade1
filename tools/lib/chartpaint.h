/* chartpaint: the colours, lines and letters of charts, as DrawingML (20.1) */
#ifndef CHARTPAINT_H
#define CHARTPAINT_H

#include "str.h"
#include "stylesheet.h"

/* What is written on a chart. */
struct chartpaint_text {
	const char *font, *latin;
	long size; /* hundredths of a point */
	bool whole; /* on one line, however long */
};

/* The letters of charts in a sheet: those of its tables, a size smaller. */
struct chartpaint_text chartpaint_text_of(const struct stylesheet *s);
/* Adds the c:txPr of letters in a colour, RRGGBB; NULL for black. */
void chartpaint_text(
    const struct chartpaint_text *t, const char *color, struct buf *out);
/* Adds the c:spPr of the series, or slice, that comes at place i, from 0: a
 * surface with its border. */
void chartpaint_surface(size_t i, const char *border, struct buf *out);
/* The colour, RRGGBB, of letters that can be read on that surface. */
const char *chartpaint_on(size_t i);
/* The colour, RRGGBB, of that surface itself. */
const char *chartpaint_color(size_t i);
/* How the line that comes at place i is drawn: its colour, and the names of its
 * dash and its marker (20.1.10.48, 21.2.3.27). */
struct chartpaint_stroke {
	const char *color, *dash, *marker;
};
struct chartpaint_stroke chartpaint_stroke(size_t i);
/* Adds the c:spPr and c:marker of the line that comes at place i. */
void chartpaint_line(size_t i, struct buf *out);
/* Adds a c:spPr of nothing but a line: an axis, or one of the grid. */
void chartpaint_rule(const char *color, struct buf *out);
/* Adds the c:spPr of the paper under it all: white, without a border. */
void chartpaint_paper(struct buf *out);

#endif
