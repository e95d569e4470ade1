/* date: days of the calendar as offices write them */
#include "date.h"

/* Four digits, so that 20220831 reads one way only. */
enum { YEAR_MIN = 1000 };

/* Takes at least min and at most max digits off *s. */
static bool
take_digits(struct str *s, size_t min, size_t max, int *value)
{
	size_t n = 0;

	for (*value = 0; n < s->n && n < max; n++) {
		if (s->p[n] < '0' || s->p[n] > '9')
			break;
		*value = *value * 10 + (s->p[n] - '0');
	}
	*s = str_from(*s, n);
	return n >= min;
}

static bool
take(struct str *s, const char *literal)
{
	struct str head = str_of(literal);

	if (!str_starts(*s, head))
		return false;
	*s = str_from(*s, head.n);
	return true;
}

/* A way to write a date: what follows the year, the month before a day, the
 * month alone, the day; and the fewest digits of month and day. */
struct way {
	const char *year, *month, *alone, *day;
	size_t digits;
};

static bool
parse_with(const struct way *way, struct str s, struct date *d)
{
	struct str end;

	*d = (struct date){ 0 };
	if (!take_digits(&s, 4, 4, &d->year) || !take(&s, way->year) ||
	    !take_digits(&s, way->digits, 2, &d->month))
		return false;
	end = s;
	if (take(&end, way->alone) && end.n == 0)
		return true;
	d->has_day = true;
	return take(&s, way->month) &&
	       take_digits(&s, way->digits, 2, &d->day) && take(&s, way->day) &&
	       s.n == 0;
}

bool
date_parse(struct str s, struct date *d)
{
	static const struct way ways[] = {
		{ "-", "-", "", "", 1 },
		{ "/", "/", "", "", 1 },
		{ ".", ".", "", "", 1 },
		{ "年", "月", "月", "日", 1 },
		{ "", "", "", "", 2 },
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (parse_with(&ways[i], s, d))
			return true;
	return false;
}

static int
days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool
date_in_calendar(const struct date *d)
{
	return d->year >= YEAR_MIN && d->month >= 1 && d->month <= 12 &&
	       d->day >= d->has_day &&
	       d->day <= days_in_month(d->year, d->month);
}
