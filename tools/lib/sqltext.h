/*
 * sqltext: a formula of facts.txt as SQL that SQLite computes as an office
 * would
 *
 * A `:name` is another fact. Division is never integer division, and sums and
 * differences are compared as decimals: 0.1 + 0.2 = 0.3. A query that stands
 * for one value has one row at most.
 */
#ifndef SQLTEXT_H
#define SQLTEXT_H

#include <stdbool.h>

#include "str.h"

/* What SQL calls (sqlfunctions.h): one rounds what it is given to nine places,
 * exactly; the other refuses a number of rows that is more than one. */
#define SQLTEXT_EXACT "wengao_exact"
#define SQLTEXT_SINGLE "wengao_single"

/* Starts as { 0 }; its names are views of the formula. */
struct sqltext {
	struct buf sql; /* fact i of names is ?i, from 1 */
	bool query; /* a whole SELECT; else an expression */
	struct str *names; /* the facts, each once */
	size_t n;
	struct sqltext_piece {
		size_t sql, text; /* where a piece of it comes from */
	} * pieces;
	size_t pieces_n;
};

/* Reads a formula; where it cannot be one, says false, what is wrong in *why
 * (a constant sentence), and at which byte of the formula in *at. */
bool sqltext_read(
    struct sqltext *t, struct str formula, const char **why, size_t *at);
/* The byte of the formula that byte sql of the SQL comes from. */
size_t sqltext_place(const struct sqltext *t, size_t sql);
/* The byte of the ` -- ` that parts a check from its message, (size_t)-1 where
 * there is none; one between quotation marks is text. */
size_t sqltext_message(struct str check);
/* Frees it; it may be used again afterwards. */
void sqltext_free(struct sqltext *t);

#endif
