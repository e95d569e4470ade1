/*
 * rulefile: rules of proofreading that an office writes itself, as files
 *
 * A file has a section [code] a rule, with `key = value` lines and comments
 * behind #. A section may have several patterns; what it says behind one is of
 * that, what it says before the first is of all. A rule of a later file
 * replaces the one of the same code; a section that says a level alone changes
 * no more than that, of a rule of the program's own, too.
 */
#ifndef RULEFILE_H
#define RULEFILE_H

#include "needles.h"
#include "pattern.h"
#include "rulelevel.h"

/* What a rule looks for, and what it says of it. */
struct rulepattern {
	struct buf text;
	struct pattern *pattern;
	struct needles needles; /* where it is tried */
	enum needles_place tried;
	struct buf message, replacement; /* with $0 to $9 in them */
	bool replaces, safe;
	bool holds_objects; /* U+FFFC is in it */
	bool looks_away; /* it has negative look-around */
};

/* A section; without a pattern it is the level of another rule. */
struct datarule {
	struct rulelevel level; /* with its code and its place */
	struct buf name; /* in Chinese; the code where it has none */
	struct rulepattern *patterns;
	size_t n;
	size_t file; /* the last that names it, from 1 */
	bool faulty; /* a fault of it was told */
};

/* Starts as { .d }, which hears of the faults. */
struct ruleset {
	struct diag *d;
	struct datarule *list;
	size_t n, files;
};

/* Reads a file; every fault is told at its place. A file that cannot be read
 * ends the program. The path must last as long as the rules. */
void rulefile_read(struct ruleset *rs, const char *path);
/* The same, of the bytes of a file. */
void rulefile_take(struct ruleset *rs, const char *path, struct str raw);
void rulefile_free(struct ruleset *rs);

#endif
