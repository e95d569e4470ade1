/* chars: what stands at a character of prose */
#ifndef CHARS_H
#define CHARS_H

#include "prose.h"

/* Says whether c is a Han character. */
bool chars_han(uint32_t c);
/* Says whether c is a digit 0 to 9. */
bool chars_digit(uint32_t c);
/* Says whether c is a Han numeral: 〇 to 九, 十, 百, 千, 两. */
bool chars_numeral(uint32_t c);
/* Says whether character i of a paragraph is one of a set, all Han or marks;
 * of a character that is not there (i may be (size_t)-1), false. */
bool chars_in(const struct prose *p, size_t i, const char *set);
/* The length in characters of the first of some words, parted by blanks, that
 * stands at character i; 0 where none does. */
size_t chars_word(const struct prose *p, size_t i, const char *words);
/* The same for words that end before character i. */
size_t chars_word_before(const struct prose *p, size_t i, const char *words);
/* The characters from to end as text. */
struct str chars_text(const struct prose *p, size_t from, size_t end);

#endif
