/* claimread: numbers of things that a text says it lists: 四项, 三个方面 */
#ifndef CLAIMREAD_H
#define CLAIMREAD_H

#include "prose.h"

struct claim {
	size_t value; /* from 2 */
	size_t from, number_end, end; /* characters: the number, its unit */
	bool chinese; /* its number is written so */
	bool people; /* its unit counts people or places: 名 家 */
	bool names; /* the thing counted is one that a list has: 方面, 问题 */
};

/* Reads the claim at a character; false where there is none: a number that is
 * not exact (十余项), an ordinal, a policy's name (八项规定, 两个确立). */
bool claimread(const struct prose *p, size_t at, struct claim *c);
/* Says whether one of some words is what a claim counts: 四种方式. */
bool claimread_is(
    const struct prose *p, const struct claim *c, struct str words);
/* Says whether one of some words, parted by blanks, ends before a character. */
bool claimread_before(const struct prose *p, size_t at, struct str words);

#endif
