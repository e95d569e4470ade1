/* leakcode: text that stands in other text in a code: percent signs, \u, base64
 */
#ifndef LEAKCODE_H
#define LEAKCODE_H

#include "str.h"

/* Adds text with %E6, \u6E05 and \u28165? resolved; false, adding nothing,
 * where there is none of these. */
bool leakcode_resolve(struct str text, struct buf *out);
/* Adds the bytes of the next run of base64 of twelve characters and more from
 * byte *at of text on, and moves *at behind it; false where there is none. */
bool leakcode_base64(struct str text, size_t *at, struct buf *out);

#endif
