/* image: what a picture file is: PNG or JPEG, its size and its resolution */
#include <stdint.h>

#include "deflate.h"
#include "image.h"

static uint32_t
big_endian(struct str s, size_t at, size_t bytes)
{
	uint32_t value = 0;
	size_t i;

	for (i = 0; i < bytes; i++)
		value = value << 8 | (unsigned char)s.p[at + i];
	return value;
}

static const char *
check_size(const struct image *image)
{
	if (image->width == 0 || image->height == 0)
		return "it has no pixels";
	if (image->width > IMAGE_SIDE || image->height > IMAGE_SIDE)
		return "it has more than 20,000 pixels a side; make it smaller";
	return NULL;
}

/* Takes a chunk of a PNG (11.2, 11.3.5.3). */
static const char *
take_chunk(struct str type, struct str data, struct image *image)
{
	if (str_equal(type, STR("IHDR"))) {
		if (data.n != 13)
			return "its header is broken";
		image->width = big_endian(data, 0, 4);
		image->height = big_endian(data, 4, 4);
		return check_size(image);
	}
	/* pixels a metre; 0.0254 m an inch */
	if (str_equal(type, STR("pHYs")) && data.n == 9 && data.p[8] == 1) {
		image->across = big_endian(data, 0, 4) * 254ul / 10000;
		image->down = big_endian(data, 4, 4) * 254ul / 10000;
	}
	return NULL;
}

/* Chunks of length, type, data and CRC, from IHDR to IEND (5.3). */
static const char *
read_png(struct str file, struct image *image)
{
	bool pixels = false;
	const char *wrong;
	size_t at = 8, n;

	for (;;) {
		struct str type, data;

		if (file.n - at < 12)
			return "it is cut short";
		n = big_endian(file, at, 4);
		if (n > file.n - at - 12)
			return "it is cut short";
		type = str_cut(file, at + 4, 4);
		data = str_cut(file, at + 8, n);
		if (deflate_crc(0, str_cut(file, at + 4, n + 4)) !=
		    big_endian(file, at + 8 + n, 4))
			return "it is broken: a checksum does not hold";
		if (at == 8 && !str_equal(type, STR("IHDR")))
			return "its header is missing";
		if ((wrong = take_chunk(type, data, image)) != NULL)
			return wrong;
		pixels = pixels || str_equal(type, STR("IDAT"));
		at += n + 12;
		if (str_equal(type, STR("IEND")))
			return pixels ? NULL : "it has no pixels";
	}
}

/* Says whether a marker begins a frame: SOF0 to SOF15 without DHT, JPG, DAC
 * (T.81 table B.1). */
static bool
is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	       marker != 0xC8 && marker != 0xCC;
}

/* Takes the parameters of a marker: the frame's size (T.81 B.2.2), JFIF's
 * density (T.871 10.1). */
static const char *
take_segment(unsigned marker, struct str data, struct image *image)
{
	unsigned long inch;

	if (is_frame(marker)) {
		if (data.n < 6)
			return "its header is broken";
		image->height = big_endian(data, 1, 2);
		image->width = big_endian(data, 3, 2);
		return check_size(image);
	}
	if (marker == 0xE0 && data.n >= 12 &&
	    str_starts(data, (struct str){ "JFIF\0", 5 }) && data.p[7] != 0) {
		/* 1: dots an inch, 2: dots a centimetre */
		inch = data.p[7] == 1 ? 100 : 254;
		image->across = big_endian(data, 8, 2) * inch / 100;
		image->down = big_endian(data, 10, 2) * inch / 100;
	}
	return NULL;
}

/* Markers up to the scan, whose end, and the image's, is EOI (T.81 B.1.1). */
static const char *
read_jpeg(struct str file, struct image *image)
{
	const struct str eoi = { "\xFF\xD9", 2 };
	const char *wrong;
	size_t at = 2, n;
	unsigned marker;

	for (;;) {
		while (at < file.n && (unsigned char)file.p[at] == 0xFF)
			at++;
		if (at >= file.n || (unsigned char)file.p[at - 1] != 0xFF)
			return "it is broken, or cut short";
		marker = (unsigned char)file.p[at++];
		if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
			continue;
		if (marker == 0xD9 || file.n - at < 2)
			return "it is cut short";
		n = big_endian(file, at, 2);
		if (n < 2 || n > file.n - at)
			return "it is cut short";
		wrong =
		    take_segment(marker, str_cut(file, at + 2, n - 2), image);
		if (wrong != NULL)
			return wrong;
		at += n;
		if (marker == 0xDA)
			break;
	}
	if (image->width == 0)
		return "its size is missing";
	return str_find(file, eoi, at) != (size_t)-1 ? NULL : "it is cut short";
}

const char *
image_read(struct str file, struct image *image)
{
	const char *wrong;

	*image = (struct image){ 0 };
	if (file.n > IMAGE_BYTES)
		return "it has more than 32 MiB; make it smaller";
	if (str_starts(file, STR("\x89PNG\r\n\x1A\n"))) {
		image->kind = IMAGE_PNG;
		wrong = read_png(file, image);
	} else if (str_starts(file, STR("\xFF\xD8\xFF"))) {
		image->kind = IMAGE_JPEG;
		wrong = read_jpeg(file, image);
	} else {
		return "it is no PNG or JPEG; save it as one of them";
	}
	if (image->across == 0 || image->down == 0)
		image->across = image->down = 96;
	return wrong;
}
