/* leakimage: what a picture holds besides its pixels */
#ifndef LEAKIMAGE_H
#define LEAKIMAGE_H

#include "str.h"

typedef void leakimage_see(void *ctx, struct str bytes);

/* Shows the chunks of a PNG file or the segments of a JPEG file that hold no
 * pixels, those that are packed as they are unpacked, too, and what follows the
 * picture; false where bytes are neither. What is broken off is shown whole. */
bool leakimage_read(struct str bytes, leakimage_see *see, void *ctx);
/* Adds what a zlib stream (RFC 1950) or a gzip file (RFC 1952) holds, 64 MiB at
 * most; false where bytes begin with neither. */
bool leakimage_unpack(struct str bytes, struct buf *out);

#endif
