/* batchwork: the processes of a batch: each makes the documents of rows */
#ifndef BATCHWORK_H
#define BATCHWORK_H

#include "batchjournal.h"
#include "batchreport.h"
#include "batchturns.h"

/* What a process needs; descriptors are -1 for what is not wanted. */
struct batchwork {
	struct batchreport *report;
	const struct batchrows *rows;
	const struct batchjournal *old;
	struct batchturns *turns;
	struct str key; /* of all that every document is made from */
	bool strict;
	bool terminal; /* messages go to one, where the progress stands */
	int folder, fresh; /* where files stand, and where they are made */
	int journal;
	int summary;
	int archive, directory; /* the archive, and the lines of its end */
};

/* Makes rows until none is left, as a process of its own; ends early where the
 * process parent is gone. */
void batchwork_run(struct batchwork *w, long parent);

#endif
