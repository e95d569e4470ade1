/* halfwidth: half-width marks, and straight quotation marks, in Chinese text */
#ifndef HALFWIDTH_H
#define HALFWIDTH_H

#include "punctuation.h"

/* Looks at the half-width mark of a pause at character i. */
void halfwidth_mark(struct punctuation *pn, const struct prose *p, size_t i);
/* Says whether a half-width mark at i belongs to Chinese text. */
bool halfwidth_chinese(struct punctuation *pn, const struct prose *p, size_t i);
/* Looks at the brackets and the straight quotation marks of a paragraph, which
 * has some. */
void halfwidth_pairs(struct punctuation *pn, const struct prose *p);

#endif
