/* colophon: 版记, which ends the last page of an official document
 * (GB/T 9704-2012 7.4) */
#ifndef COLOPHON_H
#define COLOPHON_H

#include "paragraph.h"

/*
 * Adds the colophon that n lines `key = value` give: a table that floats at
 * the foot of the type area (ECMA-376 17.4.57), and the paragraph that it
 * hangs on. The keys are 主送 to, 抄送 cc, 印发机关 printer, 印发日期 date.
 * opened is the place of the block; faults are reported under the code
 * colophon.
 */
void colophon_put(const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out);

#endif
