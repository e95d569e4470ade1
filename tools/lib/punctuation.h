/* punctuation: the marks of Chinese text as GB/T 15834-2011 has them: their
 * width, their forms, and which may stand together */
#ifndef PUNCTUATION_H
#define PUNCTUATION_H

#include "family.h"
#include "pairing.h"

extern const struct family family_punctuation;

/* Its rules, in order; the modules that look at single kinds of marks use
 * them. */
enum punctuation_rule {
	PUNCTUATION_HALF_WIDTH,
	PUNCTUATION_ASCII_QUOTE,
	PUNCTUATION_ELLIPSIS,
	PUNCTUATION_DASH,
	PUNCTUATION_DOUBLED,
	PUNCTUATION_CLASHING,
	PUNCTUATION_BEFORE_ETC,
	PUNCTUATION_RULES,
};

struct punctuation {
	struct findings *findings;
	const struct rule *rules;
	struct pairing pairing;
	struct buf text;
	/* of the paragraph at hand: where its text begins, behind a number,
	 * whose marks are another family's matter; whether it is an entry of a
	 * list of references (GB/T 7714), once that was asked */
	size_t begin;
	bool asked, is_reference;
	bool paired; /* pairing is of it */
};

/* Says whether what opens at i is closed. */
bool punctuation_opens(struct punctuation *pn, const struct prose *p, size_t i);
/* The characters from..end as they stand. */
struct str punctuation_text(const struct prose *p, size_t from, size_t end);
/* Tells that the characters from..end should be right. */
void punctuation_tell(struct punctuation *pn, const struct prose *p,
    enum punctuation_rule rule, size_t from, size_t end, struct str right,
    bool safe, const char *what);

#endif
