/* sense: words around a number that do not say what it counts */
#ifndef SENSE_H
#define SENSE_H

#include "prose.h"

/* The length of a word at character i that many clauses have, 全年 or 召开, or
 * 0. */
size_t sense_neutral(const struct prose *p, size_t i);
/* The length of a word that ends before character i and leads from a noun to
 * its number, or 0. */
size_t sense_between(const struct prose *p, size_t i);
/* A noun in the shorter of its forms: 主题党日活动 is 主题党日. */
struct str sense_short(struct str noun);
/* Says whether so many clauses speak of a noun that it is the same only where
 * the sentence says that all of it is meant. */
bool sense_general(struct str noun);

#endif
