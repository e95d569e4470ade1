/* findingsout: findings and their rules as people and programs read them */
#ifndef FINDINGSOUT_H
#define FINDINGSOUT_H

#include "findings.h"

enum findings_format {
	FINDINGS_TEXT, /* path:line:column: level: message [rule] */
	FINDINGS_JSON, /* an array, an object a finding */
	FINDINGS_SARIF, /* OASIS SARIF 2.1.0 */
};

/* The format of a name, text, json or sarif; false where there is no such. */
bool findings_format(const char *name, enum findings_format *format);
/* Counts the findings, in their order, in d, and adds them to out; as text d
 * says them. */
void findings_put(const struct findings *f, enum findings_format format,
    struct diag *d, struct buf *out);
/* Adds the rules, a line each, its parts divided by tabs: code, Chinese name,
 * level, what it finds. */
void findings_list(const struct findings *f, struct buf *out);

#endif
