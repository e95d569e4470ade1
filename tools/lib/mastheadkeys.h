/* mastheadkeys: what the lines of a masthead say, and whether it may stand */
#ifndef MASTHEADKEYS_H
#define MASTHEADKEYS_H

#include "keyvalue.h"

enum masthead_key {
	MASTHEAD_COPY,
	MASTHEAD_CLASSIFICATION,
	MASTHEAD_URGENCY,
	MASTHEAD_ISSUER,
	MASTHEAD_SUFFIX,
	MASTHEAD_NUMBER,
	MASTHEAD_SIGNER,
	MASTHEAD_KEYS,
};

/* Reads the lines of a masthead into found, which has room for n, and reports
 * what is wrong with them: keyvalue_read's faults, a 份号 that is not six
 * digits (7.2.1), a 紧急程度 that there is not (7.2.3), a 文号 that is not
 * written as 7.2.5 asks. Answers how many lines are sound. */
size_t mastheadkeys_read(const struct paragraph *lines, size_t n,
    const struct setting *how, struct keyvalue *found);

#endif
