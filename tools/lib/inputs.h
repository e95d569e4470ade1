/* inputs: what a report is made from: its sections in order, and the rest */
#ifndef INPUTS_H
#define INPUTS_H

#include "str.h"

/* The names in a report's folder; starts as { 0 }. */
struct inputs {
	char **sections; /* in the report's order */
	size_t n;
	char **others; /* facts and ledgers, by name */
	size_t others_n;
};

/* Reads the folder of a report: sections are its *.txt files, hidden ones and
 * the facts excepted, ordered by leading number, then by name; facts.EDITION
 * .txt counts where edition is not NULL. Dies where the folder cannot be read,
 * or has a name that no list can hold. */
void inputs_read(struct inputs *in, const char *folder, const char *edition);
/* Adds a line a section: its path, a tab, its content's hash; and a line for
 * each other file with a tab before. */
void inputs_put(const struct inputs *in, struct buf *out);
/* Adds the line of one more file that the report is made from. */
void inputs_put_file(const char *path, struct buf *out);
void inputs_free(struct inputs *in);

#endif
