/* leakforms: the forms in which a hidden value may stand somewhere */
#ifndef LEAKFORMS_H
#define LEAKFORMS_H

#include "hidden.h"
#include "leaknumber.h"

/* The forms of a value; starts as { 0 }. */
struct leakforms {
	struct words texts; /* in the form of leaktext; proof alone */
	struct worth *worths;
	size_t worths_n;
	bool is_short; /* something is wanted beside it */
	bool is_vague; /* and nothing is known that could be */
};

/* Adds the forms of a value. */
void leakforms_make(const struct hidden_value *v, struct leakforms *f);
void leakforms_free(struct leakforms *f);

#endif
