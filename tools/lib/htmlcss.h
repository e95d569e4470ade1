/* htmlcss: how a page looks, on a wide screen, on a phone and on paper */
#ifndef HTMLCSS_H
#define HTMLCSS_H

#include "htmlbody.h"

/* Adds the rules of a page, which hold no sign that is markup in HTML or in
 * XML. */
void htmlcss_put(const struct htmlbody *h, struct buf *out);

#endif
