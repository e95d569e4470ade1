/* authors: the names of reviewers, a line each */
#ifndef AUTHORS_H
#define AUTHORS_H

#include <stdbool.h>

#include "str.h"

/* As many are told apart; of more, one more is added. */
enum { AUTHORS = 100 };

/* Says whether two names are of one author: a line feed is a blank. */
bool authors_same(struct str a, struct str b);
/* Adds a name to a list unless it is there. */
void authors_add(struct buf *authors, struct str name);

#endif
