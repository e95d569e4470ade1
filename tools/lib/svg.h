/* svg: the shapes and words that charts are drawn of; all lengths in points */
#ifndef SVG_H
#define SVG_H

#include <stdbool.h>

#include "str.h"

/* A drawing, and how large the letters on it are. */
struct svg {
	struct buf *out;
	double width, height, size;
};

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

/* Begins a drawing that says what it shows to those who cannot see it. */
void svg_begin(struct svg *s, struct str alt);
void svg_end(struct svg *s);
/* A rectangle; fill and border are RRGGBB. */
void svg_box(struct svg *s, double x, double y, double w, double h,
    const char *fill, const char *border);
/* A straight line. */
void svg_line(struct svg *s, double x1, double y1, double x2, double y2,
    const char *color);
/* A path whose data are given; fill, border or dash may be NULL. */
void svg_path(struct svg *s, struct str data, const char *fill,
    const char *border, double width, const char *dash);
/* The same, drawn around a place. */
void svg_mark(struct svg *s, double x, double y, const char *data,
    const char *fill, const char *border);
/* Words on one line whose middle is at y; color is RRGGBB. */
void svg_text(struct svg *s, double x, double y, enum svg_anchor anchor,
    struct str text, const char *color);
/* Words on several lines of at most that width, the last one shortened where
 * there would be more than SVG_LINES; y is the middle of all where centred is
 * set, else the top. */
enum { SVG_LINES = 3 };
void svg_words(struct svg *s, double x, double y, bool centred,
    enum svg_anchor anchor, double width, struct str text);
/* The width of words, and how many lines svg_words sets them in. */
double svg_width(const struct svg *s, struct str text);
size_t svg_lines(const struct svg *s, double width, struct str text);

#endif
