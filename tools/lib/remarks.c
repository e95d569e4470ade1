/* remarks: lines `%ok RULE ...: why` */
#include <stdlib.h>

#include "die.h"
#include "remarks.h"
#include "utf8.h"

/* Takes `%`, `ok` and a blank off a comment; false where it is no remark. */
static bool
skip_ok(struct str *s)
{
	*s = str_from(*s, utf8_markup(*s, 0, '%'));
	*s = utf8_trim(*s);
	if (!str_starts(*s, STR("ok")) || utf8_blank(*s, 2) == 0)
		return false;
	*s = utf8_trim(str_from(*s, 2));
	return true;
}

size_t
remarks_take(
    struct remarks *rs, struct str comment, struct place at, size_t outer)
{
	struct str s = comment;
	struct remark r = { .at = at, .outer = outer };
	size_t end;

	if (!skip_ok(&s))
		return 0;
	for (end = 0; end < s.n && utf8_markup(s, end, ':') == 0; end++)
		;
	buf_adds(&r.codes, str_cut(s, 0, end));
	r.codes_column =
	    at.column + utf8_count(str_cut(comment, 0, comment.n - s.n));
	r.end_column = at.column + utf8_count(comment);
	rs->list = mem_more(rs->list, rs->n, sizeof(*rs->list));
	rs->list[rs->n] = r;
	return ++rs->n;
}

/* The length of what parts two codes at byte at, or 0. */
static size_t
parting(struct str s, size_t at)
{
	size_t n = utf8_blank(s, at);

	if (n == 0)
		n = utf8_markup(s, at, ',');
	if (n == 0 && str_starts(str_from(s, at), STR("、")))
		n = 3;
	return n;
}

bool
remarks_name(struct str codes, size_t *at, struct str *name)
{
	size_t end, n;

	while (*at < codes.n && (n = parting(codes, *at)) != 0)
		*at += n;
	for (end = *at; end < codes.n && parting(codes, end) == 0;)
		end++;
	*name = str_cut(codes, *at, end - *at);
	*at = end;
	return name->n != 0;
}

/* Says whether a code is among those of a remark. */
static bool
names(struct str codes, struct str code)
{
	struct str name;
	size_t at = 0;

	while (remarks_name(codes, &at, &name))
		if (str_equal(name, code))
			return true;
	return false;
}

bool
remarks_allow(
    struct remarks *rs, size_t remark, const char *code, const char *chinese)
{
	struct remark *r;

	for (; remark != 0; remark = r->outer) {
		r = &rs->list[remark - 1];
		if (names(buf_str(&r->codes), str_of(code)) ||
		    names(buf_str(&r->codes), str_of(chinese))) {
			r->used = true;
			return true;
		}
	}
	return false;
}

void
remarks_blind(struct remarks *rs, size_t remark)
{
	for (; remark != 0; remark = rs->list[remark - 1].outer)
		rs->list[remark - 1].blind = true;
}

void
remarks_free(struct remarks *rs)
{
	while (rs->n > 0)
		buf_free(&rs->list[--rs->n].codes);
	free(rs->list);
	*rs = (struct remarks){ 0 };
}
