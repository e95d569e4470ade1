/* batchname: names of files that every system can hold, each once */
#ifndef BATCHNAME_H
#define BATCHNAME_H

#include <stddef.h>

#include "str.h"

/* The names given so far; starts as { 0 }. Small and capital letters are not
 * told apart, since some file systems do not. */
struct batchnames {
	struct batchname *slots;
	size_t slots_n, n;
};

/* Adds to out the name that is wanted, without a DOCX ending: what no file
 * name may hold on some system is replaced by _, and it has at most 200 bytes;
 * it may come out empty. */
void batchname_safe(struct str wanted, struct buf *out);
/* Makes the name new: adds -2, -3 and so on where one like it was given before
 * (by whom, the first of them in *first). Says whether it was new as it is. */
bool batchname_unique(
    struct batchnames *ns, struct buf *name, size_t line, size_t *first);
void batchnames_free(struct batchnames *ns);

#endif
