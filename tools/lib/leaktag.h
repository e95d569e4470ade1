/* leaktag: the tags of XML, whatever the bytes */
#ifndef LEAKTAG_H
#define LEAKTAG_H

#include "str.h"

/* A tag; its views last as long as the XML. */
struct leaktag {
	struct str name;
	bool closes, empty;
	struct str rest; /* attributes that leaktag_next has yet to read */
};

/* Reads the tag at byte at of XML, where a < stands; answers where it ends. */
size_t leaktag_read(struct str xml, size_t at, struct leaktag *t);
/* Takes the next attribute, in quotes or without; false where there is none. */
bool leaktag_next(struct leaktag *t, struct str *name, struct str *value);
/* The text with its references resolved: itself, or in room. */
struct str leaktag_decode(struct str text, struct buf *room);
/* Says whether an attribute is a bare number that measures something, or the id
 * of a revision; not where its name, or its element's, says that it is a text,
 * nor in an element without a prefix, which is of nobody's that we know. */
bool leaktag_measures(struct str tag, struct str name, struct str value);
/* Says whether text is all ASCII. */
bool leaktag_ascii(struct str text);

#endif
