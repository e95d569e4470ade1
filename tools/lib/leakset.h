/*
 * leakset: all hidden values at once, looked for in a text or in bytes
 *
 * A value that proves itself is found alone: a text of two characters and more
 * that is no common word, a date, a number of which four digits count. Any
 * other number is found beside its noun, and not before another unit than its
 * own; a common word, or a single character, with what stands beside its
 * placeholders.
 */
#ifndef LEAKSET_H
#define LEAKSET_H

#include "hidden.h"

struct leakset;

/* A value in a form of leaktext, or in bytes: where it stands, and the stretch
 * that proves it, with its noun and unit. */
struct leakset_hit {
	const struct hidden_value *value;
	size_t from, end, span, span_end;
	struct str noun; /* of the proof; empty where the value is its own */
	bool number;
};

typedef void leakset_found(void *ctx, const struct leakset_hit *hit);

/* Makes the search for values, which must last as long; freed with
 * leakset_free. It changes no more: any number of threads may use it. */
struct leakset *leakset_new(const struct hidden *h);
void leakset_free(struct leakset *ls);
/* Finds the values in a text in the form of leaktext; in a row of a table that
 * was read cell by cell, only what the cells together prove. */
void leakset_form(const struct leakset *ls, struct str form, bool row,
    leakset_found *found, void *ctx);
/* Finds those that prove themselves in bytes, as UTF-8, UTF-16 and GB18030. */
void leakset_bytes(const struct leakset *ls, struct str bytes,
    leakset_found *found, void *ctx);
/* Says whether what a hit proves is what the edition shows for good. */
bool leakset_shown(
    const struct leakset *ls, struct str form, const struct leakset_hit *hit);
/* The facts that were too short to be looked for alone, and those not looked
 * for at all. */
const struct words *leakset_short(const struct leakset *ls);
const struct words *leakset_vague(const struct leakset *ls);

#endif
