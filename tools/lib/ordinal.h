/* ordinal: the small numbers that count headings and items, in characters */
#ifndef ORDINAL_H
#define ORDINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The value of a Chinese digit: 一 to 九, 两; 0 for none. */
size_t ordinal_digit(uint32_t c);
/* Says whether a character can be part of a number: a digit of either script
 * and width, 十, 百, 几. */
bool ordinal_part(uint32_t c);
/* Reads a Chinese number from 1 to 99 at the start of characters that a 0 ends;
 * returns how many it has, or 0. */
size_t ordinal_chinese(const uint32_t *c, size_t *value);
/* The same for an Arabic one of at most three digits, of either width. */
size_t ordinal_arabic(const uint32_t *c, size_t *value);
/* Reads the number in a character such as ①, with the first of its kind, up to
 * the last; 0 where it is none. */
size_t ordinal_sign(uint32_t c, uint32_t first, uint32_t last);

#endif
