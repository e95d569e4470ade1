/* path: names inside a package, segments parted by slashes */
#include "path.h"

enum { SHOWN = 80 };

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

int
path_compare(struct str a, struct str b)
{
	size_t i;
	int c;

	for (i = 0; i < a.n && i < b.n; i++)
		if ((c = lower(a.p[i]) - lower(b.p[i])) != 0)
			return c;
	return (a.n > b.n) - (a.n < b.n);
}

static bool
is_plain(char c)
{
	return (unsigned char)c >= ' ' && c != '\\' && c != 0x7f;
}

bool
path_is_safe(struct str name)
{
	struct str segment;
	size_t i, from = 0;

	if (name.n == 0)
		return false;
	for (i = 0; i <= name.n; i++) {
		if (i < name.n && name.p[i] != '/') {
			if (!is_plain(name.p[i]))
				return false;
			continue;
		}
		segment = str_cut(name, from, i - from);
		if (str_equal(segment, STR(".")) ||
		    str_equal(segment, STR("..")) ||
		    (segment.n == 0 && i < name.n))
			return false;
		from = i + 1;
	}
	return true;
}

size_t
path_base(struct str name)
{
	size_t n = name.n;

	while (n != 0 && name.p[n - 1] != '/')
		n--;
	return n;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (lower(c) >= 'a' && lower(c) <= 'f')
		return lower(c) - 'a' + 10;
	return -1;
}

/* Adds a segment, %XX decoded. */
static void
add_decoded(struct buf *out, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] != '%' || s.n - i <= 2 || hex(s.p[i + 1]) < 0 ||
		    hex(s.p[i + 2]) < 0) {
			buf_addc(out, s.p[i]);
			continue;
		}
		buf_addc(out, (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])));
		i += 2;
	}
}

/* Goes on to a segment from the folder in out, which began at start and is
 * empty or ends with a slash; leaves such a one. */
static void
add_segment(struct buf *out, size_t start, struct str segment)
{
	struct str folder = str_from(buf_str(out), start);

	if (segment.n == 0 || str_equal(segment, STR(".")))
		return;
	if (!str_equal(segment, STR(".."))) {
		add_decoded(out, segment);
		buf_addc(out, '/');
	} else if (folder.n != 0) {
		folder.n--;
		out->n = start + path_base(folder);
	}
}

void
path_resolve(struct buf *out, struct str source, struct str reference)
{
	size_t start = out->n, i, from = 0;

	if (!str_starts(reference, STR("/")))
		buf_adds(out, str_cut(source, 0, path_base(source)));
	for (i = 0; i < reference.n && reference.p[i] != '#'; i++) {
		if (reference.p[i] != '/')
			continue;
		add_segment(out, start, str_cut(reference, from, i - from));
		from = i + 1;
	}
	add_segment(out, start, str_cut(reference, from, i - from));
	if (out->n != start)
		out->n--;
	buf_add(out, "", 0);
}

void
path_show(struct buf *out, struct str name)
{
	size_t i;

	for (i = 0; i < name.n && i < SHOWN; i++)
		buf_addc(
		    out, name.p[i] < ' ' || name.p[i] > '~' ? '?' : name.p[i]);
}
