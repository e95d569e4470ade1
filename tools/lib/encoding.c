/* encoding: text in other encodings than UTF-8, by iconv */
#include <errno.h>
#include <iconv.h>

#include "die.h"
#include "encoding.h"

static bool
convert(struct str raw, const char *from, const char *to_name, struct buf *out)
{
	char *in = (char *)(size_t)raw.p;
	size_t left = raw.n;
	iconv_t cd = iconv_open(to_name, from);
	bool ok = true;

	if (cd == (iconv_t)-1)
		die_errno("cannot convert from %s to %s", from, to_name);
	while (left != 0) {
		char *to;
		size_t room, rc;

		buf_reserve(out, left + left / 2 + 16);
		to = out->p + out->n;
		room = out->cap - out->n - 1;
		rc = iconv(cd, &in, &left, &to, &room);
		out->n = (size_t)(to - out->p);
		out->p[out->n] = '\0';
		if (rc == (size_t)-1 && errno != E2BIG) {
			ok = false;
			break;
		}
	}
	iconv_close(cd);
	return ok;
}

bool
encoding_convert(struct str raw, const char *name, struct buf *out)
{
	return convert(raw, name, "UTF-8", out);
}

bool
encoding_make(struct str text, const char *name, struct buf *out)
{
	return convert(text, "UTF-8", name, out);
}
