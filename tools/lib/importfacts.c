/* importfacts: the numbers, dates, names and masks of an old report as facts */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "importfacts.h"
#include "importnouns.h"
#include "utf8.h"

enum { NAME_LEAST = 4, NAME_MOST = 20, NAMES = 64, FACTS = 1000, MASK = 20 };
#define NO_FACT ((size_t)-1)

/* A text that facts are sought in. */
struct text {
	size_t block;
	struct str s;
	char *taken; /* 1 for each byte that no fact may touch */
};

struct finding {
	const struct olddoc *doc;
	struct importfacts *f;
	struct text *texts;
	size_t n;
	struct buf *names; /* candidates */
	size_t names_n;
};

static void
take(struct text *t, size_t at, size_t n)
{
	memset(t->taken + at, 1, n);
}

static bool
is_free(const struct text *t, size_t at, size_t n)
{
	return memchr(t->taken + at, 1, n) == NULL;
}

/* Keeps facts out of what stands between two marks; an opening mark that is
 * never closed keeps nothing, nor does one before another. */
static void
protect(struct text *t, struct str open, struct str close)
{
	size_t at, from = (size_t)-1;

	for (at = 0; at < t->s.n; at++) {
		struct str rest = str_from(t->s, at);

		if (rest.p[0] != open.p[0] && rest.p[0] != close.p[0])
			continue;
		if (from != (size_t)-1 && str_starts(rest, close)) {
			take(t, from, at + close.n - from);
			from = (size_t)-1;
		} else if (str_starts(rest, open)) {
			from = at;
		}
	}
}

static void
protect_all(struct text *t)
{
	static const char note[] = { OLD_NOTE, 0 }, end[] = { OLD_NOTE_END, 0 };
	static const char *const pairs[][2] = { { "《", "》" }, { "〈", "〉" },
		{ "“", "”" }, { "‘", "’" }, { "「", "」" }, { "『", "』" },
		{ "\"", "\"" }, { note, end } };
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		protect(t, str_of(pairs[i][0]), str_of(pairs[i][1]));
}

/* The fact of this name; one with another value makes both unsafe. NO_FACT
 * where there are too many. */
static size_t
find_fact(struct finding *g, enum importgroup group, struct str name,
    struct str value, size_t block, size_t at)
{
	struct importfacts *f = g->f;
	struct importfact *fact;
	size_t i;

	for (i = 0; i < f->n; i++) {
		fact = &f->list[i];
		if (!str_equal(buf_str(&fact->name), name))
			continue;
		if (!str_equal(buf_str(&fact->value), value))
			fact->dropped = true;
		return i;
	}
	if (f->n == FACTS)
		return NO_FACT;
	f->list = mem_more(f->list, f->n, sizeof(*f->list));
	fact = &f->list[f->n];
	*fact = (struct importfact){ .group = group, .block = block, .at = at };
	buf_adds(&fact->name, name);
	buf_adds(&fact->value, value);
	return f->n++;
}

static void
add_span(struct finding *g, struct text *t, size_t at, size_t n, size_t fact,
    const char *format)
{
	struct importfacts *f = g->f;

	take(t, at, n);
	if (fact == NO_FACT)
		return;
	f->spans = mem_more(f->spans, f->spans_n, sizeof(*f->spans));
	f->spans[f->spans_n++] =
	    (struct importspan){ t->block, at, n, fact, format };
}

static bool
digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Reads digits without a zero in front; 0 where there are none. */
static int
number_at(struct str s, size_t *at, size_t most)
{
	size_t from = *at;
	int n = 0;

	if (digit(s, *at) && s.p[*at] == '0')
		return 0;
	while (digit(s, *at) && *at - from < most)
		n = 10 * n + s.p[(*at)++] - '0';
	return digit(s, *at) ? 0 : n;
}

static bool
skip(struct str s, size_t *at, const char *mark)
{
	if (!str_starts(str_from(s, *at), str_of(mark)))
		return false;
	*at += strlen(mark);
	return true;
}

static int
days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return days[month - 1];
}

