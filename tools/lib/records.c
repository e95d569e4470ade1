/* records: a ledger as it was read: named columns, and rows of text cells */
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "die.h"
#include "number.h"
#include "records.h"

enum { ISO_DATE = sizeof("2022-08-31") - 1 };

void
records_begin(struct records *rs, const struct str *names, size_t columns)
{
	size_t i;

	rs->columns = columns;
	rs->names = mem_alloc((columns + 1) * sizeof(*rs->names));
	rs->types = mem_alloc((columns + 1) * sizeof(*rs->types));
	for (i = 0; i < columns; i++) {
		rs->names[i] = names[i];
		rs->types[i] = RECORD_TEXT;
	}
}

void
records_add(struct records *rs, const struct str *cells, size_t line)
{
	size_t i;

	rs->lines = mem_more(rs->lines, rs->rows, sizeof(*rs->lines));
	rs->lines[rs->rows] = line;
	for (i = 0; i < rs->columns; i++) {
		size_t at = rs->rows * rs->columns + i;

		rs->cells = mem_more(rs->cells, at, sizeof(*rs->cells));
		rs->cells[at] = cells[i];
	}
	rs->rows++;
}

bool
records_is_number(struct str cell)
{
	struct number n = { 0 };
	bool plain = number_plain(cell, &n);

	number_free(&n);
	return plain;
}

bool
records_is_date(struct str cell)
{
	struct date d;

	return date_parse(cell, &d) && d.has_day && date_in_calendar(&d);
}

/* Says whether all filled cells of a column are of a kind, and one is. */
static bool
all_are(const struct records *rs, size_t column, bool (*is)(struct str cell))
{
	size_t i, filled = 0;

	for (i = 0; i < rs->rows; i++) {
		struct str cell = rs->cells[i * rs->columns + column];

		if (cell.n == 0)
			continue;
		if (!is(cell))
			return false;
		filled++;
	}
	return filled != 0;
}

/* Dates get one form, in a text of their own that does not move. */
static void
normalize_dates(struct records *rs, size_t column)
{
	struct buf text = { 0 };
	struct date d;
	size_t i;

	buf_reserve(&text, rs->rows * ISO_DATE + 1);
	for (i = 0; i < rs->rows; i++) {
		struct str *cell = &rs->cells[i * rs->columns + column];

		if (cell->n == 0)
			continue;
		date_parse(*cell, &d);
		buf_addf(&text, "%04d-%02d-%02d", d.year, d.month, d.day);
		*cell = (struct str){ text.p + text.n - ISO_DATE, ISO_DATE };
	}
	records_keep(rs, text);
}

void
records_end(struct records *rs)
{
	size_t i;

	for (i = 0; i < rs->columns && !rs->as_typed; i++) {
		if (all_are(rs, i, records_is_number)) {
			rs->types[i] = RECORD_NUMBER;
		} else if (all_are(rs, i, records_is_date)) {
			rs->types[i] = RECORD_DATE;
			normalize_dates(rs, i);
		}
	}
}

void
records_keep(struct records *rs, struct buf text)
{
	rs->kept = mem_more(rs->kept, rs->kept_n, sizeof(*rs->kept));
	rs->kept[rs->kept_n++] = text;
}

void
records_free(struct records *rs)
{
	size_t i;

	for (i = 0; i < rs->kept_n; i++)
		buf_free(&rs->kept[i]);
	free(rs->kept);
	free(rs->names);
	free(rs->types);
	free(rs->cells);
	free(rs->lines);
	*rs = (struct records){ 0 };
}
