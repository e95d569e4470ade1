/*
 * chart: the data of a chart, once for all who draw, keep or tell it
 *
 * The first row of its table holds the names of the series, the first column
 * those of the categories; a value is a plain decimal, or empty for a gap.
 */
#ifndef CHART_H
#define CHART_H

#include <stdbool.h>

#include "str.h"

enum chart_kind {
	CHART_BAR, /* 柱 */
	CHART_HBAR, /* 横柱: horizontal bars */
	CHART_STACKED, /* 堆积: bars, the series on top of each other */
	CHART_LINE, /* 线 */
	CHART_PIE, /* 饼 */
	CHART_KINDS,
};

enum { CHART_SLICES = 64 }; /* of a pie, at most */

/* Starts as { 0 }. */
struct chart {
	enum chart_kind kind;
	long width, height; /* EMU */
	struct buf caption; /* without its number */
	size_t points, series; /* rows below the head, columns but the first */
	struct buf *cells; /* points + 1 rows of series + 1, row by row */
};

/* The length of the word for its kind at the start of a chart's arguments, with
 * the blanks behind it; a mark ends it, too. */
size_t chart_word(struct str args);
/* Reads the word for a kind, Chinese or English; false where it is none. */
bool chart_kind_named(struct str word, enum chart_kind *kind);
/* The English word for a kind. */
const char *chart_kind_name(enum chart_kind kind);
/* Makes room for the cells of points and series, all empty. */
void chart_make(struct chart *c, size_t points, size_t series);
/* The cell of a row and a column, both from 0, the head's row among them. */
struct buf *chart_cell(const struct chart *c, size_t row, size_t column);
/* Adds what a chart says to who cannot see it: kind, caption, and the values,
 * at most 20 of them. */
void chart_alt(const struct chart *c, struct buf *out);
/* Frees it; it may be used again afterwards. */
void chart_free(struct chart *c);

#endif
