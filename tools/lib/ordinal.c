/* ordinal: the small numbers that count headings and items, in characters */
#include "ordinal.h"

enum { TEN = 0x5341 };

size_t
ordinal_digit(uint32_t c)
{
	switch (c) {
	case 0x4E00:
		return 1; /* 一 */
	case 0x4E8C:
	case 0x4E24:
		return 2; /* 二 两 */
	case 0x4E09:
		return 3; /* 三 */
	case 0x56DB:
		return 4; /* 四 */
	case 0x4E94:
		return 5; /* 五 */
	case 0x516D:
		return 6; /* 六 */
	case 0x4E03:
		return 7; /* 七 */
	case 0x516B:
		return 8; /* 八 */
	case 0x4E5D:
		return 9; /* 九 */
	default:
		return 0;
	}
}

/* The value of an Arabic digit, or -1. */
static int
arabic_digit(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

bool
ordinal_part(uint32_t c)
{
	/* 十 百 千 几 数 〇 */
	return ordinal_digit(c) != 0 || arabic_digit(c) >= 0 || c == TEN ||
	       c == 0x767E || c == 0x5343 || c == 0x51E0 || c == 0x6570 ||
	       c == 0x3007;
}

size_t
ordinal_chinese(const uint32_t *c, size_t *value)
{
	size_t n = 0;

	*value = ordinal_digit(c[0]);
	if (*value != 0)
		n = 1;
	if (c[n] == TEN) {
		*value = *value != 0 ? 10 * *value : 10;
		n++;
		if (ordinal_digit(c[n]) != 0)
			*value += ordinal_digit(c[n++]);
	}
	return n != 0 && !ordinal_part(c[n]) ? n : 0;
}

size_t
ordinal_arabic(const uint32_t *c, size_t *value)
{
	size_t n;

	*value = 0;
	for (n = 0; n < 3 && arabic_digit(c[n]) >= 0; n++)
		*value = 10 * *value + (size_t)arabic_digit(c[n]);
	return *value != 0 && arabic_digit(c[n]) < 0 ? n : 0;
}

size_t
ordinal_sign(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last ? c - first + 1 : 0;
}
