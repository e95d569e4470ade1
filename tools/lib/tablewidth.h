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

/* The widest pieces that a table's cell shall not break. */
enum {
	WHOLE_TEXT = 3, /* characters of a text, */
	WHOLE_HEAD = 4, /* and of a head */
};

/* Measures text as readers see it, in a face: Chinese characters are a
 * character wide, others about half; whole is how many of them stay together.
 */
struct extent tablewidth_text(
    struct str text, const struct face *f, size_t whole);
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
