/*
 * toc: the table of contents, a field with its entries already in it, and the
 * pages that its headings will be on
 */
#ifndef TOC_H
#define TOC_H

#include "stylesheet.h"

/* The headings of a report, and their pages. */
struct toc;

/* Gathers the headings of the bodies, as typeset wrote them; NULL where no body
 * asks for a table of contents. toc_free frees it. */
struct toc *toc_new(
    const struct stylesheet *sheet, const struct str *bodies, size_t n);
/* Adds a body, the next in their order, with a bookmark at each heading. */
void toc_mark(struct toc *toc, struct str body, struct buf *out);
/* Adds the table under a title, escaped as in XML: the field TOC (ECMA-376
 * 17.16.5.68) and an entry for each heading of the sheet's levels. */
void toc_put(const struct toc *toc, struct str title, struct buf *out);
void toc_free(struct toc *toc);

#endif
