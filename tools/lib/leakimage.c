/* leakimage: what a picture holds besides its pixels */
#include "deflate.h"
#include "leakimage.h"

enum { ROOM = 1 << 16 };

static const size_t most = (size_t)64 << 20;

static unsigned
byte_at(struct str s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] : 0;
}

/* The length of the head of a gzip file, or of a zlib stream; 0 for neither. */
static size_t
head_of(struct str s)
{
	size_t at = 10;
	unsigned flags = byte_at(s, 3);

	if (s.n < 2)
		return 0;
	if (byte_at(s, 0) != 0x1F || byte_at(s, 1) != 0x8B)
		return (byte_at(s, 0) & 0x0F) == 8 &&
			       (byte_at(s, 0) * 256 + byte_at(s, 1)) % 31 == 0
			   ? 2
			   : 0;
	if ((flags & 4) != 0)
		at += 2 + byte_at(s, at) + 256 * byte_at(s, at + 1);
	for (flags = flags >> 3 & 3; flags != 0; flags &= flags - 1) {
		while (at < s.n && s.p[at] != '\0')
			at++;
		at++;
	}
	if ((byte_at(s, 3) & 2) != 0)
		at += 2;
	return at;
}

bool
leakimage_unpack(struct str bytes, struct buf *out)
{
	size_t head = head_of(bytes), got;
	struct inflater *f;
	enum inflated state;

	if (head == 0 || head >= bytes.n)
		return false;
	f = inflater_new();
	inflater_start(f, str_from(bytes, head));
	do {
		buf_reserve(out, ROOM);
		got = 0;
		state = inflater_read(f, out->p + out->n, ROOM, &got);
		out->n += got;
	} while (state == INFLATED_MORE && got != 0 && out->n < most);
	inflater_free(f);
	return true;
}

static size_t
get32(struct str s, size_t at)
{
	return (size_t)byte_at(s, at) << 24 | (size_t)byte_at(s, at + 1) << 16 |
	       (size_t)byte_at(s, at + 2) << 8 | byte_at(s, at + 3);
}

/* Shows a chunk of a PNG file, and what is packed in it: the texts of zTXt,
 * iTXt and iCCP stand behind their names. */
static void
see_chunk(struct str type, struct str data, leakimage_see *see, void *ctx)
{
	size_t at = str_find(data, STR("\0"), 0), packed;
	struct buf out = { 0 };

	if (str_equal(type, STR("IDAT")) || str_equal(type, STR("fdAT")))
		return;
	see(ctx, data);
	if (at == (size_t)-1)
		return;
	packed = at + 2; /* zTXt, iCCP: the method before it */
	if (str_equal(type, STR("iTXt"))) {
		at = str_find(data, STR("\0"), at + 3);
		if (at != (size_t)-1)
			at = str_find(data, STR("\0"), at + 1);
		packed = at != (size_t)-1 ? at + 1 : data.n;
	} else if (!str_equal(type, STR("zTXt")) &&
		   !str_equal(type, STR("iCCP"))) {
		return;
	}
	if (packed < data.n && leakimage_unpack(str_from(data, packed), &out))
		see(ctx, buf_str(&out));
	buf_free(&out);
}

static void
read_png(struct str s, leakimage_see *see, void *ctx)
{
	size_t at = 8, n;

	while (s.n - at >= 12) {
		struct str type = str_cut(s, at + 4, 4);

		n = get32(s, at);
		if (n > s.n - at - 12)
			break;
		see_chunk(type, str_cut(s, at + 8, n), see, ctx);
		at += n + 12;
		if (str_equal(type, STR("IEND")))
			break;
	}
	see(ctx, str_from(s, at));
}

/* The end of the pixels that begin at byte at: the next marker that is none of
 * theirs (T.81, B.1.1.5). */
static size_t
pixels_end(struct str s, size_t at)
{
	for (; at + 1 < s.n; at++)
		if (byte_at(s, at) == 0xFF && byte_at(s, at + 1) != 0 &&
		    (byte_at(s, at + 1) & 0xF8) != 0xD0)
			break;
	return at + 1 < s.n ? at : s.n;
}

static void
read_jpeg(struct str s, leakimage_see *see, void *ctx)
{
	size_t at = 2, n;

	while (at + 4 <= s.n && byte_at(s, at) == 0xFF) {
		unsigned marker = byte_at(s, at + 1);

		if (marker == 0xFF) {
			at++;
			continue;
		}
		if (marker == 0xD9)
			break;
		n = 256 * byte_at(s, at + 2) + byte_at(s, at + 3);
		if (n < 2 || n > s.n - at - 2)
			break;
		see(ctx, str_cut(s, at + 4, n - 2));
		at += n + 2;
		if (marker == 0xDA)
			at = pixels_end(s, at);
	}
	see(ctx, str_from(s, at));
}

bool
leakimage_read(struct str bytes, leakimage_see *see, void *ctx)
{
	if (str_starts(bytes, STR("\x89PNG\r\n\x1A\n")))
		read_png(bytes, see, ctx);
	else if (str_starts(bytes, STR("\xFF\xD8\xFF")))
		read_jpeg(bytes, see, ctx);
	else
		return false;
	return true;
}
