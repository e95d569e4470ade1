/* claimintro: the sentence that announces a list: 主要有以下三个方面： */
#ifndef CLAIMINTRO_H
#define CLAIMINTRO_H

#include "prose.h"

struct claimintro {
	size_t n; /* the claims in it; only one is sure */
	size_t value;
	struct spot spot;
	bool colon; /* it ends in one */
};

/* Reads the sentence that ends before a character, where a list begins, or at
 * a paragraph's end; n is 0 where it announces none. */
void claimintro_read(const struct prose *p, size_t end, struct claimintro *c);

#endif
