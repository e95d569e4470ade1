/* redlinetable: tables of a redline, row by row */
#ifndef REDLINETABLE_H
#define REDLINETABLE_H

#include "redline.h"
#include "tokens.h"

/* Adds the tokens of all cells of a table; false where it holds what typeset
 * does not write. */
bool redline_table_tokens(
    struct token_ids *ids, const struct wml_block *table, struct tokens *ts);
/* Adds a table that goes or comes as a whole. */
void redline_table_whole(const struct redline *r, struct revisions *rs,
    const struct wml_block *table, const struct revision *by);
/* Adds a table that both texts have. */
void redline_table(const struct redline *r, struct revisions *rs,
    struct token_ids *ids, const struct wml_block *old,
    const struct wml_block *new);

/* Adds the runs of a paragraph that both texts have; an author for what was
 * typed (redline.c). */
void redline_runs(const struct redline *r, struct revisions *rs,
    const struct tokens *old, const struct tokens *new, struct author author);

#endif
