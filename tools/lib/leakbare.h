/* leakbare: hidden values that stand bare in the texts of an edition */
#ifndef LEAKBARE_H
#define LEAKBARE_H

#include "diag.h"
#include "facts.h"
#include "leakset.h"

struct leakbare;

/* Starts the search in the texts of an edition, with its facts as it shows
 * them; freed with leakbare_free. */
struct leakbare *leakbare_new(const struct leakset *ls, struct hidden *h,
    const struct facts *fs, const char *edition, struct diag *d);
/* Reports the values in a text as outline wrote it, under path. What is no
 * leak, since a fact of the edition's says it, or the author in a remark
 * `%ok 泄密: why` before it, is added to the hidden values. */
void leakbare_find(struct leakbare *lb, const char *path, struct str text);
void leakbare_free(struct leakbare *lb);

#endif
