/* date: days of the calendar as offices write them */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

#include "str.h"

/* The day is 0 and has_day false where only a month is given. */
struct date {
	int year, month, day;
	bool has_day;
};

/* Reads 2022-08-31, 2022/8/31, 2022.8.31, 2022年8月31日 or 20220831, or the
 * month alone; false where text is none of them. */
bool date_parse(struct str text, struct date *d);
/* Says whether the calendar has such a day, or month. */
bool date_in_calendar(const struct date *d);

#endif
