/* leaknumber: numbers by what they are worth, however they are written */
#include "leaknumber.h"
#include "leaktext.h"
#include "number.h"
#include "utf8.h"

enum { DIGITS_MAX = 19, POWER_MAX = 16 };

int
worth_compare(struct worth a, struct worth b)
{
	if (a.digits != b.digits)
		return a.digits < b.digits ? -1 : 1;
	return (a.power > b.power) - (a.power < b.power);
}

static struct worth
trimmed(uint64_t digits, int power)
{
	while (digits != 0 && digits % 10 == 0) {
		digits /= 10;
		power++;
	}
	return (struct worth){ digits, digits != 0 ? power : 0 };
}

/* Takes digits before and behind the point; false for more than 19. */
static bool
take_digits(struct str whole, struct str fraction, struct worth *w)
{
	uint64_t digits = 0;
	size_t i, count = 0;

	while (fraction.n != 0 && fraction.p[fraction.n - 1] == '0')
		fraction.n--;
	for (i = 0; i < whole.n + fraction.n; i++) {
		char c = i < whole.n ? whole.p[i] : fraction.p[i - whole.n];

		if (c < '0' || c > '9')
			continue; /* what groups them */
		count += count != 0 || c != '0';
		if (count > DIGITS_MAX)
			return false;
		digits = 10 * digits + (uint64_t)(c - '0');
	}
	*w = trimmed(digits, -(int)fraction.n);
	return true;
}

bool
worth_parse(struct str text, struct worth *w)
{
	struct number n = { 0 };
	bool fine = number_parse(text, &n) &&
		    take_digits(number_whole(&n), number_fraction(&n), w);

	number_free(&n);
	return fine;
}

bool
worth_strong(struct worth w)
{
	if (w.power == 0 && w.digits >= 1900 && w.digits < 2100)
		return false;
	return w.digits >= 1000;
}

static size_t
digits_end(struct str s, size_t at)
{
	while (leaktext_digit(s, at))
		at++;
	return at;
}

/* What a Han numeral says: a digit, or a power of ten; the other is -1. */
struct sign {
	int digit, power;
};

static const struct sign no_sign = { -1, -1 };

static struct sign
sign_of(uint32_t c)
{
	switch (c) {
	case 0x3007: /* 〇 */
	case 0x96F6: /* 零 */
	case 0x25CB: /* ○ */
		return (struct sign){ 0, -1 };
	case 0x4E00: /* 一 */
	case 0x58F9: /* 壹 */
		return (struct sign){ 1, -1 };
	case 0x4E8C: /* 二 */
	case 0x4E24: /* 两 */
	case 0x8D30: /* 贰 */
	case 0x8CB3: /* 貳 */
		return (struct sign){ 2, -1 };
	case 0x4E09: /* 三 */
	case 0x53C1: /* 叁 */
	case 0x53C3: /* 參 */
		return (struct sign){ 3, -1 };
	case 0x56DB: /* 四 */
	case 0x8086: /* 肆 */
		return (struct sign){ 4, -1 };
	case 0x4E94: /* 五 */
	case 0x4F0D: /* 伍 */
		return (struct sign){ 5, -1 };
	case 0x516D: /* 六 */
	case 0x9646: /* 陆 */
	case 0x9678: /* 陸 */
		return (struct sign){ 6, -1 };
	case 0x4E03: /* 七 */
	case 0x67D2: /* 柒 */
		return (struct sign){ 7, -1 };
	case 0x516B: /* 八 */
	case 0x634C: /* 捌 */
		return (struct sign){ 8, -1 };
	case 0x4E5D: /* 九 */
	case 0x7396: /* 玖 */
		return (struct sign){ 9, -1 };
	case 0x5341: /* 十 */
	case 0x62FE: /* 拾 */
		return (struct sign){ -1, 1 };
	case 0x767E: /* 百 */
	case 0x4F70: /* 佰 */
		return (struct sign){ -1, 2 };
	case 0x5343: /* 千 */
	case 0x4EDF: /* 仟 */
		return (struct sign){ -1, 3 };
	case 0x4E07: /* 万 */
	case 0x842C: /* 萬 */
		return (struct sign){ -1, 4 };
	case 0x4EBF: /* 亿 */
	case 0x5104: /* 億 */
		return (struct sign){ -1, 8 };
	default:
		return no_sign;
	}
}

static bool
is_sign(struct sign s)
{
	return s.digit >= 0 || s.power >= 0;
}

/* The sign at byte at; all of them have three bytes. */
static struct sign
sign_at(struct str s, size_t at)
{
	uint32_t c;

	if (at + 3 > s.n || (unsigned char)s.p[at] < 0xE2 ||
	    utf8_next(s, at, &c) != 3)
		return no_sign;
	return sign_of(c);
}

static void
add_reading(struct leaknumber *n, struct worth w, size_t end)
{
	if (n->n == LEAKNUMBER_READINGS)
		return;
	n->readings[n->n].worth = w;
	n->readings[n->n++].end = end;
	if (end > n->end)
		n->end = end;
}

/* What units follow digits as one: 万, 亿, 百万, 万亿. */
static void
read_units(struct str form, size_t at, struct worth w, struct leaknumber *n)
{
	size_t from = at;
	struct sign sign;
	int power = 0;

	while ((sign = sign_at(form, at)).power > 1 && power < POWER_MAX) {
		power += sign.power;
		at += 3;
	}
	if (at != from && !is_sign(sign))
		add_reading(n, trimmed(w.digits, w.power + power), at);
}

