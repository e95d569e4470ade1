/* importfacts: the numbers, dates, names and masks of an old report as facts */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "importdates.h"
#include "importfacts.h"
#include "importfind.h"
#include "importnames.h"
#include "importnouns.h"
#include "utf8.h"

enum { MASK = 20 }; /* signs */

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
			if (n == 0 || !importfind_free(t, at, n))
				continue;
			buf_clear(&name);
			name_mask(t, at, at + n, &name);
			number_mask(g, str_cut(t->s, at, n), &name);
			importfind_span(g, t, at, n,
			    importfind_fact(g, GROUP_MASKS, buf_str(&name),
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

	if (!importfind_digit(t->s, at))
		return 0;
	if (at != 0 && (unsigned char)t->s.p[at - 1] < 0x80 &&
	    t->s.p[at - 1] > ' ')
		return 0;
	if (at >= 3 && str_equal(str_cut(t->s, at - 3, 3), STR("第")))
		return 0;
	while (importfind_digit(t->s, end))
		end++;
	if (end - at > 1 && t->s.p[at] == '0')
		return 0;
	if (end < t->s.n && t->s.p[end] == '.' &&
	    importfind_digit(t->s, end + 1))
		for (end++; importfind_digit(t->s, end);)
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
			if (end == 0 || !importfind_free(t, at, end - at))
				continue;
			unit = importnouns_unit(t->s, end);
			buf_clear(&name);
			if (unit == 0 ||
			    !importnouns_name(t->s, at, end, unit, &name))
				continue;
			importfind_span(g, t, at, end - at,
			    importfind_fact(g, GROUP_COUNTS, buf_str(&name),
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
		importfind_protect(&t);
		g.texts = mem_more(g.texts, g.n, sizeof(*g.texts));
		g.texts[g.n++] = t;
	}
	importnames_find(&g);
	importdates_find(&g);
	importdates_years(&g);
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
