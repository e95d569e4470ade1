/* base64: bytes as text (RFC 4648, 4) */
#include "base64.h"

void
base64_put(struct str bytes, struct buf *out)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t at, i;

	buf_reserve(out, bytes.n / 3 * 4 + 4);
	for (at = 0; at < bytes.n; at += 3) {
		size_t n = bytes.n - at < 3 ? bytes.n - at : 3;
		unsigned long group = 0;

		for (i = 0; i < 3; i++)
			group = group << 8 |
				(i < n ? (unsigned char)bytes.p[at + i] : 0);
		for (i = 0; i < 4; i++)
			buf_addc(out,
			    i <= n ? signs[group >> (18 - 6 * i) & 63] : '=');
	}
}
