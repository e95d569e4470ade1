/*
 * opc: a package of parts and relationships (ISO/IEC 29500-2) over a ZIP file
 *
 * A part is named as in the ZIP file, without the slash in front:
 * "word/document.xml"; "" is the package itself, the source of the root
 * relationships. Names are found whatever their ASCII case.
 *
 * The first failure is remembered: later calls do nothing, and opc_error says
 * what it was.
 */
#ifndef OPC_H
#define OPC_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "xml.h"

struct opc;

/* A relationship: its target is the name of a part, there or not, or when it
 * is external the text as written. */
struct opc_relation {
	struct str id, type, target;
	bool external;
};

/* The relationships of one part; their text lives as long as the package. */
struct opc_relations {
	struct opc_relation *relation;
	size_t n;
};

/* Opens the package in file, whose bytes must stay, and reads its content
 * types; the result, sound or not, is freed with opc_free. */
struct opc *opc_open(struct str file);
/* What was wrong first, as "part:line:column: message" or less, or NULL; good
 * until opc_free. */
const char *opc_error(const struct opc *o);
/* The number of parts, the content types and relationships among them. */
size_t opc_count(const struct opc *o);
/* The name of part i, in order of names. */
struct str opc_part(const struct opc *o, size_t i);
/* Finds a part by its name; (size_t)-1 when there is none. */
size_t opc_find(const struct opc *o, struct str part);
/* The content type of a part, there or not, by its name or else its extension;
 * empty where none is given (7.2.3). */
struct str opc_type(const struct opc *o, struct str part);
/* Reads a part to its end, into *out unless that is NULL; false after a
 * failure, a part that is not there included. */
bool opc_read(struct opc *o, struct str part, struct buf *out);
/* Streams an XML part through the handler; false after a failure, as above. */
bool opc_parse(struct opc *o, struct str part,
    const struct xml_handler *handler, void *me);
/* Adds the name of the part that holds the relationships of another (6.5.2).
 */
void opc_relations_name(struct buf *out, struct str part);
/* Reads the relationships of a part into *r, none where it has none; the
 * caller frees r->relation; false after a failure. */
bool opc_relate(struct opc *o, struct str part, struct opc_relations *r);
/* The first internal target of a part's relationship of an Office type, given
 * by the last word of its URI, transitional or strict: "officeDocument" of ""
 * is the main part; empty when there is none. */
struct str opc_target(struct opc *o, struct str part, const char *type);
/* Frees a package; NULL is allowed. */
void opc_free(struct opc *o);

#endif
