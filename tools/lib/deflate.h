/* deflate: raw deflate (RFC 1951) on all cores, inflate as a stream, CRC-32;
 * the only module that knows zlib */
#ifndef DEFLATE_H
#define DEFLATE_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* Streams and room that deflating keeps between its uses. */
struct deflater;

/* Makes a deflater, which deflater_free frees; dies when there is no memory. */
struct deflater *deflater_new(void);

/*
 * Adds the n pieces, joined and deflated at level 6, to *out and returns the
 * CRC-32 of the joined text. The bytes depend on the joined text only: neither
 * on how it is cut into pieces nor on the number of cores. Dies when there is
 * no memory.
 */
uint32_t deflater_pack(
    struct deflater *d, const struct str *pieces, size_t n, struct buf *out);

/* Frees a deflater; NULL is allowed. */
void deflater_free(struct deflater *d);

/* A stream that inflates what somebody else packed, however badly. */
struct inflater;

/* How an inflated stream stands after a read. */
enum inflated { INFLATED_MORE, INFLATED_ALL, INFLATED_DAMAGED };

/* Makes an inflater, which inflater_free frees; dies when there is no memory.
 */
struct inflater *inflater_new(void);

/* Starts anew with packed bytes, at most 4 GiB - 1, which must stay while they
 * are read. */
void inflater_start(struct inflater *f, struct str packed);

/* Fills out with the next bytes, at most room, and tells in *got how many. */
enum inflated inflater_read(
    struct inflater *f, char *out, size_t room, size_t *got);

/* How many packed bytes have not been used yet. */
size_t inflater_rest(const struct inflater *f);

/* Frees an inflater; NULL is allowed. */
void inflater_free(struct inflater *f);

/* Carries the CRC-32 of ISO 3309 on over s; begins with 0. */
uint32_t deflate_crc(uint32_t crc, struct str s);

#endif
