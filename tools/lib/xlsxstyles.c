/* xlsxstyles: which cells of a workbook are dates, by their number formats */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "xlsxstyles.h"

enum {
	DAY_SECONDS = 86400,
	MOST_STYLES = 100000, /* a spreadsheet writes 64,000 at the most */
	MOST_SERIAL = 2958466, /* 10000-01-01 */
	LEAP_1900 = 60 /* 1900-02-29, a day that never was */
};

enum xlsx_kind
xlsxstyles_code(struct str code)
{
	unsigned kind = XLSX_NUMBER;
	size_t i;

	for (i = 0; i < code.n && code.p[i] != ';'; i++) {
		char c = (char)(code.p[i] | ' ');

		if (code.p[i] == '\\' || code.p[i] == '_' || code.p[i] == '*') {
			i++;
		} else if (code.p[i] == '"' || code.p[i] == '[') {
			char end = code.p[i] == '"' ? '"' : ']';

			/* [h] counts hours, [Red] and [$-804] do not */
			if (end == ']' && i + 1 < code.n &&
			    strchr("hms", code.p[i + 1] | ' ') != NULL &&
			    code.p[i + 1] != '\0')
				kind |= XLSX_TIME;
			while (++i < code.n && code.p[i] != end)
				;
		} else if (c == 'y' || c == 'd') {
			kind |= XLSX_DAY;
		} else if (c == 'h' || c == 's') {
			kind |= XLSX_TIME;
		} else if (c == 'm' && kind == XLSX_NUMBER) {
			/* a month alone, unless hours or seconds follow */
			kind |=
			    str_find(code, STR("h"), i) == (size_t)-1 &&
				    str_find(code, STR("s"), i) == (size_t)-1
				? XLSX_DAY
				: XLSX_TIME;
		} else if (c == 'g' &&
			   str_starts(str_from(code, i), STR("General"))) {
			return XLSX_NUMBER;
		}
	}
	return (enum xlsx_kind)kind;
}

/* The formats that every program has without writing them (18.8.30); those from
 * 27 on are the Chinese ones. */
static enum xlsx_kind
built_in(long id)
{
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 ||
	    (id >= 50 && id <= 54) || id == 57 || id == 58)
		return XLSX_DAY;
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) ||
	    (id >= 45 && id <= 47) || id == 55 || id == 56)
		return XLSX_TIME;
	return id == 22 ? (enum xlsx_kind)(XLSX_DAY | XLSX_TIME) : XLSX_NUMBER;
}

static enum xlsx_kind
kind_of(const struct xlsxstyles *s, long id)
{
	size_t i;

	for (i = s->formats_n; i > 0; i--)
		if (s->formats[i - 1].id == id)
			return s->formats[i - 1].kind;
	return built_in(id);
}

static long
number_of(const struct xml_element *e, const char *name)
{
	struct str value;
	long n = 0;
	size_t i;

	if (!xml_attribute(e, "", name, &value))
		return 0;
	for (i = 0; i < value.n && i < 9; i++) {
		if (value.p[i] < '0' || value.p[i] > '9')
			return 0;
		n = n * 10 + (value.p[i] - '0');
	}
	return n;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct xlsxstyles *s = me;
	struct str code;

	if (s->formats_n > MOST_STYLES || s->cells_n > MOST_STYLES) {
		xml_fail(x, "more cell formats than a spreadsheet has");
		return;
	}
	if (strcmp(e->name, "cellXfs") == 0) {
		s->in_cells = true;
	} else if (strcmp(e->name, "cellStyleXfs") == 0 ||
		   strcmp(e->name, "cellStyles") == 0 ||
		   strcmp(e->name, "dxfs") == 0) {
		s->in_cells = false;
	} else if (strcmp(e->name, "numFmt") == 0 &&
		   xml_attribute(e, "", "formatCode", &code)) {
		s->formats =
		    mem_more(s->formats, s->formats_n, sizeof(*s->formats));
		s->formats[s->formats_n++] =
		    (struct xlsx_format){ number_of(e, "numFmtId"),
			    xlsxstyles_code(code) };
	} else if (strcmp(e->name, "xf") == 0 && s->in_cells) {
		s->cells = mem_more(s->cells, s->cells_n, sizeof(*s->cells));
		s->cells[s->cells_n++] = kind_of(s, number_of(e, "numFmtId"));
	}
}

bool
xlsxstyles_read(struct xlsxstyles *s, struct opc *o, struct str part)
{
	static const struct xml_handler handler = { .start = on_start };

	return opc_parse(o, part, &handler, s);
}

/* Adds the day so many days after 1970-01-01 (days before it count down), in
 * the Gregorian calendar: 146,097 days in 400 years, counted from a March. */
static void
put_day(long days, struct buf *out)
{
	long era, day, year, month, of_year;

	days += 719468; /* from 0000-03-01 */
	era = days / 146097;
	day = days % 146097;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	of_year = day - (365 * year + year / 4 - year / 100);
	month = (5 * of_year + 2) / 153;
	day = of_year - (153 * month + 2) / 5 + 1;
	month += month < 10 ? 3 : -9;
	year += era * 400 + (month <= 2);
	buf_addf(out, "%04ld-%02ld-%02ld", year, month, day);
}

bool
xlsxstyles_put(
    double serial, enum xlsx_kind kind, bool since_1904, struct buf *out)
{
	long days, seconds;

	if (!(serial >= 0 && serial < MOST_SERIAL))
		return false;
	days = (long)floor(serial);
	seconds = lround((serial - (double)days) * DAY_SECONDS);
	if (seconds == DAY_SECONDS) {
		seconds = 0;
		days++;
	}
	if (kind & XLSX_DAY) {
		if (!since_1904 && days == LEAP_1900)
			buf_addz(out, "1900-02-29");
		else
			/* 1904-01-01, 1899-12-30 and 1899-12-31 */
			put_day(days + (since_1904            ? -24107
					   : days > LEAP_1900 ? -25569
							      : -25568),
			    out);
	}
	if ((kind & XLSX_TIME) == 0)
		return true;
	if (kind & XLSX_DAY)
		buf_addc(out, ' ');
	else
		seconds += days * DAY_SECONDS;
	buf_addf(out, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
	if (seconds % 60 != 0)
		buf_addf(out, ":%02ld", seconds % 60);
	return true;
}

void
xlsxstyles_free(struct xlsxstyles *s)
{
	free(s->formats);
	free(s->cells);
	*s = (struct xlsxstyles){ 0 };
}
