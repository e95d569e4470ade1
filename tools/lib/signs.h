/* signs: what a character is to a proofreader of marks */
#ifndef SIGNS_H
#define SIGNS_H

#include "prose.h"

/* Say whether c is a Han character, a letter or digit of Latin text (of any
 * width), an ASCII digit, or a blank (of any width, the no-break ones
 * included).
 */
bool sign_wide_latin(uint32_t c);
bool sign_han(uint32_t c);
bool sign_latin(uint32_t c);
bool sign_digit(uint32_t c);
bool sign_blank(uint32_t c);
/* Says whether c can only belong to Chinese text: Han, or a mark that Latin
 * text has not. */
bool sign_chinese(uint32_t c);
/* Says whether c is a mark of GB/T 15834-2011 that opens or closes a pair, of
 * any width, straight quotation marks left out. */
bool sign_opens(uint32_t c);
bool sign_closes(uint32_t c);
/* The full-width form of a half-width mark of a pause or a bracket, or 0. */
uint32_t sign_wide(uint32_t c);
/* The stop of GB/T 15834-2011 (，。、；：？！) that c is, of any width, or 0.
 */
uint32_t sign_stop(uint32_t c);

/* The character before i, or behind it, within what the author wrote; 0 where
 * there is none. */
uint32_t sign_before(const struct prose *p, size_t i);
uint32_t sign_after(const struct prose *p, size_t i);
/* Where the text of a paragraph begins behind a heading's number. */
size_t sign_start(const struct prose *p);
/* Where the Latin word that ends before i begins, within its last 40
 * characters. */
size_t sign_word(const struct prose *p, size_t i);

#endif
