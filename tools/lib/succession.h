/* succession: whether numbers follow each other: headings, items of a list */
#ifndef SUCCESSION_H
#define SUCCESSION_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Starts as { 0 }. After a wrong number the next may go on from it, or from
 * what should have stood there; and a number left out may still come: so one
 * mistake is told once.
 */
struct succession {
	size_t last;
	size_t instead; /* what last should have been, or 0 */
	size_t missing; /* the first number that was left out, or 0 */
};

enum succession_step {
	SUCCESSION_NEXT,
	SUCCESSION_GAP, /* numbers are missing before this one */
	SUCCESSION_BACK, /* it, or a later one, was there before */
};

/* Says whether a number may come next. */
bool succession_fits(const struct succession *s, size_t value);
/* Takes the next number, and says what it is. */
enum succession_step succession_step(struct succession *s, size_t value);

#endif
