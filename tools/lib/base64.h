/* base64: bytes as text (RFC 4648, 4) */
#ifndef BASE64_H
#define BASE64_H

#include "str.h"

/* Adds bytes in base 64, padded, without line breaks. */
void base64_put(struct str bytes, struct buf *out);

#endif
