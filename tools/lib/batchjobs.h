/* batchjobs: the processes of a batch, and how far they are */
#ifndef BATCHJOBS_H
#define BATCHJOBS_H

#include "batchwork.h"

/* Makes all rows in n processes, and shows on a terminal how far they are. A
 * process that ends before its time ends all, and the program. */
void batchjobs_run(struct batchwork *w, const char *folder, long n);

#endif
