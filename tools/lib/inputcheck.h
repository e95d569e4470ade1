/* inputcheck: whether the files of a list of inputs (inputs.h) are still those
 * that it names */
#ifndef INPUTCHECK_H
#define INPUTCHECK_H

#include <stdbool.h>

#include "str.h"

/* Says whether all files of a list still have the content that it names; adds
 * the path of one that has not. Dies where one cannot be read. */
bool inputcheck_stand(struct str list, struct buf *changed);

#endif
