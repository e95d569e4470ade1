/* decimal: the functions of SQL that must reckon as an office does, in decimals
 * and not in binary fractions */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* A sum that is exact for amounts of up to nine decimal places; starts as
 * { 0 }. */
struct decimal_sum {
	int64_t tenthousandths, billionths;
	double rest; /* what is too large or too fine for either */
	size_t n;
};

/* Adds an amount, or takes one away with sign -1. */
void decimal_add(struct decimal_sum *sum, double amount, int sign);
/* The sum, and whether it is whole; *whole is it then. */
bool decimal_whole(const struct decimal_sum *sum, int64_t *whole);
double decimal_value(const struct decimal_sum *sum);
/* x rounded to so many places (15 at most), half away from zero, as its decimal
 * of 15 digits is read: 2.675 gives 2.68. */
double decimal_round(double x, size_t places);
/* Adds x as a plain decimal of at most 15 digits, without an exponent. */
void decimal_put(double x, struct buf *out);

#endif
