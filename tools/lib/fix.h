/*
 * fix: the corrections of findings, put into the author's own text
 *
 * Whatever the rules promise, what is put in is only what cannot do harm: it
 * stands inside one line and in plain text, it keeps what the line is, its
 * markup, its masks, and the directions of quotation marks.
 */
#ifndef FIX_H
#define FIX_H

#include "findings.h"

/* Adds raw, the bytes of a file in UTF-8, to out with the safe replacements
 * among the n findings of its text, which stand in their order; those that
 * overlap one before are left for the next time. Returns how many it made. */
size_t fix_apply(
    struct str raw, const struct finding *list, size_t n, struct buf *out);

#endif