/* A fact for the date at byte at, where one stands there. */
static void
take_date(struct finding *g, struct text *t, size_t at)
{
	struct buf name = { 0 }, value = { 0 };
	size_t end = at, day_end;
	int year = number_at(t->s, &end, 4), month = 0, day = 0;
	bool signing = g->doc->blocks[t->block].role == ROLE_SIGNATURE;

	if (year < 1900 || year > 2099 || !skip(t->s, &end, "年"))
		return;
	month = number_at(t->s, &end, 2);
	if (month < 1 || month > 12 || !skip(t->s, &end, "月"))
		return;
	day_end = end;
	day = number_at(t->s, &day_end, 2);
	if (day < 1 || day > days_of(year, month) ||
	    !skip(t->s, &day_end, "日"))
		day = 0;
	if (digit(t->s, end) && day == 0)
		return;
	if (day != 0) {
		end = day_end;
		buf_addf(&value, "%d-%02d-%02d", year, month, day);
		buf_addf(&name, "日期%d%02d%02d", year, month, day);
	} else {
		buf_addf(&value, "%d-%02d", year, month);
		buf_addf(&name, "年月%d%02d", year, month);
	}
	if (signing) {
		buf_clear(&name);
		buf_addz(&name, "成文日期");
	}
	if (is_free(t, at, end - at))
		add_span(g, t, at, end - at,
		    find_fact(g, GROUP_TIME, buf_str(&name), buf_str(&value),
			t->block, at),
		    day != 0 ? "date" : "month");
	buf_free(&name);
	buf_free(&value);
}

static void
find_dates(struct finding *g)
{
	size_t i, at;

	for (i = 0; i < g->n; i++)
		for (at = 0; at < g->texts[i].s.n; at++)
			if (digit(g->texts[i].s, at) &&
			    (at == 0 || !digit(g->texts[i].s, at - 1)))
				take_date(g, &g->texts[i], at);
}

/* The year of four digits before 年 at byte at that no fact has; 0 for none. */
static int
year_at(const struct text *t, size_t at)
{
	size_t end = at;
	int year;

	if (!digit(t->s, at) || (at != 0 && digit(t->s, at - 1)))
		return 0;
	year = number_at(t->s, &end, 4);
	if (year < 1900 || year > 2099 ||
	    !str_starts(str_from(t->s, end), STR("年")) ||
	    !is_free(t, at, end - at))
		return 0;
	return year;
}

/* The year that is spoken of most, and those beside it. */
static void
find_years(struct finding *g)
{
	static const char *const names[] = { "上年度", "年度", "下年度" };
	size_t counts[200] = { 0 }, i, at;
	struct buf value = { 0 };
	int year, main = 0;

	for (i = 0; i < g->n; i++)
		for (at = 0; at < g->texts[i].s.n; at++)
			if ((year = year_at(&g->texts[i], at)) != 0)
				counts[year - 1900]++;
	for (year = 1900; year < 2100; year++)
		if (counts[year - 1900] != 0 &&
		    (main == 0 || counts[year - 1900] >= counts[main - 1900]))
			main = year;
	for (i = 0; i < g->n; i++) {
		struct text *t = &g->texts[i];

		for (at = 0; at < t->s.n; at++) {
			year = year_at(t, at);
			if (year == 0 || abs(year - main) > 1)
				continue;
			buf_clear(&value);
			buf_addf(&value, "%d", year);
			add_span(g, t, at, 4,
			    find_fact(g, GROUP_TIME,
				str_of(names[year - main + 1]), buf_str(&value),
				t->block, at),
			    NULL);
		}
	}
	buf_free(&value);
}

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
add_name(struct finding *g, struct str name)
{
	size_t i;

	if (!is_office(name) || g->names_n == NAMES)
		return;
	for (i = 0; i < g->names_n; i++)
		if (str_equal(buf_str(&g->names[i]), name))
			return;
	g->names = mem_more(g->names, g->names_n, sizeof(*g->names));
	g->names[g->names_n] = (struct buf){ 0 };
	buf_adds(&g->names[g->names_n++], name);
}

