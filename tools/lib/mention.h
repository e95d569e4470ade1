/* mention: the numbers that a report holds, in its order */
#ifndef MENTION_H
#define MENTION_H

#include <stdbool.h>

#include "diag.h"
#include "str.h"

enum mention_sort {
	MENTION_FACT,
	MENTION_DATE,
	MENTION_ORDINAL,
	MENTION_NAME,
	MENTION_OK, /* explained by %ok */
	MENTION_LITERAL, /* unexplained */
	MENTION_SORTS
};

/* A number, or a table of them; its texts are views of kept ones. */
struct mention {
	struct place at;
	enum mention_sort sort;
	struct str text; /* as it stands, with its unit */
	struct str noun, unit, value; /* of facts and literals; may be empty */
	struct str fact, typed; /* its name, and what stands in its braces */
	size_t count; /* more than one for a table */
	bool compares; /* no word in its sentence forbids it */
};

/* Starts as { 0 }. */
struct mentions {
	struct mention *list;
	size_t n;
	struct buf *kept;
	size_t kept_n;
};

/* Adds a number behind the others. */
void mentions_add(struct mentions *ms, struct mention m);
/* Copies s to where it lasts as long as the list. */
struct str mentions_keep(struct mentions *ms, struct str s);
/* Frees it; it may be used again afterwards. */
void mentions_free(struct mentions *ms);

#endif
