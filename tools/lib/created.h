/* created: the date of a reproducible build */
#ifndef CREATED_H
#define CREATED_H

enum { CREATED = 32 }; /* bytes that a date needs */

/* Writes the date in SOURCE_DATE_EPOCH as core properties want it into text;
 * NULL where none is set (reproducible-builds.org/specs/source-date-epoch).
 * Dies where it is no count of seconds. */
const char *created_date(char *text);

#endif
