/* format: a fact's value as the report shows it, {{党费|money}} */
#include <stddef.h>

#include "date.h"
#include "format.h"
#include "number.h"

enum {
	WHOLE_MAX = 16, /* 千万亿 is the largest unit that can be said */
	PLACES_MAX = 9
};

/* Sentences about a value, in English for gettext; they say what to do. */
static const char NO_FORMAT[] = "cannot be shown: there is no such format";
static const char EMPTY[] = "is empty: give it a value";
static const char NOT_NUMBER[] =
    "is not a plain number: write 12860, without commas, blanks or units";
static const char WIDE[] =
    "has full-width digits: type them half-width, like 123";
static const char TOO_LONG[] =
    "has more than 16 digits before the point: use a larger unit";
static const char NOT_DATE[] = "is not a date: write it as 2022-08-31";
static const char NOT_MONTH[] = "is not a month: write it as 2022-08";
static const char NO_SUCH_DAY[] =
    "is not in the calendar: check its year, month and day";
static const char NO_SUCH_MONTH[] =
    "is not in the calendar: check its year and month";

/* Full-width digits look right to those who typed them, so they are named. */
static const char *
explain(struct str value, const char *why)
{
	struct str block = STR("\xEF\xBC"); /* of U+FF00 to U+FF3F */
	size_t at = str_find(value, block, 0);

	for (; at != (size_t)-1; at = str_find(value, block, at + block.n)) {
		struct str last = str_from(value, at + block.n);

		if (last.n > 0 && last.p[0] >= '\x90' && last.p[0] <= '\x99')
			return WIDE;
	}
	return why;
}

/* The characters that say a number; zero to nine, then ten to a thousand. */
struct numerals {
	const char *digits[10], *units[4];
	bool says_one_ten; /* 一十二 for 12, where speech has 十二 */
};

/* Speech; 零 and not 〇, which GB/T 15835-2011 keeps for codes and years. */
static const struct numerals SMALL = {
	{ "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" },
	{ "", "十", "百", "千" },
	false,
};

/* The capitals of bank forms, with the simplified 万 and 亿: 正确填写票据和
 * 结算凭证的基本规定 (People's Bank of China), 1. */
