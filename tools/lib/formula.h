/* formula: the facts that are reckoned from others and from ledgers, and the
 * checks on them (README, "Facts") */
#ifndef FORMULA_H
#define FORMULA_H

#include "database.h"
#include "diag.h"
#include "facts.h"
#include "sqltext.h"

enum formula_kind { FORMULA_FACT, FORMULA_CHECK, FORMULA_WARNING };

/* A formula as it stands in its file; its views last as long as the facts. */
struct formula {
	enum formula_kind kind;
	size_t fact; /* which of the set it gives, of FORMULA_FACT */
	struct str text, message;
	struct place at; /* of its line, or of its first character */
	bool one_line; /* at is the place of its first character */
};

/* Computes the formulas of a set in the order in which they need each other,
 * then its checks, and reports what is wrong with any: facts get their texts
 * and states. The ledgers are in db. */
void formula_compute(struct facts *fs, struct database *db, struct diag *d);

/* The formulas of a set that are computed again and again, since some of its
 * facts are pending: their values come with a batch's row. */
struct formulas;

/* Reads the formulas of a set, which must last as long as the result; freed
 * with formulas_free, before the set. */
struct formulas *formulas_read(
    struct facts *fs, struct database *db, struct diag *d);
/* Computes, checks and reports whatever no pending fact has to do with; facts
 * that need one become pending. */
void formulas_compute(struct formulas *c);
/* Computes and checks the rest, now that no fact is pending; the texts last
 * until the next time. */
void formulas_again(struct formulas *c, struct diag *d);
/* The first pending fact that formula i of the set needs, or "". */
struct str formulas_cause(const struct formulas *c, size_t i);
void formulas_free(struct formulas *c);

/* Reads and computes one formula of the set, whose other facts were computed;
 * false, after a message, where it cannot. */
bool formula_ask(const struct facts *fs, const struct formula *f,
    struct database *db, struct answer *a, struct diag *d);

#endif
