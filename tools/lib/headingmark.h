/* headingmark: numbers of headings with other marks than GB/T 9704-2012 7.3.3
 * gives them: 一． （一）、 (1) 1、 */
#ifndef HEADINGMARK_H
#define HEADINGMARK_H

#include "prose.h"

/* A heading's number as it stands. */
struct headingmark {
	int level; /* 1 to 4 */
	size_t value;
	size_t end; /* the character behind it and its marks */
	bool wrong; /* its marks are not those of the standard */
	bool half; /* its mark is half-width, which no sentence has */
	bool certain; /* that it is a number of a heading */
};

/* Reads the number that a paragraph of text begins with, or that of a heading;
 * false where there is none. */
bool headingmark_read(const struct prose *p, struct headingmark *h);

#endif
