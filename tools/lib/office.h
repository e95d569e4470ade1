/*
 * office: what an office itself says of proofreading: files of rules and of
 * terms, and the levels that its style sheet gives the rules
 */
#ifndef OFFICE_H
#define OFFICE_H

#include "family.h"
#include "rulefile.h"
#include "termfile.h"

/* Starts as { 0 }. */
struct office {
	struct ruleset rules;
	struct terms terms;
	const char *sheet;
};

/* Takes an option: -r RULES, -t SHEET, -w TERMS; what is wrong in the files is
 * told to d. False for any other. */
bool office_option(
    struct office *o, struct diag *d, int option, const char *value);
/* Sets the levels that the sheet gives, once all rules are there; tells the
 * rules that are not. */
void office_levels(const struct office *o, struct diag *d, struct findings *f);
void office_free(struct office *o);

#endif
