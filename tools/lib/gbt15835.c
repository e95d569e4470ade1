/*
 * gbt15835: numerals as GB/T 15835-2011 has them, and dates as GB/T 9704-2012
 * 7.3.5.4 does
 *
 * What stands in 《》 is another's title and is left as it is.
 */
#include <stdlib.h>

#include "chars.h"
#include "die.h"
#include "gbt15835.h"
#include "lang.h"
#include "padding.h"

enum { LONGEST_TITLE = 80 }; /* characters between 《 and 》 */

enum { YEAR, RANGE, LEADING_ZERO, DAY, MIXED_DATE, MIXED_NUMERAL, RULES };

static const struct rule rules[RULES] = {
	[YEAR] = { "year", "年份", LEVEL_WARNING,
	    "a year that is not written in full, or unlike the others", false },
	[RANGE] = { "range", "数值范围", LEVEL_WARNING,
	    "a range whose first number lacks its 万 or %", false },
	[LEADING_ZERO] = { "leading-zero", "前导零", LEVEL_WARNING,
	    "a month or a day with 0 in front", false },
	[DAY] = { "day", "日号", LEVEL_WARNING, "号 for 日 in a date", false },
	[MIXED_DATE] = { "mixed-date", "日期混用", LEVEL_WARNING,
	    "a date partly in Arabic and partly in Han numerals", false },
	[MIXED_NUMERAL] = { "mixed-numeral", "数字混用", LEVEL_WARNING,
	    "a number partly in Arabic and partly in Han numerals", false },
};

struct numerals_seen {
	const struct proofing *p;
	const struct rule *rules;
	size_t arabic; /* years in Arabic numerals */
	struct spot *han; /* and those in Han ones */
	size_t han_n;
	struct padding padding;
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct numerals_seen *s = mem_alloc(sizeof(*s));

	*s = (struct numerals_seen){ .p = p,
		.rules = own,
		.padding = { .p = p, .rule = own + LEADING_ZERO } };
	return s;
}

static struct finding *
tell(const struct numerals_seen *s, const struct prose *p, int rule,
    size_t from, size_t end, const char *what)
{
	struct str text = chars_text(p, from, end);

	return findings_add(s->p->findings, prose_spot(p, from, end),
	    s->rules + rule, LANG_WORD("%.*s: %s"), STR_ARG(text),
	    lang_text(what));
}

/* GB/T 15835-2011 5.1.4: four digits are not shortened to two. */
static bool
short_year(
    const struct numerals_seen *s, const struct prose *p, const struct run *r)
{
	if (!when_shortened(p, r))
		return false;
	tell(s, p, YEAR, r->from, r->end + 1, "write the year in full");
	return true;
}

/* 2022-23年, and 2022-2023年 with a hyphen (GB/T 15834-2011 4.13.3.2); returns
 * the end of such a range, or 0. */
static size_t
year_range(
    const struct numerals_seen *s, const struct prose *p, const struct run *r)
{
	struct run last = run_at(p, r->end + run_joint(p, r->end));
	struct buf text = { 0 };

	if (last.from == r->end || !last.arabic || run_length(r) != 4 ||
	    r->value < 1900 || r->value > 2099 || run_in_code(p, r->from) ||
	    !chars_in(p, last.end, "年"))
		return 0;
	if (run_length(&last) == 2) {
		tell(s, p, YEAR, r->from, last.end + 1,
		    "write both years in full");
	} else if (run_length(&last) == 4 && p->c[r->end] == '-') {
		buf_adds(&text, chars_text(p, r->from, r->end));
		buf_addz(&text, "—");
		buf_adds(&text, chars_text(p, last.from, last.end + 1));
		findings_replace(
		    tell(s, p, YEAR, r->from, last.end + 1,
			"join the years with —, not with a hyphen"),
		    buf_str(&text), true);
		buf_free(&text);
	}
	return last.end + 1;
}

/* The length of 万, 亿, % and the like at i, which a range needs twice. */
static size_t
scale_at(const struct prose *p, size_t i)
{
	if (i < p->end && (p->c[i] == '%' || p->c[i] == 0x2030))
		return 1;
	return chars_word(p, i, "万亿 万 亿 ％");
}

/* Says whether the number at a is plainly less than the one at b. */
static bool
is_less(const struct run *a, const struct run *b)
{
	return a->value < b->value;
}

