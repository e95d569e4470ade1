/*
 * sqlfunctions: what a formula may call, and what is ours of it
 *
 * sum, total, avg and round reckon in decimals, with halves away from zero; a
 * sum refuses a text, which SQLite would take for nought.
 */
#ifndef SQLFUNCTIONS_H
#define SQLFUNCTIONS_H

#include <stdbool.h>

struct sqlite3;

/* Says whether a formula may call a function of this name: one whose answer
 * comes from its arguments alone. */
bool sqlfunctions_may_call(const char *name);
/* Gives a connection our functions; returns what SQLite says. */
int sqlfunctions_add(struct sqlite3 *q);

#endif
