/* sequence: the numbers of headings and their marks */
#include <stdlib.h>

#include "brothers.h"
#include "die.h"
#include "headingmark.h"
#include "partline.h"
#include "sequence.h"
#include "succession.h"

enum { LEVELS = 4, COLON = 0xFF1A, STOP = 0x3002 };

enum { ORDER, LEVEL, MARK, END, FORM, RULES };

static const struct rule rules[RULES] = {
	{ "heading-order", "标题序号", LEVEL_ERROR,
	    "headings of a level whose numbers do not follow each other",
	    false },
	{ "heading-level", "标题层级", LEVEL_WARNING,
	    "a heading whose level skips one", false },
	{ "heading-mark", "序号标点", LEVEL_WARNING,
	    "a heading's number with another mark than 一、 （一） 1. （1）",
	    false },
	{ "heading-end", "标题末标点", LEVEL_WARNING,
	    "a mark at the end of a heading that stands alone", false },
	{ "heading-form", "标题形式", LEVEL_NOTE,
	    "headings of a level some of which have text on their line",
	    false },
};

/* The headings of a level under one parent. */
struct tier {
	struct succession numbers;
	struct brothers brothers;
	size_t before; /* the last number under the parent before */
	bool parted; /* texts stand between them: they are headings */
	bool starts_late; /* the first is not 1, which may be an excerpt */
	bool doubtful; /* the first is as 一， that a sentence may begin with */
	bool half; /* but with a half-width mark */
	struct spot first;
	size_t first_value;
	bool skips; /* it skips a level, which is told if that one comes */
};

/* A first number that goes on from those under the parent before: all may, as
 * in the decisions of congresses, but not some. */
struct late {
	struct spot spot;
	int level;
	size_t value;
};

struct sequence {
	const struct proofing *p;
	const struct rule *rules;
	struct tier levels[LEVELS + 1];
	struct late *late;
	size_t late_n, restarts[LEVELS + 1];
	struct spot *skips; /* 一、 to 1., by parent */
	size_t skips_n, thirds; /* parents with 一、（一）1. */
	bool told[LEVELS + 1][LEVELS + 1]; /* skips from and to a level */
	bool has_text; /* there is a text before */
	bool colon; /* the paragraph before ends in one */
	int last; /* level of the paragraph before, or 0 for a text */
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct sequence *s = mem_alloc(sizeof(*s));

	s->p = p;
	s->rules = own;
	return s;
}

static struct finding *
tell_mark(struct sequence *s, int level, size_t value, struct spot spot)
{
	struct buf right = { 0 };
	struct finding *f;

	heading_put(level, value, &right);
	f = findings_add(s->p->findings, spot, &s->rules[MARK],
	    "the number of a heading at this level is written %s", right.p);
	findings_replace(f, buf_str(&right), true);
	buf_free(&right);
	return f;
}

static void
end_level(struct sequence *s, int level)
{
	struct tier *l = &s->levels[level];
	struct finding *f;

	if (l->doubtful && l->half) {
		f = tell_mark(s, level, 1, l->first);
		if (f != NULL)
			f->safe = false;
	}
	brothers_end(
	    &l->brothers, s->p->findings, &s->rules[END], &s->rules[FORM]);
	if (l->numbers.last != 0)
		l->before = l->numbers.last;
	l->numbers = (struct succession){ 0 };
	l->parted = l->starts_late = l->skips = l->doubtful = false;
}

/* What comes is not under any heading before: the page of an attachment, 第二
 * 部分. Numbers may go on from those before or start again. */
static void
begin_part(struct sequence *s)
{
	size_t before = s->levels[1].numbers.last;
	int i;

	for (i = LEVELS; i > 0; i--) {
		end_level(s, i);
		s->levels[i].before = 0;
	}
	s->levels[1].numbers.instead = before;
}

