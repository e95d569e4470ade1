/* keyvalue: the `key = value` lines of a block */
#ifndef KEYVALUE_H
#define KEYVALUE_H

#include "paragraph.h"

/* A key that a block knows, by its names. */
struct keyvalue_key {
	struct str chinese, english;
	bool repeats; /* may stand more than once */
};

/* A line of the block: which of the keys, and the bytes of its value. */
struct keyvalue {
	size_t key;
	const struct paragraph *line;
	size_t at, end; /* in line's text; without blanks at the ends */
};

/*
 * Reads n lines with the keys that a block knows into found, which has room
 * for n; answers how many are sound. What is not is reported under code: a
 * line without `=` (＝ counts), a key that is filled in, unknown, or there
 * already, a value that is missing.
 */
size_t keyvalue_read(const struct paragraph *lines, size_t n,
    const struct keyvalue_key *keys, size_t keys_n, const char *code,
    const struct setting *how, struct keyvalue *found);
/* Adds what a reader will see of a value. */
void keyvalue_shown(const struct keyvalue *kv, struct buf *out);
/* Says whether a value holds a fault that was already reported. */
bool keyvalue_told(const struct keyvalue *kv);
/* The place of a value in the author's file. */
struct place keyvalue_place(
    const struct keyvalue *kv, const struct setting *how);
/* Adds a value as runs. */
void keyvalue_runs(
    const struct keyvalue *kv, const struct setting *how, struct buf *out);

#endif
