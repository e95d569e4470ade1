/* findings: what proofreading found, by rule and place */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "prose.h"

/* A kind of finding, with the names by which `%ok`, -i and a style sheet know
 * it. */
struct rule {
	const char *code, *chinese;
	enum level level; /* unless the style sheet says another */
	const char *what; /* for the list of rules: what it finds */
	bool off; /* nothing of it is told */
};

struct finding {
	struct spot spot;
	const struct rule *rule;
	size_t order; /* in which it was found */
	struct buf message;
	struct buf replacement; /* of the spot's text */
	bool replaces; /* there is one */
	bool safe; /* it can be applied without a look */
};

/* Starts as { .remarks }. */
struct findings {
	struct remarks *remarks;
	struct finding *list;
	size_t n;
	struct rule **groups; /* the rules that were added */
	size_t *group_sizes;
	size_t groups_n;
};

/* Adds a copy of rules, and returns it; it lasts as long as the findings. Their
 * texts must, too. A later rule of the same code counts as that one. */
struct rule *findings_rules(
    struct findings *f, const struct rule *rules, size_t n);
/* The rule of a code or a Chinese name, or NULL. */
struct rule *findings_rule(const struct findings *f, struct str name);
/* Gives all rules of that name a level, or none with off; false where there is
 * no such rule. */
bool findings_level(
    struct findings *f, struct str name, enum level level, bool off);

/* Adds a finding; returns it, good until the next one, or NULL where its rule
 * is off or the author answered for it (remarks.h). */
struct finding *findings_add(struct findings *f, struct spot spot,
    const struct rule *rule, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Gives a finding, which may be NULL, the text that its spot should have. It
 * is safe only where safe is set and the author typed all of the spot. */
void findings_replace(struct finding *f, struct str replacement, bool safe);

/* Puts the findings into the order of the report, once each. */
void findings_sort(struct findings *f);
void findings_free(struct findings *f);

#endif
