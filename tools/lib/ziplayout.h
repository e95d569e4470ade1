/* ziplayout: what stands at a byte of a ZIP file as zip.h writes it */
#ifndef ZIPLAYOUT_H
#define ZIPLAYOUT_H

#include <stddef.h>

#include "str.h"

/* Where a byte stands. */
enum ziplayout {
	ZIPLAYOUT_HEADER, /* in front of an entry's data */
	ZIPLAYOUT_DATA,
	ZIPLAYOUT_DIRECTORY, /* in an entry of the directory */
	ZIPLAYOUT_END, /* in the record at the end */
	ZIPLAYOUT_NOWHERE, /* behind the end, or between entries */
};

/* Finds what stands at byte at of a file, and the name of its entry, a view of
 * the file, which is empty where it has none. */
enum ziplayout ziplayout_at(struct str file, size_t at, struct str *name);

#endif
