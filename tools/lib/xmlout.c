/* xmlout: XML 1.0 written into a buffer; nothing else writes angle brackets */
#include <stdint.h>
#include <string.h>

#include "xmlout.h"

void
xmlout_open(struct buf *b, const char *name)
{
	buf_addc(b, '<');
	buf_addz(b, name);
}

/* What stands for a byte that markup is made of (XML 1.0, 2.4). */
static const char *const entities[256] = {
	['&'] = "&amp;",
	['<'] = "&lt;",
	['>'] = "&gt;",
	['"'] = "&quot;",
};

/* Says whether the next eight bytes are there and none is ASCII. */
static bool
eight_plain(struct str s, size_t i)
{
	const uint64_t high = 0x8080808080808080u;
	uint64_t eight;

	if (s.n - i < sizeof(eight))
		return false;
	memcpy(&eight, s.p + i, sizeof(eight));
	return (eight & high) == high;
}

static void
put_escaped(struct buf *b, struct str s)
{
	size_t i = 0, done = 0;

	while (i < s.n) {
		const unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x80 && eight_plain(s, i)) {
			i += 8;
			continue;
		}
		if (entities[c] != NULL) {
			buf_add(b, s.p + done, i - done);
			buf_addz(b, entities[c]);
			done = i + 1;
		}
		i++;
	}
	buf_add(b, s.p + done, s.n - done);
}

void
xmlout_attr(struct buf *b, const char *name, struct str value)
{
	buf_addc(b, ' ');
	buf_addz(b, name);
	buf_addz(b, "=\"");
	put_escaped(b, value);
	buf_addc(b, '"');
}

void
xmlout_attr_escaped(struct buf *b, const char *name, struct str value)
{
	buf_addf(b, " %s=\"", name);
	buf_adds(b, value);
	buf_addc(b, '"');
}

void
xmlout_attrz(struct buf *b, const char *name, const char *value)
{
	xmlout_attr(b, name, str_of(value));
}

void
xmlout_attrn(struct buf *b, const char *name, long value)
{
	char digits[24];
	size_t at = sizeof(digits);
	unsigned long rest =
	    value < 0 ? 0ul - (unsigned long)value : (unsigned long)value;

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (value < 0)
		digits[--at] = '-';
	buf_addc(b, ' ');
	buf_addz(b, name);
	buf_addz(b, "=\"");
	buf_add(b, digits + at, sizeof(digits) - at);
	buf_addc(b, '"');
}

void
xmlout_more(struct buf *b)
{
	buf_addc(b, '>');
}

void
xmlout_empty(struct buf *b)
{
	buf_addz(b, "/>");
}

void
xmlout_start(struct buf *b, const char *name)
{
	xmlout_open(b, name);
	xmlout_more(b);
}

void
xmlout_end(struct buf *b, const char *name)
{
	buf_addz(b, "</");
	buf_addz(b, name);
	buf_addc(b, '>');
}

void
xmlout_element(
    struct buf *b, const char *name, const char *attr, const char *value)
{
	xmlout_open(b, name);
	if (attr != NULL)
		xmlout_attrz(b, attr, value);
	xmlout_empty(b);
}

void
xmlout_elementn(struct buf *b, const char *name, const char *attr, long value)
{
	xmlout_open(b, name);
	xmlout_attrn(b, attr, value);
	xmlout_empty(b);
}

void
xmlout_text(struct buf *b, struct str text)
{
	put_escaped(b, text);
}

void
xmlout_instruction(
    struct buf *b, const char *target, struct str name, struct str text)
{
	buf_addf(b, "<?%s %.*s", target, STR_ARG(name));
	if (text.n != 0) {
		buf_addc(b, ' ');
		put_escaped(b, text);
	}
	buf_addz(b, "?>");
}

void
xmlout_plain(struct buf *out, struct str s)
{
	static const struct {
		struct str escaped;
		char c;
	} escapes[] = {
		{ { "&amp;", 5 }, '&' },
		{ { "&lt;", 4 }, '<' },
		{ { "&gt;", 4 }, '>' },
		{ { "&quot;", 6 }, '"' },
	};
	size_t i, e;

	for (i = 0; i < s.n; i++) {
		char c = s.p[i];

		for (e = 0; e < sizeof(escapes) / sizeof(escapes[0]); e++)
			if (str_starts(str_from(s, i), escapes[e].escaped)) {
				c = escapes[e].c;
				i += escapes[e].escaped.n - 1;
				break;
			}
		buf_addc(out, c);
	}
}

void
xmlout_declaration(struct buf *b)
{
	buf_addz(b, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
		    "standalone=\"yes\"?>\n");
}

void
xmlout_doctype(struct buf *b)
{
	buf_addz(b, "<!DOCTYPE html>\n");
}
