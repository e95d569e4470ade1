/* encoding: text in other encodings than UTF-8, by iconv */
#ifndef ENCODING_H
#define ENCODING_H

#include <stdbool.h>

#include "str.h"

/* Adds raw, in the encoding that iconv knows by name, to out as UTF-8; false
 * where a byte does not fit, with out holding the text before it. */
bool encoding_convert(struct str raw, const char *name, struct buf *out);
/* Adds text, which is UTF-8, to out in that encoding; false where a character
 * is not in it. */
bool encoding_make(struct str text, const char *name, struct buf *out);

#endif
