/* diag: what a run has to say to the author, as path:line:column: level: text
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "str.h"

/* A place in an author's file: line and column from 1, the column in
 * characters; 0 leaves line or column out, where path may name them itself. */
struct place {
	const char *path;
	size_t line, column;
};

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

/* Where messages go, and how many of each level went; starts as { stderr }. */
struct diag {
	FILE *to; /* NULL for nowhere */
	bool strict; /* warnings fail, too */
	size_t counts[LEVEL_ERROR + 1];
	/* takes what would go to `to`, unless it is NULL */
	void (*take)(void *ctx, struct place at, enum level level,
	    const char *code, struct str text);
	void *ctx;
};

/* Says one thing at one place, with its code in brackets. */
void diag_say(struct diag *d, struct place at, enum level level,
    const char *code, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* Adds the line of a message to out, as diag_say writes it. */
void diag_put(struct buf *out, struct place at, enum level level,
    const char *code, struct str text);
/* Says whether what was said so far must fail the run. */
bool diag_failed(const struct diag *d);
/* The exit status for what was said: 0, or 1 where diag_failed. */
int diag_status(const struct diag *d);

#endif
