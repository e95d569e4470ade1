/* runtext: the text of runs in what typeset wrote */
#ifndef RUNTEXT_H
#define RUNTEXT_H

#include "str.h"

/* Adds the text of the runs in XML, escaped as it stands there, without that of
 * footnotes. */
void runtext_put(struct str xml, struct buf *out);

#endif
