/* tablewidth: columns that add up, and which of them give way */
#undef NDEBUG
#include <assert.h>

#include "quantity.h"
#include "tablewidth.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* Shares area out; the widths must add up, and be none below nothing. */
static void
share(const struct extent *wants, size_t n, long area, long *widths)
{
	long sum = 0;
	size_t i;

	tablewidth_share(wants, n, area, widths);
	for (i = 0; i < n; i++) {
		assert(widths[i] >= 0);
		sum += widths[i];
	}
	assert(sum == area);
}

static void
test_room(void)
{
	const struct extent wants[] = { { 100, 50 }, { 300, 50 }, { 0, 0 } };
	long w[3];

	share(wants, 3, 800, w);
	assert(w[0] == 200 && w[1] == 600 && w[2] == 0);
	share(wants, 3, 400, w);
	assert(w[0] == 100 && w[1] == 300);
}

/* The widest gives way; the narrow keep one line, all keep their least. */
static void
test_too_wide(void)
{
	const struct extent wants[] = { { 100, 100 }, { 90000, 60 },
		{ 900, 300 } };
	long w[3];

	share(wants, 3, 2000, w);
	assert(w[0] == 100);
	assert(w[1] > w[2] && w[2] >= 300);
	share(wants, 3, 460, w);
	assert(w[0] == 100 && w[1] == 60 && w[2] == 300);
}

/* Where the least do not fit, the widest of them are cut to a common width. */
static void
test_not_fit(void)
{
	const struct extent wants[] = { { 50, 50 }, { 900, 900 },
		{ 1000, 800 } };
	long w[3];

	share(wants, 3, 250, w);
	assert(w[0] == 50 && w[1] == 100 && w[2] == 100);
	share(wants, 3, 2, w);
	share(wants, 3, 0, w);
}

static void
test_all_areas(void)
{
	const struct extent wants[] = { { 7, 3 }, { 11, 11 }, { 101, 13 },
		{ 1009, 5 }, { 13, 1 } };
	long w[5], area;

	for (area = 0; area < 1500; area++)
		share(wants, 5, area, w);
	tablewidth_share(wants, 0, 0, w);
}

static void
test_text(void)
{
	struct face f = { .size = 300, .spacing = -20 };
	const struct tablewidth_whole whole = { 5, 3 };
	struct extent e;

	e = tablewidth_text(STR("支部党员大会"), &f, whole);
	assert(e.natural == 6 * 280 && e.least == 3 * 280);
	e = tablewidth_text(STR("党员大会议"), &f, whole);
	assert(e.natural == 5 * 280 && e.least == e.natural);
	e = tablewidth_text(STR("12,860.00"), &f, whole);
	assert(e.natural == 9 * 140 && e.least == e.natural);
	e = tablewidth_text(STR(""), &f, whole);
	assert(e.natural == 0 && e.least == 0);
}

static void
test_quantity(void)
{
	static const char *const are[] = { "0", "-1", "−1.5", "+3", "1,286",
		"12,860.00", "45.2%", "45.2％", "3‰", "¥5", "-¥5", "¥ 5.00",
		"1.29万元", "36人", "36 人", "7次", "2个百分点" };
	static const char *const are_not[] = { "", "-", "1.", ".5", "1,28",
		"1,2860", "5-6", "约5", "第1", "5名额", "2022年8月", "一",
		"12345a", "%", "1 2" };
	size_t i;

	for (i = 0; i < COUNT(are); i++)
		assert(quantity_is(str_of(are[i])));
	for (i = 0; i < COUNT(are_not); i++)
		assert(!quantity_is(str_of(are_not[i])));
	assert(quantity_none(STR("—")) && quantity_none(STR("/")));
	assert(!quantity_none(STR("")) && !quantity_none(STR("无")));
}

int
main(void)
{
	test_room();
	test_too_wide();
	test_not_fit();
	test_all_areas();
	test_text();
	test_quantity();
	return 0;
}
