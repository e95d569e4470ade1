/* numeral: numbers in running Chinese text, and what kind each is of */
#include <stdlib.h>

#include "die.h"
#include "number.h"
#include "numeral.h"
#include "pattern.h"
#include "utf8.h"

/* One digit, half or full width; one Chinese numeral. */
#define D "[0-9０-９]"
#define HAN "〇零一二三四五六七八九十百千两"
#define H "[" HAN "]"
#define N "(?:" D "{1,4}|" H "{1,4})"

/*
 * Units that are counted with: after one of them a Chinese numeral is a number,
 * and elsewhere it is part of a word (一律, 统一, 十分). 年 counts years where
 * no date is meant, which the dates, tried first, take away.
 */
/* clang-format off */
#define UNITS \
	"(?:个百分点|平方米|平方公里|立方米|公里|公" \
	"斤|千克|万元|亿元|小时|分钟|人次|场次|件次|" \
	"户次|课时|学时|个月|周年|万人|万户|万吨|万" \
	"亩|元|角|个|名|次|项|人|件|场|条|期|户|天|篇|" \
	"份|家|处|批|支|届|周|年|岁|位|部|本|张|套|台|" \
	"辆|所|间|座|栋|队|组|轮|倍|遍|字|票|吨|亩|米|" \
	"秒|类|级|层|段|点|门|堂|幅|块|片|只|艘|艇|箱|" \
	"袋|车|趟|封|起|宗|例|笔|股)"
/* clang-format on */

/*
 * Phrases whose numerals count nothing: names of policies and habits of speech.
 * Those between quotation marks need no entry.
 */
/* clang-format off */
#define PHRASES \
	"(?:三会一课|两学一做|一岗双责|三重一大|一" \
	"把手|一体化?|一线|一定|一律|一切|一些|一起|" \
	"一直|一贯|一般|一样|一致|一旦|一系列|一揽" \
	"子|一盘棋|一条龙|一站式|一手|一心|一时|一" \
	"步|一方面|进一步|统一|唯一|万一|之一|单一|" \
	"同一|逐一|专一|合一|百分百|百年|千方百计|" \
	"千家万户|万众|五湖四海|四面八方|三令五申|" \
	"两个(?:确立|维护|务必|毫不动摇|结合|一百年)" \
	"|三个(?:务必|代表|区分开来)|四个(?:意识|自信" \
	"|全面|伟大|服从|革命)|五个(?:必由之路|统筹)|" \
	"六个(?:必须|坚持)|八项规定|四项基本原则|十" \
	"分|十足|十全十美|万分|千万|百姓|四川|九江|" \
	"三亚|第一书记|第一责任人|第一时间|第一议" \
	"题|第一方阵|第一线|第一位|一名|一个|一次|" \
	"一项|一批|一支|一张|一种|一份|一篇|一件|一" \
	"场|一条|一家|一户|一天|一位|一部|一本|一套|" \
	"一台|一所|一间|一座|一队|一组|一轮|一遍|一" \
	"字|一票|一门|一堂|一块|一片|一车|一趟|一封|" \
	"一起|一级|一层|一段|一点|一类|一处|一年|一" \
	"周|一月|一度|一成|两手|两级|两会|两岸|两侧|" \
	"两地|三农|三方|四方|五四|五一|七一|八一|十" \
	"一|三八|六一|九一八|一二三产业?|[二两三四" \
	"五六七八九十]个方面)"
/* clang-format on */

/* What may end in nothing has an end: of a line without any blank, all that
 * follows would be read for each number in vain. An address has 64 characters,
 * and its host 255 (RFC 5321, 4.5.3.1); of 21 numerals in a row there is no
 * value (read_chinese). */
