/* importleft: what an import leaves out, told with the paragraph it stood in,
 * or kept as a line for the author */
#ifndef IMPORTLEFT_H
#define IMPORTLEFT_H

#include "diag.h"
#include "importstory.h"
#include "str.h"

/* What a report cannot hold, or only otherwise. */
enum left {
	LEFT_CHART,
	LEFT_DIAGRAM,
	LEFT_OBJECT,
	LEFT_CHUNK,
	LEFT_BULLET,
	LEFT_BOX,
	LEFTS,
};

/* Starts as { .path, .d }. */
struct importleft {
	const char *path;
	struct diag *d;
	size_t n[LEFTS]; /* in this paragraph */
	size_t told;
};

/* Tells what was left out of a paragraph, by its number and text so far, and
 * forgets it. */
void importleft_tell(struct importleft *l, size_t number, struct str text);
/* Tells what was changed in many places, once. */
void importleft_sums(
    const struct importleft *l, const struct importstory *story);
/* Adds a line for the author: what（by whom）：text. */
void importleft_remark(
    const char *what, struct str author, struct str text, struct buf *out);

#endif
