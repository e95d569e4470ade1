/* findings: what proofreading found, by rule and place */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "findings.h"
#include "lang.h"

enum { NEAR = 64 }; /* findings that may be at one place */

struct rule *
findings_rules(struct findings *f, const struct rule *rules, size_t n)
{
	struct rule *copy = mem_alloc((n + 1) * sizeof(*copy));

	memcpy(copy, rules, n * sizeof(*copy));
	f->groups = mem_more(f->groups, f->groups_n, sizeof(struct rule *));
	f->group_sizes =
	    mem_more(f->group_sizes, f->groups_n, sizeof(*f->group_sizes));
	f->groups[f->groups_n] = copy;
	f->group_sizes[f->groups_n++] = n;
	return copy;
}

static bool
is_named(const struct rule *r, struct str name)
{
	return str_equal(name, str_of(r->code)) ||
	       str_equal(name, str_of(r->chinese));
}

struct rule *
findings_rule(const struct findings *f, struct str name)
{
	size_t i, j;

	for (i = 0; i < f->groups_n; i++)
		for (j = 0; j < f->group_sizes[i]; j++)
			if (is_named(&f->groups[i][j], name))
				return &f->groups[i][j];
	return NULL;
}

bool
findings_level(struct findings *f, struct str name, enum level level, bool off)
{
	const struct rule *named = findings_rule(f, name);
	size_t i, j;

	for (i = 0; named != NULL && i < f->groups_n; i++)
		for (j = 0; j < f->group_sizes[i]; j++) {
			struct rule *r = &f->groups[i][j];

			/* one code may have several levels by itself */
			if (!is_named(r, str_of(named->code)))
				continue;
			r->off = off;
			if (!off)
				r->level = level;
		}
	return named != NULL;
}

struct finding *
findings_add(struct findings *f, struct spot spot, const struct rule *rule,
    const char *fmt, ...)
{
	struct finding found = { .spot = spot, .rule = rule, .order = f->n };
	va_list ap;

	if (rule->off ||
	    remarks_allow(f->remarks, spot.remark, rule->code, rule->chinese))
		return NULL;
	va_start(ap, fmt);
	buf_addv(&found.message, lang_text(fmt), ap);
	va_end(ap);
	f->list = mem_more(f->list, f->n, sizeof(*f->list));
	f->list[f->n] = found;
	return &f->list[f->n++];
}

void
findings_replace(struct finding *f, struct str replacement, bool safe)
{
	if (f == NULL)
		return;
	buf_clear(&f->replacement);
	buf_adds(&f->replacement, replacement);
	f->replaces = true;
	f->safe = safe && f->spot.typed;
}

static int
compare(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;

	if (a->spot.section != b->spot.section)
		return a->spot.section < b->spot.section ? -1 : 1;
	if (a->spot.at.line != b->spot.at.line)
		return a->spot.at.line < b->spot.at.line ? -1 : 1;
	if (a->spot.at.column != b->spot.at.column)
		return a->spot.at.column < b->spot.at.column ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void
drop(struct finding *f)
{
	buf_free(&f->message);
	buf_free(&f->replacement);
}

static bool
same_place(const struct finding *a, const struct finding *b)
{
	return a->spot.section == b->spot.section &&
	       a->spot.at.line == b->spot.at.line &&
	       a->spot.at.column == b->spot.at.column;
}

/* Says whether one of the last findings of a list says what f does: two
 * patterns of a rule may find the same. */
static bool
is_said(const struct finding *list, size_t n, const struct finding *f)
{
	size_t i;

	for (i = n; i > 0 && n - i < NEAR && same_place(&list[i - 1], f); i--)
		if (list[i - 1].rule == f->rule &&
		    str_equal(
			buf_str(&list[i - 1].message), buf_str(&f->message)))
			return true;
	return false;
}

void
findings_sort(struct findings *f)
{
	size_t i, n = 0;

	if (f->n > 1)
		qsort(f->list, f->n, sizeof(*f->list), compare);
	for (i = 0; i < f->n; i++)
		if (is_said(f->list, n, &f->list[i]))
			drop(&f->list[i]);
		else
			f->list[n++] = f->list[i];
	f->n = n;
}

void
findings_free(struct findings *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		drop(&f->list[i]);
	for (i = 0; i < f->groups_n; i++)
		free(f->groups[i]);
	free(f->list);
	free(f->groups);
	free(f->group_sizes);
	*f = (struct findings){ 0 };
}
