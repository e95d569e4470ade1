/* ziplayout: what stands at a byte of a ZIP file; section numbers are those of
 * PKWARE's APPNOTE 6.3 */
#include <string.h>

#include "ziplayout.h"

enum { LOCAL = 30, CENTRAL = 46, END = 22 }; /* 4.3.7, 4.3.12, 4.3.16 */

/* The number of n bytes at byte at, the low ones first; 0 beyond the end. */
static size_t
get(struct str file, size_t at, size_t n)
{
	size_t v = 0;

	if (at > file.n || file.n - at < n)
		return 0;
	while (n > 0)
		v = v << 8 | (unsigned char)file.p[at + --n];
	return v;
}

/* Looks for a byte in the entry whose line of the directory begins at line. */
static enum ziplayout
in_entry(struct str file, size_t line, size_t at)
{
	size_t header = get(file, line + 42, 4);
	size_t data = header + LOCAL + get(file, header + 26, 2) +
		      get(file, header + 28, 2);

	if (at >= header && at < data)
		return ZIPLAYOUT_HEADER;
	if (at >= data && at < data + get(file, line + 20, 4))
		return ZIPLAYOUT_DATA;
	return ZIPLAYOUT_NOWHERE;
}

enum ziplayout
ziplayout_at(struct str file, size_t at, struct str *name)
{
	enum ziplayout where = ZIPLAYOUT_NOWHERE;
	size_t end, line, next, count;

	*name = STR("");
	if (file.n < END)
		return where;
	end = file.n - END;
	if (at >= end)
		return at < file.n ? ZIPLAYOUT_END : where;
	line = get(file, end + 16, 4);
	count = get(file, end + 10, 2);
	for (; count > 0 && line + CENTRAL <= end; count--, line = next) {
		next = line + CENTRAL + get(file, line + 28, 2) +
		       get(file, line + 30, 2) + get(file, line + 32, 2);
		if (next > end)
			break;
		where = at >= line && at < next ? ZIPLAYOUT_DIRECTORY
						: in_entry(file, line, at);
		if (where == ZIPLAYOUT_NOWHERE)
			continue;
		*name = str_cut(file, line + CENTRAL, get(file, line + 28, 2));
		break;
	}
	return where;
}
