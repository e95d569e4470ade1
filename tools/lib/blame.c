/* blame: who wrote, or took away, each line of a report */
#include <stdlib.h>

#include "blame.h"
#include "die.h"
#include "io.h"

/* Takes what stands before a tab, or the rest, off *s. */
static struct str
take(struct str *s)
{
	size_t tab = str_find(*s, STR("\t"), 0);
	struct str field = str_cut(*s, 0, tab != (size_t)-1 ? tab : s->n);

	*s = str_from(*s, field.n + (field.n < s->n));
	return field;
}

static int
order(struct str path, size_t line, const struct blame_line *other)
{
	int by_path = str_compare(path, other->path);

	if (by_path != 0)
		return by_path;
	return line < other->line ? -1 : line > other->line;
}

static int
compare(const void *x, const void *y)
{
	const struct blame_line *a = x;

	return order(a->path, a->line, y);
}

void
blame_read(struct blame *b, const char *path)
{
	struct str text, line;

	io_read(path, &b->text);
	text = buf_str(&b->text);
	while (str_line(&text, &line)) {
		struct blame_line l = { .path = take(&line) };
		struct str digits = take(&line);
		size_t i;

		for (i = 0; i < digits.n; i++) {
			if (digits.p[i] < '0' || digits.p[i] > '9')
				die("%s holds no lines of blame", path);
			l.line = l.line * 10 + (size_t)(digits.p[i] - '0');
		}
		l.author.name = take(&line);
		l.author.date = take(&line);
		if (l.author.name.n == 0 || digits.n == 0)
			die("%s holds no lines of blame", path);
		b->list = mem_more(b->list, b->n, sizeof(*b->list));
		b->list[b->n++] = l;
	}
	if (b->n > 1)
		qsort(b->list, b->n, sizeof(*b->list), compare);
}

struct author
blame_of(const struct blame *b, struct str path, size_t line)
{
	size_t low = 0, high = b->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int by = order(path, line, &b->list[middle]);

		if (by == 0)
			return b->list[middle].author;
		if (by < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return b->other;
}

void
blame_free(struct blame *b)
{
	free(b->list);
	buf_free(&b->text);
	*b = (struct blame){ 0 };
}