static const struct {
	enum numeral_kind kind;
	const char *pattern;
} kinds[] = {
	/* words */
	{ NUMERAL_NONE, PHRASES },
	/* names: numbers of documents, standards, addresses, titles */
	{ NUMERAL_NAME, "[〔［\\[（(]" D "{4}[〕］\\]）)]" D "+号" },
	{ NUMERAL_NAME, "(?:https?|ftp)://[!-~]+|"
			"[!-?A-~]{1,64}@[!-?A-~]{1,255}\\.[a-z]+" },
	{ NUMERAL_NAME, "[A-Za-z][A-Za-z0-9./_—–-]*(?: ?[0-9][0-9./—–-]*)?" },
	{ NUMERAL_NAME, D "+[A-Za-z][A-Za-z0-9]*" },
	{ NUMERAL_NAME, "《[^》\\n]{0,200}》" },
	{ NUMERAL_NAME, "“[^”0-9０-９\\n]{0,24}”" },
	{ NUMERAL_NAME, D "{11}(?!" D ")|" D "{17}[0-9Xx０-９]|0" D
			  "{2,3}[-－—]" D "{7,8}" },
	/* dates and times */
	{ NUMERAL_DATE, D "{4}[-/.]" D "{1,2}[-/.]" D "{1,2}(?!" D ")" },
	{ NUMERAL_DATE,
	    "(?:" D "{4}|[〇零一二三四五六七八九]{4})(?:年度?|[—–-]" D
	    "{4}年度?)(?:" N "月)?(?:" N "[日号])?(?:以?来|初|底|末|春|秋)?" },
	{ NUMERAL_DATE, D "{4}[—–-]" D "{4}年度?" },
	{ NUMERAL_DATE,
	    N "月" N "[日号]|" N "(?:至|到|[—–-])" N "(?:月份?|[日号])|" N
	      "月(?:份|底|初|末|上旬|中旬|下旬)?|" D "{1,2}[日号]" },
	{ NUMERAL_DATE, D "{1,2}[:：][0-5０-５]" D "(?:[:：]" D "{2})?|" N
			  "时(?:" N "分|许|整)|" N "点(?:" N "分|半|整|许)" },
	{ NUMERAL_DATE, "第?[一二三四1-4]季度|十[一二三四五六]五(?![" D "])" },
	{ NUMERAL_DATE, "(?:" H "{1,3}|" D
			"{1,2})届(?:[一二三四五六七八九]中全会|历次全会)" },
	{ NUMERAL_DATE,
	    "(?:" H "{1,3}|" D "{1,2})大(?=[精报召开以胜主、，。；）”]|"
	    "$)|" N "(?:世纪|年代)" },
	/* ordinals */
	{ NUMERAL_ORDINAL,
	    "第(?:" D "+|[〇零一二三四五六七八九十百千]+)" UNITS "?" },
	{ NUMERAL_ORDINAL, "[一二三四五六七八九十]{1,3}是" },
	{ NUMERAL_ORDINAL,
	    "[（(](?:" D "{1,2}|[一二三四五六七八九十]{1,3})[）)]" },
	{ NUMERAL_ORDINAL, "(?:表|图|附件|附录)" D "{1,2}" },
	{ NUMERAL_ORDINAL, "[①-⑳]" },
};

/* Digits, perhaps in groups of three, a fraction, a factor; then the unit. */
static const char arabic[] =
    "((?:[-−－](?=" D "))?(?:" D "{1,3}(?:[,，]" D "{3})+(?!" D ")|" D
    "+)(?:[.．]" D "+)?(?:万亿|万|亿|千|百)?)(?:余|多|来)?([%％‰]|" UNITS ")?";
static const char chinese[] = "((?:百分之)?[〇零一二三四五六七八九十百千万亿两]"
			      "{1,21}(?:点[〇零一二三四五六七八"
			      "九]{1,21})?)(?:余|多|来)?(" UNITS ")";
static const char share[] =
    "(百分之[〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?)()";
static const char capital[] =
    "([零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿億]{2,})(元|圆)?";

enum { KINDS = sizeof(kinds) / sizeof(*kinds), WAYS = 4 };

struct numerals {
	struct pattern *kinds[KINDS], *numbers[WAYS], *start;
};

