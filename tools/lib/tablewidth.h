/* tablewidth: how wide the columns of a table are */
#ifndef TABLEWIDTH_H
#define TABLEWIDTH_H

#include "str.h"
#include "stylesheet.h"

/* The width of a text, twips. */
struct extent {
	long natural; /* on one line */
	long least; /* of its widest piece that does not break */
};

/* What shall not break, in Chinese characters: a text as wide as that, and
 * pieces of longer ones. */
struct tablewidth_whole {
	long text, piece;
};

/* Measures text as readers see it, in a face: Chinese characters are a
 * character wide, others about half. Numbers and Western words do not break. */
struct extent tablewidth_text(
    struct str text, const struct face *f, struct tablewidth_whole whole);
/*
 * Shares area out among n columns that would be as wide as wants says; the
 * widths add up to area exactly. Where there is room, all grow in proportion;
 * where there is not, the widest give way first, none below its least; where
 * that does not fit either, the widest of those are cut down to a common width.
 */
void tablewidth_share(
    const struct extent *wants, size_t n, long area, long *widths);
/* Shares area out evenly; the widths add up to it exactly. */
void tablewidth_even(size_t n, long area, long *widths);

#endif
