/*
 * twin: the use of a fact that a typed number stands for, or contradicts
 *
 * Of the numbers with the same noun and unit, it is the first fact of the same
 * value, as that shows, rounded to 1.29万, or as it is, 12860; else the last.
 */
#ifndef TWIN_H
#define TWIN_H

#include <stdbool.h>

#include "facts.h"
#include "mention.h"

struct twins;

/* Sorts the uses of facts in a list, which must last as long, as the facts
 * must; freed with twins_free. */
struct twins *twins_new(const struct mentions *ms, const struct facts *fs);
/* The twin of an unexplained number, NULL where it has none; says in *same
 * whether it has the same value. */
const struct mention *twins_find(
    const struct twins *ts, const struct mention *literal, bool *same);
/* Frees it. */
void twins_free(struct twins *ts);

#endif
