/*
 * family: rules of proofreading that look at the text in one way
 *
 * A family is started with the report, takes every paragraph in the report's
 * order, and ends behind the last one; what needs the whole report is found
 * there. It tells what it found to the findings.
 */
#ifndef FAMILY_H
#define FAMILY_H

#include "facts.h"
#include "findings.h"

struct ruleset;
struct terms;

/* What all families know of the report. */
struct proofing {
	struct findings *findings;
	const struct facts *facts; /* may be empty */
	const char *edition; /* one that should hide nothing, or NULL */
	const struct ruleset *rules; /* of files; or NULL */
	const struct terms *terms; /* of files; or NULL */
};

struct family {
	const struct rule *rules;
	size_t rules_n;
	/* Starts; rules are the findings' copies of the family's. */
	void *(*start)(const struct proofing *p, const struct rule *rules);
	prose_take *take;
	/* Finds what is left to find, and frees ctx. */
	void (*end)(void *ctx);
};

/* All families; NULL behind the last. */
extern const struct family *const families[];

#endif
