/* sqlexact: what a formula compares is compared as decimals
 *
 * Binary fractions make 0.1 + 0.2 differ from 0.3: what is compared is rounded
 * where it was reckoned.
 */
#ifndef SQLEXACT_H
#define SQLEXACT_H

#include "sqltokens.h"

/* Notes where the calls of SQLTEXT_EXACT begin and end. */
void sqlexact_find(struct sqltokens *ts);

#endif
