/* number: exact decimal numbers as digits; no binary floating point anywhere */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/*
 * Starts as { 0 }; number_free releases it. The digits stand most significant
 * first, at least one of them before the point, with no zero in front of
 * another digit there. Zero is never negative, so that nothing prints "-0".
 */
struct number {
	bool negative;
	struct buf digits;
	size_t places; /* how many of the digits stand after the point */
};

/* Reads digits with an optional "-" (or U+2212) before them and ".digits" after
 * them, to the last byte; on anything else says false and leaves n alone. */
bool number_parse(struct str text, struct number *n);

/* Reads as number_parse does, but only what a computer's binary number holds
 * and gives back: at most 15 digits, and none in front that a number does not
 * have, as in codes (007). */
bool number_plain(struct str text, struct number *n);

/* Frees n, which may be used again afterwards. */
void number_free(struct number *n);

/* The digits before the point, good until n changes; "0" for none. */
struct str number_whole(const struct number *n);

/* The digits after the point, good until n changes; may be empty. */
struct str number_fraction(const struct number *n);

/* Gives n exactly so many places: cuts it, half away from zero (四舍五入), or
 * fills it with zeros. */
void number_round(struct number *n, size_t places);

/* Moves the point to the left: divides by ten so many times, exactly. */
void number_shift(struct number *n, size_t places);

/* Drops the zeros at the end of the fraction, and a fraction of zeros. */
void number_trim(struct number *n);

/* Writes n as number_parse reads it. */
void number_put(const struct number *n, struct buf *out);

/* Writes n with a comma between each three digits before the point. */
void number_put_grouped(const struct number *n, struct buf *out);

#endif
