/* anchors: what two rows have once each, in the longest order that both share
 */
#ifndef ANCHORS_H
#define ANCHORS_H

#include <stddef.h>
#include <stdint.h>

/* A thing of a row: its id, and where it stands. */
struct anchor_key {
	uint64_t id;
	size_t at;
};

struct anchor_keys {
	struct anchor_key *list;
	size_t n;
};

struct anchor_pair {
	size_t old, new;
};

#define ANCHOR_NONE ((size_t)-1)

/* Sorts by id, and by place. */
void anchors_sort(struct anchor_keys *keys);
/* Finds what stands once in both rows, which are sorted by id then; pairs has
 * room for as many as the shorter row is long. Returns how many there are. */
size_t anchors_find(struct anchor_keys *old, struct anchor_keys *new,
    struct anchor_pair *pairs);
/* Keeps of n anchors, each a place in the new row or ANCHOR_NONE, the longest
 * row that goes up (patience sorting). */
void anchors_keep(size_t *anchor, size_t n);

#endif
