/* factplace: where a fact was defined */
#ifndef FACTPLACE_H
#define FACTPLACE_H

#include <stdbool.h>

#include "str.h"

/* Parts path:line:column; false where there is no path. */
bool factplace_read(
    struct str origin, struct buf *path, size_t *line, size_t *column);
/* Says whether a formula gives the fact that a line of a file defines. */
bool factplace_computed(const char *path, size_t line);

#endif