struct numerals *
numerals_new(void)
{
	static const char *const ways[WAYS] = { arabic, share, chinese,
		capital };
	struct numerals *ns = mem_alloc(sizeof(*ns));
	size_t i;

	for (i = 0; i < KINDS; i++)
		ns->kinds[i] = pattern_new(kinds[i].pattern);
	for (i = 0; i < WAYS; i++)
		ns->numbers[i] = pattern_new(ways[i]);
	/* nothing else begins a number, or a name with one */
	ns->start = pattern_new(
	    "[0-9０-９A-Za-z《“〔［\\[（(第表图附①-⑳进统唯之单同逐专合" HAN
	    "万亿壹贰叁肆伍陆柒捌玖拾佰仟−－-]");
	return ns;
}

void
numerals_free(struct numerals *ns)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		pattern_free(ns->kinds[i]);
	for (i = 0; i < WAYS; i++)
		pattern_free(ns->numbers[i]);
	pattern_free(ns->start);
	free(ns);
}

static bool
has_digit(struct str s)
{
	struct str numerals = STR("〇零一二三四五六七八九十百千万亿两");
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		n = utf8_next(s, i, &c);
		if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
		    str_find(numerals, str_cut(s, i, n), 0) != (size_t)-1)
			return true;
	}
	return false;
}

static struct str
unit_of(struct str text, bool shares)
{
	/* 百分之七, 7% and 7％ are the same */
	if (shares || str_equal(text, STR("％")))
		return STR("%");
	return text.n != 0 ? text : STR("");
}

/* The number that stands here in any of the ways to write one. */
static bool
read_number(const struct numerals *ns, struct str rest, struct numeral *n)
{
	struct str groups[3];
	size_t i;

	for (i = 0; i < WAYS; i++) {
		if (!pattern_match(ns->numbers[i], rest, groups, 3))
			continue;
		*n = (struct numeral){ .kind = NUMERAL_NUMBER,
			.length = groups[0].n,
			.digits = groups[1],
			.unit = unit_of(groups[2], i == 1) };
		return true;
	}
	return false;
}

void
numeral_read(
    const struct numerals *ns, struct str text, size_t at, struct numeral *n)
{
	struct str rest = str_from(text, at), whole;
	uint32_t c;
	size_t i;

	*n = (struct numeral){ .kind = NUMERAL_NONE };
	n->length = utf8_next(rest, 0, &c);
	if (n->length == 0)
		n->length = 1;
	if (!pattern_match(ns->start, rest, &whole, 1))
		return;
	for (i = 0; i < KINDS; i++) {
		if (!pattern_match(ns->kinds[i], rest, &whole, 1) ||
		    whole.n == 0)
			continue;
		n->length = whole.n;
		n->kind = kinds[i].kind;
		if (n->kind == NUMERAL_NAME && !has_digit(whole))
			n->kind = NUMERAL_NONE;
		return;
	}
	read_number(ns, rest, n);
}

/* The value of a Chinese digit or unit: 0 to 9, then 10, 100 ...; -1 for none.
 */
static long
worth(struct str character)
{
	static const struct {
		struct str characters;
		long worth;
	} worths[] = {
		{ STR("〇零"), 0 },
		{ STR("一壹"), 1 },
		{ STR("二两贰"), 2 },
		{ STR("三叁"), 3 },
		{ STR("四肆"), 4 },
		{ STR("五伍"), 5 },
		{ STR("六陆"), 6 },
		{ STR("七柒"), 7 },
		{ STR("八捌"), 8 },
		{ STR("九玖"), 9 },
		{ STR("十拾"), 10 },
		{ STR("百佰"), 100 },
		{ STR("千仟"), 1000 },
		{ STR("万萬"), 10000 },
		{ STR("亿億"), 100000000 },
	};
	size_t i;

	for (i = 0; i < sizeof(worths) / sizeof(*worths); i++)
		if (str_find(worths[i].characters, character, 0) != (size_t)-1)
			return worths[i].worth;
	return -1;
}