/* The names in a text: all between two characters that are not Han, and, in
 * the head and at the end of a report, all of a line. */
static void
gather_names(struct finding *g, const struct text *t)
{
	size_t at = 0, from = 0, n;

	for (;;) {
		n = importnouns_han(t->s, at);
		if (n != 0) {
			at += n;
			continue;
		}
		if (at > from)
			add_name(g, str_cut(t->s, from, at - from));
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

		if (is_free(t, *at, name.n) && !str_starts(rest, STR("长")) &&
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
			add_span(g, t, at, name.n,
			    find_fact(g, GROUP_NAMES, name, name, t->block, at),
			    NULL);
	}
}

static void
find_names(struct finding *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		gather_names(g, &g->texts[i]);
	if (g->names_n != 0)
		qsort(g->names, g->names_n, sizeof(*g->names), longer_first);
	for (i = 0; i < g->names_n; i++) {
		use_name(g, buf_str(&g->names[i]));
		buf_free(&g->names[i]);
	}
	free(g->names);
}

/* The length of a mask at byte at: asterisks, or two or more × or X that stand
 * among Chinese. */
static size_t
mask_at(const struct text *t, size_t at)
{
	static const char *const signs[] = { "*", "＊", "×", "X" };
	size_t i, n, end;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		struct str sign = str_of(signs[i]);

		if (t->s.p[at] != sign.p[0])
			continue;
		for (end = at; str_starts(str_from(t->s, end), sign) &&
			       end - at < MASK * sign.n;)
			end += sign.n;
		n = end - at;
		if (n == 0 || (i >= 2 && n == sign.n))
			continue;
		/* 3 × 5, or a sign by itself, hides nothing */
		if (importnouns_han(t->s, end) == 0 &&
		    importnouns_run(t->s, at, 1) == at)
			continue;
		if (i == 3 && (importnouns_han(t->s, end) == 0 ||
				  (at != 0 && !utf8_chinese_before(t->s, at))))
			continue;
		return n;
	}
	return 0;
}

/* Names what a mask hides by what follows it: 县名, 党员人数, 某新兴. */
static void
name_mask(const struct text *t, size_t at, size_t end, struct buf *name)
{
	static const char *const places[] = { "街道", "社区", "公司", "集团",
		"学校", "中学", "小学", "医院", "支行", "中心", "省", "市",
		"县", "区", "州", "旗", "镇", "乡", "村", "局", "厅", "部",
		"处", "院", "校", "厂", "站" };
	size_t i, n, unit = importnouns_unit(t->s, end);
	struct str rest = str_from(t->s, end);

	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (str_starts(rest, str_of(places[i]))) {
			buf_addf(name, "%s名", places[i]);
			return;
		}
	if (unit != 0 && importnouns_name(t->s, at, end, unit, name))
		return;
	if (importnouns_han(t->s, end) == 0) {
		size_t from = importnouns_run(t->s, at, 1);

		buf_adds(name, str_cut(t->s, from, at - from));
		buf_addz(name, "某");
		return;
	}
	buf_addz(name, "某");
	for (i = 0; i < 2 && (n = importnouns_han(t->s, end)) != 0; i++) {
		buf_add(name, t->s.p + end, n);
		end += n;
	}
}

/* A name that has this value or none yet: other masks get a number. */
static void
number_mask(const struct finding *g, struct str value, struct buf *name)
{
	size_t i, k, n = name->n;

	for (k = 2; k < 100; k++) {
		for (i = 0; i < g->f->n; i++)
			if (str_equal(
				buf_str(&g->f->list[i].name), buf_str(name)))
				break;
		if (i == g->f->n ||
		    str_equal(buf_str(&g->f->list[i].value), value))
			return;
		name->n = n;
		buf_addf(name, "%zu", k);
	}
}

