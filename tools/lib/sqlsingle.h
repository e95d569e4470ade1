/* sqlsingle: a query in brackets that stands for one value has one row
 *
 * SQLite takes the first row of several and says nothing
 * (sqlite.org/lang_expr.html, 10): a number that nobody chose.
 */
#ifndef SQLSINGLE_H
#define SQLSINGLE_H

#include "sqltokens.h"

/* Notes the brackets of such queries. Where there is but one row by what was
 * written, as of count(*), or where several columns are compared at once, they
 * stay as they are. */
void sqlsingle_find(struct sqltokens *ts);

#endif
