/* decimal: the functions of SQL that must reckon as an office does */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "number.h"

/* Below it a double holds every integer (IEEE 754 binary64). */
#define INTEGERS 9007199254740992.0
#define FULL (INT64_MAX / 2)

/* Adds amount in units of 1/scale to *units, if that is exactly what it is. */
static bool
add_units(int64_t *units, double amount, double scale, int sign)
{
	double scaled = rint(amount * scale);

	if (fabs(scaled) >= INTEGERS || scaled / scale != amount ||
	    *units > FULL || *units < -FULL)
		return false;
	*units += sign * (int64_t)scaled;
	return true;
}

void
decimal_add(struct decimal_sum *sum, double amount, int sign)
{
	sum->n = sign > 0 ? sum->n + 1 : sum->n - 1;
	if (!add_units(&sum->tenthousandths, amount, 1e4, sign) &&
	    !add_units(&sum->billionths, amount, 1e9, sign))
		sum->rest += sign * amount;
}

bool
decimal_whole(const struct decimal_sum *sum, int64_t *whole)
{
	*whole = sum->tenthousandths / 10000;
	return sum->rest == 0 && sum->billionths == 0 &&
	       sum->tenthousandths % 10000 == 0;
}

double
decimal_value(const struct decimal_sum *sum)
{
	int64_t most = INT64_MAX / 100000;

	/* one division, so that it is rounded once */
	if (sum->tenthousandths < most / 2 && sum->tenthousandths > -most / 2 &&
	    sum->billionths != 0)
		return (double)(sum->tenthousandths * 100000 +
				sum->billionths) /
			   1e9 +
		       sum->rest;
	return (double)sum->tenthousandths / 1e4 +
	       (double)sum->billionths / 1e9 + sum->rest;
}

/* C's printf writes no exponent with %f, and 15 digits are what a double holds
 * of any decimal. */
void
decimal_put(double x, struct buf *out)
{
	char text[400];
	int whole = fabs(x) < 1 ? 0 : (int)floor(log10(fabs(x))) + 1, places;
	struct number n = { 0 };

	places = whole > 15 ? 0 : 15 - whole;
	if (whole == 0 && x != 0)
		places += (int)-floor(log10(fabs(x))) - 1;
	snprintf(text, sizeof(text), "%.*f", places < 60 ? places : 60, x);
	if (!number_parse(str_of(text), &n)) {
		buf_addz(out, text);
		return;
	}
	number_trim(&n);
	number_put(&n, out);
	number_free(&n);
}

double
decimal_round(double x, size_t places)
{
	struct buf text = { 0 };
	struct number n = { 0 };
	double rounded = x;

	decimal_put(x, &text);
	if (number_parse(buf_str(&text), &n)) {
		number_round(&n, places < 15 ? places : 15);
		buf_clear(&text);
		number_put(&n, &text);
		rounded = strtod(text.p, NULL);
		number_free(&n);
	}
	buf_free(&text);
	return rounded;
}
