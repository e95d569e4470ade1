/* importdates: the dates and years of an old report as facts */
#include <stdlib.h>
#include <string.h>

#include "importdates.h"

/* Reads digits without a zero in front; 0 where there are none. */
static int
number_at(struct str s, size_t *at, size_t most)
{
	size_t from = *at;
	int n = 0;

	if (importfind_digit(s, *at) && s.p[*at] == '0')
		return 0;
	while (importfind_digit(s, *at) && *at - from < most)
		n = 10 * n + s.p[(*at)++] - '0';
	return importfind_digit(s, *at) ? 0 : n;
}

static bool
skip(struct str s, size_t *at, const char *mark)
{
	if (!str_starts(str_from(s, *at), str_of(mark)))
		return false;
	*at += strlen(mark);
	return true;
}

static int
days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return days[month - 1];
}

/* A fact for the date at byte at, where one stands there. */
static void
take_date(struct finding *g, struct text *t, size_t at)
{
	struct buf name = { 0 }, value = { 0 };
	size_t end = at, day_end;
	int year = number_at(t->s, &end, 4), month = 0, day = 0;
	bool signing = g->doc->blocks[t->block].role == ROLE_SIGNATURE;

	if (year < 1900 || year > 2099 || !skip(t->s, &end, "年"))
		return;
	month = number_at(t->s, &end, 2);
	if (month < 1 || month > 12 || !skip(t->s, &end, "月"))
		return;
	day_end = end;
	day = number_at(t->s, &day_end, 2);
	if (day < 1 || day > days_of(year, month) ||
	    !skip(t->s, &day_end, "日"))
		day = 0;
	if (importfind_digit(t->s, end) && day == 0)
		return;
	if (day != 0) {
		end = day_end;
		buf_addf(&value, "%d-%02d-%02d", year, month, day);
		buf_addf(&name, "日期%d%02d%02d", year, month, day);
	} else {
		buf_addf(&value, "%d-%02d", year, month);
		buf_addf(&name, "年月%d%02d", year, month);
	}
	if (signing) {
		buf_clear(&name);
		buf_addz(&name, "成文日期");
	}
	if (importfind_free(t, at, end - at))
		importfind_span(g, t, at, end - at,
		    importfind_fact(g, GROUP_TIME, buf_str(&name),
			buf_str(&value), t->block, at),
		    day != 0 ? "date" : "month");
	buf_free(&name);
	buf_free(&value);
}

void
importdates_find(struct finding *g)
{
	size_t i, at;

	for (i = 0; i < g->n; i++)
		for (at = 0; at < g->texts[i].s.n; at++)
			if (importfind_digit(g->texts[i].s, at) &&
			    (at == 0 ||
				!importfind_digit(g->texts[i].s, at - 1)))
				take_date(g, &g->texts[i], at);
}

/* The year of four digits before 年 at byte at that no fact has; 0 for none. */
static int
year_at(const struct text *t, size_t at)
{
	size_t end = at;
	int year;

	if (!importfind_digit(t->s, at) ||
	    (at != 0 && importfind_digit(t->s, at - 1)))
		return 0;
	year = number_at(t->s, &end, 4);
	if (year < 1900 || year > 2099 ||
	    !str_starts(str_from(t->s, end), STR("年")) ||
	    !importfind_free(t, at, end - at))
		return 0;
	return year;
}

/* The year that is spoken of most, and those beside it. */
void
importdates_years(struct finding *g)
{
	static const char *const names[] = { "上年度", "年度", "下年度" };
	size_t counts[200] = { 0 }, i, at;
	struct buf value = { 0 };
	int year, main = 0;

	for (i = 0; i < g->n; i++)
		for (at = 0; at < g->texts[i].s.n; at++)
			if ((year = year_at(&g->texts[i], at)) != 0)
				counts[year - 1900]++;
	for (year = 1900; year < 2100; year++)
		if (counts[year - 1900] != 0 &&
		    (main == 0 || counts[year - 1900] >= counts[main - 1900]))
			main = year;
	for (i = 0; i < g->n; i++) {
		struct text *t = &g->texts[i];

		for (at = 0; at < t->s.n; at++) {
			year = year_at(t, at);
			if (year == 0 || abs(year - main) > 1)
				continue;
			buf_clear(&value);
			buf_addf(&value, "%d", year);
			importfind_span(g, t, at, 4,
			    importfind_fact(g, GROUP_TIME,
				str_of(names[year - main + 1]), buf_str(&value),
				t->block, at),
			    NULL);
		}
	}
	buf_free(&value);
}
