/* labels: the names by which {{#label}} refers to tables and figures */
#ifndef LABELS_H
#define LABELS_H

#include "diag.h"
#include "str.h"

/* The labels of a report; starts as { 0 }. */
struct labels {
	struct label {
		struct str name;
		struct place place;
		struct buf number; /* what a reference shows */
	} * list;
	size_t n;
};

/* The byte where the label's # stands in a caption that ends in one, or the
 * caption's length. */
size_t labels_in(struct str caption);
/* The label of that name, or NULL. */
const struct label *labels_find(const struct labels *ls, struct str name);
/* Adds a label, whose name and path must last; number is copied. */
void labels_add(
    struct labels *ls, struct str name, struct place place, struct str number);
/* Adds to out which labels are near to a name (nearest.h). */
void labels_nearest(const struct labels *ls, struct str name, struct buf *out);
void labels_free(struct labels *ls);

#endif
