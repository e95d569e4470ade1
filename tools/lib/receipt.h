/*
 * receipt: what a document was made from, as names of contents
 *
 * Custom properties (ISO/IEC 29500-1, 22.3) say with which version of wengao
 * the document was made, and the SHA-256 of its sections, facts, ledgers and
 * style: of the hashes in a list of inputs (inputs.h), in their order, a line
 * each. Properties with a number behind, wengao.ledgers.1 and so on, hold the
 * first digits of each file's own hash: they prove nothing, but tell which of
 * the files is another. A masked edition carries no receipt, since a hidden
 * number can be guessed until its hash fits.
 */
#ifndef RECEIPT_H
#define RECEIPT_H

#include <stdbool.h>

#include "str.h"

enum receipt_group {
	RECEIPT_SECTIONS,
	RECEIPT_FACTS,
	RECEIPT_LEDGERS,
	RECEIPT_PICTURES,
	RECEIPT_STYLES,
	RECEIPT_GROUPS
};

/* Digits of a file's hash, and files in a property: Word shows and keeps 255
 * characters of one. */
enum { RECEIPT_DIGITS = 8, RECEIPT_FILES = 28 };

/* Starts as { 0 }; the caller frees with receipt_free. */
struct receipt {
	struct buf version;
	struct receipt_part {
		struct buf hash; /* 64 digits; empty where it has no files */
		struct buf files; /* RECEIPT_DIGITS of each, in their order */
	} part[RECEIPT_GROUPS];
};

/* Fills in the receipt that a list of inputs gives. */
void receipt_of(struct str list, struct receipt *r);
/* Adds the part docProps/custom.xml for a list of inputs. */
void receipt_put(struct str list, struct buf *out);
/* Takes one line off a list of inputs: the group of its file, the file's hash
 * and its path; other lines are skipped; false at the end. */
bool receipt_line(struct str *list, enum receipt_group *group, struct str *hash,
    struct str *path);
/* The name of a group's property, such as wengao.ledgers. */
const char *receipt_property(enum receipt_group group);
void receipt_free(struct receipt *r);

#endif
