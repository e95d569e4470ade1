/*
 * source: the text of a file, as every filter wants it
 *
 * Whatever the file's encoding, its text comes out as valid UTF-8 with line
 * feeds alone, without a byte-order mark, without control characters. What
 * cannot stand is reported and replaced by a mark of error, so that the rest
 * of the file can still be read for faults.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "diag.h"
#include "str.h"

enum source_kind {
	SOURCE_AUTHOR, /* may hold no mark */
	SOURCE_STAGE, /* what an earlier filter wrote: holds marks */
};

/*
 * Gives the text of raw, a file's bytes, as a view of raw where nothing had to
 * change, of room otherwise. UTF-8 is the norm; UTF-16 with a mark and GB18030
 * are converted with a warning; what is none of them is an error at its line
 * and column. Messages name path.
 */
struct str source_text(struct str raw, enum source_kind kind, const char *path,
    struct diag *d, struct buf *room);

#endif
