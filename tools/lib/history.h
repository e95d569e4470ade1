/* history: in which commit a report's files have the contents that a receipt
 * names */
#ifndef HISTORY_H
#define HISTORY_H

#include <stdbool.h>

#include "receipt.h"
#include "str.h"

/* Which files are looked for. */
enum history_what { HISTORY_REPORT, HISTORY_STYLES };

/* Where one content of them stands in git. */
struct history_place {
	struct buf commit, path;
};

struct history;

/* Starts to look in the repository that top is the top of, for a report, or
 * style sheets, in its folder prefix, empty or with a slash at its end, which
 * messages call name; history_free ends it. */
struct history *history_new(enum history_what what, const char *top,
    const char *prefix, const char *name);
/* Adds the list of inputs (inputs.h) of a commit; overlay, the line of a file
 * of FACTS, comes first; false where the commit has no such folder, or the same
 * one as the commit before. */
bool history_list(
    struct history *h, struct str commit, struct str overlay, struct buf *list);
/* Where a file was met, so far, whose hash begins with these digits; NULL for
 * nowhere. */
const struct history_place *history_find(
    const struct history *h, struct str digits);
void history_free(struct history *h);

#endif
