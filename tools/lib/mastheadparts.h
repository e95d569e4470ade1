/* mastheadparts: what the paragraphs of a masthead have in common */
#ifndef MASTHEADPARTS_H
#define MASTHEADPARTS_H

#include "mastheadkeys.h"

struct masthead {
	struct keyvalue *values;
	size_t n;
	size_t counts[MASTHEAD_KEYS];
	const struct setting *how;
	struct buf *out;
};

/* How a paragraph differs from its style; 0 and NULL where it does not. */
struct dress {
	const char *jc;
	long exact; /* the height of its line, twips */
	bool ruled; /* the red rule is below */
	bool joined; /* to the paragraph above, without the style's space */
	long tabs[2]; /* from the left; one alone is a right tab */
};

const struct face *masthead_face(const struct masthead *m, enum face_kind kind);
/* The height of a line in a face, twips; a single one is as high as fonts
 * commonly ask for. */
long masthead_line(const struct face *f);
/* Value number i, from 0, of a key; NULL where there is none. */
const struct keyvalue *masthead_value(
    const struct masthead *m, enum masthead_key key, size_t i);
/* The width of a value in a face, twips. */
long masthead_extent(
    const struct masthead *m, const struct keyvalue *kv, enum face_kind kind);
/* Says whether nothing of the masthead comes below this key's lines. */
bool masthead_last(const struct masthead *m, enum masthead_key key);
/* Opens a paragraph in the style of its kind (17.3.1). */
void masthead_open(
    const struct masthead *m, enum face_kind kind, const struct dress *d);

#endif
