/* masthead: 版头, which opens an official document (GB/T 9704-2012 7.2) */
#ifndef MASTHEAD_H
#define MASTHEAD_H

#include "paragraph.h"

/*
 * Adds the masthead that n lines `key = value` give, down to the red rule and
 * the two lines that part the title from it. The keys are 份号 copy, 密级
 * classification, 紧急程度 urgency, 标志 issuer (one line for each), 后缀
 * suffix (stands beside several issuers), 文号 number, 签发人 signer (one line
 * for each). opened is the place of the block; faults are reported under the
 * code masthead.
 */
void masthead_put(const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out);

#endif