/* Reads a Chinese numeral, by units or digit by digit (二〇二二); false where a
 * sign is none of one, or it is too long to be any. */
static bool
read_chinese(struct str s, unsigned long long *value)
{
	unsigned long long total = 0, section = 0, digit = 0, plain = 0;
	bool units = false;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		long w = -1;

		n = utf8_next(s, i, &c);
		w = n != 0 ? worth(str_cut(s, i, n)) : -1;
		if (w < 0 || i > 60)
			return false;
		if (w < 10) {
			digit = (unsigned long long)w;
			plain = plain * 10 + digit;
			continue;
		}
		units = true;
		if (w < 10000) {
			section +=
			    (digit != 0 ? digit : 1) * (unsigned long long)w;
		} else {
			total =
			    (total + section + digit) * (unsigned long long)w;
			section = 0;
		}
		digit = 0;
	}
	*value = units ? total + section + digit : plain;
	return s.n != 0;
}

/* Adds the digits of an Arabic number as ASCII; returns its factor, a power of
 * ten. */
static size_t
put_ascii(struct str s, struct buf *out)
{
	size_t i, n, power = 0;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		long w;

		n = utf8_next(s, i, &c);
		if (c >= 0xFF10 && c <= 0xFF19)
			c -= 0xFF10 - '0';
		if (c == 0x2212 || c == 0xFF0D)
			c = '-';
		if (c == 0xFF0E)
			c = '.';
		if ((c >= '0' && c <= '9') || c == '-' || c == '.') {
			buf_addc(out, (char)c);
			continue;
		}
		w = worth(str_cut(s, i, n));
		power += w == 100 ? 2 : w == 1000 ? 3 : w == 10000 ? 4 : 0;
		power += w == 100000000 ? 8 : 0;
	}
	return power;
}

static bool
put_arabic(struct str digits, struct buf *out)
{
	struct buf text = { 0 };
	struct number n = { 0 };
	size_t power = put_ascii(digits, &text);
	bool fine = number_parse(buf_str(&text), &n);

	if (fine) {
		/* the point moves right: over the fraction, then noughts */
		while (power > n.places) {
			buf_addc(&n.digits, '0');
			power--;
		}
		n.places -= power;
		buf_clear(&text);
		number_trim(&n);
		number_put(&n, &text);
		/* 0.5万 leaves a nought in front */
		number_free(&n);
		if (number_parse(buf_str(&text), &n))
			number_put(&n, out);
	}
	number_free(&n);
	buf_free(&text);
	return fine;
}

/* Adds the digits behind 点, without the noughts at their end. */
static void
put_fraction(struct str s, struct buf *out)
{
	size_t whole = out->n, last = out->n, i, n;
	uint32_t c;

	buf_addc(out, '.');
	for (i = 0; i < s.n; i += n) {
		long w;

		n = utf8_next(s, i, &c);
		w = worth(str_cut(s, i, n));
		buf_addc(out, (char)('0' + (w >= 0 && w < 10 ? w : 0)));
		if (w > 0)
			last = out->n;
	}
	out->n = last > whole ? last : whole;
	out->p[out->n] = '\0';
}

bool
numeral_value(struct str digits, struct buf *out)
{
	const struct str part = STR("百分之"), point = STR("点");
	unsigned long long value;
	size_t at;
	uint32_t c;

	if (digits.n == 0)
		return false;
	utf8_next(digits, 0, &c);
	if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
	    c == '-' || c == 0x2212 || c == 0xFF0D)
		return put_arabic(digits, out);
	if (str_starts(digits, part))
		digits = str_from(digits, part.n);
	at = str_find(digits, point, 0);
	if (!read_chinese(
		str_cut(digits, 0, at != (size_t)-1 ? at : digits.n), &value))
		return false;
	buf_addf(out, "%llu", value);
	if (at != (size_t)-1)
		put_fraction(str_from(digits, at + point.n), out);
	return true;
}
