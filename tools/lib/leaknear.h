/* leaknear: whether a number stands beside what a hidden number counts */
#ifndef LEAKNEAR_H
#define LEAKNEAR_H

#include "leakset.h"

/* Says whether the number from the hit's from to its end, in a text in the form
 * of leaktext, counts what its value does, and widens the span to the proof.
 * With cell, the proof must be in another cell than the number. */
bool leaknear_proves(struct str form, struct leakset_hit *hit, bool cell);

#endif
