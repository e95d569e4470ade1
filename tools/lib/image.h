/*
 * image: what a picture file is: PNG (ISO/IEC 15948) or JPEG (ITU-T T.81), its
 * size in pixels and its resolution
 *
 * A file from outside is hostile: its size and its pixels are limited before
 * anything of it is read, and it is read to its end.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include "str.h"

enum image_kind { IMAGE_PNG, IMAGE_JPEG };

/* Pixels, and pixels an inch; 96 where the file does not say. */
struct image {
	enum image_kind kind;
	unsigned long width, height;
	unsigned long across, down;
};

/* The largest file, and the most pixels a side, that are taken. */
enum { IMAGE_BYTES = 32 << 20, IMAGE_SIDE = 20000 };

/* Reads what file holds into *image; NULL where it is whole, otherwise what is
 * wrong with it. */
const char *image_read(struct str file, struct image *image);

#endif
