/*
 * zipread: a ZIP file in memory, read as if an enemy had made it
 *
 * Limits, so that a small file cannot take much time or memory: 10,000 entries,
 * 1 GiB in all when inflated, and 400:1 for an entry over 64 MiB (deflate
 * itself reaches 1032:1). Refused besides: encryption, ZIP64, parts of a
 * multi-disk file, methods other than stored and deflated, overlapping entries,
 * headers that contradict the directory, names that are absolute, leave the
 * package, hold a backslash or a control character, or differ in ASCII case
 * only.
 *
 * The first failure is remembered: later calls do nothing, and zipread_error
 * says what it was.
 */
#ifndef ZIPREAD_H
#define ZIPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct zipread;

/* Reads the directory of file, whose bytes must stay; the result, sound or
 * not, is freed with zipread_free. */
struct zipread *zipread_open(struct str file);
/* What was wrong first, or NULL; good until zipread_free. */
const char *zipread_error(const struct zipread *z);
/* The number of entries. */
size_t zipread_count(const struct zipread *z);
/* The name of entry i, a view of the file; entries are in order of their
 * names, letter case aside. A folder's name ends with a slash. */
struct str zipread_name(const struct zipread *z, size_t i);
/* The packed bytes of entry i, a view of the file; all that lies between those
 * of the entries is headers and the directory. */
struct str zipread_packed(const struct zipread *z, size_t i);
/* Finds an entry by its name, whatever its ASCII case, as OPC compares names
 * (ISO/IEC 29500-2, 6.2.2.3); (size_t)-1 when there is none. */
size_t zipread_find(const struct zipread *z, struct str name);
/* Starts to read entry i; false after a failure. */
bool zipread_start(struct zipread *z, size_t i);
/* Gives the next bytes of the entry, at most 64 KiB, good until the next call;
 * false at its end, or at a failure, which zipread_error tells. The end comes
 * only after size and CRC proved right. */
bool zipread_next(struct zipread *z, struct str *chunk);
/* Frees a reader; NULL is allowed. */
void zipread_free(struct zipread *z);

#endif
