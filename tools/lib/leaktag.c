/* leaktag: the tags of XML, whatever the bytes */
#include <string.h>

#include "leaktag.h"
#include "utf8.h"

/* Adds the character that &NAME; stands for; false where it stands for itself.
 */
static bool
put_entity(struct str name, struct buf *out)
{
	static const struct {
		struct str name;
		uint32_t c;
	} known[] = { { STR("amp"), '&' }, { STR("lt"), '<' },
		{ STR("gt"), '>' }, { STR("quot"), '"' }, { STR("apos"), '\'' },
		{ STR("nbsp"), 0xA0 } };
	uint32_t c = 0;
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_equal(name, known[i].name))
			c = known[i].c;
	if (name.n > 1 && name.p[0] == '#') {
		bool hex = name.p[1] == 'x' || name.p[1] == 'X';

		for (i = hex ? 2 : 1; i < name.n && c < 0x110000; i++) {
			const char *digits = "0123456789abcdef";
			char small = (char)(name.p[i] | 0x20);
			const char *at =
			    memchr(digits, name.p[i] <= '9' ? name.p[i] : small,
				hex ? 16 : 10);

			if (at == NULL)
				return false;
			c = c * (hex ? 16 : 10) + (uint32_t)(at - digits);
		}
	}
	if (c == 0 || c >= 0x110000 || (c >= 0xD800 && c < 0xE000))
		return false;
	utf8_add(out, c);
	return true;
}

struct str
leaktag_decode(struct str text, struct buf *room)
{
	size_t from = 0, at, end;

	if (text.n == 0 || memchr(text.p, '&', text.n) == NULL)
		return text;
	buf_clear(room);
	while ((at = str_find(text, STR("&"), from)) != (size_t)-1) {
		buf_adds(room, str_cut(text, from, at - from));
		end = text.n - at < 12 ? text.n : at + 12;
		end = str_find(str_cut(text, 0, end), STR(";"), at);
		if (end != (size_t)-1 &&
		    put_entity(str_cut(text, at + 1, end - at - 1), room)) {
			from = end + 1;
		} else {
			buf_addc(room, '&');
			from = at + 1;
		}
	}
	buf_adds(room, str_from(text, from));
	return buf_str(room);
}

bool
leaktag_ascii(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] & 0x80) != 0)
			return false;
	return true;
}

static bool
is_number(struct str value)
{
	size_t i;

	for (i = 0; i < value.n; i++)
		if (strchr("0123456789.-+%", value.p[i]) == NULL)
			return false;
	return true;
}

bool
leaktag_measures(struct str tag, struct str name, struct str value)
{
	static const struct str texts[] = { STR("name"), STR("descr"),
		STR("title"), STR("author"), STR("initials"), STR("alt"),
		STR("tooltip"), STR("displayText"), STR("value"), STR("Target"),
		STR("content"), STR("docVar"), STR("alias"), STR("tag"),
		STR("default"), STR("result"), STR("statusText"),
		STR("helpText"), STR("listEntry") };
	size_t i, at;

	if (str_find(name, STR("rsid"), 0) == 2)
		return true;
	if (!is_number(value))
		return false;
	at = str_find(name, STR(":"), 0);
	name = at != (size_t)-1 ? str_from(name, at + 1) : name;
	at = str_find(tag, STR(":"), 0);
	if (at == (size_t)-1)
		return false; /* of nobody's that we know */
	tag = str_from(tag, at + 1);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (str_equal(name, texts[i]) || str_equal(tag, texts[i]))
			return false;
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The end of the tag that begins at byte at, behind quotes. */
static size_t
tag_end(struct str x, size_t at)
{
	char quote = '\0';

	for (; at < x.n; at++) {
		if (quote != '\0')
			quote = x.p[at] == quote ? '\0' : quote;
		else if (x.p[at] == '"' || x.p[at] == '\'')
			quote = x.p[at];
		else if (x.p[at] == '>')
			break;
	}
	return at;
}

size_t
leaktag_read(struct str xml, size_t at, struct leaktag *t)
{
	size_t end = tag_end(xml, at), n;
	struct str tag = str_cut(xml, at + 1, end - at - (end > at));

	t->closes = tag.n != 0 && tag.p[0] == '/';
	tag = str_from(tag, t->closes);
	t->empty = tag.n != 0 && tag.p[tag.n - 1] == '/';
	for (n = 0; n < tag.n && !is_blank(tag.p[n]) && tag.p[n] != '/'; n++)
		;
	t->name = str_cut(tag, 0, n);
	t->rest = str_from(tag, n);
	return end < xml.n ? end + 1 : end;
}

bool
leaktag_next(struct leaktag *t, struct str *name, struct str *value)
{
	struct str s = t->rest;
	size_t at = 0, from;
	char quote;

	while (at < s.n && (is_blank(s.p[at]) || s.p[at] == '/'))
		at++;
	for (from = at; at < s.n && s.p[at] != '=' && !is_blank(s.p[at]); at++)
		;
	*name = str_cut(s, from, at - from);
	while (at < s.n && (is_blank(s.p[at]) || s.p[at] == '='))
		at++;
	quote = at < s.n ? s.p[at] : '\0';
	from = at;
	if (quote == '"' || quote == '\'') {
		for (from = ++at; at < s.n && s.p[at] != quote; at++)
			;
		*value = str_cut(s, from, at - from);
		at += at < s.n;
	} else {
		/* as web pages write it */
		while (at < s.n && !is_blank(s.p[at]))
			at++;
		*value = str_cut(s, from, at - from);
	}
	t->rest = str_from(s, at);
	return s.n != 0;
}
