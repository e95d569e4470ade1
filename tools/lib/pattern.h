/* pattern: regular expressions over UTF-8 text, by pcre2 */
#ifndef PATTERN_H
#define PATTERN_H

#include "str.h"

struct pattern;

/* Compiles one of the program's own patterns, with Unicode properties; the
 * caller frees it with pattern_free; dies when it is not sound. */
struct pattern *pattern_new(const char *text);
/* Matches from the start of s, and fills groups[0] to groups[n - 1] with the
 * whole match and what its parentheses took ({ NULL, 0 } where they took no
 * part); false when s does not match. */
bool pattern_match(
    const struct pattern *p, struct str s, struct str *groups, size_t n);
/* Frees p, which may be NULL. */
void pattern_free(struct pattern *p);

#endif
