/* linediff: what changed between two texts that have the same lines */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "linediff.h"

enum { CONTEXT = 3 };

/* A line of both texts, with its line feed where it has one. */
struct pair {
	struct str before, after;
};

struct pairs {
	struct pair *list;
	size_t n;
};

static struct str
next_line(struct str *rest)
{
	size_t end = str_find(*rest, STR("\n"), 0);
	struct str line =
	    str_cut(*rest, 0, end == (size_t)-1 ? rest->n : end + 1);

	*rest = str_from(*rest, line.n);
	return line;
}

static bool
differs(const struct pairs *ps, size_t i)
{
	return !str_equal(ps->list[i].before, ps->list[i].after);
}

/* A file's name; one that would be misread is quoted as C does it, and one
 * with a blank ends in a tab, so that patch knows where it ends. */
static void
put_name(const char *sign, const char *path, struct buf *out)
{
	const char *p;
	bool quoted = path[strcspn(path, "\"\\\n\t")] != '\0';

	buf_addf(out, "%s ", sign);
	if (quoted)
		buf_addc(out, '"');
	for (p = path; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			buf_addc(out, '\\');
		if (*p == '\n' || *p == '\t')
			buf_addz(out, *p == '\n' ? "\\n" : "\\t");
		else
			buf_addc(out, *p);
	}
	if (quoted)
		buf_addc(out, '"');
	else if (strchr(path, ' ') != NULL)
		buf_addc(out, '\t');
	buf_addc(out, '\n');
}

static void
put_line(char sign, struct str line, struct buf *out)
{
	buf_addc(out, sign);
	buf_adds(out, line);
	if (!str_ends(line, STR("\n")))
		buf_addz(out, "\n\\ No newline at end of file\n");
}

static void
put_range(char sign, size_t first, size_t n, struct buf *out)
{
	buf_addf(out, " %c%zu", sign, first + 1);
	if (n != 1)
		buf_addf(out, ",%zu", n);
}

/* The lines from first to end, those that changed next to each other. */
static void
put_hunk(const struct pairs *ps, size_t first, size_t end, struct buf *out)
{
	size_t i, k;

	buf_addz(out, "@@");
	put_range('-', first, end - first, out);
	put_range('+', first, end - first, out);
	buf_addz(out, " @@\n");
	for (i = first; i < end; i = k) {
		for (k = i; k < end && differs(ps, k); k++)
			put_line('-', ps->list[k].before, out);
		for (k = i; k < end && differs(ps, k); k++)
			put_line('+', ps->list[k].after, out);
		if (k == i)
			put_line(' ', ps->list[k++].before, out);
	}
}

/* Where a hunk ends whose first change is at line i: before it come as many
 * lines without a change as would part it from the next. */
static size_t
hunk_end(const struct pairs *ps, size_t i)
{
	size_t last = i;

	for (; i < ps->n && i - last <= 2 * CONTEXT + 1; i++)
		if (differs(ps, i))
			last = i;
	return last + 1 + CONTEXT < ps->n ? last + 1 + CONTEXT : ps->n;
}

void
linediff_put(
    const char *path, struct str before, struct str after, struct buf *out)
{
	struct pairs ps = { NULL, 0 };
	size_t i = 0, end;

	if (str_equal(before, after))
		return;
	while (before.n != 0 || after.n != 0) {
		ps.list = mem_more(ps.list, ps.n, sizeof(*ps.list));
		ps.list[ps.n].before = next_line(&before);
		ps.list[ps.n++].after = next_line(&after);
	}
	put_name("---", path, out);
	put_name("+++", path, out);
	while (i < ps.n) {
		if (!differs(&ps, i)) {
			i++;
			continue;
		}
		end = hunk_end(&ps, i);
		put_hunk(&ps, i < CONTEXT ? 0 : i - CONTEXT, end, out);
		i = end;
	}
	free(ps.list);
}
