/* number: exact decimal numbers as digits; no binary floating point anywhere */
#include <float.h>
#include <string.h>

#include "number.h"

static size_t
count_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

/* How many bytes a minus sign takes; spreadsheets type "-", Word "−". */
static size_t
minus_length(struct str s)
{
	static const struct str minus[] = { { "-", 1 }, { "\u2212", 3 } };

	for (size_t i = 0; i < sizeof(minus) / sizeof(*minus); i++)
		if (str_starts(s, minus[i]))
			return minus[i].n;
	return 0;
}

/* Zeros that carry no meaning before other digits of the whole part: 007. */
static size_t
count_leading(struct str whole)
{
	size_t n = 0;

	while (n + 1 < whole.n && whole.p[n] == '0')
		n++;
	return n;
}

static bool
is_zero(const struct number *n)
{
	for (size_t i = 0; i < n->digits.n; i++)
		if (n->digits.p[i] != '0')
			return false;
	return true;
}

static void
set_sign(struct number *n, bool negative)
{
	n->negative = negative && !is_zero(n);
}

static void
cut(struct number *n, size_t count)
{
	n->digits.n -= count;
	n->digits.p[n->digits.n] = '\0';
}

static void
put_in_front(struct number *n, char digit, size_t count)
{
	struct buf *d = &n->digits;

	buf_reserve(d, count);
	memmove(d->p + count, d->p, d->n);
	memset(d->p, digit, count);
	d->n += count;
	d->p[d->n] = '\0';
}

/* Adds one to the last digit, with the carry: 9.99 becomes 10.00. */
static void
increment(struct number *n)
{
	char *p = n->digits.p;
	size_t i = n->digits.n;

	while (i > 0 && p[i - 1] == '9')
		p[--i] = '0';
	if (i > 0)
		p[i - 1]++;
	else
		put_in_front(n, '1', 1);
}

bool
number_parse(struct str text, struct number *n)
{
	size_t minus = minus_length(text);
	struct str whole, fraction;

	/* An empty view may have no bytes to point at. */
	if (text.n == 0)
		return false;
	fraction = str_from(text, minus);
	whole = str_cut(fraction, 0, count_digits(fraction));
	fraction = str_from(fraction, whole.n);
	if (fraction.n > 0 && fraction.p[0] == '.') {
		fraction = str_from(fraction, 1);
		if (fraction.n == 0)
			return false;
	}
	if (whole.n == 0 || count_digits(fraction) != fraction.n)
		return false;
	buf_clear(&n->digits);
	buf_adds(&n->digits, str_from(whole, count_leading(whole)));
	buf_adds(&n->digits, fraction);
	n->places = fraction.n;
	set_sign(n, minus > 0);
	return true;
}

bool
number_plain(struct str text, struct number *n)
{
	size_t sign = str_starts(text, STR("-")) ? 1 : 0;

	if (!number_parse(text, n))
		return false;
	/* the nought before the point counts for nothing: 0.5 has one digit */
	if (n->digits.n >
	    (size_t)DBL_DIG + (n->places != 0 && n->digits.p[0] == '0'))
		return false;
	if (sign == 0 && n->negative)
		sign = 3; /* U+2212, the minus sign of type */
	return text.n == sign + n->digits.n + (n->places != 0 ? 1 : 0);
}

void
number_free(struct number *n)
{
	buf_free(&n->digits);
	*n = (struct number){ 0 };
}

struct str
number_whole(const struct number *n)
{
	if (n->digits.n == 0)
		return STR("0");
	return str_cut(buf_str(&n->digits), 0, n->digits.n - n->places);
}

struct str
number_fraction(const struct number *n)
{
	return str_from(buf_str(&n->digits), n->digits.n - n->places);
}

void
number_round(struct number *n, size_t places)
{
	bool up;

	if (n->digits.n == 0)
		buf_addc(&n->digits, '0');
	for (; n->places < places; n->places++)
		buf_addc(&n->digits, '0');
	if (n->places == places)
		return;
	/* The first digit cut decides: half goes up, whatever follows. */
	up = number_fraction(n).p[places] >= '5';
	cut(n, n->places - places);
	n->places = places;
	if (up)
		increment(n);
	set_sign(n, n->negative);
}

void
number_shift(struct number *n, size_t places)
{
	n->places += places;
	if (n->digits.n <= n->places)
		put_in_front(n, '0', n->places + 1 - n->digits.n);
}

void
number_trim(struct number *n)
{
	size_t zeros = 0;

	while (zeros < n->places && n->digits.p[n->digits.n - 1 - zeros] == '0')
		zeros++;
	if (zeros == 0)
		return;
	cut(n, zeros);
	n->places -= zeros;
}

static void
put_number(const struct number *n, bool grouped, struct buf *out)
{
	struct str whole = number_whole(n), fraction = number_fraction(n);

	if (n->negative)
		buf_addc(out, '-');
	for (size_t i = 0; i < whole.n; i++) {
		if (grouped && i > 0 && (whole.n - i) % 3 == 0)
			buf_addc(out, ',');
		buf_addc(out, whole.p[i]);
	}
	if (fraction.n == 0)
		return;
	buf_addc(out, '.');
	buf_adds(out, fraction);
}

void
number_put(const struct number *n, struct buf *out)
{
	put_number(n, false, out);
}

void
number_put_grouped(const struct number *n, struct buf *out)
{
	put_number(n, true, out);
}
