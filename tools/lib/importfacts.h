/*
 * importfacts: the numbers, dates, names and masks of an old report as facts
 *
 * A fact is proposed only where it is safe: nothing inside quotation marks,
 * book titles or footnotes; one noun with two values gives none; and its
 * placeholder gives the very text that it stands for.
 */
#ifndef IMPORTFACTS_H
#define IMPORTFACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "olddoc.h"
#include "str.h"

enum importgroup { GROUP_TIME, GROUP_NAMES, GROUP_MASKS, GROUP_COUNTS, GROUPS };

struct importfact {
	enum importgroup group;
	struct buf name, value;
	size_t block, at; /* where it was first found */
	bool dropped; /* it has two values */
};

/* Bytes of a block's text that a placeholder takes the place of. */
struct importspan {
	size_t block, at, n, fact;
	const char *format; /* or NULL */
};

struct importfacts {
	struct importfact *list;
	size_t n;
	struct importspan *spans; /* in the order of the text */
	size_t spans_n;
};

/* Finds the facts of a report whose paragraphs have their roles. */
void importfacts_find(const struct olddoc *doc, struct importfacts *f);
void importfacts_free(struct importfacts *f);

#endif
