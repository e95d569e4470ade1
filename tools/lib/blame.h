/*
 * blame: who wrote, or took away, each line of a report, as git knows
 *
 * Read from lines `PATH TAB LINE TAB AUTHOR TAB DATE`: the date as
 * 2026-01-02T03:04:05Z, or empty where the change is not committed.
 */
#ifndef BLAME_H
#define BLAME_H

#include <stdbool.h>

#include "str.h"

/* Who made a change, and when; date may be empty. */
struct author {
	struct str name, date;
};

/* Starts as { 0 }. */
struct blame {
	struct blame_line {
		struct str path;
		size_t line;
		struct author author;
	} * list; /* by path and line */
	size_t n;
	struct buf text;
	struct author other; /* of lines that are not listed */
};

/* Reads the file at path; dies where it cannot, or where it is none. */
void blame_read(struct blame *b, const char *path);
/* Who is to be named for a line. */
struct author blame_of(const struct blame *b, struct str path, size_t line);
void blame_free(struct blame *b);

#endif
