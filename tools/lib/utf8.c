/* utf8: characters in UTF-8 text (RFC 3629) */
#include "utf8.h"

static bool
is_tail(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

static uint32_t
tail(struct str s, size_t at)
{
	return (unsigned char)s.p[at] & 0x3F;
}

size_t
utf8_next(struct str s, size_t at, uint32_t *c)
{
	uint32_t b = (unsigned char)s.p[at];

	if (b < 0x80) {
		*c = b;
		return 1;
	}
	if (b >= 0xC2 && b < 0xE0 && is_tail(s, at + 1)) {
		*c = (b & 0x1F) << 6 | tail(s, at + 1);
		return 2;
	}
	if ((b & 0xF0) == 0xE0 && is_tail(s, at + 1) && is_tail(s, at + 2)) {
		*c = (b & 0x0F) << 12 | tail(s, at + 1) << 6 | tail(s, at + 2);
		return *c >= 0x800 && (*c < 0xD800 || *c > 0xDFFF) ? 3 : 0;
	}
	if ((b & 0xF8) == 0xF0 && is_tail(s, at + 1) && is_tail(s, at + 2) &&
	    is_tail(s, at + 3)) {
		*c = (b & 0x07) << 18 | tail(s, at + 1) << 12 |
		     tail(s, at + 2) << 6 | tail(s, at + 3);
		return *c >= 0x10000 && *c <= 0x10FFFF ? 4 : 0;
	}
	return 0;
}

size_t
utf8_count(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

void
utf8_add(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_addc(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_addc(b, (char)(0xC0 | c >> 6));
	} else if (c < 0x10000) {
		buf_addc(b, (char)(0xE0 | c >> 12));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3F)));
	} else {
		buf_addc(b, (char)(0xF0 | c >> 18));
		buf_addc(b, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	buf_addc(b, (char)(0x80 | (c & 0x3F)));
}

bool
utf8_noncharacter(uint32_t c)
{
	return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool
utf8_chinese(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x00B7, 0x00B7 }, /* the middle dot of names */
		{ 0x2014, 0x2015 }, /* dashes */
		{ 0x2018, 0x2019 },
		{ 0x201C, 0x201D },
		{ 0x2026, 0x2026 },
		{ 0x2E80, 0x303E }, /* radicals, CJK symbols and marks */
		{ 0x3105, 0x312F }, /* Bopomofo */
		{ 0x31A0, 0x9FFF }, /* strokes, enclosed, Han */
		{ 0xF900, 0xFAFF }, /* compatibility Han */
		{ 0xFE30, 0xFE4F },
		{ 0xFF01, 0xFF60 }, /* full-width forms */
		{ 0xFFE0, 0xFFE6 },
		{ 0x20000, 0x3FFFD },
	};
	size_t i;

	for (i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		if (c < ranges[i][0])
			return false;
		if (c <= ranges[i][1])
			return true;
	}
	return false;
}

bool
utf8_any_chinese(struct str s)
{
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		n = utf8_next(s, i, &c);
		if (n == 0 || utf8_chinese(c))
			return n != 0;
	}
	return false;
}

size_t
utf8_blank(struct str s, size_t at)
{
	if (at >= s.n)
		return 0;
	if (s.p[at] == ' ' || s.p[at] == '\t')
		return 1;
	if (str_starts(str_from(s, at), STR("\xC2\xA0")))
		return 2;
	if (str_starts(str_from(s, at), STR("\xE3\x80\x80")))
		return 3;
	return 0;
}

static size_t
blank_before(struct str s)
{
	if (s.n >= 1 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		return 1;
	if (str_ends(s, STR("\xC2\xA0")))
		return 2;
	if (str_ends(s, STR("\xE3\x80\x80")))
		return 3;
	return 0;
}

struct str
utf8_trim(struct str s)
{
	size_t n;

	while ((n = utf8_blank(s, 0)) != 0)
		s = str_from(s, n);
	while ((n = blank_before(s)) != 0)
		s.n -= n;
	return s;
}

size_t
utf8_markup(struct str s, size_t at, char c)
{
	const unsigned char *p;
	unsigned int wide;

	if (at >= s.n)
		return 0;
	if (s.p[at] == c)
		return 1;
	/* U+FF01 to U+FF5E stand for U+0021 to U+007E */
	p = (const unsigned char *)s.p + at;
	wide = 0xFF00u + (unsigned char)c - 0x20u;
	if (s.n - at >= 3 && p[0] == 0xEF &&
	    p[1] == (0x80u | (wide >> 6 & 0x3Fu)) &&
	    p[2] == (0x80u | (wide & 0x3Fu)))
		return 3;
	return 0;
}

bool
utf8_chinese_before(struct str s, size_t at)
{
	uint32_t c;

	if (at == 0)
		return false;
	do
		at--;
	while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	return utf8_next(s, at, &c) != 0 && utf8_chinese(c);
}
