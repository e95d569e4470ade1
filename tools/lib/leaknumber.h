/*
 * leaknumber: numbers by what they are worth, however they are written: 36,
 * ３６, 三十六, 叁拾陆, 12,860.00, 1.286万, 二〇二二
 */
#ifndef LEAKNUMBER_H
#define LEAKNUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* digits * 10^power, without zeros at the end of digits; nought is 0, 0. */
struct worth {
	uint64_t digits;
	int power;
};

enum { LEAKNUMBER_READINGS = 3 };

/* A number as it stands in a text, from one byte to another, and what it may be
 * worth: 1.29万 is 1.29 of 万元, too. */
struct leaknumber {
	struct {
		struct worth worth;
		size_t end; /* where the number ends, read so */
	} readings[LEAKNUMBER_READINGS];
	size_t n;
	size_t end; /* where to read on */
	bool coded; /* part of a code or a date: 08, GB9704, 2022-08 */
};

/* Reads the number at byte at of a text in the form of leaktext; false, with
 * only end set, where none begins there. */
bool leaknumber_read(struct str form, size_t at, struct leaknumber *n);
/* Orders by worth, for qsort and bsearch. */
int worth_compare(struct worth a, struct worth b);
/* Reads a plain decimal as number_parse does, without its sign; false where it
 * is none, or longer than 19 digits. */
bool worth_parse(struct str text, struct worth *w);
/* Says whether a number is its own proof: four digits and more that count, and
 * no year. */
bool worth_strong(struct worth w);

#endif
