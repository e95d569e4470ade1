/*
 * amounts: the same quantity with two values in two places of the report
 *
 * What a number counts is its noun and its unit (noun.h), and all that its
 * clause says besides, without the words that every such clause has (全年,
 * 共召开): 受理诉求 and 办结诉求 are two things, 党员大会7次 and
 * 共召开党员大会7次 one. Only what plainly is the same is compared.
 */
#include <stdlib.h>

#include "amounts.h"
#include "chars.h"
#include "die.h"
#include "noun.h"
#include "numeral.h"
#include "run.h"
#include "sense.h"
#include "subject.h"
#include "tally.h"

static const struct rule rules[] = {
	{ "amount", "数量不一", LEVEL_WARNING,
	    "the same quantity with another value elsewhere", false },
};

enum { CLAUSE = 30 }; /* characters before a number that are looked at */

struct amounts {
	const struct proofing *p;
	const struct rule *rule;
	struct nouns *nouns;
	struct numerals *numerals;
	struct tally tally;
	struct subject subject;
	int plan; /* the level of a heading of what is to come, or 0 */
	/* of the sentence that is read */
	size_t sentence, clause; /* their starts */
	size_t named; /* up to where subjects were looked for */
	size_t looked; /* up to where words of another scope were looked for */
	bool elsewhere, whole;
	unsigned year, first_year;
	struct buf key, value;
};

/* Characters that begin the units of numeral.c after which a Han numeral is a
 * number. */
static const char unit_starts[] =
    "个平公立千万亿小分人场件户课学元角名次项条期天篇份家处批支届周年岁位部本"
    "张套台辆所间座栋队组轮倍遍字票吨亩米秒类级层段点门堂幅块片只艘艇箱袋车趟"
    "封起宗例笔股";

/* What says so behind a noun. */
static const char every[] = "均 都 全部 无一";

/* What one meeting of some is called for. */
static const char purposes[] =
    "研究 审议 专题 听取 讨论 传达 学习 部署 推选 选举";

static const char sums[] =
    "共 累计 合计 总计 总 全年 现有 目前 全部 全体 一年来 以来 年度 期末 年末 "
    "年底";

/* Headings of what is still to be done. */
static const char plans[] =
    "下一步 下步 计划 打算 安排 目标 努力方向 明年 下年度 思路 任务 去年 上年";

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct amounts *a = mem_alloc(sizeof(*a));

	*a = (struct amounts){ .p = p, .rule = own };
	a->nouns = nouns_new();
	a->numerals = numerals_new();
	return a;
}

/* Adds what characters from to end say without the neutral words. */
static void
add_sense(struct amounts *a, const struct prose *p, size_t from, size_t end)
{
	while (from < end) {
		struct run r = run_at(p, from);
		size_t n = sense_neutral(p, from);

		if (r.arabic && chars_in(p, r.end, "年") && r.end < end)
			n = r.end + 1 - from;
		if (n == 0) {
			buf_adds(&a->key, chars_text(p, from, from + 1));
			n = 1;
		}
		from += n;
	}
}

/* The end of what a number at i counts, without the words between: 党员大会 of
 * 党员大会共召开. */
static size_t
noun_end(const struct amounts *a, const struct prose *p, size_t i)
{
	size_t n;

	while (i > a->clause && (n = sense_between(p, i)) != 0 &&
	       i >= a->clause + n)
		i -= n;
	return i;
}

/* The start of the noun that ends at end, or end where none is plain. */
static size_t
noun_start(const struct amounts *a, const struct prose *p, size_t end)
{
	struct str clause = chars_text(p, a->clause, end), noun;
	size_t from = end, n;

	noun = noun_before(a->nouns, clause, clause.n);
	while (from > a->clause && p->at[end] - p->at[from] < noun.n)
		from--;
	/* no verb parted them: 年度发放慰问金 */
	while (
	    from < end && (n = sense_neutral(p, from)) != 0 && from + n <= end)
		from += n;
	return from;
}

/* The end of the noun behind a number, where the sentence plainly means all of
 * them: 共召开7次党员大会。 9次党员大会均有记录; not 召开2次党员大会，研究换届.
 */
