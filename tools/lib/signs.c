/* signs: what a character is to a proofreader of marks */
#include "signs.h"
#include "utf8.h"

enum { WORD = 40 };

bool
sign_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
	       (c >= 0x3005 && c <= 0x3007) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0x20000 && c <= 0x3FFFD);
}

bool
sign_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool
sign_wide_latin(uint32_t c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
	       (c >= 0xFF41 && c <= 0xFF5A);
}

bool
sign_latin(uint32_t c)
{
	return sign_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') ||
	       (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) ||
	       sign_wide_latin(c);
}

bool
sign_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

bool
sign_chinese(uint32_t c)
{
	if (sign_han(c))
		return true;
	/* of these Latin text has its own: · — ‘ ’ “ ” … */
	return utf8_chinese(c) && c >= 0x2E80 && c != 0x3000 &&
	       !sign_wide_latin(c);
}

bool
sign_opens(uint32_t c)
{
	switch (c) {
	case '(':
	case '[':
	case 0x2018: /* ‘ */
	case 0x201C: /* “ */
	case 0x3008: /* 〈 */
	case 0x300A: /* 《 */
	case 0x300C: /* 「 */
	case 0x300E: /* 『 */
	case 0x3010: /* 【 */
	case 0x3014: /* 〔 */
	case 0xFF08: /* （ */
	case 0xFF3B: /* ［ */
		return true;
	default:
		return false;
	}
}

bool
sign_closes(uint32_t c)
{
	switch (c) {
	case ')':
	case ']':
	case 0x2019: /* ’ */
	case 0x201D: /* ” */
	case 0x3009: /* 〉 */
	case 0x300B: /* 》 */
	case 0x300D: /* 」 */
	case 0x300F: /* 』 */
	case 0x3011: /* 】 */
	case 0x3015: /* 〕 */
	case 0xFF09: /* ） */
	case 0xFF3D: /* ］ */
		return true;
	default:
		return false;
	}
}

uint32_t
sign_wide(uint32_t c)
{
	switch (c) {
	case ',':
	case ';':
	case ':':
	case '?':
	case '!':
	case '(':
	case ')':
		return c - 0x20 + 0xFF00;
	case '.':
	case 0xFF61: /* ｡ */
		return 0x3002;
	case 0xFF64: /* ､ */
		return 0x3001;
	default:
		return 0;
	}
}

uint32_t
sign_stop(uint32_t c)
{
	switch (c) {
	case 0x3001: /* 、 */
	case 0x3002: /* 。 */
	case 0xFF01: /* ！ */
	case 0xFF0C: /* ， */
	case 0xFF1A: /* ： */
	case 0xFF1B: /* ； */
	case 0xFF1F: /* ？ */
		return c;
	case '(':
	case ')':
		return 0;
	default:
		return sign_wide(c);
	}
}

uint32_t
sign_before(const struct prose *p, size_t i)
{
	return i > p->start ? p->c[i - 1] : 0;
}

uint32_t
sign_after(const struct prose *p, size_t i)
{
	return i + 1 < p->end ? p->c[i + 1] : 0;
}

size_t
sign_start(const struct prose *p)
{
	return p->kind == PROSE_HEADING ? p->number_end : p->start;
}

size_t
sign_word(const struct prose *p, size_t i)
{
	size_t from = i;

	while (from > p->start && i - from < WORD) {
		uint32_t c = p->c[from - 1];

		if (!sign_latin(c) && c != '%' && c != '.' && c != '-' &&
		    c != '/' && c != '_' && c != '@' && c != '&' && c != '+')
			break;
		from--;
	}
	return from;
}
