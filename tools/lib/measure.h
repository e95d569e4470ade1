/* measure: lengths and type sizes as typographers write them */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>

#include "str.h"

/* What 字 and 行 are worth where a length is read, in twips; 0 where the unit
 * has no meaning there. */
struct measure {
	long character, line;
};

/*
 * Reads a length, such as 37mm, 3.7cm, 28.95磅 (or pt), 2字 (or ch), 1行 (or
 * line), into *twips (twentieths of a point), rounded half up, and where it
 * is given in 字, into *hundredths of them, 0 otherwise. NULL where it is
 * sound, otherwise what is wrong. Lengths end at 2000 mm.
 */
const char *measure_length(
    struct str text, struct measure m, long *twips, long *hundredths);
/* Reads a type size, 初号 to 八号 or points, into *twips: 2 to 400 points in
 * halves, which is what w:sz holds. */
const char *measure_size(struct str text, long *twips);

#endif
