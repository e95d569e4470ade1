/* A style sheet from anywhere: read, resolved, compiled; what is sound says
 * itself again when it is read back. The names of bases are left alone, since
 * they would read files. */
#define _GNU_SOURCE /* memmem */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stylexml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *
scratch(const void *data, size_t size)
{
	static char path[] = "build/style-XXXXXX";
	static int fd = -1;

	if (fd < 0 && (fd = mkstemp(path)) < 0)
		abort();
	if (ftruncate(fd, 0) != 0 ||
	    pwrite(fd, data, size, 0) != (ssize_t)size)
		abort();
	return path;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag quiet = { .to = NULL };
	struct buf out = { 0 }, again = { 0 };
	struct stylesheet s;

	if (memmem(data, size, "base", 4) != NULL ||
	    memmem(data, size, "基于", 6) != NULL)
		return 0;
	if (stylesheet_read(&s, scratch(data, size), &quiet)) {
		stylexml_styles(&s, &out);
		stylexml_settings(&s, &out);
		stylexml_fonts(&s, &out);
		stylexml_footer(&s, true, true, &out);
		stylexml_section(&s, true, true, &out);
		buf_clear(&out);
		stylesheet_put(&s, &out);
		stylesheet_free(&s);
		if (!stylesheet_read(&s, scratch(out.p, out.n), &quiet))
			abort();
		stylesheet_put(&s, &again);
		if (!str_equal(buf_str(&out), buf_str(&again)))
			abort();
	}
	stylesheet_free(&s);
	buf_free(&out);
	buf_free(&again);
	return 0;
}
