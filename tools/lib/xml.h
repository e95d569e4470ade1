/*
 * xml: a streaming reader of XML 1.0 with namespaces; the only module that
 * knows libxml2
 *
 * For parts of a package that anybody may have made: a DOCTYPE is refused, so
 * that there are no entities but the five and nothing outside is ever read; so
 * is an encoding other than UTF-8 and UTF-16 (ISO/IEC 29500-2, 6.2.5). Limits,
 * some hundred times what a long report needs: 20,000,000 elements, 256 deep,
 * with 256 attributes each; 128 MiB of text; 4 MiB for one tag or comment;
 * 20,000 different names.
 *
 * The first failure is remembered: later calls do nothing, and xml_error says
 * what it was.
 */
#ifndef XML_H
#define XML_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum { XML_DEPTH = 256, XML_ATTRIBUTES = 256 };

struct xml;

/* An element as it starts: its namespace, "" where it has none, and its local
 * name; good during the call. */
struct xml_element {
	const char *space, *name;
	const void *attributes;
	size_t n;
};

/* What to do with what is read; each may be NULL. Text is UTF-8, comes in as
 * many pieces as the reader likes, and is good during the call. */
struct xml_handler {
	void (*start)(void *me, struct xml *x, const struct xml_element *e);
	void (*end)(void *me);
	void (*text)(void *me, struct str text);
};

/* Makes a reader, which xml_free frees; dies when there is no memory. */
struct xml *xml_new(void);
/* Starts a document, whose events go to the handler with me. */
void xml_begin(struct xml *x, const struct xml_handler *handler, void *me);
/* Reads on; false after a failure. */
bool xml_feed(struct xml *x, struct str bytes);
/* Ends the document; false after a failure, or when it is not whole. */
bool xml_end(struct xml *x);
/* Fails from a handler, at the place it was called for. */
void xml_fail(struct xml *x, const char *message);
/* What was wrong first, as "line:column: message", or NULL; good until
 * xml_begin. */
const char *xml_error(const struct xml *x);
/* Gives the value of an attribute, as good as its element; false when there is
 * none. An attribute without a prefix is in the namespace "". */
bool xml_attribute(const struct xml_element *e, const char *space,
    const char *name, struct str *value);
/* Frees a reader; NULL is allowed. */
void xml_free(struct xml *x);

#endif
