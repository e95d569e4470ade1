/* hash: the name of a content: its SHA-256 (FIPS 180-4), in hexadecimal */
#include <nettle/sha2.h>

#include "hash.h"

void
hash_add(struct buf *out, struct str data)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[2 * SHA256_DIGEST_SIZE];
	struct sha256_ctx ctx;
	size_t i;

	sha256_init(&ctx);
	sha256_update(&ctx, data.n, (const uint8_t *)data.p);
	sha256_digest(&ctx, sizeof(digest), digest);
	for (i = 0; i < sizeof(digest); i++) {
		text[2 * i] = digits[digest[i] >> 4];
		text[2 * i + 1] = digits[digest[i] & 15];
	}
	buf_add(out, text, sizeof(text));
}
