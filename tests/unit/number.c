/* number: reading, rounding, shifting, trimming and grouping digits */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "number.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* What is not a number. */
static const char *const refused[] = {
	"",
	"-",
	"\u2212",
	"--1",
	"-\u22121",
	"+1",
	".",
	".5",
	"-.5",
	"5.",
	"-5.",
	"1.2.3",
	"1e3",
	"1E3",
	"0x10",
	"1,000",
	"1 000",
	" 1",
	"1 ",
	"1\n",
	"1-",
	"12人",
	"十二",
	"１２",
	"1．5",
	"45%",
	"NaN",
	"inf",
	"\xE2\x88",
};

/* What is, as number_put and number_put_grouped write it. */
static const struct {
	const char *text, *plain, *grouped;
} parsed[] = {
	{ "0", "0", "0" },
	{ "-0", "0", "0" },
	{ "-0.00", "0.00", "0.00" },
	{ "000", "0", "0" },
	{ "007", "7", "7" },
	{ "-007.50", "-7.50", "-7.50" },
	{ "00.5", "0.5", "0.5" },
	{ "\u22125", "-5", "-5" },
	{ "999", "999", "999" },
	{ "1000", "1000", "1,000" },
	{ "-1000", "-1000", "-1,000" },
	{ "-999", "-999", "-999" },
	{ "12345.6789", "12345.6789", "12,345.6789" },
	{ "123456", "123456", "123,456" },
	{ "1234567", "1234567", "1,234,567" },
	{ "9999999999999999", "9999999999999999", "9,999,999,999,999,999" },
	{ "123456789012345678901", "123456789012345678901",
	    "123,456,789,012,345,678,901" },
};

/* Half away from zero, to so many places. */
static const struct {
	const char *text;
	size_t places;
	const char *result;
} rounded[] = {
	{ "0", 0, "0" },
	{ "0", 2, "0.00" },
	{ "5", 1, "5.0" },
	{ "1.25", 1, "1.3" },
	{ "1.35", 1, "1.4" },
	{ "-1.25", 1, "-1.3" },
	{ "1.249999999999999999999", 1, "1.2" },
	{ "2.5", 0, "3" },
	{ "-2.5", 0, "-3" },
	{ "0.5", 0, "1" },
	{ "0.49", 0, "0" },
	{ "-0.5", 0, "-1" },
	{ "-0.49", 0, "0" },
	{ "-0.004", 2, "0.00" },
	{ "-0.005", 2, "-0.01" },
	{ "9.5", 0, "10" },
	{ "9.95", 1, "10.0" },
	{ "999.995", 2, "1000.00" },
	{ "-999.995", 2, "-1000.00" },
	{ "1.005", 2, "1.01" },
	{ "2.675", 2, "2.68" },
	{ "1.10", 2, "1.10" },
	{ "1.1", 4, "1.1000" },
	{ "9999999999999999.5", 0, "10000000000000000" },
};

/* Divided by a power of ten, then trimmed. */
static const struct {
	const char *text;
	size_t places;
	const char *moved, *trimmed;
} shifted[] = {
	{ "0", 4, "0.0000", "0" },
	{ "5", 0, "5", "5" },
	{ "5", 4, "0.0005", "0.0005" },
	{ "-5", 4, "-0.0005", "-0.0005" },
	{ "1000", 4, "0.1000", "0.1" },
	{ "20000", 4, "2.0000", "2" },
	{ "12860", 4, "1.2860", "1.286" },
	{ "12860.50", 4, "1.286050", "1.28605" },
	{ "0.5", 2, "0.005", "0.005" },
	{ "100", 1, "10.0", "10" },
	{ "100", 0, "100", "100" },
	{ "-300.0", 2, "-3.000", "-3" },
};

static void
expect(
    const char *what, const char *text, const struct buf *got, const char *want)
{
	if (str_equal(buf_str(got), str_of(want)))
		return;
	fprintf(stderr, "%s %s: %s, not %s\n", what, text, got->p, want);
	abort();
}

static void
check_refused(void)
{
	struct number n = { 0 };
	struct buf out = { 0 };

	assert(number_parse(STR("-4.5"), &n));
	for (size_t i = 0; i < COUNT(refused); i++)
		if (number_parse(str_of(refused[i]), &n)) {
			fprintf(stderr, "parse %s\n", refused[i]);
			abort();
		}
	assert(!number_parse((struct str){ NULL, 0 }, &n));
	assert(!number_parse((struct str){ "1\0002", 3 }, &n));
	number_put(&n, &out);
	expect("refusal keeps", "-4.5", &out, "-4.5");
	number_free(&n);
	buf_free(&out);
}

static void
check_parsed(void)
{
	struct number n = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < COUNT(parsed); i++) {
		assert(number_parse(str_of(parsed[i].text), &n));
		buf_clear(&out);
		number_put(&n, &out);
		expect("put", parsed[i].text, &out, parsed[i].plain);
		buf_clear(&out);
		number_put_grouped(&n, &out);
		expect("group", parsed[i].text, &out, parsed[i].grouped);
	}
	number_free(&n);
	buf_free(&out);
}

static void
check_rounded(void)
{
	struct number n = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < COUNT(rounded); i++) {
		assert(number_parse(str_of(rounded[i].text), &n));
		number_round(&n, rounded[i].places);
		buf_clear(&out);
		number_put(&n, &out);
		expect("round", rounded[i].text, &out, rounded[i].result);
	}
	number_free(&n);
	buf_free(&out);
}

static void
check_shifted(void)
{
	struct number n = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < COUNT(shifted); i++) {
		assert(number_parse(str_of(shifted[i].text), &n));
		number_shift(&n, shifted[i].places);
		buf_clear(&out);
		number_put(&n, &out);
		expect("shift", shifted[i].text, &out, shifted[i].moved);
		number_trim(&n);
		buf_clear(&out);
		number_put(&n, &out);
		expect("trim", shifted[i].text, &out, shifted[i].trimmed);
	}
	number_free(&n);
	buf_free(&out);
}

/* { 0 } is a number too: it reads as 0. */
static void
check_start(void)
{
	struct number n = { 0 };
	struct buf out = { 0 };

	number_trim(&n);
	number_put(&n, &out);
	expect("put", "{ 0 }", &out, "0");
	number_shift(&n, 2);
	buf_clear(&out);
	number_put(&n, &out);
	expect("shift", "{ 0 }", &out, "0.00");
	number_free(&n);
	number_round(&n, 1);
	assert(str_equal(number_whole(&n), STR("0")));
	assert(str_equal(number_fraction(&n), STR("0")));
	number_free(&n);
	buf_free(&out);
}

int
main(void)
{
	check_refused();
	check_parsed();
	check_rounded();
	check_shifted();
	check_start();
	return 0;
}
