/* leakbytes: texts looked for in bytes of no known kind, as UTF-8, UTF-16 and
 * GB18030 have them */
#ifndef LEAKBYTES_H
#define LEAKBYTES_H

#include "leakset.h"
#include "leaknumber.h"

struct leakbytes;

/* Starts an empty one; freed with leakbytes_free. */
struct leakbytes *leakbytes_new(void);
/* Adds a text that proves itself. */
void leakbytes_add(
    struct leakbytes *lb, struct str text, const struct hidden_value *v);
/* Adds a number, as plain digits and in groups of three. */
void leakbytes_add_worth(
    struct leakbytes *lb, struct worth w, const struct hidden_value *v);
/* Ends the adding; nothing is found before. */
void leakbytes_end(struct leakbytes *lb);
/* Finds them; a number or word that goes on before or behind is none. */
void leakbytes_find(const struct leakbytes *lb, struct str bytes,
    leakset_found *found, void *ctx);
void leakbytes_free(struct leakbytes *lb);

#endif
