/* partline: lines that begin a part of a report, behind which headings are
 * numbered anew */
#ifndef PARTLINE_H
#define PARTLINE_H

#include "prose.h"

/* Says whether a paragraph is such a line: 第一部分, 第二章, 附件1. */
bool partline(const struct prose *p);

#endif
