/* importnames: the names of offices in an old report as facts */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "importnames.h"
#include "importnouns.h"

enum { NAME_LEAST = 4, NAME_MOST = 20, NAMES = 64 };

/* The candidates. */
struct names {
	struct buf *list;
	size_t n;
};

/* Says whether a text is of Han characters alone, as many as a name has. */
static bool
is_name(struct str s)
{
	size_t at = 0, n, count = 0;

	while (at < s.n && (n = importnouns_han(s, at)) != 0) {
		at += n;
		count++;
	}
	return at == s.n && count >= NAME_LEAST && count <= NAME_MOST;
}

/* Says whether a name ends as those of offices do. */
static bool
is_office(struct str s)
{
	static const char *const ends[] = { "委员会", "办公室", "支部", "党委",
		"党组", "领导小组", "局", "厅", "公司", "集团", "服务中心",
		"实践中心", "活动中心", "办事处", "政府", "学院", "大学",
		"学校", "医院", "总队", "支队", "大队", "协会", "联合会",
		"研究院", "研究所", "县委", "市委", "省委", "区委" };
	static const char *const common[] = { "支部委员会", "机关党支部",
		"机关党委", "党委党组" };
	size_t i;

	for (i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (str_equal(s, str_of(common[i])))
			return false;
	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_ends(s, str_of(ends[i])))
			return is_name(s);
	return false;
}

static void
add_name(struct names *ns, struct str name)
{
	size_t i;

	if (!is_office(name) || ns->n == NAMES)
		return;
	for (i = 0; i < ns->n; i++)
		if (str_equal(buf_str(&ns->list[i]), name))
			return;
	ns->list = mem_more(ns->list, ns->n, sizeof(*ns->list));
	ns->list[ns->n] = (struct buf){ 0 };
	buf_adds(&ns->list[ns->n++], name);
}

/* The names in a text: all between two characters that are not Han, and, in
 * the head and at the end of a report, all of a line. */
static void
gather_names(struct names *ns, const struct text *t)
{
	size_t at = 0, from = 0, n;

	for (;;) {
		n = importnouns_han(t->s, at);
		if (n != 0) {
			at += n;
			continue;
		}
		if (at > from)
			add_name(ns, str_cut(t->s, from, at - from));
		if (at >= t->s.n)
			return;
		from = ++at;
		while (from < t->s.n &&
		       ((unsigned char)t->s.p[from] & 0xC0) == 0x80)
			from = ++at;
	}
}

static int
longer_first(const void *a, const void *b)
{
	const struct buf *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return str_compare(buf_str(x), buf_str(y));
}

/* The next place of a name at or after *at where it is not part of a longer
 * word: 局 of 局长 is none. */
static bool
next_place(const struct text *t, struct str name, size_t *at)
{
	while ((*at = str_find(t->s, name, *at)) != (size_t)-1) {
		struct str rest = str_from(t->s, *at + name.n);

		if (importfind_free(t, *at, name.n) &&
		    !str_starts(rest, STR("长")) &&
		    !str_starts(rest, STR("员")))
			return true;
		*at += name.n;
	}
	return false;
}

static void
use_name(struct finding *g, struct str name)
{
	size_t i, at, count = 0;

	for (i = 0; i < g->n; i++)
		for (at = 0; next_place(&g->texts[i], name, &at); at += name.n)
			count++;
	if (count < 2)
		return;
	for (i = 0; i < g->n; i++) {
		struct text *t = &g->texts[i];

		for (at = 0; next_place(t, name, &at); at += name.n)
			importfind_span(g, t, at, name.n,
			    importfind_fact(
				g, GROUP_NAMES, name, name, t->block, at),
			    NULL);
	}
}

void
importnames_find(struct finding *g)
{
	struct names ns = { 0 };
	size_t i;

	for (i = 0; i < g->n; i++)
		gather_names(&ns, &g->texts[i]);
	if (ns.n != 0)
		qsort(ns.list, ns.n, sizeof(*ns.list), longer_first);
	for (i = 0; i < ns.n; i++) {
		use_name(g, buf_str(&ns.list[i]));
		buf_free(&ns.list[i]);
	}
	free(ns.list);
}
