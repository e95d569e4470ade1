/* chartscale: the scale of a chart's axis of values */
#ifndef CHARTSCALE_H
#define CHARTSCALE_H

#include <stdbool.h>

#include "chart.h"

/* From low to high by steps, with so many digits behind the point. */
struct chartscale {
	double low, high, step;
	int digits;
};

/* The value of a cell; false where it is empty. */
bool chartscale_value(
    const struct chart *c, size_t row, size_t column, double *value);
/* Finds a scale that all values find room on; it begins at zero, but for lines
 * that lie far above. False where values are too large to be drawn. */
bool chartscale_find(const struct chart *c, struct chartscale *s);

#endif
