/* hiddenuse: what the placeholders of hidden values stand beside */
#ifndef HIDDENUSE_H
#define HIDDENUSE_H

#include "hidden.h"

struct hiddenuse;

/* Starts to read the texts of an edition; freed with hiddenuse_free. */
struct hiddenuse *hiddenuse_new(struct hidden *h);
/* Takes the nouns, the units and the neighbours of the values from a text as
 * outline wrote it. */
void hiddenuse_take(struct hiddenuse *u, struct str text);
void hiddenuse_free(struct hiddenuse *u);

#endif
