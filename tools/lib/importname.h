/* importname: the names of section files, after what stands in them */
#ifndef IMPORTNAME_H
#define IMPORTNAME_H

#include "str.h"

/* Adds what of a heading can be in a file's name on any system: letters and
 * digits up to the first mark, without the heading's number; 章节 for none. */
void importname_heading(struct str heading, struct buf *name);
/* Adds a label such as 附件 1 without its blanks. */
void importname_label(struct str label, struct buf *name);

#endif
