/*
 * mergewrite: what reviewers want, as files and as messages
 *
 * Below a folder, for each reviewer, from 1 on:
 *
 *     N/author      whose edits these are, and in which file, a line
 *     N/sections/   the sections that they change, whole
 *     N/proposals   other values for facts, a line each
 *     N/unplaced    what has no place in the sections, with its text
 */
#ifndef MERGEWRITE_H
#define MERGEWRITE_H

#include "facts.h"
#include "merge.h"

/* Reads the files that came back, writes what each reviewer wants, and tells
 * comments, proposals and what has no place. A file that is no document is
 * reported, and the others go on. author is the folder of the author's files,
 * by which messages name them; NULL for none. */
void mergewrite_all(struct merge *m, const struct facts *fs, char *const *paths,
    size_t n, const char *folder, const char *author, struct diag *d);

#endif
