/* importnouns: what a number in a report counts, as the name of a fact */
#ifndef IMPORTNOUNS_H
#define IMPORTNOUNS_H

#include <stdbool.h>

#include "str.h"

/* The length of the unit at byte at of a text, or 0: 次, 名, 万元, %. */
size_t importnouns_unit(struct str text, size_t at);
/* Adds the name of what bytes at to end of a text count, of which a unit of
 * so many bytes follows: 党员大会7次 is 党员大会次数. False, with nothing
 * added, where the text does not say it. */
bool importnouns_name(
    struct str text, size_t at, size_t end, size_t unit, struct buf *name);
/* The length of the Han character at byte at, or 0. */
size_t importnouns_han(struct str s, size_t at);
/* Where the Han characters that end at byte at begin, at most so many. */
size_t importnouns_run(struct str s, size_t at, size_t most);

#endif
