/* proof: a report as it is proofread, by all families of rules */
#ifndef PROOF_H
#define PROOF_H

#include "family.h"

struct proof;

/* Starts a report; p must last as long. Freed with proof_free. */
struct proof *proof_new(const struct proofing *p);
/* Takes the next section, as outline, fill or its author wrote it; path must
 * last as long as the findings. */
void proof_add(struct proof *pr, const char *path, struct str text);
/* Finds what needs the whole report, tells remarks that explained nothing, and
 * puts all findings into the report's order. */
void proof_end(struct proof *pr);
void proof_free(struct proof *pr);

#endif
