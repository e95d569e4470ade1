/* chars: what stands at a character of prose */
#include "chars.h"
#include "utf8.h"

bool
chars_han(uint32_t c)
{
	/* the ideographs, 〇 and those beyond the first plane */
	return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 ||
	       (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool
chars_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool
chars_numeral(uint32_t c)
{
	switch (c) {
	case 0x3007: /* 〇 */
	case 0x25CB: /* ○, which is often typed for it */
	case 0x96F6: /* 零 */
	case 0x4E00: /* 一 */
	case 0x4E8C: /* 二 */
	case 0x4E09: /* 三 */
	case 0x56DB: /* 四 */
	case 0x4E94: /* 五 */
	case 0x516D: /* 六 */
	case 0x4E03: /* 七 */
	case 0x516B: /* 八 */
	case 0x4E5D: /* 九 */
	case 0x5341: /* 十 */
	case 0x767E: /* 百 */
	case 0x5343: /* 千 */
	case 0x4E24: /* 两 */
		return true;
	default:
		return false;
	}
}

struct str
chars_text(const struct prose *p, size_t from, size_t end)
{
	return str_cut(p->text, p->at[from], p->at[end] - p->at[from]);
}

bool
chars_in(const struct prose *p, size_t i, const char *set)
{
	if (i >= p->n || p->c[i] < 0x80)
		return false;
	return str_find(str_of(set), chars_text(p, i, i + 1), 0) != (size_t)-1;
}

/* Behind the word that begins at w: its blank, or the end of the words. */
static const char *
word_end(const char *w)
{
	while (*w != '\0' && *w != ' ')
		w += (unsigned char)*w >= 0xE0 ? 3 : 1;
	return w;
}

static struct str
word_of(const char *w, const char *end)
{
	return (struct str){ w, (size_t)(end - w) };
}

size_t
chars_word(const struct prose *p, size_t i, const char *words)
{
	struct str text, word;
	const char *w, *end;

	if (i >= p->n)
		return 0;
	text = str_from(p->text, p->at[i]);
	if (text.n < 2)
		return 0;
	for (w = words; *w != '\0'; w = *end == ' ' ? end + 1 : end) {
		end = word_end(w);
		/* most words differ in the first character's second byte */
		if (text.p[1] != w[1])
			continue;
		word = word_of(w, end);
		if (str_starts(text, word))
			return utf8_count(word);
	}
	return 0;
}

size_t
chars_word_before(const struct prose *p, size_t i, const char *words)
{
	struct str text, word;
	const char *w, *end;

	if (i > p->n)
		return 0;
	text = str_cut(p->text, 0, p->at[i]);
	if (text.n < 2)
		return 0;
	for (w = words; *w != '\0'; w = *end == ' ' ? end + 1 : end) {
		end = word_end(w);
		if (text.p[text.n - 1] != end[-1])
			continue;
		word = word_of(w, end);
		if (str_ends(text, word))
			return utf8_count(word);
	}
	return 0;
}
