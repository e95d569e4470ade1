/* pattern: regular expressions over UTF-8 text, by pcre2 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "die.h"
#include "pattern.h"

#include <stdlib.h>

struct pattern {
	pcre2_code *code;
	pcre2_match_data *match;
};

struct pattern *
pattern_new(const char *text)
{
	struct pattern *p = mem_alloc(sizeof(*p));
	PCRE2_UCHAR why[128];
	PCRE2_SIZE at;
	int error;

	p->code = pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED, &error, &at, NULL);
	if (p->code == NULL) {
		pcre2_get_error_message(error, why, sizeof(why));
		die("pattern %s: %s at %zu", text, (char *)why, (size_t)at);
	}
	p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
	if (p->match == NULL)
		die("out of memory");
	return p;
}

bool
pattern_match(
    const struct pattern *p, struct str s, struct str *groups, size_t n)
{
	PCRE2_SIZE *at;
	size_t i;
	int count;

	/* every text was checked when it was read, so not here again */
	count = pcre2_match(p->code, (PCRE2_SPTR)s.p, s.n, 0,
	    PCRE2_NO_UTF_CHECK, p->match, NULL);
	if (count < 1)
		return false;
	at = pcre2_get_ovector_pointer(p->match);
	for (i = 0; i < n; i++) {
		groups[i] = (struct str){ NULL, 0 };
		if (i < (size_t)count && at[2 * i] != PCRE2_UNSET)
			groups[i] =
			    str_cut(s, at[2 * i], at[2 * i + 1] - at[2 * i]);
	}
	return true;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pcre2_match_data_free(p->match);
	pcre2_code_free(p->code);
	free(p);
}
