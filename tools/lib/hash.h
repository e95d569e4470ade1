/* hash: the name of a content: its SHA-256 (FIPS 180-4), in hexadecimal */
#ifndef HASH_H
#define HASH_H

#include "str.h"

/* Adds the 64 hexadecimal digits of the SHA-256 of data. */
void hash_add(struct buf *out, struct str data);

#endif
