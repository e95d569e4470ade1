/* chartread: a chart's part that chartxml wrote, held against its figures */
#ifndef CHARTREAD_H
#define CHARTREAD_H

#include "chart.h"
#include "opc.h"

/* Compares each name, value and formula that a part of the package keeps with
 * the cells of *c, and reads its kind into it; false, with what differs added
 * to *why, where they are not the same. */
bool chart_same(
    struct opc *o, struct str part, struct chart *c, struct buf *why);

#endif