static size_t
noun_after(const struct amounts *a, const struct prose *p, size_t i)
{
	size_t end = i;
	bool all = a->whole;

	if (!chars_in(p, i - 1, "次场期户家件篇"))
		return i;
	while (end < p->end && end < i + 8 && chars_han(p->c[end]) &&
	       chars_word(p, end, every) == 0)
		end++;
	if (end < p->end && chars_han(p->c[end])) {
		if (chars_word(p, end, every) == 0)
			return i;
		all = true;
	} else if (chars_word(p, end + 1, purposes) != 0) {
		return i;
	}
	return all && end >= i + 2 ? end : i;
}

/* Looks for words of another scope and of the sum in what of the sentence was
 * not looked at yet, up to character i. */
static void
look(struct amounts *a, const struct prose *p, size_t i)
{
	size_t from = a->looked > a->sentence + 4 ? a->looked - 4 : a->sentence;
	struct noun_scope stretch = { .text = chars_text(p, from, i) };

	a->elsewhere =
	    a->elsewhere || noun_elsewhere(a->nouns, &stretch, stretch.text.n);
	for (; from < i && !a->whole; from++)
		a->whole = chars_word(p, from, sums) != 0;
	a->looked = i;
	for (; a->named < i; a->named++)
		if (chars_in(p, a->named, "。！？；，"))
			subject_clause(&a->subject, p, a->named + 1);
}

/* The office whose report it is, and what is all of it. */
static const char offices[] =
    "支部 党支部 我支部 本支部 局党 局机关 机关 我局 本局 我单位 本单位 全局";

/* What both an office has, and a place that is more than that. */
static const char people[] = "党员 干部 职工 人员 同志";
static const char wide[] =
    "全县 我县 全市 我市 全区 我区 全镇 我镇 全乡 我乡 全省 全国 全州 全系统";

/* Says whether a clause says no more than what an office has: 支部党员38名，.
 */
static bool
is_plain(
    const struct amounts *a, const struct prose *p, size_t from, size_t end)
{
	return a->key.n == 0 && from > a->clause &&
	       chars_word(p, a->clause, offices) != 0 &&
	       (end == p->end || chars_in(p, end, "，。；、（"));
}

/* Takes the number n at character i. */
static void
take_number(struct amounts *a, const struct prose *p, size_t i, size_t end,
    const struct numeral *n)
{
	size_t noun_to = noun_end(a, p, i), from = noun_start(a, p, noun_to);
	size_t named;
	struct str noun;

	look(a, p, i);
	if (a->elsewhere ||
	    chars_word(p, end, "以上 以下 以内 的目标 的要求") != 0)
		return;
	buf_clear(&a->key);
	add_sense(a, p, a->clause, from);
	if (noun_to - from >= 2) {
		noun = chars_text(p, from, noun_to);
	} else {
		/* 共召开7次党员大会 */
		named = noun_after(a, p, end);
		if (named == end || a->key.n != 0)
			return;
		noun = chars_text(p, end, named);
	}
	noun = sense_short(noun);
	if (!a->whole && sense_general(noun) && !is_plain(a, p, from, end))
		return;
	if (chars_word(p, noun_to - from >= 2 ? from : end, people) != 0 &&
	    chars_word(p, a->clause, wide) != 0)
		buf_addz(&a->key, "全");
	buf_addf(&a->key, "|%.*s|%.*s|%u|", STR_ARG(noun), STR_ARG(n->unit),
	    a->year != 0 ? a->year : a->first_year);
	buf_adds(&a->key, buf_str(&a->subject.now));
	buf_clear(&a->value);
	if (numeral_value(n->digits, &a->value))
		tally_add(&a->tally, buf_str(&a->key), buf_str(&a->value),
		    chars_text(p, i, end), prose_spot(p, i, end));
}

/* Says whether a run begins a date, and notes the year, or that the sentence
 * is about one month. */
