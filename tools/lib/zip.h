/* zip: a ZIP file written into memory (PKWARE APPNOTE 6.3), the same bytes for
 * the same entries */
#ifndef ZIP_H
#define ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* Writes one file after another and keeps its streams between them. */
struct zip;

/* Bytes as they stand in an entry, packed once for many files. */
struct zip_packed {
	struct buf bytes;
	size_t size; /* before packing */
	uint32_t crc;
	bool stored; /* packing them would not make them smaller */
};

/* Makes a writer, which zip_free frees; dies when there is no memory. */
struct zip *zip_new(void);
/* From now on keeps what zip_add packs, by name, and packs a part anew only
 * where its data are others than in the file before. */
void zip_recall(struct zip *z);
/* Adds the part of that name as the file before has it; it has one. */
void zip_again(struct zip *z, const char *name);
/* Starts a file at the end of *out, which stays the caller's and is left alone
 * until zip_end. */
void zip_begin(struct zip *z, struct buf *out);
/* Adds an entry, deflated at level 6 where that makes it smaller and dated
 * 1980-01-01, the first day ZIP knows; dies when data, or the file, is over
 * 4 GiB - 1, since ZIP64 is not written. */
void zip_add(struct zip *z, const char *name, struct str data);
/* Like zip_add, for data in n pieces; gives the same bytes as their
 * concatenation. */
void zip_addv(
    struct zip *z, const char *name, const struct str *pieces, size_t n);
/* Adds an entry as it is. */
void zip_add_plain(struct zip *z, const char *name, struct str data);
/* Packs data into *p, which starts as { 0 } and which zip_packed_free frees. */
void zip_pack(struct zip *z, struct str data, struct zip_packed *p);
/* Adds an entry with bytes packed before. */
void zip_add_packed(
    struct zip *z, const char *name, const struct zip_packed *p);
/* Writes the directory, which completes the file. */
void zip_end(struct zip *z);
/* Frees a writer; NULL is allowed. */
void zip_free(struct zip *z);
/* Frees packed bytes. */
void zip_packed_free(struct zip_packed *p);

/* An entry that is stored as it is: where its header lies, and what the
 * directory says of it. */
struct zip_stored {
	size_t at, size;
	uint32_t crc;
};

/*
 * A file of stored entries, whose parts the caller puts together: adds an entry
 * to *out, *e says where in it; adds its line of the directory, now that out
 * begins at byte base of the file; adds what ends the directory, which lies at
 * byte at. Dies where ZIP cannot hold it: from 65,535 entries or 4 GiB on.
 */
void zip_store(
    struct buf *out, const char *name, struct str data, struct zip_stored *e);
void zip_store_line(struct buf *directory, const char *name,
    const struct zip_stored *e, size_t base);
void zip_store_end(struct buf *out, size_t count, size_t at, size_t directory);

#endif
