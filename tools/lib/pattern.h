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

/* Where a match of a user's pattern may begin: anywhere at or behind the place
 * where a search starts, or only there. */
enum pattern_place { PATTERN_ANYWHERE, PATTERN_THERE };
enum pattern_result { PATTERN_NONE, PATTERN_FOUND, PATTERN_STOPPED };

/* Compiles a pattern that a user wrote; where it is not sound, answers NULL,
 * adds the reason to why, and sets *at to the byte where it was seen. */
struct pattern *pattern_user(struct str text, struct buf *why, size_t *at);
/* How many groups a pattern has, the whole match left out. */
size_t pattern_groups(const struct pattern *p);
/* Looks in s from byte from on for the first match that is not empty, and
 * fills groups as pattern_match does; what stands before is seen by
 * look-behind. Where cut, the text goes on behind s, and $ does not match
 * there. A search that takes too long is stopped. */
enum pattern_result pattern_search(const struct pattern *p, struct str s,
    size_t from, enum pattern_place place, bool cut, struct str *groups,
    size_t n);
/* Frees p, which may be NULL. */
void pattern_free(struct pattern *p);

#endif
