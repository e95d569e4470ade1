/* run: runs of numerals in prose */
#ifndef RUN_H
#define RUN_H

#include "prose.h"

/* The characters from to end are all Arabic digits, or all Han numerals. */
struct run {
	size_t from, end;
	bool arabic;
	unsigned value; /* of an Arabic one, as far as it matters */
};

/* The run at i; empty where there is none. */
struct run run_at(const struct prose *p, size_t i);
size_t run_length(const struct run *r);
/* Says whether a Han run is written digit by digit: 二〇二二. */
bool run_spelled(const struct prose *p, const struct run *r);
/* Says whether what stands before i makes a code of the number there: a
 * letter, a point, a hyphen, a stroke. */
bool run_in_code(const struct prose *p, size_t i);
/* The length of what joins the ends of a range at i, or 0. */
size_t run_joint(const struct prose *p, size_t i);
/* The end of the digits at i with their decimals and groups. */
size_t run_number_end(const struct prose *p, size_t i);

#endif
