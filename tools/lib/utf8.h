/* utf8: characters in UTF-8 text (RFC 3629) */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* Decodes the character at byte at into *c; returns its length, 0 when the
 * bytes there are not valid UTF-8 (overlong forms and surrogates included). */
size_t utf8_next(struct str s, size_t at, uint32_t *c);
/* Counts the characters of valid text. */
size_t utf8_count(struct str s);
/* Adds one character. */
void utf8_add(struct buf *b, uint32_t c);
/* Says whether c is one of Unicode's 66 noncharacters (Unicode 23.7). */
bool utf8_noncharacter(uint32_t c);
/* Says whether c is set in Chinese type: Han, its marks, full-width forms. */
bool utf8_chinese(uint32_t c);
/* Says whether any character of s is; what is behind a bad byte is not read. */
bool utf8_any_chinese(struct str s);
/* The length of the blank at byte at (space, tab, U+00A0, U+3000), or 0. */
size_t utf8_blank(struct str s, size_t at);
/* s without blanks at its ends. */
struct str utf8_trim(struct str s);
/* The length of ASCII mark c, or of its full-width form, at byte at, or 0:
 * Chinese input methods type the full-width ones. */
size_t utf8_markup(struct str s, size_t at, char c);
/* Says whether the character that ends just before byte at is Chinese. */
bool utf8_chinese_before(struct str s, size_t at);

#endif
