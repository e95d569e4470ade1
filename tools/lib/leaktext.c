/* leaktext: text in the one form in which a hidden value is looked for */
#include <string.h>

#include "die.h"
#include "leaktext.h"
#include "utf8.h"

enum { NOTHING = 0xFFFFFFFF };

/* Blanks of all widths; those without any width are not seen at all. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 ||
	       c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
	       c == 0x205F;
}

static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || c == 0x34F || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	       c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || c == '\r' ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

/* The character that c counts as: NOTHING for what is not seen. */
static uint32_t
fold(uint32_t c)
{
	if (c < 0x80 && c > ' ')
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	if (c >= 0x3001 && c < 0xFDD0)
		return c;
	if (is_unseen(c))
		return NOTHING;
	if (is_blank(c))
		return ' ';
	if (c == 0xFDD5) /* marks.h: cells, rows */
		return '|';
	if (c == 0xFDD6)
		return '\n';
	if (c >= 0xFF01 && c <= 0xFF5E)
		return fold(c - (0xFF01 - '!'));
	if (c >= 0x1D7CE && c <= 0x1D7FF) /* digits of mathematics */
		c = '0' + (c - 0x1D7CE) % 10;
	return c;
}

static bool
is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* Walks over text, and writes its form to out and where each byte of it comes
 * from to origins, unless they are NULL; answers how many there are, which is
 * no more than text has. A blank waits until it is known what it stands
 * between. */
static size_t
walk(struct str text, char *out, size_t *origins)
{
	bool blank = false;
	size_t i, k, n, length, done = 0, blank_at = 0;
	char last = '\0';
	uint32_t c;

	for (i = 0; i < text.n; i += n) {
		n = utf8_next(text, i, &c);
		c = n != 0 ? fold(c) : '\n';
		n = n != 0 ? n : 1;
		if (c == NOTHING)
			continue;
		if (c == ' ') {
			blank_at = blank ? blank_at : i;
			blank = true;
			continue;
		}
		if (blank && is_word(last) && c < 0x80 && is_word((char)c)) {
			if (out != NULL)
				out[done] = ' ';
			if (origins != NULL)
				origins[done] = blank_at;
			done++;
		}
		blank = false;
		last = c < 0x80 ? (char)c : '\0';
		length = c < 0x80 ? 1 : n;
		if (out != NULL && c < 0x80)
			out[done] = (char)c;
		else if (out != NULL)
			memcpy(out + done, text.p + i, n);
		for (k = 0; origins != NULL && k < length; k++)
			origins[done + k] = i;
		done += length;
	}
	return done;
}

void
leaktext_put(struct str text, struct buf *out)
{
	buf_reserve(out, text.n + 1);
	out->n += walk(text, out->p + out->n, NULL);
	out->p[out->n] = '\0';
}

size_t *
leaktext_origins(struct str text)
{
	size_t *origins = mem_alloc((text.n + 1) * sizeof(*origins));

	walk(text, NULL, origins);
	return origins;
}

size_t
leaktext_clause(struct str form, size_t at)
{
	static const struct str marks[] = { STR(","), STR(";"), STR("!"),
		STR("?"), STR("("), STR(")"), STR("\n"), STR("。"), STR("、"),
		STR("“"), STR("”"), STR("《"), STR("》"), STR("【"), STR("】"),
		STR("…") };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_starts(str_from(form, at), marks[i]))
			return marks[i].n;
	return 0;
}

size_t
leaktext_before(struct str form, size_t at)
{
	for (at--; at > 0 && (form.p[at] & 0xC0) == 0x80; at--)
		;
	return at;
}

bool
leaktext_digit(struct str form, size_t at)
{
	return at < form.n && form.p[at] >= '0' && form.p[at] <= '9';
}

bool
leaktext_letter(struct str form, size_t at)
{
	return at < form.n && form.p[at] >= 'a' && form.p[at] <= 'z';
}
