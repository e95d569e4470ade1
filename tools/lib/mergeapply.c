/* mergeapply: the author's files with the edits of a reviewer */
#include <ctype.h>
#include <stdlib.h>

#include "die.h"
#include "merge.h"
#include "utf8.h"

/* The byte of a line and column in a file; the file's length behind its end.
 * Lines count by line feeds; a byte-order mark is no column. */
static size_t
byte_of(struct str file, size_t line, size_t column)
{
	size_t at = 0, n;
	uint32_t c;

	if (str_starts(file, STR("\xEF\xBB\xBF")))
		at = 3;
	while (line > 1) {
		size_t feed = str_find(file, STR("\n"), at);

		if (feed == (size_t)-1)
			return file.n;
		at = feed + 1;
		line--;
	}
	for (; column > 1 && at < file.n && file.p[at] != '\n'; column--) {
		n = utf8_next(file, at, &c);
		at += n != 0 ? n : 1;
	}
	return at;
}

/* Adds text with the line ends of a file. */
static void
put_text(struct str file, struct str text, struct buf *out)
{
	size_t feed = str_find(file, STR("\n"), 0), i;
	bool carriage =
	    feed != (size_t)-1 && feed > 0 && file.p[feed - 1] == '\r';

	for (i = 0; i < text.n; i++) {
		if (text.p[i] == '\n' && carriage)
			buf_addc(out, '\r');
		buf_addc(out, text.p[i]);
	}
}

/* An edit as bytes of its file. */
struct byte_edit {
	size_t at, cut, turn;
	const struct buf *text;
};

static int
compare_changes(const void *x, const void *y)
{
	const struct byte_edit *a = x, *b = y;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	/* what only comes stands before what goes */
	if ((a->cut != 0) != (b->cut != 0))
		return a->cut == 0 ? -1 : 1;
	return a->turn < b->turn ? -1 : a->turn > b->turn;
}

/* Says whether a `\` before byte at takes the meaning of what is there away. */
static bool
is_escaped(struct str file, size_t at)
{
	size_t n = 0;

	while (n < at && file.p[at - 1 - n] == '\\')
		n++;
	return n % 2 == 1 && at < file.n && file.p[at] != '\n' &&
	       file.p[at] != '\r' &&
	       (ispunct((unsigned char)file.p[at]) != 0 ||
		   isdigit((unsigned char)file.p[at]) != 0 ||
		   (unsigned char)file.p[at] == 0xEF);
}

static bool
starts_line(struct str file, size_t at)
{
	while (at > 0 && (file.p[at - 1] == ' ' || file.p[at - 1] == '\t'))
		at--;
	return at == 0 || file.p[at - 1] == '\n';
}

/* Says whether text that was behind other text is markup once it begins its
 * line. */
static bool
bares_markup(struct str file, const struct byte_edit *c)
{
	size_t behind = c->at + c->cut, colon;

	if (c->cut == 0 || c->text->n != 0 || !starts_line(file, c->at) ||
	    file.p[behind - 1] == '\n')
		return false;
	colon = utf8_markup(file, behind, ':');
	return utf8_markup(file, behind, '#') != 0 ||
	       utf8_markup(file, behind, '%') != 0 ||
	       (colon != 0 && utf8_markup(file, behind + colon, ':') != 0);
}

/* The edits of a section as bytes, in their order. */
static struct byte_edit *
find_changes(
    struct str file, const struct merged *found, size_t section, size_t *n)
{
	struct byte_edit *list = mem_alloc((found->n + 1) * sizeof(*list));
	size_t i;

	*n = 0;
	for (i = 0; i < found->n; i++) {
		const struct merge_edit *e = &found->edits[i];
		struct byte_edit c = { .turn = i, .text = &e->text };
		size_t end;

		if (e->section != section)
			continue;
		c.at = byte_of(file, e->line, e->column);
		end = byte_of(file, e->end_line, e->end_column);
		if (is_escaped(file, c.at))
			c.at--;
		c.cut = end > c.at ? end - c.at : 0;
		/* what comes before an escape leaves it whole */
		if (e->line == e->end_line && e->column == e->end_column)
			c.cut = 0;
		list[(*n)++] = c;
	}
	if (*n != 0)
		qsort(list, *n, sizeof(*list), compare_changes);
	return list;
}

/* Adds a file with the edits. Those that meet are one: what any of them cuts
 * goes, and all that they bring comes. */
static void
apply(struct str file, const struct merged *found, size_t section,
    struct buf *out)
{
	size_t n, i, at = 0, end;
	struct byte_edit *list = find_changes(file, found, section, &n);

	for (i = 0; i < n;) {
		size_t before;

		buf_add(out, file.p + at, list[i].at - at);
		/* the last line may not be ended */
		if (list[i].at == file.n && file.n != 0 &&
		    file.p[file.n - 1] != '\n' && list[i].text->n != 0 &&
		    list[i].text->p[list[i].text->n - 1] == '\n')
			put_text(file, STR("\n"), out);
		if (bares_markup(file, &list[i]))
			buf_addc(out, '\\');
		before = out->n;
		at = list[i].at;
		end = at + list[i].cut;
		do {
			put_text(file, buf_str(list[i].text), out);
			if (list[i].at + list[i].cut > end)
				end = list[i].at + list[i].cut;
			i++;
		} while (i < n && list[i].at < end);
		/* a line that went whole, and into which something came */
		if (out->n > before && end > at && file.p[end - 1] == '\n' &&
		    out->p[out->n - 1] != '\n')
			put_text(file, STR("\n"), out);
		at = end;
	}
	buf_add(out, file.p + at, file.n - at);
	free(list);
}

void
merge_apply(const struct merge *m, const struct merged *found, size_t i,
    struct buf *out)
{
	apply(m->files[i], found, i, out);
}

void
merge_slice(const struct merge *m, const struct merged *found, size_t section,
    size_t first, size_t last, struct buf *out)
{
	struct str file = m->files[section];
	size_t from = byte_of(file, first, 1), end = byte_of(file, last + 1, 1);
	struct buf whole = { 0 };
	size_t behind = file.n - end;

	/* the edits all stand inside of these lines */
	apply(file, found, section, &whole);
	buf_add(out, whole.p + from, whole.n - from - behind);
	if (out->n == 0 || out->p[out->n - 1] != '\n')
		buf_addc(out, '\n');
	buf_free(&whole);
}
