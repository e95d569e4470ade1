/* importdates: the dates and years of an old report as facts */
#ifndef IMPORTDATES_H
#define IMPORTDATES_H

#include "importfind.h"

/* Finds dates with a month, or a day. */
void importdates_find(struct finding *g);
/* Finds, among what is left, the year that is spoken of most, and those beside
 * it. */
void importdates_years(struct finding *g);

#endif
