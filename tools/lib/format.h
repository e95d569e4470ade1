/* format: a fact's value as the report shows it, {{党费|money}} */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>

#include "str.h"

/*
 * The formats, by name, Chinese alias and an example:
 *
 *   cn    小写    123        一百二十三
 *   CN    大写    123        壹佰贰拾叁
 *   money 金额    12860      12,860.00
 *   wan   万      12860      1.29万
 *   pct   百分比  45.161290  45.2%
 *   date  日期    2022-08-31 2022年8月31日
 *   month 年月    2022-08    2022年8月
 *   0.0           45.161290  45.2, as many places as zeros, nine at most
 */

/* Says whether a format has this name; the case of letters matters. */
bool format_known(struct str name);

/* The names of all formats as a list for a message. */
const char *format_names(void);

/*
 * Adds value to out in the named format, and answers NULL. Where that cannot be
 * done, adds nothing and answers why, as a constant sentence that goes on from
 * the value: "is not a plain number: write 12860, ...". Half rounds away from
 * zero. Both views come without blanks around them.
 */
const char *format_value(struct str value, struct str name, struct buf *out);

#endif
