/* leakpart: hidden values in a part of a package, or in any other file */
#ifndef LEAKPART_H
#define LEAKPART_H

#include "leakset.h"

/* Where in a file a value stands. */
enum leak_where {
	LEAK_TEXT, /* in paragraph number */
	LEAK_DELETED, /* there, but only before the tracked changes */
	LEAK_CODE, /* in a field of paragraph number */
	LEAK_LINE, /* number, of plain text */
	LEAK_ELEMENT, /* in an element that is in no paragraph, before byte
			 number */
	LEAK_ATTRIBUTE, /* of this name, at byte number */
	LEAK_REMARK, /* of the XML, at byte number */
	LEAK_NAME, /* of an element or attribute, at byte number */
	LEAK_BYTES, /* behind byte number of it, or of what it holds */
	LEAK_ENTRY, /* the name of the part */
	LEAK_BETWEEN, /* between the parts, at byte number */
	LEAK_FILE, /* the name of the file */
};

struct leak_place {
	enum leak_where where;
	struct str part; /* a part in a part: outer.xlsx!inner.xml */
	struct str name;
	size_t number;
};

/* Takes a value that was found; what it is given is good during the call. */
typedef void leak_tell(
    void *ctx, const struct hidden_value *v, const struct leak_place *at);

/* Finds the values in the bytes of a part that is no package itself. */
void leakpart_find(const struct leakset *ls, struct str part, struct str bytes,
    leak_tell *tell, void *ctx);
/* Finds the values in a text, which stands at a place. */
void leakpart_text(const struct leakset *ls, struct str text,
    const struct leak_place *at, leak_tell *tell, void *ctx);

#endif
