/* factuse: which facts the sections of a report use */
#ifndef FACTUSE_H
#define FACTUSE_H

#include "diag.h"
#include "facts.h"
#include "str.h"

/* The use of a set of facts; starts as { .facts }. */
struct factuse {
	struct facts *facts;
	bool faulty; /* a text has a fault: a fact may be meant there */
};

/* Marks the facts that stand in a text after fill as used. */
void factuse_note(struct factuse *u, struct str text);
/* Warns of every fact that is not, unless a text had a fault. */
void factuse_warn(const struct factuse *u, struct diag *d);

#endif
