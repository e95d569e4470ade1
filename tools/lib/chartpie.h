/* chartpie: how a pie lies, so that the words beside its slices do not */
#ifndef CHARTPIE_H
#define CHARTPIE_H

#include "chart.h"

struct chartpie {
	size_t turn; /* where its first slice begins, degrees from the top */
	/* the words do not find room beside the slices: they belong into a
	 * legend, and numbers only beside what is large enough */
	bool crowded;
	bool labelled[CHART_SLICES]; /* which slices have words, or numbers */
};

enum { CHARTPIE_HEIGHT = 70 }; /* of the circle, per cent of the chart's */

/* Plans a pie of one series, with letters of that size, hundredths of a
 * point. Whole numbers alone decide, so that every machine plans the same. */
struct chartpie chartpie_plan(const struct chart *c, long size);

#endif
