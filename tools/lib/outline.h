/*
 * outline: the numbers of a whole report
 *
 * Sections are added in the report's order, then each is written: headings
 * with `#`, captions of tables and references have their numbers, and lines
 * that the edition leaves out are empty. Line N stays line N.
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "diag.h"
#include "str.h"

struct outline;

/* Starts the outline of a report in an edition (empty for none). Freed with
 * outline_free. */
struct outline *outline_new(struct str edition, struct diag *d);
/* Names all editions that there are; any other in 仅 or 除 is then a fault. The
 * names must last as long as the outline. */
void outline_editions(struct outline *o, struct str names);
/* Reads the next section; path and text must last as long as the outline. */
void outline_add(struct outline *o, const char *path, struct str text);
/* Adds section i, from 0, to out; call it only after the last outline_add.
 * Reports references to labels that no section defines. */
void outline_put(struct outline *o, size_t i, struct buf *out);
void outline_free(struct outline *o);

#endif
