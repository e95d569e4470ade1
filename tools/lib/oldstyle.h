/* oldstyle: what the styles of a Word document say of its paragraphs */
#ifndef OLDSTYLE_H
#define OLDSTYLE_H

#include <stdbool.h>

#include "olddoc.h"
#include "opc.h"
#include "str.h"

/* What a style says, those that it is based on included. */
struct oldstyle_says {
	enum oldstyle style;
	int level; /* of a heading, or 0 */
	bool bold, centred;
	struct str list, list_level; /* as in w:numPr; empty for none */
};

struct oldstyles;

/* Reads the styles of a package whose main document is in part; the caller
 * frees them. Where they cannot be read, opc_error tells. */
struct oldstyles *oldstyles_read(struct opc *o, struct str part);
/* What the style with this id says; the default one's where it is empty. */
struct oldstyle_says oldstyles_find(const struct oldstyles *s, struct str id);
void oldstyles_free(struct oldstyles *s);

#endif
