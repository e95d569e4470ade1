/* mergeapply: the author's files with the edits of a reviewer */
#include <stdlib.h>

#include "edits.h"
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

static void
apply(struct str file, const struct merged *found, size_t section,
    struct buf *out)
{
	struct edits edits = { .n = 0 };
	size_t i;

	for (i = 0; i < found->n; i++) {
		const struct merge_edit *e = &found->edits[i];
		size_t from, end;

		if (e->section != section)
			continue;
		from = byte_of(file, e->line, e->column);
		end = byte_of(file, e->end_line, e->end_column);
		edits_begin(&edits, from, end - from);
		/* the last line may not be ended */
		if (from == file.n && e->column == 1 && file.n != 0 &&
		    file.p[file.n - 1] != '\n')
			put_text(file, STR("\n"), &edits.texts);
		put_text(file, buf_str(&e->text), &edits.texts);
		edits_end(&edits);
	}
	edits_apply(&edits, file, out);
	edits_free(&edits);
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
