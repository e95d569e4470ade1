/* numeral: numbers in running Chinese text, and what kind each is of */
#ifndef NUMERAL_H
#define NUMERAL_H

#include <stdbool.h>

#include "str.h"

enum numeral_kind {
	NUMERAL_NONE, /* no number: a word, or a fixed phrase such as 三会一课
		       */
	NUMERAL_NUMBER, /* 7, 1,286.5, 1.29万, 45.2%, 十五 before a unit */
	NUMERAL_DATE, /* 2022年8月, 10:30, 第三季度, 党的二十大 */
	NUMERAL_ORDINAL, /* 第六届, 一是, （二）, 表1 */
	NUMERAL_NAME, /* 〔2022〕3号, GB/T 9704, 《…》 with numbers in it */
};

/* A number, or a stretch of text with none, at the start of a text. */
struct numeral {
	enum numeral_kind kind;
	size_t length; /* bytes, of the whole, at least one character */
	struct str digits; /* of NUMERAL_NUMBER: without its unit */
	struct str unit; /* 次, 名, 万元, %; may be empty */
};

/* The patterns; freed with numerals_free. */
struct numerals;
struct numerals *numerals_new(void);
void numerals_free(struct numerals *ns);

/* Reads what stands at byte at of a text; before is what has gone before in
 * the same paragraph. The longest of the kinds that fit is taken. */
void numeral_read(
    const struct numerals *ns, struct str text, size_t at, struct numeral *n);
/* Adds the value of a number's digits as a plain decimal: 7, 七, ７ and 7.0 are
 * 7, and 1.29万 is 12900; false, adding nothing, where they have none. */
bool numeral_value(struct str digits, struct buf *out);

#endif