/*
 * 10～20%, 3～5万: what the first number lacks makes it ambiguous, so it is
 * not left out (GB/T 15835-2011 5.1.3, whose examples are 13万元～17万元 and
 * 15%～30%). 5000～1万元 is right: the first number is the greater. Returns
 * the end of such a range, or 0.
 */
static size_t
range(const struct numerals_seen *s, const struct prose *p, size_t i)
{
	size_t first = run_number_end(p, i), sign = run_joint(p, first), last,
	       n;
	struct run a = run_at(p, i), b = run_at(p, first + sign);
	struct buf text = { 0 };

	if (sign == 0 || !b.arabic || run_in_code(p, i) ||
	    chars_in(p, i - 1, "第月日年") ||
	    (p->c[i] == '0' && run_length(&a) > 1))
		return 0;
	last = run_number_end(p, b.from);
	n = scale_at(p, last);
	if (n == 0 || !is_less(&a, &b))
		return 0;
	buf_adds(&text, chars_text(p, i, first));
	buf_adds(&text, chars_text(p, last, last + n));
	if (p->c[first] == '-')
		buf_addz(&text, "～");
	else
		buf_adds(&text, chars_text(p, first, b.from));
	buf_adds(&text, chars_text(p, b.from, last + n));
	findings_replace(
	    tell(s, p, RANGE, i, last + n,
		"the first number lacks what the second has; write it twice"),
	    buf_str(&text), p->c[last] == '%');
	buf_free(&text);
	return last + n;
}

/*
 * Beside Arabic digits stand 万 and 亿, but no other Han numeral (GB/T
 * 15835-2011 5.3): not 4千, 1百零8. 千克, 百分, 百强 are words. Returns the end
 * of such a number, or 0.
 */
static size_t
mixed_after(const struct numerals_seen *s, const struct prose *p,
    const struct run *r, size_t end)
{
	static const char *const words[][2] = {
		{ "千", "克米瓦卡兆帕伏赫安升焦字欧斤年" },
		{ "百", "分帕货强姓日年合" },
		{ "十", "大佳强五四条件项字堰里" },
	};
	size_t i;

	if (run_in_code(p, r->from) || chars_in(p, r->from - 1, "第") ||
	    (run_length(r) == 4 && r->value >= 1900 && r->value <= 2099))
		return 0;
	for (i = 0; i < 3; i++)
		if (chars_in(p, end, words[i][0]))
			break;
	if (i == 3 || chars_in(p, end + 1, words[i][1]))
		return 0;
	for (end++; end < p->end &&
		    (chars_numeral(p->c[end]) || chars_digit(p->c[end]) ||
			chars_in(p, end, "万亿"));
	     end++)
		;
	tell(s, p, MIXED_NUMERAL, r->from, end,
	    "write the number wholly in Arabic or wholly in Han numerals");
	return end;
}

/* 二十3个, 共五10人: Han numerals that Arabic digits go on; returns the end, or
 * 0. A single one often ends a word (星期五10名), so it must follow a word of
 * sum. */
static size_t
mixed_before(
    const struct numerals_seen *s, const struct prose *p, const struct run *r)
{
	struct run digits = run_at(p, r->end);
	bool tens = run_length(r) > 1 && !run_spelled(p, r);

	if (!digits.arabic || run_length(&digits) > 2 ||
	    chars_in(p, r->from - 1, "第初周期") ||
	    !chars_in(p, digits.end,
		"十百千个名次项人件场条户天日篇份家处批支届岁位部本张台间组轮万"
		"亿元"))
		return 0;
	if (!tens &&
	    !(run_length(r) == 1 && !chars_in(p, r->from, "百千一") &&
		(r->from == p->start ||
		    chars_in(p, r->from - 1, "共有计约达为近超收发到了，、"))))
		return 0;
	tell(s, p, MIXED_NUMERAL, r->from, digits.end,
	    "write the number wholly in Arabic or wholly in Han numerals");
	return digits.end;
}

/* Counts a year in full for the comparison of all. */
static void
count_year(struct numerals_seen *s, const struct prose *p, const struct when *w)
{
	const struct run *y = &w->year;

	if (run_length(y) != 4)
		return;
	if (y->arabic) {
		s->arabic++;
		return;
	}
	/* one that stands alone is the date of a signature; the title of the
	 * plan up to 2035 is another's */
	if ((y->from == p->start && w->end == p->end) ||
	    p->kind == PROSE_NAME || p->kind == PROSE_TITLE ||
	    chars_word(p, w->end, "远景目标") != 0)
		return;
	s->han = mem_more(s->han, s->han_n, sizeof(*s->han));
	s->han[s->han_n++] = prose_spot(p, y->from, y->end + 1);
}

