/*
 * remarks: lines `%ok RULE ...: why`, by which an author answers for what a
 * rule would find
 *
 * One holds for the next paragraph, or for the whole of the block that opens
 * there. Rules go by their code or their Chinese name, parted by blanks,
 * commas or 、.
 */
#ifndef REMARKS_H
#define REMARKS_H

#include "diag.h"
#include "str.h"

/* The remarks of a report, by number from 1; starts as { 0 }. */
struct remarks {
	struct remark {
		struct buf codes;
		struct place at;
		size_t codes_column, end_column;
		size_t section; /* from 0, in the report */
		size_t outer; /* one that holds there as well, or 0 */
		bool used;
		bool blind; /* not all that it holds for is known here */
	} * list;
	size_t n;
};

/* Takes a comment line; returns the number of the remark that it is, which
 * holds together with outer, or 0 where it is none. The path of the place must
 * last as long as the remarks. */
size_t remarks_take(
    struct remarks *rs, struct str comment, struct place at, size_t outer);
/* Says whether one of the remarks that hold names a rule, and notes its use. */
bool remarks_allow(
    struct remarks *rs, size_t remark, const char *code, const char *chinese);
/* Notes that a remark, and those that hold with it, hold for something that is
 * not known here, so that nobody can say whether they are needed. */
void remarks_blind(struct remarks *rs, size_t remark);
/* Takes the next name of a rule off codes from byte *at on; false where there
 * is none. */
bool remarks_name(struct str codes, size_t *at, struct str *name);
void remarks_free(struct remarks *rs);

#endif
