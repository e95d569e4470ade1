/* xmlout: XML 1.0 written into a buffer; nothing else writes angle brackets */
#ifndef XMLOUT_H
#define XMLOUT_H

#include "str.h"

/* Adds `<name`; attributes may follow, then xmlout_more or xmlout_empty. */
void xmlout_open(struct buf *b, const char *name);
/* Adds ` name="value"`; the value is escaped. */
void xmlout_attr(struct buf *b, const char *name, struct str value);
/* Like xmlout_attr, for a value that is escaped already. */
void xmlout_attr_escaped(struct buf *b, const char *name, struct str value);
/* Like xmlout_attr, for a value of the program's own. */
void xmlout_attrz(struct buf *b, const char *name, const char *value);
/* Like xmlout_attr, for a number. */
void xmlout_attrn(struct buf *b, const char *name, long value);
/* Ends a start tag whose element has content. */
void xmlout_more(struct buf *b);
/* Ends a start tag whose element is empty. */
void xmlout_empty(struct buf *b);
/* Adds `<name>`. */
void xmlout_start(struct buf *b, const char *name);
/* Adds `</name>`. */
void xmlout_end(struct buf *b, const char *name);
/* Adds `<name attr="value"/>`, the shape of most of WordprocessingML. */
void xmlout_element(
    struct buf *b, const char *name, const char *attr, const char *value);
/* The same, for a number. */
void xmlout_elementn(
    struct buf *b, const char *name, const char *attr, long value);
/* Adds text, escaped; it must hold only characters that XML allows. */
void xmlout_text(struct buf *b, struct str text);
/* Adds `<?target name text?>` (XML 1.0, 2.6); the text is escaped, so that it
 * cannot end it. */
void xmlout_instruction(
    struct buf *b, const char *target, struct str name, struct str text);
/* Adds text that xmlout_text or xmlout_attr wrote, without its escapes. */
void xmlout_plain(struct buf *b, struct str escaped);
/* Adds the declaration that every part begins with. */
void xmlout_declaration(struct buf *b);
/* Adds what a page of HTML begins with in its place. */
void xmlout_doctype(struct buf *b);

#endif
