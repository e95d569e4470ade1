/* heading: the numbers of headings, as GB/T 9704-2012 7.3.3 writes them */
#ifndef HEADING_H
#define HEADING_H

#include <stdbool.h>

#include "str.h"

/* A heading's number, at the start of a paragraph's text. */
struct heading {
	int level; /* 1 to 4 */
	size_t value; /* the number typed; 0 for one to be made */
	size_t length; /* the bytes of the number, or of `# ` with its blank */
};

/* Reads the number of a heading that an author or outline wrote; false where
 * the text is a paragraph. */
bool heading_read(struct str text, struct heading *h);
/* Adds the number of a heading: level 1 一、 2 （一） 3 1. 4 （1）. */
void heading_put(int level, size_t value, struct buf *out);

#endif
