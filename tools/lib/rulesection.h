/* rulesection: a section of a file of rules, made a rule */
#ifndef RULESECTION_H
#define RULESECTION_H

#include "rulefile.h"

enum rulekey {
	RULE_NAME,
	RULE_LEVEL,
	RULE_PATTERN,
	RULE_MESSAGE,
	RULE_REPLACE,
	RULE_SAFE,
	RULE_KEYS,
};

/* What a section says of a key; a place without a line where it does not. */
struct said {
	struct str value;
	struct place place; /* of the value */
};

/* What a section says, of all its patterns and of each. */
struct rulesection {
	struct ruleset *rs;
	struct str name;
	struct place place;
	struct said own[RULE_KEYS];
	struct said (*patterns)[RULE_KEYS];
	size_t n;
	bool faulty; /* a fault of it was told */
};

/* Adds what a section says to the rules, and tells its faults. */
void rulesection_end(const struct rulesection *r);

#endif
