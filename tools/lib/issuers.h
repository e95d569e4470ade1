/* issuers: 发文机关标志, the mark of who issues a document */
#ifndef ISSUERS_H
#define ISSUERS_H

#include "mastheadparts.h"

/* Adds the mark of each issuer (GB/T 9704-2012 7.2.4) in paragraphs, or with a
 * suffix beside several of them in a table; nothing where there is none. */
void issuers_put(const struct masthead *m);

#endif
