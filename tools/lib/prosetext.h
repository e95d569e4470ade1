/* prosetext: the text of a paragraph of prose and of the footnotes in it */
#ifndef PROSETEXT_H
#define PROSETEXT_H

#include "prosebuild.h"

/* Starts as { 0 }; prosetext_clear makes it ready. */
struct prosetext {
	struct prosebuild body, *notes; /* the footnotes in it */
	size_t n, room;
	struct prosebuild *to; /* where the text goes */
	/* of {{!..: that are open, how many, and at which of them a footnote
	 * began */
	size_t depth, note_depth;
};

/* Empties t for the next paragraph. */
void prosetext_clear(struct prosetext *t);
/* Names the line that what is added next comes from. */
void prosetext_line(struct prosetext *t, struct str whole, size_t number);
/* Adds text of that line, without its markup. */
void prosetext_add(struct prosetext *t, struct str text);
void prosetext_free(struct prosetext *t);

#endif