static void
tell_order(struct sequence *s, struct spot spot, const struct rule *rule,
    int level, size_t before, size_t value, bool back)
{
	struct buf is = { 0 }, last = { 0 }, next = { 0 };

	heading_put(level, value, &is);
	heading_put(level, before != 0 ? before : 1, &last);
	heading_put(level, before + 1, &next);
	if (before == 0)
		findings_add(s->p->findings, spot, rule,
		    "the first heading here is %s: number it %s", is.p, next.p);
	else if (value == before)
		findings_add(s->p->findings, spot, rule,
		    "there are two headings %s: number this one %s", is.p,
		    next.p);
	else if (back)
		findings_add(s->p->findings, spot, rule,
		    "heading %s follows %s: number it %s", is.p, last.p,
		    next.p);
	else
		findings_add(s->p->findings, spot, rule,
		    "heading %s follows %s and %s is missing: add it or "
		    "number this one %s",
		    is.p, last.p, next.p, next.p);
	buf_free(&is);
	buf_free(&last);
	buf_free(&next);
}

/* The level of the heading above a level, or 0. */
static int
parent_of(const struct sequence *s, int level)
{
	while (--level > 0 && s->levels[level].numbers.last == 0)
		;
	return level;
}

/* Says whether a number 1 starts a new list under the same heading: one that a
 * colon introduces, or, of items without texts between, one after a text. */
static bool
starts_again(const struct sequence *s, int level)
{
	const struct tier *l = &s->levels[level];

	if (l->numbers.last < 2 && !s->colon)
		return false;
	return s->colon || (level > 2 && s->last == 0 && !l->parted);
}

/*
 * GB/T 9704-2012 7.3.3: 一、 （一） 1. （1） in this order. A report of two
 * levels may take 1. directly below 一、: that is told only where a （一）
 * stands beside it, or where the report has 1. below （一） at least as often.
 * Items that a colon introduces are a list, whatever their numbers.
 */
static void
check_level(struct sequence *s, int level, struct spot spot)
{
	int parent = parent_of(s, level);

	if (level == 3 && parent == 2 && !s->colon)
		s->thirds++;
	if (parent == 0 || level - parent < 2 || s->colon)
		return;
	if (parent == 1 && level == 3) {
		s->levels[level].skips = true;
		s->skips = mem_more(s->skips, s->skips_n, sizeof(*s->skips));
		s->skips[s->skips_n++] = spot;
		return;
	}
	if (s->told[parent][level])
		return;
	s->told[parent][level] = true;
	findings_add(s->p->findings, spot, &s->rules[LEVEL],
	    parent == 1 ? "this heading stands directly below 一、: the next "
			  "level is （一）"
			: "this heading stands directly below （一）: the next "
			  "level is 1.");
}

static void
tell_skip(struct sequence *s, struct spot spot)
{
	findings_add(s->p->findings, spot, &s->rules[LEVEL],
	    "this heading stands directly below 一、, while others have （一） "
	    "between: give it that level");
}

/* The first number under a parent. */
static void
check_first(struct sequence *s, int level, size_t value, struct spot spot)
{
	struct tier *l = &s->levels[level];

	l->first = spot;
	l->first_value = value;
	if (value == 1) {
		s->restarts[level] += l->before != 0;
		return;
	}
	if (level > 1 && l->before != 0 && value == l->before + 1) {
		s->late = mem_more(s->late, s->late_n, sizeof(*s->late));
		s->late[s->late_n++] = (struct late){ spot, level, value };
	} else if (s->has_text || parent_of(s, level) != 0) {
		tell_order(s, spot, &s->rules[ORDER], level, 0, value, false);
	} else {
		l->starts_late = true;
		return;
	}
}

/* Counts the typed number of a heading. */
static void
count_typed(struct sequence *s, int level, size_t value, struct spot spot)
{
	struct tier *l = &s->levels[level];
	struct succession before;
	enum succession_step step;

	if (value == 1 && l->numbers.last != 0 &&
	    (l->doubtful || starts_again(s, level))) {
		end_level(s, level);
		l->before = 0;
	}
	before = l->numbers;
	step = succession_step(&l->numbers, value);
	if (before.last == 0 && before.instead == 0) {
		check_first(s, level, value, spot);
		return;
	}
	if (l->starts_late) {
		tell_order(s, l->first, &s->rules[ORDER], level, 0,
		    l->first_value, false);
		l->starts_late = false;
	}
	if (step != SUCCESSION_NEXT)
		tell_order(s, spot, &s->rules[ORDER], level, before.last, value,
		    step == SUCCESSION_BACK);
}

