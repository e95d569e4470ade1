/* edits: changes to a text, gathered in any order and applied in one pass */
#ifndef EDITS_H
#define EDITS_H

#include "str.h"

/* The changes to one text; starts as { 0 }. */
struct edits {
	struct edit {
		size_t at, cut; /* bytes of the text that go */
		size_t text, text_n; /* bytes of texts that come */
		size_t turn;
	} * list;
	size_t n;
	struct buf texts;
};

/* Starts an edit in the place of cut bytes from at: what is added to texts
 * until edits_end comes there. */
void edits_begin(struct edits *e, size_t at, size_t cut);
void edits_end(struct edits *e);
/* Adds the edited text to out. Edits at one place come in the order they were
 * made in; one that lies inside what another cut is left out. */
void edits_apply(struct edits *e, struct str text, struct buf *out);
void edits_free(struct edits *e);

#endif
