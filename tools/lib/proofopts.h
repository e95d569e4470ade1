/* proofopts: how a report is to be proofread, as options say it */
#ifndef PROOFOPTS_H
#define PROOFOPTS_H

#include "office.h"
#include "proof.h"

/* The options that the programs share; starts as { 0 }. */
struct proofopts {
	const char *edition; /* -e */
	struct facts facts; /* -F */
	char **ignored; /* -i, a rule each */
	size_t ignored_n;
	struct office office; /* -r, -t, -w */
	struct office_file {
		int option;
		const char *path;
	} * files; /* of it */
	size_t files_n;
};

/* Their letters, for getopt. */
#define PROOFOPTS "e:F:i:r:t:w:"

/* Takes an option; false where it is none of these. */
bool proofopts_take(struct proofopts *o, int option, char *value);
/* Reads the files that the options name, once all are taken; what is wrong in
 * them is told to d, which must last. */
void proofopts_read(struct proofopts *o, struct diag *d);
void proofopts_free(struct proofopts *o);

/* A reading of the report; starts as { 0 }. */
struct proofrun {
	struct remarks remarks;
	struct findings findings;
	struct proofing proofing;
	struct proof *proof;
};

/* Starts a reading; the run must not move from here on. What is wrong in the
 * style sheet is told to d. */
void proofrun_begin(
    struct proofrun *r, const struct proofopts *o, struct diag *d);
/* Frees it, and it may begin again. */
void proofrun_free(struct proofrun *r);

#endif
