/* search: which files, standing or committed, have the contents that a receipt
 * names */
#ifndef SEARCH_H
#define SEARCH_H

#include <stdbool.h>

#include "history.h"
#include "receipt.h"
#include "str.h"

/* Starts as { .receipt, .what, .history } and .overlay; the history, which may
 * be NULL, and the receipt stay the caller's. The caller frees with
 * search_free. */
struct search {
	const struct receipt *receipt;
	enum history_what what;
	struct history *history;
	struct str overlay; /* the line of a list for a file of FACTS */
	bool found; /* all contents, at: */
	struct buf commit; /* the nearest so far; empty: as the files stand */
	struct buf list; /* its inputs */
	size_t same, files; /* how many of the receipt's files it has, of all */
	size_t others; /* and how many besides */
	bool looked;
};

/* Looks at the files as they stand, whose list of inputs this is; says whether
 * they have all contents. */
bool search_standing(struct search *s, struct str list);
/* Looks at a commit, to be called for the newest first; false where it is not
 * worth while to look at older ones: those with all contents lie behind. */
bool search_commit(struct search *s, struct str commit);
/* Adds a sentence for each file of the nearest that is not what the receipt
 * names. */
void search_tell(const struct search *s, struct buf *out);
void search_free(struct search *s);

#endif
