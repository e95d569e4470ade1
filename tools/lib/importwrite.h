/* importwrite: an old report as the files of a new one */
#ifndef IMPORTWRITE_H
#define IMPORTWRITE_H

#include <stddef.h>

#include "importfacts.h"
#include "olddoc.h"
#include "str.h"

/* A file that is to be written: its name in the report's folder. */
struct importfile {
	struct buf name, text;
};

struct importfiles {
	struct importfile *list;
	size_t n;
	size_t *of_block; /* the section that a block went to */
};

/* Writes the sections, cut at the headings of the first level, with the
 * placeholders of facts, and facts.txt where there are any; from names the old
 * report. The caller frees with importwrite_free. */
void importwrite_make(const struct olddoc *doc, const struct importfacts *f,
    const char *from, struct importfiles *files);
void importwrite_free(struct importfiles *files);

#endif
