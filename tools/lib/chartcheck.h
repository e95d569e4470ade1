/* chartcheck: whether a package says the same wherever it tells a chart */
#ifndef CHARTCHECK_H
#define CHARTCHECK_H

#include <stdbool.h>

#include "str.h"

/*
 * Checks that the figures of each chart in a document are the same where Word
 * draws them from, in the workbook that opens for editing, and in what is read
 * to those who cannot see it. False with the first difference added to *why.
 * The package must be sound (opccheck.h).
 */
bool charts_check(struct str file, struct buf *why);

#endif
