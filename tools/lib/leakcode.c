/* leakcode: text that stands in other text in a code */
#include <string.h>

#include "leakcode.h"
#include "utf8.h"

enum { LEAST = 12 }; /* characters of base64: nine bytes, three of Han */

static int
hex(struct str s, size_t at)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *found;

	if (at >= s.n || s.p[at] == '\0')
		return -1;
	found = strchr(digits, s.p[at]);
	return found != NULL ? (int)(found - digits) % 16 : -1;
}

/* The bytes of %XX at byte at, or 0. */
static size_t
take_percent(struct str s, size_t at, struct buf *out)
{
	int high = hex(s, at + 1), low = hex(s, at + 2);

	if (s.p[at] != '%' || high < 0 || low < 0)
		return 0;
	buf_addc(out, (char)(high << 4 | low));
	return 3;
}

/* \u6E05 of JSON, or \u28165? of RTF, at byte at: its length, or 0. */
static size_t
take_escape(struct str s, size_t at, struct buf *out)
{
	uint32_t c = 0;
	size_t i;

	if (!str_starts(str_from(s, at), STR("\\u")))
		return 0;
	for (i = at + 2;
	     i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && i < at + 7; i++)
		c = 10 * c + (uint32_t)(s.p[i] - '0');
	if (i == at + 7 && c < 0xD800) {
		utf8_add(out, c);
		return i < s.n && s.p[i] == '?' ? 8 : 7;
	}
	for (c = 0, i = at + 2; i < at + 6; i++) {
		if (hex(s, i) < 0)
			return 0;
		c = c << 4 | (uint32_t)hex(s, i);
	}
	if (c >= 0xD800 && c < 0xE000)
		return 0;
	utf8_add(out, c);
	return 6;
}

bool
leakcode_resolve(struct str text, struct buf *out)
{
	size_t at = 0, from = out->n, n;
	bool any = false;

	if (text.n == 0 || (memchr(text.p, '%', text.n) == NULL &&
			       memchr(text.p, '\\', text.n) == NULL))
		return false;
	while (at < text.n) {
		n = take_percent(text, at, out);
		if (n == 0)
			n = take_escape(text, at, out);
		any |= n != 0;
		if (n == 0)
			buf_addc(out, text.p[at++]);
		at += n;
	}
	if (!any)
		out->n = from;
	return any;
}

/* What a character of base64 stands for, of both alphabets, or -1. */
static int
value_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

static size_t
run_end(struct str s, size_t at)
{
	while (at < s.n &&
	       (value_of(s.p[at]) >= 0 || s.p[at] == '\n' || s.p[at] == '\r'))
		at++;
	return at;
}

bool
leakcode_base64(struct str text, size_t *at, struct buf *out)
{
	size_t end, i;
	uint32_t bits = 0;
	int held = 0;

	for (end = *at; *at < text.n; *at = end + 1) {
		/* a run from here on has this character, too */
		end = *at + LEAST - 1;
		if (end >= text.n)
			return false;
		if (value_of(text.p[end]) < 0 && text.p[end] != '\n' &&
		    text.p[end] != '\r')
			continue;
		end = run_end(text, *at);
		if (end - *at >= LEAST)
			break;
	}
	if (*at >= text.n)
		return false;
	for (i = *at; i < end; i++) {
		int value = value_of(text.p[i]);

		if (value < 0)
			continue;
		bits = bits << 6 | (uint32_t)value;
		held += 6;
		if (held >= 8) {
			held -= 8;
			buf_addc(out, (char)(bits >> held & 0xFF));
		}
	}
	*at = end;
	return true;
}
