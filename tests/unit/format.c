/* format: every format's results, refusals and names */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static const struct {
	const char *name, *value, *result;
} shown[] = {
	/* every digit, then every place a zero may have */
	{ "cn", "0", "零" },
	{ "cn", "-0", "零" },
	{ "cn", "1", "一" },
	{ "cn", "2", "二" },
	{ "cn", "007", "七" },
	{ "cn", "10", "十" },
	{ "cn", "12", "十二" },
	{ "cn", "20", "二十" },
	{ "cn", "36", "三十六" },
	{ "cn", "100", "一百" },
	{ "cn", "101", "一百零一" },
	{ "cn", "110", "一百一十" },
	{ "cn", "111", "一百一十一" },
	{ "cn", "123", "一百二十三" },
	{ "cn", "1000", "一千" },
	{ "cn", "1001", "一千零一" },
	{ "cn", "1010", "一千零一十" },
	{ "cn", "1100", "一千一百" },
	{ "cn", "4567", "四千五百六十七" },
	{ "cn", "8909", "八千九百零九" },
	{ "cn", "10000", "一万" },
	{ "cn", "10010", "一万零一十" },
	{ "cn", "10101", "一万零一百零一" },
	{ "cn", "10110", "一万零一百一十" },
	{ "cn", "11000", "一万一千" },
	{ "cn", "100000", "十万" },
	{ "cn", "100010", "十万零一十" },
	{ "cn", "107000", "十万七千" },
	{ "cn", "120000", "十二万" },
	{ "cn", "1100000", "一百一十万" },
	{ "cn", "10001000", "一千万一千" },
	{ "cn", "10100000", "一千零一十万" },
	{ "cn", "10000001", "一千万零一" },
	{ "cn", "100000000", "一亿" },
	{ "cn", "100000001", "一亿零一" },
	{ "cn", "100001000", "一亿零一千" },
	{ "cn", "100100000", "一亿零一十万" },
	{ "cn", "110000000", "一亿一千万" },
	{ "cn", "1000000000", "十亿" },
	{ "cn", "1001001001", "十亿零一百万一千零一" },
	{ "cn", "1000000000000", "一万亿" },
	{ "cn", "1000000000001", "一万亿零一" },
	{ "cn", "1000000010000", "一万亿零一万" },
	{ "cn", "1000010000000", "一万亿零一千万" },
	{ "cn", "1000100000000", "一万零一亿" },
	{ "cn", "1100000000000", "一万一千亿" },
	{ "cn", "10000000000000", "十万亿" },
	{ "cn", "10020300000405", "十万零二百零三亿零四百零五" },
	{ "cn", "1000000000000000", "一千万亿" },
	{ "cn", "1234567890123456",
	    "一千二百三十四万五千六百七十八亿九千零一十二万三千四百五十六" },
	{ "cn", "9999999999999999",
	    "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九" },
	{ "cn", "00009999999999999999",
	    "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九" },
	{ "cn", "3.14", "三点一四" },
	{ "cn", "3.0", "三点零" },
	{ "cn", "0.5", "零点五" },
	{ "cn", "10.05", "十点零五" },
	{ "cn", "100.10", "一百点一零" },
	{ "cn", "-7", "负七" },
	{ "cn", "\u221215", "负十五" },
	{ "cn", "-0.004", "负零点零零四" },
	{ "cn", "-0.0", "零点零" },
	{ "小写", "123", "一百二十三" },

	{ "CN", "0", "零" },
	{ "CN", "1", "壹" },
	{ "CN", "10", "壹拾" },
	{ "CN", "12", "壹拾贰" },
	{ "CN", "110", "壹佰壹拾" },
	{ "CN", "123", "壹佰贰拾叁" },
	{ "CN", "4567", "肆仟伍佰陆拾柒" },
	{ "CN", "8909", "捌仟玖佰零玖" },
	{ "CN", "12860", "壹万贰仟捌佰陆拾" },
	{ "CN", "100000", "壹拾万" },
	{ "CN", "107000", "壹拾万柒仟" },
	{ "CN", "1200000000", "壹拾贰亿" },
	{ "CN", "10000000000000", "壹拾万亿" },
	{ "CN", "12.05", "壹拾贰点零伍" },
	{ "CN", "-3", "负叁" },
	{ "大写", "2022", "贰仟零贰拾贰" },

	{ "money", "0", "0.00" },
	{ "money", "12860", "12,860.00" },
	{ "money", "1", "1.00" },
	{ "money", "999", "999.00" },
	{ "money", "1000", "1,000.00" },
	{ "money", "0012860.5", "12,860.50" },
	{ "money", "-1234.5", "-1,234.50" },
	{ "money", "\u22121234.5", "-1,234.50" },
	{ "money", "999.994", "999.99" },
	{ "money", "999.995", "1,000.00" },
	{ "money", "-999.995", "-1,000.00" },
	{ "money", "999999.995", "1,000,000.00" },
	{ "money", "1.005", "1.01" },
	{ "money", "0.005", "0.01" },
	{ "money", "-0.004", "0.00" },
	{ "money", "-0.005", "-0.01" },
	{ "money", "1234567890123456", "1,234,567,890,123,456.00" },
	{ "money", "9999999999999999.995", "10,000,000,000,000,000.00" },
	{ "金额", "12860", "12,860.00" },

	{ "wan", "0", "0万" },
	{ "wan", "12860", "1.29万" },
	{ "wan", "20000", "2万" },
	{ "wan", "15000", "1.5万" },
	{ "wan", "12849.99", "1.28万" },
	{ "wan", "12850", "1.29万" },
	{ "wan", "49", "0万" },
	{ "wan", "50", "0.01万" },
	{ "wan", "-49", "0万" },
	{ "wan", "-12860", "-1.29万" },
	{ "wan", "9999", "1万" },
	{ "wan", "99999", "10万" },
	{ "wan", "1000000", "100万" },
	{ "wan", "9999999999999999", "1000000000000万" },
	{ "万", "12860", "1.29万" },

	{ "pct", "45.161290", "45.2%" },
	{ "pct", "35", "35%" },
	{ "pct", "35.0", "35%" },
	{ "pct", "35.04", "35%" },
	{ "pct", "35.05", "35.1%" },
	{ "pct", "0", "0%" },
	{ "pct", "0.45", "0.5%" },
	{ "pct", "100", "100%" },
	{ "pct", "99.95", "100%" },
	{ "pct", "99.94", "99.9%" },
	{ "pct", "-3.25", "-3.3%" },
	{ "pct", "-0.04", "0%" },
	{ "百分比", "45.161290322580645", "45.2%" },

	{ "date", "2022-08-31", "2022年8月31日" },
	{ "date", "2022-8-1", "2022年8月1日" },
	{ "date", "2022/8/31", "2022年8月31日" },
	{ "date", "2022.8.31", "2022年8月31日" },
	{ "date", "20220831", "2022年8月31日" },
	{ "date", "20221001", "2022年10月1日" },
	{ "date", "2022年8月31日", "2022年8月31日" },
	{ "date", "2022年08月01日", "2022年8月1日" },
	{ "date", "2024-02-29", "2024年2月29日" },
	{ "date", "2000-02-29", "2000年2月29日" },
	{ "date", "1000-01-01", "1000年1月1日" },
	{ "date", "9999-12-31", "9999年12月31日" },
	{ "日期", "1921-07-23", "1921年7月23日" },

	{ "month", "2022-08", "2022年8月" },
	{ "month", "2022-8", "2022年8月" },
	{ "month", "2022/8", "2022年8月" },
	{ "month", "2022.8", "2022年8月" },
	{ "month", "2022.10", "2022年10月" },
	{ "month", "202208", "2022年8月" },
	{ "month", "2022年8月", "2022年8月" },
	{ "month", "2022年08月", "2022年8月" },
	{ "month", "2022-08-31", "2022年8月" },
	{ "month", "20220831", "2022年8月" },
	{ "month", "2022年8月31日", "2022年8月" },
	{ "年月", "2022/12/1", "2022年12月" },

	{ "0", "0", "0" },
	{ "0", "12.5", "13" },
	{ "0", "12.49", "12" },
	{ "0", "-0.4", "0" },
	{ "0", "9999999999999999.5", "10000000000000000" },
	{ "0.0", "3", "3.0" },
	{ "0.0", "3.25", "3.3" },
	{ "0.0", "-3.25", "-3.3" },
	{ "0.00", "12860.005", "12860.01" },
	{ "0.00", "-0.004", "0.00" },
	{ "0.000", "007.5", "7.500" },
	{ "0.000000000", "0.1234567895", "0.123456790" },
};

