/* hiddenuse: what the placeholders of hidden values stand beside */
#ifndef HIDDENUSE_H
#define HIDDENUSE_H

#include "hidden.h"

struct hiddenuse;

/* Makes a reader of any number of texts; freed with hiddenuse_free. */
struct hiddenuse *hiddenuse_new(void);
/* Takes the nouns, the units and the neighbours of the values from a text as
 * outline wrote it. */
void hiddenuse_take(struct hiddenuse *u, struct hidden *h, struct str text);
void hiddenuse_free(struct hiddenuse *u);

#endif
