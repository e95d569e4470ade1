/*
 * blame: who wrote, or took away, each line of a report, as git knows
 *
 * Read from what `git blame --porcelain` prints for each file, one after the
 * other, each behind a line `path PATH`. For lines that are gone it is that of
 * `git blame --reverse`, which names the last commit that had a line; the one
 * behind it, in lines `chain SHA SECONDS AUTHOR` from the first to the last
 * before all else, took it away.
 */
#ifndef BLAME_H
#define BLAME_H

#include <stdbool.h>

#include "str.h"

/* Who made a change, and when: 2026-01-02T03:04:05Z, or empty where the change
 * is not committed. */
struct author {
	struct str name, date;
};

/* Starts as { 0 }. */
struct blame {
	struct blame_line {
		struct str path;
		size_t line;
		struct author author;
		size_t commit; /* while the file is read: from 1, or 0 */
	} * list; /* by path and line */
	size_t n;
	struct blame_commit {
		struct str sha;
		struct author author;
	} * commits;
	size_t commits_n, chain_n; /* the first of commits are the chain */
	struct buf text, *kept; /* dates and names */
	size_t kept_n;
	struct author
	    other; /* of lines that are not committed, or not listed */
};

/* Reads the file at path, with other set; dies where it cannot. */
void blame_read(struct blame *b, const char *path);
/* Who is to be named for a line. */
struct author blame_of(const struct blame *b, struct str path, size_t line);
/* The last date of a line; empty where none has one. */
struct str blame_last(const struct blame *b);
void blame_free(struct blame *b);

#endif