static void
find_masks(struct finding *g)
{
	struct buf name = { 0 };
	size_t i, at, n;

	for (i = 0; i < g->n; i++) {
		struct text *t = &g->texts[i];

		for (at = 0; at < t->s.n; at += n != 0 ? n : 1) {
			n = mask_at(t, at);
			if (n == 0 || !is_free(t, at, n))
				continue;
			buf_clear(&name);
			name_mask(t, at, at + n, &name);
			number_mask(g, str_cut(t->s, at, n), &name);
			add_span(g, t, at, n,
			    find_fact(g, GROUP_MASKS, buf_str(&name),
				str_cut(t->s, at, n), t->block, at),
			    NULL);
		}
	}
	buf_free(&name);
}

/* The end of the number at byte at, 0 where it is none that counts: a number
 * that begins with 0, a version, an ordinal. */
static size_t
count_end(const struct text *t, size_t at)
{
	size_t end = at;

	if (!digit(t->s, at))
		return 0;
	if (at != 0 && (unsigned char)t->s.p[at - 1] < 0x80 &&
	    t->s.p[at - 1] > ' ')
		return 0;
	if (at >= 3 && str_equal(str_cut(t->s, at - 3, 3), STR("第")))
		return 0;
	while (digit(t->s, end))
		end++;
	if (end - at > 1 && t->s.p[at] == '0')
		return 0;
	if (end < t->s.n && t->s.p[end] == '.' && digit(t->s, end + 1))
		for (end++; digit(t->s, end);)
			end++;
	return end;
}

static void
find_counts(struct finding *g)
{
	struct buf name = { 0 };
	size_t i, at, end, unit;

	for (i = 0; i < g->n; i++) {
		struct text *t = &g->texts[i];

		for (at = 0; at < t->s.n; at = end != 0 ? end : at + 1) {
			end = count_end(t, at);
			if (end == 0 || !is_free(t, at, end - at))
				continue;
			unit = importnouns_unit(t->s, end);
			buf_clear(&name);
			if (unit == 0 ||
			    !importnouns_name(t->s, at, end, unit, &name))
				continue;
			add_span(g, t, at, end - at,
			    find_fact(g, GROUP_COUNTS, buf_str(&name),
				str_cut(t->s, at, end - at), t->block, at),
			    NULL);
		}
	}
	buf_free(&name);
}

/* Says whether facts may stand in a block. */
static bool
holds_facts(const struct oldblock *b)
{
	return b->kind == OLD_TEXT && b->style != STYLE_CONTENTS &&
	       b->role != ROLE_ATTACHMENTS && b->role != ROLE_LABEL &&
	       b->role != ROLE_CAPTION && b->role != ROLE_NOTE;
}

static int
in_order(const void *a, const void *b)
{
	const struct importspan *x = a, *y = b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* Takes out the places of facts that have two values. */
static void
drop(struct importfacts *f)
{
	size_t i, n = 0;

	for (i = 0; i < f->spans_n; i++)
		if (!f->list[f->spans[i].fact].dropped)
			f->spans[n++] = f->spans[i];
	f->spans_n = n;
	if (n != 0)
		qsort(f->spans, n, sizeof(*f->spans), in_order);
}

void
importfacts_find(const struct olddoc *doc, struct importfacts *f)
{
	struct finding g = { .doc = doc, .f = f };
	size_t i;

	for (i = 0; i < doc->n; i++) {
		struct text t = { .block = i,
			.s = buf_str(&doc->blocks[i].text) };

		if (!holds_facts(&doc->blocks[i]))
			continue;
		t.taken = mem_alloc(t.s.n + 1);
		protect_all(&t);
		g.texts = mem_more(g.texts, g.n, sizeof(*g.texts));
		g.texts[g.n++] = t;
	}
	find_names(&g);
	find_dates(&g);
	find_years(&g);
	find_masks(&g);
	find_counts(&g);
	drop(f);
	for (i = 0; i < g.n; i++)
		free(g.texts[i].taken);
	free(g.texts);
}

void
importfacts_free(struct importfacts *f)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		buf_free(&f->list[i].name);
		buf_free(&f->list[i].value);
	}
	free(f->list);
	free(f->spans);
	*f = (struct importfacts){ 0 };
}