static bool
is_time(struct amounts *a, const struct prose *p, const struct run *r)
{
	if (r->arabic && run_length(r) == 4 && chars_in(p, r->end, "年")) {
		a->year = r->value;
		if (a->first_year == 0)
			a->first_year = r->value;
		return true;
	}
	if (chars_in(p, r->end, "月")) {
		if (r->value != 12 && chars_word(p, r->end, "月底 月末") == 0)
			a->elsewhere = true;
		return true;
	}
	return chars_in(p, r->end, "年日号时点季届:：是、");
}

/* Takes the run of numerals at i; returns where to go on. */
static size_t
take_run(struct amounts *a, const struct prose *p, size_t i)
{
	struct run r = run_at(p, i);
	struct numeral n;
	size_t end = r.end;

	if (is_time(a, p, &r) || i > a->clause + CLAUSE ||
	    (i != a->clause && !chars_han(p->c[i - 1])) ||
	    chars_in(p, i - 1, "第") ||
	    (!r.arabic && !chars_in(p, r.end, unit_starts)))
		return r.end;
	numeral_read(a->numerals, p->text, p->at[i], &n);
	if (n.kind != NUMERAL_NUMBER || n.unit.n == 0)
		return r.end;
	while (end < p->end && p->at[end] < p->at[i] + n.length)
		end++;
	take_number(a, p, i, end, &n);
	return end;
}

/* Says whether a paragraph is of what is still to be done. */
static bool
is_plan(struct amounts *a, const struct prose *p)
{
	size_t i;

	if (p->kind != PROSE_HEADING)
		return a->plan != 0;
	if (a->plan != 0 && p->heading.level > a->plan)
		return true;
	a->plan = 0;
	for (i = p->number_end; i < p->heading_end && a->plan == 0; i++)
		if (chars_word(p, i, plans) != 0)
			a->plan = p->heading.level;
	return a->plan != 0;
}

static void
new_sentence(struct amounts *a, size_t i)
{
	a->sentence = a->looked = i;
	a->elsewhere = a->whole = false;
	a->year = 0;
}

static void
take(void *ctx, const struct prose *p)
{
	struct amounts *a = ctx;
	size_t i = p->kind == PROSE_HEADING ? p->number_end : p->start;

	if ((p->kind != PROSE_TEXT && p->kind != PROSE_HEADING &&
		p->kind != PROSE_FOOTNOTE) ||
	    is_plan(a, p))
		return;
	subject_paragraph(&a->subject, p);
	a->named = i;
	new_sentence(a, i);
	a->clause = i;
	while (i < p->end) {
		if (chars_digit(p->c[i]) || chars_numeral(p->c[i])) {
			i = take_run(a, p, i);
			continue;
		}
		if (chars_in(p, i, "。！？；")) {
			new_sentence(a, i + 1);
			a->clause = i + 1;
		} else if (p->c[i] != 0x300A && p->c[i] != 0x300B &&
			   p->c[i] >= 0x2000 && !chars_han(p->c[i]) &&
			   chars_in(p, i, "，、：（）“”")) {
			a->clause = i + 1;
		}
		i++;
	}
}

/* Tells what of a thing differs from most of it. */
static void
tell(const struct amounts *a, const struct thing *thing)
{
	const struct tallied *most = tally_most(&a->tally, thing), *x;
	size_t i;

	for (i = thing->first; most != NULL && i != 0; i = x->next) {
		x = &a->tally.list[i - 1];
		if (str_equal(buf_str(&x->value), buf_str(&most->value)))
			continue;
		findings_add(a->p->findings, x->spot, a->rule,
		    "%.*s here, but %.*s at %s:%zu:%zu; they seem to count "
		    "the same",
		    STR_ARG(buf_str(&x->text)), STR_ARG(buf_str(&most->text)),
		    most->spot.at.path, most->spot.at.line,
		    most->spot.at.column);
	}
}

static void
end(void *ctx)
{
	struct amounts *a = ctx;
	size_t i;

	for (i = 0; i < a->tally.things_n; i++)
		tell(a, &a->tally.things[i]);
	nouns_free(a->nouns);
	numerals_free(a->numerals);
	tally_free(&a->tally);
	subject_free(&a->subject);
	buf_free(&a->key);
	buf_free(&a->value);
	free(a);
}

const struct family family_amounts = { rules, 1, start, take, end };
