/* path: names inside a package, segments parted by slashes */
#ifndef PATH_H
#define PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* Orders two names by their bytes, ASCII case aside, as OPC tells parts apart
 * (ISO/IEC 29500-2:2021, 6.2.2.3). */
int path_compare(struct str a, struct str b);
/* Says whether a name stays inside: relative, no empty segment, `.` or `..`,
 * no backslash or control character; one slash may end it. */
bool path_is_safe(struct str name);
/* Where the last segment begins. */
size_t path_base(struct str name);
/* Adds the name that a URI reference means, seen from the name source; it is
 * absolute where it begins with a slash (RFC 3986, 5.2.4); what the reference
 * says after `#` is left out. */
void path_resolve(struct buf *out, struct str source, struct str reference);
/* Adds the first 80 bytes of a name for a message; what is not printable ASCII
 * is a question mark, since it may be in any encoding. */
void path_show(struct buf *out, struct str name);

#endif
