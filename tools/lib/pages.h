/*
 * pages: on which page a place of the report will be
 *
 * Word settles the pages when it lays the document out; until then they are
 * counted from what the sheet fixes: exact lines, characters of one width.
 * Tables and pictures are measured by their cells and sizes. A line more or
 * less is possible, where a mark may not begin a line; Word and WPS mend the
 * numbers of a table of contents when its field is updated.
 */
#ifndef PAGES_H
#define PAGES_H

#include "stylesheet.h"

struct pages;

/* Starts at the top of page one; entries is how many a table of contents will
 * have. pages_free frees it. */
struct pages *pages_new(const struct stylesheet *sheet, size_t entries);
/* The page of the paragraph that byte at of a body lies in; bodies come in
 * their order, and places in theirs. */
size_t pages_at(struct pages *p, struct str body, size_t at);
/* Goes on to the end of the body, so that the next one may follow. */
void pages_end(struct pages *p, struct str body);
void pages_free(struct pages *p);

#endif
