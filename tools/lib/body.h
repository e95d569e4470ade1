/* body: a paragraph of the text: plain, or a heading */
#ifndef BODY_H
#define BODY_H

#include "paragraph.h"

/*
 * Adds a paragraph of the body. A heading alone is one of its own style; where
 * text follows its first sentence, that sentence has the heading's font in a
 * paragraph of the body, or, where the sheet splits them, a paragraph of its
 * own, without its 。 (GB/T 9704 7.3.3; a heading that stands alone has no
 * mark at its end).
 *
 * A lead, `一是……。` and what it is the sum of behind it, is set in the sheet's
 * way: from N是 where a sentence begins to the first 。, unless a ； comes
 * before, or nothing follows it before the next lead.
 */
void body_put(
    const struct paragraph *p, const struct setting *how, struct buf *out);

#endif
