/* headingmark: numbers of headings with other marks than the standard's */
#include "headingmark.h"
#include "ordinal.h"

/* Marks that are typed behind a number: ， , ： : ； ; 。 stand in sentences,
 * too; ． . ､ 、 do not. */
static bool
is_mark(uint32_t c)
{
	switch (c) {
	case 0x3001: /* 、 */
	case 0x4E36: /* 丶, which is a stroke */
	case 0xB7: /* · */
	case 0xFF64:
	case 0xFF0E: /* ． */
	case '.':
	case 0xFF0C: /* ， */
	case ',':
	case 0xFF1A: /* ： */
	case ':':
	case 0xFF1B: /* ； */
	case ';':
	case 0x3002: /* 。 */
		return true;
	default:
		return false;
	}
}

static bool
is_certain(uint32_t c)
{
	return c == 0x3001 || c == 0x4E36 || c == 0xFF64 || c == 0xB7 ||
	       c == 0xFF0E || c == '.';
}

/* A number whose width alone keeps it from being a heading's; a right number of
 * a text has a \ before it. */
static bool
is_wide(uint32_t c)
{
	return c >= 0xFF10 && c <= 0xFF19;
}

/* （一） and （1） with brackets of either width, and marks behind them. */
static bool
in_brackets(const struct prose *p, struct headingmark *h)
{
	const uint32_t *c = p->c + p->start;
	size_t n = ordinal_chinese(c + 1, &h->value);
	bool half = c[0] == '(';

	h->level = n != 0 ? 2 : 4;
	if (n == 0)
		n = ordinal_arabic(c + 1, &h->value);
	if (n == 0 || h->value > 99 || (c[1 + n] != ')' && c[1 + n] != 0xFF09))
		return false;
	half = half || c[1 + n] == ')';
	h->end = p->start + n + 2;
	h->certain = true;
	if (is_mark(p->c[h->end])) {
		h->end++;
		h->wrong = true;
	}
	h->wrong = h->wrong || half;
	return h->end < p->end && (h->wrong || is_wide(c[1]));
}

/* 一． 一， 1、 １． */
static bool
with_mark(const struct prose *p, struct headingmark *h)
{
	const uint32_t *c = p->c + p->start;
	size_t n = ordinal_chinese(c, &h->value);

	h->level = n != 0 ? 1 : 3;
	if (n == 0)
		n = ordinal_arabic(c, &h->value);
	/* 1、2号楼, 3.5 and 10:30 go on with a number */
	if (n == 0 || h->value > 99 || !is_mark(c[n]) ||
	    ordinal_part(c[n + 1]) || is_mark(c[n + 1]) || c[0] == 0x4E24)
		return false;
	h->end = p->start + n + 1;
	h->wrong = c[n] != (h->level == 1 ? 0x3001 : '.');
	h->certain = is_certain(c[n]);
	h->half = c[n] < 0x80;
	return h->end < p->end && (h->wrong || is_wide(c[0]));
}

/* ㈠ ⑴ ⒈: signs of a character set, for （一） （1） 1. */
static bool
in_a_sign(const struct prose *p, struct headingmark *h)
{
	uint32_t c = p->c[p->start];

	if ((h->value = ordinal_sign(c, 0x3220, 0x3229)) != 0)
		h->level = 2;
	else if ((h->value = ordinal_sign(c, 0x2474, 0x2487)) != 0)
		h->level = 4;
	else if ((h->value = ordinal_sign(c, 0x2488, 0x249B)) != 0)
		h->level = 3;
	else
		return false;
	h->end = p->start + 1;
	h->wrong = h->certain = true;
	if (is_mark(p->c[h->end]))
		h->end++;
	return h->end < p->end;
}

/* 七、八月 一、二季度: two numbers, and no heading. */
static bool
is_pair(const struct prose *p)
{
	const uint32_t *c = p->c + p->number_end;

	if (p->heading.level != 1 || ordinal_digit(c[0]) == 0 ||
	    ordinal_digit(c[0]) != p->heading.value + 1)
		return false;
	/* 季 月 级 批 期 年 类 等 楼 组 */
	return c[1] == 0x5B63 || c[1] == 0x6708 || c[1] == 0x7EA7 ||
	       c[1] == 0x6279 || c[1] == 0x671F || c[1] == 0x5E74 ||
	       c[1] == 0x7C7B || c[1] == 0x7B49 || c[1] == 0x697C ||
	       c[1] == 0x7EC4;
}

/* A right number, perhaps with a mark too many. A second one behind 一、 is
 * doubled, which is told elsewhere. */
static bool
of_heading(const struct prose *p, struct headingmark *h)
{
	uint32_t c = p->c[p->number_end];

	h->level = p->heading.level;
	h->value = p->heading.value;
	h->end = p->number_end;
	h->certain = true;
	if (h->level > 1 && h->value != 0 &&
	    p->origin[p->start] == PROSE_TYPED && is_mark(c) &&
	    p->origin[p->number_end] == PROSE_TYPED && h->end + 1 < p->end) {
		h->wrong = true;
		h->end++;
	}
	return true;
}

bool
headingmark_read(const struct prose *p, struct headingmark *h)
{
	uint32_t c = p->c[p->start];

	*h = (struct headingmark){ 0 };
	if (p->kind == PROSE_HEADING)
		return !is_pair(p) && of_heading(p, h);
	if (p->kind != PROSE_TEXT || p->origin[p->start] != PROSE_TYPED)
		return false;
	if (c == '(' || c == 0xFF08)
		return in_brackets(p, h);
	if (ordinal_part(c))
		return with_mark(p, h);
	return in_a_sign(p, h);
}
