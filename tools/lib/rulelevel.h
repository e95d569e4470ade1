/* rulelevel: how grave the findings of a rule are, as an office wants it */
#ifndef RULELEVEL_H
#define RULELEVEL_H

#include "diag.h"
#include "str.h"

/* What a file says of a rule, by its code or its Chinese name. */
struct rulelevel {
	struct buf name;
	struct place place; /* where it names the rule */
	enum level level;
	bool off; /* nothing of the rule is told */
};

/* Reads 错误|error, 警告|warning, 提示|note or 关|off; one that is none of
 * them is an error, at its place, under a code. */
bool rulelevel_read(struct rulelevel *rl, struct str value, struct place at,
    const char *code, struct diag *d);
/* The word for it. */
const char *rulelevel_word(const struct rulelevel *rl);

#endif