/* The end of digits that commas or blanks group by three. */
static size_t
groups_end(struct str form, size_t at)
{
	size_t end = digits_end(form, at), next;

	if (end - at > 3 || (form.p[at] == '0' && end - at > 1))
		return end;
	while (end < form.n && (form.p[end] == ',' || form.p[end] == ' ')) {
		next = digits_end(form, end + 1);
		if (next != end + 4)
			break;
		end = next;
	}
	return end;
}

/* Says whether what stands around a number makes a code, or a date, of it. */
static bool
is_coded(struct str form, size_t at, size_t end)
{
	if (at != 0 && (leaktext_letter(form, at - 1) ||
			   form.p[at - 1] == '.' || form.p[at - 1] == '_'))
		return true;
	if (at > 1 &&
	    (form.p[at - 1] == '-' || form.p[at - 1] == '/' ||
		form.p[at - 1] == ':' || form.p[at - 1] == '.') &&
	    leaktext_digit(form, at - 2))
		return true;
	if (leaktext_letter(form, end) || (end < form.n && form.p[end] == '_'))
		return true;
	return end + 1 < form.n &&
	       (form.p[end] == '-' || form.p[end] == '/' ||
		   form.p[end] == ':' || form.p[end] == '.') &&
	       leaktext_digit(form, end + 1);
}

static bool
read_arabic(struct str form, size_t at, struct leaknumber *n)
{
	size_t end = groups_end(form, at), fraction = end;
	struct worth w;

	n->end = digits_end(form, at);
	n->coded = form.p[at] == '0' && n->end > at + 1;
	if (end + 1 < form.n && form.p[end] == '.' &&
	    leaktext_digit(form, end + 1)) {
		fraction = end + 1;
		end = digits_end(form, fraction);
	}
	n->coded |= is_coded(form, at, end);
	if (!take_digits(str_cut(form, at, fraction - at),
		str_cut(form, fraction, end - fraction), &w))
		return false;
	add_reading(n, w, end);
	read_units(form, end, w, n);
	return true;
}

/* 二〇二二: digit by digit, from at to end. */
static bool
read_spelled(struct str form, size_t at, size_t end, struct worth *w)
{
	uint64_t digits = 0;
	size_t count = 0;

	for (; at < end; at += 3) {
		uint64_t digit = (uint64_t)sign_at(form, at).digit;

		count += count != 0 || digit != 0;
		if (count > DIGITS_MAX)
			return false;
		digits = 10 * digits + digit;
	}
	*w = trimmed(digits, 0);
	return true;
}

static uint64_t
ten_to(int power)
{
	uint64_t x = 1;

	while (power-- > 0)
		x *= 10;
	return x;
}

/* 一万二千八百六十: up to 万, to 亿, and the rest, each of them below 10^16. */
static struct worth
read_spoken(struct str form, size_t at, size_t end)
{
	uint64_t whole = 0, group = 0, digit = 0;
	const uint64_t most = (uint64_t)1000 * 1000 * 1000 * 1000 * 1000;
	bool said = false;

	for (; at < end; at += 3) {
		struct sign sign = sign_at(form, at);

		if (sign.power < 0) {
			digit = (uint64_t)sign.digit;
			said = true;
			continue;
		}
		if (sign.power < 4) {
			group += (said ? digit : 1) * ten_to(sign.power);
		} else {
			group += digit;
			if (sign.power == 8) {
				group += whole;
				whole = 0;
			}
			if (group > most / ten_to(sign.power))
				group = 0;
			whole += group * ten_to(sign.power);
			group = 0;
		}
		digit = 0;
		said = false;
	}
	return trimmed(whole + group + digit, 0);
}

/* Digits behind 点. */
static size_t
read_point(struct str form, size_t at, struct worth *w)
{
	struct sign sign;

	if (!str_starts(str_from(form, at), STR("点")))
		return at;
	for (at += 3; (sign = sign_at(form, at)).digit >= 0; at += 3) {
		for (; w->power > 0 && w->digits < UINT64_MAX / 10; w->power--)
			w->digits *= 10;
		if (w->digits > UINT64_MAX / 100)
			continue;
		w->digits = 10 * w->digits + (uint64_t)sign.digit;
		w->power--;
	}
	return at;
}

static bool
read_han(struct str form, size_t at, struct leaknumber *n)
{
	bool units = false;
	struct sign sign;
	struct worth w;
	size_t end;

	for (end = at; is_sign(sign = sign_at(form, end)); end += 3)
		units |= sign.power >= 0;
	n->end = end;
	/* 万 and 千 alone are words: 千方百计, 万众一心 */
	if (end == at || sign_at(form, at).power > 1)
		return false;
	if (!units) {
		if (!read_spelled(form, at, end, &w))
			return false;
	} else {
		w = read_spoken(form, at, end);
	}
	end = read_point(form, end, &w);
	w = trimmed(w.digits, w.power);
	add_reading(n, w, end);
	if (!units)
		read_units(form, end, w, n);
	return true;
}

bool
leaknumber_read(struct str form, size_t at, struct leaknumber *n)
{
	n->n = 0;
	n->coded = false;
	if (leaktext_digit(form, at))
		return read_arabic(form, at, n);
	n->end = at;
	if (read_han(form, at, n))
		return true;
	if (n->end == at)
		n->end = at + 1;
	while (n->end < form.n && (form.p[n->end] & 0xC0) == 0x80)
		n->end++;
	return false;
}
