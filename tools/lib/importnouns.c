/* importnouns: what a number in a report counts, as the name of a fact */
#include "importnouns.h"
#include "utf8.h"

enum { NOUN_MOST = 10, AFTER_MOST = 6 }; /* characters */

/* Units, the longer first, and what makes a name of a noun with one. */
static const struct {
	struct str unit, tail;
} units[] = {
	{ STR("个百分点"), STR("百分点") },
	{ STR("人次"), STR("人次") },
	{ STR("场次"), STR("场次") },
	{ STR("件次"), STR("件次") },
	{ STR("万元"), STR("金额") },
	{ STR("亿元"), STR("金额") },
	{ STR("公里"), STR("公里数") },
	{ STR("课时"), STR("课时数") },
	{ STR("小时"), STR("小时数") },
	{ STR("次"), STR("次数") },
	{ STR("名"), STR("人数") },
	{ STR("人"), STR("人数") },
	{ STR("位"), STR("人数") },
	{ STR("场"), STR("场次") },
	{ STR("个"), STR("个数") },
	{ STR("家"), STR("家数") },
	{ STR("户"), STR("户数") },
	{ STR("件"), STR("件数") },
	{ STR("项"), STR("项数") },
	{ STR("篇"), STR("篇数") },
	{ STR("期"), STR("期数") },
	{ STR("条"), STR("条数") },
	{ STR("份"), STR("份数") },
	{ STR("起"), STR("起数") },
	{ STR("批"), STR("批数") },
	{ STR("所"), STR("所数") },
	{ STR("处"), STR("处数") },
	{ STR("亩"), STR("亩数") },
	{ STR("吨"), STR("吨数") },
	{ STR("册"), STR("册数") },
	{ STR("堂"), STR("堂数") },
	{ STR("节"), STR("节数") },
	{ STR("支"), STR("支数") },
	{ STR("台"), STR("台数") },
	{ STR("套"), STR("套数") },
	{ STR("元"), STR("金额") },
	{ STR("%"), STR("占比") },
	{ STR("％"), STR("占比") },
};

/* Words that a noun does not begin with: it begins behind the last. */
static const struct str verbs[] = { STR("召开"), STR("开展"), STR("举办"),
	STR("组织"), STR("讲授"), STR("完成"), STR("新增"), STR("培育"),
	STR("受理"), STR("办结"), STR("设立"), STR("现有"), STR("共有"),
	STR("目前"), STR("累计"), STR("全年"), STR("收缴"), STR("兑现"),
	STR("发放"), STR("走访"), STR("慰问"), STR("建立"), STR("建成"),
	STR("制定"), STR("印发"), STR("接受"), STR("参加"), STR("撰写"),
	STR("报送"), STR("刊发"), STR("处理"), STR("解决"), STR("帮助"),
	STR("其中"), STR("实现"), STR("投入"), STR("争取"), STR("引进"),
	STR("吸收"), STR("发展了"), STR("本年"), STR("今年"), STR("去年"),
	STR("有"), STR("的"), STR("了") };

/* Words that a noun does not begin with, where they stand there. */
static const struct str leads[] = { STR("有"), STR("是"), STR("在"), STR("对"),
	STR("由"), STR("为"), STR("将"), STR("和"), STR("与"), STR("及"),
	STR("等"), STR("共"), STR("各"), STR("第") };

/* Words between a noun and its number. */
static const struct str fillers[] = { STR("共计"), STR("合计"), STR("累计"),
	STR("达到"), STR("超过"), STR("总共"), STR("共有"), STR("共"),
	STR("达"), STR("近"), STR("约"), STR("有"), STR("为"), STR("了"),
	STR("各"), STR("仅"), STR("超"), STR("是") };

/* Words behind a noun that follows its number. */
static const struct str stops[] = { STR("按"), STR("如期"), STR("已"),
	STR("被"), STR("为"), STR("的"), STR("和"), STR("在"), STR("到"),
	STR("转"), STR("成"), STR("均"), STR("以"), STR("从"), STR("参"),
	STR("列"), STR("各"), STR("及"), STR("与"), STR("方面"), STR("问题") };

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

