/* subject: of whom a sentence speaks: a town, an office, a branch by name */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "prose.h"

/* Starts as { 0 }. */
struct subject {
	struct buf heading, now; /* names; empty for the office itself */
};

/* Begins a paragraph: its heading is its subject until a sentence names one. */
void subject_paragraph(struct subject *s, const struct prose *p);
/* Begins a sentence, or a clause, at character i. */
void subject_clause(struct subject *s, const struct prose *p, size_t i);
void subject_free(struct subject *s);

#endif
