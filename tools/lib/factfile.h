/* factfile: facts.txt and its overlays (README, "Facts") */
#ifndef FACTFILE_H
#define FACTFILE_H

#include "diag.h"
#include "facts.h"
#include "str.h"

enum factfile_role {
	FACTFILE_DEFINES, /* facts.txt: each name once */
	FACTFILE_REPLACES, /* an overlay that gives facts other values */
	FACTFILE_MASKS, /* an edition: what it shows in a value's place */
};

/* Reads the text of a file of facts into the set, and reports its faults under
 * path; text and path must last as long as the set. Overlays come after the
 * files that define, masks last. */
void factfile_read(struct facts *fs, struct str text, const char *path,
    enum factfile_role role, struct diag *d);

/* Says whether a fact can have this name. */
bool factfile_name(struct str s);

#endif
