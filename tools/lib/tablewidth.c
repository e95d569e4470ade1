/* tablewidth: how wide the columns of a table are */
#include <stdint.h>

#include "tablewidth.h"
#include "utf8.h"

/* The width of a character in hundredths of a Chinese one; Western ones as in
 * Times New Roman, the wide ones apart. */
static long
hundredths(uint32_t c)
{
	if (utf8_chinese(c) || c == 0x2030) /* ‰ */
		return 100;
	if ((c >= 'A' && c <= 'Z') || c == '%' || c == 'm' || c == 'w' ||
	    c == '@' || c == '&')
		return 83;
	return 50;
}

struct extent
tablewidth_text(
    struct str text, const struct face *f, struct tablewidth_whole whole)
{
	const long one = face_character(f);
	struct extent e = { 0, 0 };
	long n, word = 0, widest = 0, all = 0;
	bool chinese, before = false;
	size_t i, step;
	uint32_t c;

	for (i = 0; i < text.n; i += step, before = chinese) {
		step = utf8_next(text, i, &c);
		if (step == 0)
			break;
		chinese = utf8_chinese(c);
		n = hundredths(c);
		/* Chinese and Western text stand a quarter apart */
		if (i != 0 && chinese != before)
			all += 25;
		all += n;
		word = chinese || utf8_blank(text, i) != 0 ? 0 : word + n;
		if (word > widest)
			widest = word;
	}
	if (widest < whole.piece * 100)
		widest = whole.piece * 100;
	if (widest > all || all <= whole.text * 100)
		widest = all;
	e.natural = (all * one + 99) / 100;
	e.least = (widest * one + 99) / 100;
	return e;
}

void
tablewidth_even(size_t n, long area, long *widths)
{
	size_t i, whole = (size_t)area;

	for (i = 0; i < n; i++)
		widths[i] = (long)((i + 1) * whole / n - i * whole / n);
}

static long
root(long n)
{
	long low = 0, high = n, middle;

	while (low < high) {
		middle = (low + high + 1) / 2;
		if (middle <= n / middle)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static long
between(long n, long low, long high)
{
	return n < low ? low : n > high ? high : n;
}

/* What a column gets of a measure that grows: shares go by the square root of
 * what is wanted, so that the widest give way first, but a column with ten
 * times the text of another still gets more than that. */
static long
shrunk(const struct extent *want, long measure)
{
	return between(
	    root(want->natural) * measure / 64, want->least, want->natural);
}

/* What a column gets where not even the least widths fit. */
static long
cut(const struct extent *want, long measure)
{
	return between(want->least, 0, measure);
}

/* Gives each column what rule makes of the largest measure that fits, then
 * the twips that are left to those that want more. */
static void
fit(const struct extent *wants, size_t n, long area, long *widths,
    long (*rule)(const struct extent *, long))
{
	long low = 0, high = area * 64, middle, sum;
	size_t i;

	while (low < high) {
		middle = (low + high + 1) / 2;
		for (i = 0, sum = 0; i < n; i++)
			sum += rule(&wants[i], middle);
		if (sum <= area)
			low = middle;
		else
			high = middle - 1;
	}
	for (i = 0, sum = 0; i < n; i++)
		sum += widths[i] = rule(&wants[i], low);
	for (i = 0; sum < area; i = (i + 1) % n)
		if (rule(&wants[i], low + 1) > widths[i])
			widths[i]++, sum++;
}

/* Shares the area out in proportion to what is wanted. */
static void
grow(const struct extent *wants, size_t n, long area, long sum, long *widths)
{
	long done = 0, before = 0, now;
	size_t i;

	for (i = 0; i < n; i++) {
		done += wants[i].natural;
		now = done * area / sum;
		widths[i] = now - before;
		before = now;
	}
}

void
tablewidth_share(const struct extent *wants, size_t n, long area, long *widths)
{
	long natural = 0, least = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		natural += wants[i].natural;
		least += wants[i].least;
	}
	if (natural == 0)
		tablewidth_even(n, area, widths);
	else if (natural <= area)
		grow(wants, n, area, natural, widths);
	else
		fit(wants, n, area, widths, least <= area ? shrunk : cut);
}