/* Takes the date that begins with r; returns its end, or 0 where there is
 * none. */
static size_t
date(struct numerals_seen *s, const struct prose *p, const struct run *r)
{
	struct when w;

	if (!when_read(p, r, &w))
		return 0;
	if (w.hao)
		findings_replace(tell(s, p, DAY, w.end - 1, w.end,
				     "a day of a date is written 日"),
		    STR("日"), true);
	padding_take(&s->padding, p, &w);
	if (when_mixed(&w) &&
	    chars_word_before(p, r->from, "农历 阴历 夏历") == 0)
		tell(s, p, MIXED_DATE, r->from, w.end,
		    "write the whole date in Arabic numerals");
	else if (run_length(&w.year) != 2 || !short_year(s, p, r))
		count_year(s, p, &w);
	return w.end;
}

/* 本月31号: a day without the number of its month. */
static size_t
day(const struct numerals_seen *s, const struct prose *p, const struct run *r)
{
	struct when w = { .end = 0 };

	if (r->from == p->start || !chars_in(p, r->from - 1, "月"))
		return 0;
	when_day(p, r->from, &w);
	if (w.hao)
		findings_replace(tell(s, p, DAY, w.end - 1, w.end,
				     "a day of a date is written 日"),
		    STR("日"), true);
	return w.end;
}

/* 二0二二年, 2〇22年, 二O二二年: a year of mixed signs; returns its end, or 0.
 */
static size_t
mixed_year(const struct numerals_seen *s, const struct prose *p, size_t i)
{
	size_t end = i, digits = 0, han = 0;

	for (; end < p->end && end < i + 5; end++) {
		uint32_t c = p->c[end];

		if (chars_digit(c) || c == 'O' || c == 'o')
			digits++;
		else if (chars_numeral(c) && !chars_in(p, end, "十百千两"))
			han++;
		else
			break;
	}
	if (digits + han != 4 || digits == 0 || han == 0 ||
	    !chars_in(p, end, "年") || run_in_code(p, i))
		return 0;
	tell(s, p, MIXED_DATE, i, end + 1,
	    "write the year wholly in Arabic numerals");
	return end + 1;
}

/* Takes the number at i; returns where to go on. */
static size_t
number(struct numerals_seen *s, const struct prose *p, size_t i)
{
	struct run r = run_at(p, i);
	size_t end;

	if ((end = mixed_year(s, p, i)) != 0 || (end = date(s, p, &r)) != 0 ||
	    (end = day(s, p, &r)) != 0)
		return end;
	if (!r.arabic) {
		end = mixed_before(s, p, &r);
		return end != 0 ? end : r.end;
	}
	if ((end = year_range(s, p, &r)) != 0 || (end = range(s, p, i)) != 0)
		return end;
	i = run_number_end(p, i);
	end = mixed_after(s, p, &r, i);
	return end != 0 ? end : i;
}

/* Behind the 》 of a title that opens at i. */
static size_t
title_end(const struct prose *p, size_t i)
{
	size_t end = i + 1;

	while (end < p->end && end < i + LONGEST_TITLE && p->c[end] != 0x300B)
		end++;
	return end < p->end && p->c[end] == 0x300B ? end + 1 : i + 1;
}

static void
take(void *ctx, const struct prose *p)
{
	struct numerals_seen *s = ctx;
	size_t i = p->kind == PROSE_HEADING ? p->number_end : p->start;

	padding_paragraph(&s->padding, p);
	while (i < p->end)
		if (chars_digit(p->c[i]) || chars_numeral(p->c[i]))
			i = number(s, p, i);
		else if (p->c[i] == 0x300A)
			i = title_end(p, i);
		else
			i++;
}

static void
end(void *ctx)
{
	struct numerals_seen *s = ctx;
	size_t i;

	padding_end(&s->padding);
	/* GB/T 15835-2011 4: one report, one way */
	for (i = 0; i < s->han_n && s->han_n <= s->arabic; i++)
		findings_add(s->p->findings, s->han[i], s->rules + YEAR,
		    "other years of this report are in Arabic numerals; write "
		    "this one so, too");
	free(s->han);
	free(s);
}

const struct family family_gbt15835 = { rules, RULES, start, take, end };
