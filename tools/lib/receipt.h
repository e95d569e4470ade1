/*
 * receipt: what a document was made from, as names of contents
 *
 * Custom properties (ISO/IEC 29500-1, 22.3) say with which version of wengao
 * the document was made, and the SHA-256 of its sections, facts, ledgers and
 * style: of the hashes in a list of inputs (inputs.h), in their order, a line
 * each. A masked edition carries no receipt, since a hidden number can be
 * guessed until its hash fits.
 */
#ifndef RECEIPT_H
#define RECEIPT_H

#include "str.h"

/* Adds the part docProps/custom.xml for a list of inputs. */
void receipt_put(struct str list, struct buf *out);

/* Adds the hash that the receipt has for the facts alone: 64 digits, which
 * stand in it once; nothing where the list has none. */
void receipt_facts(struct str list, struct buf *hash);

#endif
