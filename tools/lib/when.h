/* when: dates in prose */
#ifndef WHEN_H
#define WHEN_H

#include "run.h"

/* A date, of which some parts may be missing. */
struct when {
	struct run year, month, day;
	size_t end;
	bool hao; /* 号 ends it */
};

/* Reads the day at i, which 日 or 号 ends; it may be the last of some. */
void when_day(const struct prose *p, size_t i, struct when *w);
/* Reads the date that begins with r; false where it begins none. */
bool when_read(const struct prose *p, const struct run *r, struct when *w);
/* Says whether a month or a day has a 0 in front. */
bool when_padded(const struct prose *p, const struct run *r);
/* Says whether the parts of a date are written in two ways. */
bool when_mixed(const struct when *w);
/* Says whether r is a year of two numerals, 22年8月, not so many years. */
bool when_shortened(const struct prose *p, const struct run *r);

#endif