static const struct numerals CAPITAL = {
	{ "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
	{ "", "拾", "佰", "仟" },
	true,
};

/* One digit that is not 0, with its unit in its group of four. */
static void
put_digit(const struct numerals *say, char digit, size_t place, bool leads,
    struct buf *out)
{
	bool silent = leads && digit == '1' && place == 1 && !say->says_one_ten;

	if (!silent)
		buf_addz(out, say->digits[digit - '0']);
	buf_addz(out, say->units[place]);
}

/*
 * Reads the whole part in groups of four, as school teaches it, 万 before 亿:
 *
 *   10 0203 0000 0405   十 万 零二百零三 亿 零四百零五
 *
 * Zeros at the end of a group are silent, any other run of zeros is one 零; the
 * banks' rules (above, 4) allow the same. 亿 is said even where its own group
 * is empty, since it ends the 万 before it.
 */
static void
put_whole(const struct numerals *say, struct str whole, struct buf *out)
{
	static const char *const ends[] = { "", "万", "亿", "万" };
	bool gap = false, empty = true;

	if (str_equal(whole, STR("0")))
		buf_addz(out, say->digits[0]);
	for (size_t i = 0; i < whole.n; i++) {
		size_t place = whole.n - 1 - i;

		if (whole.p[i] == '0') {
			gap = true;
		} else {
			if (gap)
				buf_addz(out, say->digits[0]);
			put_digit(say, whole.p[i], place % 4, i == 0, out);
			gap = empty = false;
		}
		if (place % 4 != 0)
			continue;
		if (!empty || place == 8)
			buf_addz(out, ends[place / 4]);
		gap = gap && empty;
		empty = true;
	}
}

static void
put_numerals(
    const struct numerals *say, const struct number *n, struct buf *out)
{
	struct str fraction = number_fraction(n);

	if (n->negative)
		buf_addz(out, "负");
	put_whole(say, number_whole(n), out);
	if (fraction.n > 0)
		buf_addz(out, "点");
	for (size_t i = 0; i < fraction.n; i++)
		buf_addz(out, say->digits[fraction.p[i] - '0']);
}

static void
put_cn(struct number *n, struct buf *out)
{
	put_numerals(&SMALL, n, out);
}

static void
put_capital(struct number *n, struct buf *out)
{
	put_numerals(&CAPITAL, n, out);
}

/* Commas and not thin spaces: GB/T 15835-2011, 5.1.1, allows either; the
 * fraction is never parted. */
static void
put_money(struct number *n, struct buf *out)
{
	number_round(n, 2);
	number_put_grouped(n, out);
}

static void
put_wan(struct number *n, struct buf *out)
{
	number_shift(n, 4);
	number_round(n, 2);
	number_trim(n);
	number_put(n, out);
	buf_addz(out, "万");
}

static void
put_percent(struct number *n, struct buf *out)
{
	number_round(n, 1);
	number_trim(n);
	number_put(n, out);
	buf_addc(out, '%');
}

static const char *
put_date(struct str value, struct buf *out)
{
	struct date d;

	if (!date_parse(value, &d) || !d.has_day)
		return explain(value, NOT_DATE);
	if (!date_in_calendar(&d))
		return NO_SUCH_DAY;
	buf_addf(out, "%d年%d月%d日", d.year, d.month, d.day);
	return NULL;
}

static const char *
put_month(struct str value, struct buf *out)
{
	struct date d;

	if (!date_parse(value, &d))
		return explain(value, NOT_MONTH);
	if (!date_in_calendar(&d))
		return d.has_day ? NO_SUCH_DAY : NO_SUCH_MONTH;
	buf_addf(out, "%d年%d月", d.year, d.month);
	return NULL;
}

/* A named format: of numbers, or of other text, which it may refuse. */
struct format {
	const char *name, *alias;
	void (*of_number)(struct number *n, struct buf *out);
	const char *(*of_text)(struct str value, struct buf *out);
};

static const struct format formats[] = {
	{ "cn", "小写", put_cn, NULL },
	{ "CN", "大写", put_capital, NULL },
	{ "money", "金额", put_money, NULL },
	{ "wan", "万", put_wan, NULL },
	{ "pct", "百分比", put_percent, NULL },
	{ "date", "日期", NULL, put_date },
	{ "month", "年月", NULL, put_month },
};

static const struct format *
find_format(struct str name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (str_equal(name, str_of(formats[i].name)) ||
		    str_equal(name, str_of(formats[i].alias)))
			return &formats[i];
	return NULL;
}

/* Reads a pattern of digits: 0, 0.0, 0.00. */
static bool
parse_pattern(struct str name, size_t *places)
{
	if (str_equal(name, STR("0"))) {
		*places = 0;
		return true;
	}
	if (name.n < 3 || name.n > 2 + PLACES_MAX ||
	    !str_starts(name, STR("0.")))
		return false;
	for (size_t i = 2; i < name.n; i++)
		if (name.p[i] != '0')
			return false;
	*places = name.n - 2;
	return true;
}

bool
format_known(struct str name)
{
	size_t places;

	return find_format(name) != NULL || parse_pattern(name, &places);
}

const char *
format_names(void)
{
	return "cn 小写, CN 大写, money 金额, wan 万, pct 百分比, date 日期, "
	       "month 年月, 0, 0.0, 0.00";
}

/* A number in format f, or with so many places where f is NULL. */
static const char *
put_value(
    struct str value, const struct format *f, size_t places, struct buf *out)
{
	struct number n = { 0 };
	const char *why = NULL;

	if (!number_parse(value, &n)) {
		why = explain(value, NOT_NUMBER);
	} else if (number_whole(&n).n > WHOLE_MAX) {
		why = TOO_LONG;
	} else if (f != NULL) {
		f->of_number(&n, out);
	} else {
		number_round(&n, places);
		number_put(&n, out);
	}
	number_free(&n);
	return why;
}

const char *
format_value(struct str value, struct str name, struct buf *out)
{
	const struct format *f = find_format(name);
	size_t places = 0;

	if (f == NULL && !parse_pattern(name, &places))
		return NO_FORMAT;
	if (value.n == 0)
		return EMPTY;
	if (f != NULL && f->of_text != NULL)
		return f->of_text(value, out);
	return put_value(value, f, places, out);
}