/* A sentence may begin with 一， too: that waits for the heading 二. */
static void
check_mark(struct sequence *s, const struct headingmark *h, struct spot spot)
{
	struct tier *l = &s->levels[h->level];

	if (l->doubtful)
		tell_mark(s, h->level, 1, l->first);
	l->doubtful = h->wrong && !h->certain && h->value == 1;
	l->half = h->half;
	if (l->doubtful)
		l->first = spot;
	else if (h->wrong)
		tell_mark(s, h->level, h->value, spot);
}

/* A heading, or a line that should be one. */
static void
take_heading(
    struct sequence *s, const struct prose *p, const struct headingmark *h)
{
	struct tier *l = &s->levels[h->level];
	struct spot spot = prose_spot(p, p->start, h->end);
	int i;

	for (i = LEVELS; i > h->level; i--) {
		if (h->level == 2 && l->numbers.last == 0 && s->levels[i].skips)
			tell_skip(s, s->skips[--s->skips_n]);
		end_level(s, i);
	}
	if (l->numbers.last != 0 && s->last != h->level)
		l->parted = true;
	if (l->numbers.last == 0)
		check_level(s, h->level, spot);
	/* what outline numbers is right */
	if (h->value == 0 && l->numbers.last == 0)
		l->numbers.last = l->numbers.instead + 1;
	else if (h->value == 0)
		l->numbers.last++;
	else if (p->origin[p->start] == PROSE_MADE)
		l->numbers = (struct succession){ .last = h->value };
	else
		count_typed(s, h->level, h->value, spot);
	for (i = 1; i < h->level; i++)
		brothers_follow(&s->levels[i].brothers);
	brothers_add(&l->brothers, p, h->end);
	check_mark(s, h, spot);
}

/* Says whether what looks like a number with 1， or 一： is one: it is the
 * first, or the next. */
static bool
is_number(const struct sequence *s, const struct headingmark *h)
{
	return h->certain || h->value == 1 ||
	       h->value == s->levels[h->level].numbers.last + 1;
}

static void
take_text(struct sequence *s, const struct prose *p)
{
	int i;

	if (partline(p)) {
		begin_part(s);
		return;
	}
	for (i = 1; i <= LEVELS; i++)
		brothers_follow(&s->levels[i].brothers);
	s->has_text = true;
}

static void
take(void *ctx, const struct prose *p)
{
	struct sequence *s = ctx;
	struct headingmark h;

	if (p->kind == PROSE_TITLE) {
		begin_part(s);
		return;
	}
	if (p->kind != PROSE_HEADING && p->kind != PROSE_TEXT)
		return;
	if (headingmark_read(p, &h) && is_number(s, &h)) {
		take_heading(s, p, &h);
		s->last = h.level;
	} else {
		take_text(s, p);
		s->last = 0;
	}
	s->colon = p->c[p->end - 1] == COLON || p->c[p->end - 1] == ':';
}

static void
end(void *ctx)
{
	struct sequence *s = ctx;
	size_t i, goes_on[LEVELS + 1] = { 0 };
	int level;

	begin_part(s);
	for (i = 0; i < s->late_n; i++)
		goes_on[s->late[i].level]++;
	for (i = 0; i < s->late_n; i++) {
		const struct late *l = &s->late[i];

		if (goes_on[l->level] < 2 || s->restarts[l->level] > 0)
			tell_order(s, l->spot, &s->rules[ORDER], l->level, 0,
			    l->value, false);
	}
	for (i = 0; i < s->skips_n && s->thirds >= s->skips_n; i++)
		tell_skip(s, s->skips[i]);
	for (level = 1; level <= LEVELS; level++)
		brothers_free(&s->levels[level].brothers);
	free(s->late);
	free(s->skips);
	free(s);
}

const struct family family_sequence = { rules, RULES, start, take, end };
