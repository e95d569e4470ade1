/* remarkcheck: remarks that answer for nothing */
#include "lang.h"
#include "nearest.h"
#include "remarkcheck.h"
#include "rulefile.h"
#include "utf8.h"

enum { LONGEST = 60 }; /* bytes of a name that may be meant for a rule's */

static const struct rule rules[] = {
	{ "remark", "说明", LEVEL_WARNING,
	    "a remark that names no rule, or that answers for nothing", false },
};

const struct rule *
remarkcheck_rule(struct findings *f)
{
	return findings_rules(f, rules, 1);
}

/* The place of the remark's bytes at and on. */
static struct spot
spot_of(const struct remark *r, size_t column, size_t end_column)
{
	return (struct spot){
		.at = { r->at.path, r->at.line, column },
		.end_line = r->at.line,
		.end_column = end_column,
		.section = r->section,
		.remark = r->outer,
	};
}

/* Tells a name that no rule has, at byte at of the codes; without the files of
 * the office's rules, it may be one of theirs unless it is near to another. */
static void
tell_unknown(const struct proofing *p, const struct rule *rule,
    const struct remark *r, size_t at, struct str name)
{
	struct findings *f = p->findings;
	struct str codes = buf_str(&r->codes);
	size_t i, k, column;
	struct buf hint = { 0 };
	struct nearest ne;

	column = r->codes_column + utf8_count(str_cut(codes, 0, at));
	nearest_begin(&ne, name);
	for (i = 0; i < f->groups_n; i++)
		for (k = 0; k < f->group_sizes[i]; k++) {
			nearest_offer(&ne, str_of(f->groups[i][k].code));
			nearest_offer(&ne, str_of(f->groups[i][k].chinese));
		}
	nearest_end(&ne, &hint);
	if (hint.n != 0 || (p->rules != NULL && p->rules->files != 0))
		findings_add(f, spot_of(r, column, column + utf8_count(name)),
		    rule, "no rule is named %.*s%s", STR_ARG(name),
		    hint.n != 0 ? hint.p : lang_text("; proof -k lists them"));
	buf_free(&hint);
}

/* Looks at the names in a remark, and tells the first that no rule has; false
 * where they leave open whether it is needed. */
static bool
check_names(
    const struct proofing *p, const struct rule *rule, const struct remark *r)
{
	struct str codes = buf_str(&r->codes), name;
	const struct rule *named;
	bool decided = true;
	size_t at = 0;

	while (remarks_name(codes, &at, &name)) {
		/* what `numbers` and `leak` look for is not known here */
		if (str_equal(name, STR("numbers")) ||
		    str_equal(name, STR("数字")) ||
		    str_equal(name, STR("leak")) ||
		    str_equal(name, STR("泄密")))
			return false;
		if (name.n > LONGEST) {
			findings_add(p->findings,
			    spot_of(r, r->at.column, r->end_column), rule,
			    "these are no names of rules; write "
			    "%%ok RULE: why");
			return false;
		}
		named = findings_rule(p->findings, name);
		if (named == NULL) {
			tell_unknown(p, rule, r, at - name.n, name);
			return false;
		}
		/* masks are looked for in an edition alone */
		if (named->off || str_equal(name, STR("mask")) ||
		    str_equal(name, STR("掩码")))
			decided = false;
	}
	return decided;
}

void
remarkcheck_end(const struct proofing *p, const struct rule *rule)
{
	struct remarks *rs = p->findings->remarks;
	size_t i;

	/* a later one may be answered for by one before */
	for (i = rs->n; i-- > 0;) {
		const struct remark *r = &rs->list[i];

		/* an edition shows less than what the remark was written for */
		if (check_names(p, rule, r) && !r->used && !r->blind &&
		    p->edition == NULL)
			findings_add(p->findings,
			    spot_of(r, r->at.column, r->end_column), rule,
			    "this %%ok explains nothing; take it away");
	}
}
