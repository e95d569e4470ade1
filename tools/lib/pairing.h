/*
 * pairing: which mark of a paragraph opens and closes with which
 *
 * “ ” ‘ ’ 《 》 〈 〉 （ ） 〔 〕 【 】 ［ ］ 「 」 『 』 and ( ) [ ]; round
 * and square ones pair across widths, and a straight quotation mark with
 * whatever lacks its partner. What is no half of a pair, as the ’ of a Latin
 * word, is left out.
 */
#ifndef PAIRING_H
#define PAIRING_H

#include "prose.h"

enum pair_kind {
	PAIR_DOUBLE,
	PAIR_SINGLE,
	PAIR_TITLE,
	PAIR_SUBTITLE,
	PAIR_ROUND,
	PAIR_TORTOISE,
	PAIR_LENTICULAR,
	PAIR_SQUARE,
	PAIR_CORNER,
	PAIR_WHITE_CORNER,
	PAIR_KINDS,
};

#define PAIR_NONE ((size_t)-1)

struct pair_mark {
	size_t at; /* character of the paragraph */
	size_t mate; /* its partner in the list, or PAIR_NONE */
	size_t around; /* what is open where it opens, or PAIR_NONE */
	size_t rest; /* of its kind, behind it: closing marks never opened */
	enum pair_kind kind;
	bool opens;
	bool straight; /* " or ' */
	bool weak; /* may stand alone: ’ behind a letter, 1） */
};

/* The marks of a paragraph, in order; starts as { 0 }. */
struct pairing {
	struct pair_mark *list;
	size_t n;
};

/* Reads the marks of a paragraph in place of those before, in linear time. */
void pairing_read(struct pairing *pg, const struct prose *p);
void pairing_free(struct pairing *pg);

#endif