/* Refusals, with words that the reason must have. */
static const struct {
	const char *name, *value, *words;
} refused[] = {
	{ "cn", "", "is empty" },
	{ "money", "", "is empty" },
	{ "date", "", "is empty" },
	{ "month", "", "is empty" },
	{ "0.0", "", "is empty" },
	{ "cn", "十", "plain number" },
	{ "cn", "12人", "plain number" },
	{ "cn", "１２", "half-width" },
	{ "cn", "＋２", "half-width" },
	{ "cn", "+2", "plain number" },
	{ "cn", "12345678901234567", "16 digits" },
	{ "cn", "-12345678901234567.5", "16 digits" },
	{ "CN", "10000000000000000", "16 digits" },
	{ "CN", "1 000", "plain number" },
	{ "money", "12,860", "plain number" },
	{ "money", "12，860", "plain number" },
	{ "money", "￥12860", "plain number" },
	{ "money", ".5", "plain number" },
	{ "money", "5.", "plain number" },
	{ "money", "1e3", "plain number" },
	{ "money", "-", "plain number" },
	{ "money", "12345678901234567", "16 digits" },
	{ "wan", "1.29万", "plain number" },
	{ "wan", "12345678901234567", "16 digits" },
	{ "pct", "45%", "plain number" },
	{ "pct", "**", "plain number" },
	{ "0.00", "12345678901234567", "16 digits" },
	{ "0", "abc", "plain number" },
	{ "0", "\xEF\xBC", "plain number" },
	{ "date", "2022-08", "not a date" },
	{ "date", "2022", "not a date" },
	{ "date", "22-08-31", "not a date" },
	{ "date", "12022-08-31", "not a date" },
	{ "date", "2022-8/31", "not a date" },
	{ "date", "2022-08-31 ", "not a date" },
	{ "date", "2022-08-311", "not a date" },
	{ "date", "2022-08-", "not a date" },
	{ "date", "2022--31", "not a date" },
	{ "date", "2022831", "not a date" },
	{ "date", "2022083", "not a date" },
	{ "date", "-2022-08-31", "not a date" },
	{ "date", "2022年8月31", "not a date" },
	{ "date", "2022年8月31号", "not a date" },
	{ "date", "２０２２-08-31", "half-width" },
	{ "date", "2022-13-01", "calendar" },
	{ "date", "2022-00-10", "calendar" },
	{ "date", "2022-08-00", "calendar" },
	{ "date", "2022-08-32", "calendar" },
	{ "date", "2022-04-31", "calendar" },
	{ "date", "2022-02-29", "calendar" },
	{ "date", "1900-02-29", "calendar" },
	{ "date", "0999-12-31", "calendar" },
	{ "date", "20220229", "calendar" },
	{ "month", "2022", "not a month" },
	{ "month", "20228", "not a month" },
	{ "month", "2022-", "not a month" },
	{ "month", "2022年8", "not a month" },
	{ "month", "8月", "not a month" },
	{ "month", "2022-13", "calendar: check its year and month" },
	{ "month", "2022-0", "calendar: check its year and month" },
	{ "month", "0999-01", "calendar: check its year and month" },
	{ "month", "2022-02-30", "calendar: check its year, month and day" },
	{ "mony", "1", "no such format" },
	{ "", "1", "no such format" },
};

