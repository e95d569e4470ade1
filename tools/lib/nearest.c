/* nearest: which of the known names a mistyped one was meant to be */
#include "lang.h"
#include "nearest.h"
#include "utf8.h"
enum {
	LONGEST = 64, /* names of more characters are not compared */
};

static size_t
characters(struct str s, uint32_t *c)
{
	size_t i, n, len = 0;

	for (i = 0; i < s.n && len < LONGEST; i += n) {
		n = utf8_next(s, i, &c[len]);
		if (n == 0)
			n = 1;
		len++;
	}
	return len;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

/* The number of edits (put in, leave out, replace) that make b of a. */
static size_t
edits(struct str a, struct str b)
{
	uint32_t x[LONGEST], y[LONGEST];
	size_t row[LONGEST + 1], i, j, corner, up;
	size_t n = characters(a, x), m = characters(b, y);

	for (j = 0; j <= m; j++)
		row[j] = j;
	for (i = 1; i <= n; i++) {
		corner = row[0];
		row[0] = i;
		for (j = 1; j <= m; j++) {
			up = row[j];
			row[j] = least(up + 1, row[j - 1] + 1,
			    corner + (x[i - 1] != y[j - 1]));
			corner = up;
		}
	}
	return row[m];
}

void
nearest_begin(struct nearest *ne, struct str wanted)
{
	*ne = (struct nearest){ .wanted = wanted };
	ne->limit = (utf8_count(wanted) + 2) / 3;
}

void
nearest_offer(struct nearest *ne, struct str name)
{
	size_t d = edits(ne->wanted, name), i;

	/* a name of two characters is not near to just any other */
	if (d > ne->limit || d >= utf8_count(name))
		return;
	for (i = ne->n; i > 0 && ne->distance[i - 1] > d; i--)
		if (i < 3) {
			ne->best[i] = ne->best[i - 1];
			ne->distance[i] = ne->distance[i - 1];
		}
	if (i < 3) {
		ne->best[i] = name;
		ne->distance[i] = d;
		ne->n += ne->n < 3;
	}
}

void
nearest_end(const struct nearest *ne, struct buf *out)
{
	size_t i, n = 0;

	while (n < ne->n && ne->distance[n] == ne->distance[0])
		n++;
	for (i = 0; i < n; i++) {
		buf_addz(out, lang_text(i == 0 ? "; did you mean " : " or "));
		buf_adds(out, ne->best[i]);
	}
	if (n != 0)
		buf_addz(out, lang_text("?"));
}
