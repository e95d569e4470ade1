/*
 * accepted: what a body with tracked changes is once all are accepted
 *
 * Of a redline for paper, where what is gone is struck through and nothing is
 * to be accepted: what it is without that.
 */
#ifndef ACCEPTED_H
#define ACCEPTED_H

#include <stdbool.h>

#include "str.h"

/* Says whether a body holds changes, or bookmarks. */
bool accepted_wanted(struct str body);
/* Adds the body without what is gone, what has come as any other text, and
 * neither bookmarks nor comments. */
void accepted_put(struct str body, struct buf *out);
/* Says whether the paragraph that text begins with is gone. */
bool accepted_gone(struct str text);
/* How long the changes are, and what of them is gone, that stand before the
 * first run of what text begins with, behind a w:pPr. */
size_t accepted_before(struct str text);

#endif