size_t
importnouns_han(struct str s, size_t at)
{
	uint32_t c = 0;
	size_t n = at < s.n ? utf8_next(s, at, &c) : 0;

	return c >= 0x3400 && c <= 0x9FFF ? n : 0;
}

size_t
importnouns_run(struct str s, size_t at, size_t most)
{
	while (most-- != 0 && at >= 3 && importnouns_han(s, at - 3) == 3)
		at -= 3;
	return at;
}

static size_t
find_unit(struct str text, size_t at)
{
	size_t i;

	for (i = 0; i < COUNT(units); i++)
		if (str_starts(str_from(text, at), units[i].unit))
			break;
	return i;
}

size_t
importnouns_unit(struct str text, size_t at)
{
	size_t i = at < text.n ? find_unit(text, at) : COUNT(units);

	return i < COUNT(units) ? units[i].unit.n : 0;
}

/* Says whether the 有 at a byte of a noun is part of a word, as in 有限 or
 * 国有, and not what one has. */
static bool
is_word(struct str noun, size_t at)
{
	static const char *const words[] = { "有限", "有关", "有效", "有机",
		"有色" };
	static const char *const tails[] = { "国有", "所有", "公有", "私有" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (str_starts(str_from(noun, at), str_of(words[i])))
			return true;
	for (i = 0; i < COUNT(tails); i++)
		if (str_ends(str_cut(noun, 0, at + 3), str_of(tails[i])))
			return true;
	return false;
}

/* A noun without what stands between it and its number, and without the verb
 * that it is the object of. */
static struct str
bare_noun(struct str noun)
{
	size_t i, at, from = 0;
	bool again = true;

	while (again) {
		again = false;
		for (i = 0; i < COUNT(fillers); i++)
			if (str_ends(noun, fillers[i])) {
				noun.n -= fillers[i].n;
				again = true;
			}
	}
	for (i = 0; i < COUNT(verbs); i++)
		for (at = 0; (at = str_find(noun, verbs[i], at)) != (size_t)-1;
		     at += 3)
			if (!(str_equal(verbs[i], STR("有")) &&
				is_word(noun, at)) &&
			    at + verbs[i].n > from &&
			    at + verbs[i].n + 6 <= noun.n)
				from = at + verbs[i].n;
	noun = str_from(noun, from);
	for (i = 0; i < COUNT(leads); i++)
		if (str_starts(noun, leads[i]))
			return str_from(noun, leads[i].n);
	return noun;
}

/* The noun behind the unit: 1名预备党员按时转正. */
static struct str
noun_after(struct str text, size_t at)
{
	size_t end = at, i, n, count;
	struct str noun;

	for (count = 0;
	     count < AFTER_MOST && (n = importnouns_han(text, end)) != 0;
	     count++)
		end += n;
	noun = str_cut(text, at, end - at);
	for (i = 0; i < COUNT(stops); i++) {
		n = str_find(noun, stops[i], 0);
		if (n != (size_t)-1)
			noun.n = n;
	}
	return noun;
}

bool
importnouns_name(
    struct str text, size_t at, size_t end, size_t unit, struct buf *name)
{
	size_t from = importnouns_run(text, at, NOUN_MOST), i;
	struct str noun = bare_noun(str_cut(text, from, at - from)), tail;

	/* what begins in the middle of a sentence names nothing */
	if (noun.p == text.p + from && at - from == (size_t)3 * NOUN_MOST &&
	    importnouns_run(text, from, 1) != from)
		noun.n = 0;
	if (noun.n < 6)
		noun = noun_after(text, end + unit);
	if (noun.n < 6)
		return false;
	i = find_unit(text, end);
	if (i == COUNT(units))
		return false;
	tail = units[i].tail;
	if (str_equal(noun, STR("占比")) || str_equal(noun, STR("比例")) ||
	    str_equal(noun, STR("比重")) || str_equal(noun, STR("同比")))
		return false;
	buf_adds(name, noun);
	if (str_equal(tail, STR("占比")) &&
	    (str_ends(noun, STR("率")) || str_ends(noun, STR("比")) ||
		str_ends(noun, STR("比例")) || str_ends(noun, STR("度"))))
		return true;
	if (!str_ends(noun, tail))
		buf_adds(name, tail);
	return true;
}
