/* needles: what they are for known patterns, and that no match of any pattern
 * is without one */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "needles.h"
#include "pattern.h"

static void
finds(const char *pattern, const char *want)
{
	struct needles nd = { 0 };
	struct buf got = { 0 };
	enum needles_place place = needles_find(str_of(pattern), &nd);
	size_t i;

	buf_addz(&got, place == NEEDLES_FIRST    ? "^"
		       : place == NEEDLES_WITHIN ? "."
						 : "-");
	for (i = 0; i < nd.n; i++)
		buf_addf(&got, "%s%s", i > 0 ? "|" : "", nd.list[i].text.p);
	if (strcmp(got.p, want) != 0) {
		fprintf(stderr, "%s: %s, not %s\n", pattern, got.p, want);
		assert(false);
	}
	buf_free(&got);
	needles_free(&nd);
}

static uint32_t seed = 1;

static uint32_t
chance(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Adds a pattern at random. */
static void
put_pattern(struct buf *out, int depth)
{
	static const char *const parts[] = { "a", "b", "c", "甲", "乙", ".",
		"[ab]", "[^a]", "[a-b甲]", "\\.", "\\w", "\\b", "^", "$",
		"\\x{7532}", "\\p{Han}", "\\pL", "ab", "甲乙" };
	static const char *const groups[] = { "(", "(?:", "(?=", "(?!",
		"(?<=", "(?<!", "(?>", "(?<n>" };
	static const char *const times[] = { "?", "*", "+", "{2}", "{0,2}",
		"+?", "*+", "??" };
	uint32_t i, n = 1 + chance(4);

	for (i = 0; i < n; i++) {
		if (i > 0 && chance(5) == 0)
			buf_addc(out, '|');
		if (depth > 0 && chance(4) == 0) {
			buf_addz(out, groups[chance(8)]);
			put_pattern(out, depth - 1);
			buf_addc(out, ')');
		} else {
			buf_addz(out, parts[chance(19)]);
		}
		if (chance(4) == 0)
			buf_addz(out, times[chance(8)]);
	}
}

static void
put_text(struct buf *out)
{
	static const char *const parts[] = { "a", "b", "c", "甲", "乙", ".",
		" " };
	uint32_t i, n = chance(12);

	for (i = 0; i < n; i++)
		buf_addz(out, parts[chance(7)]);
}

static bool
stands(const struct needles *nd, enum needles_place place, struct str text)
{
	size_t i;

	for (i = 0; i < nd->n; i++) {
		struct str needle = buf_str(&nd->list[i].text);

		if (place == NEEDLES_FIRST
			? str_starts(text, needle)
			: str_find(text, needle, 0) != (size_t)-1)
			return true;
	}
	return false;
}

/* Checks one pattern on one text; says whether it matched. */
static bool
check(struct str pattern, struct str text)
{
	struct needles nd = { 0 };
	enum needles_place place = needles_find(pattern, &nd);
	struct buf why = { 0 };
	struct str match;
	size_t at;
	struct pattern *p = pattern_user(pattern, &why, &at);
	bool found = p != NULL && pattern_search(p, text, 0, PATTERN_ANYWHERE,
				      false, &match, 1) == PATTERN_FOUND;

	if (found && place != NEEDLES_NONE &&
	    !stands(&nd, place, str_from(text, (size_t)(match.p - text.p)))) {
		fprintf(
		    stderr, "%.*s in %.*s\n", STR_ARG(pattern), STR_ARG(text));
		assert(false);
	}
	pattern_free(p);
	buf_free(&why);
	needles_free(&nd);
	return found && place != NEEDLES_NONE;
}

int
main(void)
{
	struct buf pattern = { 0 }, text = { 0 };
	int i, found = 0;

	finds("甲乙", "^甲乙");
	finds("(甲|乙丙)的(?=将|把)", "^甲的|乙丙的");
	finds("(?<!丁)甲乙?丙", "^甲乙丙|甲丙");
	finds("[上下]个月", "^上个月|下个月");
	finds("甲.*乙丙", "^甲");
	finds(".甲+乙", ".甲");
	finds("\\d+(?:甲乙|丙丁)", ".甲乙|丙丁");
	finds(".(?=甲)", ".甲");
	finds("(?:甲|.)乙", ".乙");
	finds("甲?", "-");
	finds("(?i)a", "-");
	finds("\\Qa\\E", "-");
	finds("", "-");
	for (i = 0; i < 40000; i++) {
		buf_clear(&pattern);
		buf_clear(&text);
		put_pattern(&pattern, 2);
		put_text(&text);
		found += check(buf_str(&pattern), buf_str(&text));
	}
	assert(found > 1000);
	buf_free(&pattern);
	buf_free(&text);
	return 0;
}