static const char *const unknown[] = {
	"",
	"Cn",
	"MONEY",
	"mone",
	"moneys",
	"大",
	"00",
	"0.",
	".0",
	"0.01",
	"0.0 ",
	"#",
	"0.0000000000",
	"0,0",
	"百分",
};

static void
check_shown(void)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < COUNT(shown); i++) {
		struct str value = str_of(shown[i].value);
		const char *why;

		buf_clear(&out);
		buf_addc(&out, '>');
		why = format_value(value, str_of(shown[i].name), &out);
		if (why == NULL && str_equal(str_from(buf_str(&out), 1),
				       str_of(shown[i].result)))
			continue;
		fprintf(stderr, "%s|%s: %s %s, not %s\n", shown[i].value,
		    shown[i].name, out.p, why != NULL ? why : "",
		    shown[i].result);
		abort();
	}
	buf_free(&out);
}

static void
check_refused(void)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < COUNT(refused); i++) {
		struct str value = str_of(refused[i].value);
		const char *why =
		    format_value(value, str_of(refused[i].name), &out);

		if (why != NULL && strstr(why, refused[i].words) != NULL &&
		    out.n == 0)
			continue;
		fprintf(stderr, "%s|%s: %s\n", refused[i].value,
		    refused[i].name, why != NULL ? why : out.p);
		abort();
	}
	assert(format_value((struct str){ NULL, 0 }, STR("cn"), &out) != NULL);
	assert(format_value(STR("1"), (struct str){ NULL, 0 }, &out) != NULL);
	assert(format_value((struct str){ "1\0002", 3 }, STR("0"), &out));
	assert(out.n == 0);
	buf_free(&out);
}

/* The list for messages has every name. */
static void
check_names(void)
{
	static const char *const list[] = { "cn", "小写", "CN", "大写", "money",
		"金额", "wan", "万", "pct", "百分比", "date", "日期", "month",
		"年月", "0", "0.0", "0.00" };

	for (size_t i = 0; i < COUNT(list); i++) {
		assert(format_known(str_of(list[i])));
		assert(strstr(format_names(), list[i]) != NULL);
	}
	assert(format_known(STR("0.000000000")));
	for (size_t i = 0; i < COUNT(unknown); i++)
		assert(!format_known(str_of(unknown[i])));
	assert(!format_known((struct str){ NULL, 0 }));
}

int
main(void)
{
	check_shown();
	check_refused();
	check_names();
	return 0;
}
