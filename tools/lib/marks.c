/* marks: how filters hand on what they know, inside the text */
#include "marks.h"
#include "utf8.h"

enum mark_kind
mark_at(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	if (s.n < 3 || at > s.n - 3 || p[0] != 0xEF || p[1] != 0xB7 ||
	    p[2] < MARK_IS_VALUE || p[2] > MARK_IS_ROW)
		return MARK_IS_NONE;
	return (enum mark_kind)p[2];
}

bool
mark_read(struct str s, size_t at, struct mark *m)
{
	size_t text, end;

	m->kind = mark_at(s, at);
	if (m->kind == MARK_IS_NONE || m->kind > MARK_IS_ERROR)
		return false;
	text = str_find(s, STR(MARK_TEXT), at + 3);
	if (text == (size_t)-1)
		return false;
	end = str_find(s, STR(MARK_END), text + 3);
	if (end == (size_t)-1)
		return false;
	m->typed = str_cut(s, at + 3, text - at - 3);
	m->text = str_cut(s, text + 3, end - text - 3);
	m->length = end + 3 - at;
	return true;
}

struct str
mark_name(const struct mark *m)
{
	size_t i;

	for (i = 0; i < m->typed.n; i++)
		if (utf8_markup(m->typed, i, '|') != 0)
			break;
	return utf8_trim(str_cut(m->typed, 0, i));
}

void
mark_add(struct buf *out, const char *open, struct str typed, struct str text)
{
	buf_addz(out, open);
	buf_adds(out, typed);
	buf_addz(out, MARK_TEXT);
	buf_adds(out, text);
	buf_addz(out, MARK_END);
}

/* The place of the next mark of any kind at or after from, or line.n. */
static size_t
next_mark(struct str line, size_t from)
{
	from = str_find(line, STR("\xEF\xB7"), from);
	while (from != (size_t)-1 && mark_at(line, from) == MARK_IS_NONE)
		from = str_find(line, STR("\xEF\xB7"), from + 1);
	return from != (size_t)-1 ? from : line.n;
}

static bool
holds_mark(struct str s)
{
	return next_mark(s, 0) < s.n;
}

/* Says whether the text of a marked piece has no marks but those of a table. */
static bool
text_whole(const struct mark *m)
{
	size_t at;

	for (at = next_mark(m->text, 0); at < m->text.n;
	     at = next_mark(m->text, at + 3))
		if (m->kind != MARK_IS_VALUE ||
		    mark_at(m->text, at) < MARK_IS_CELL)
			return false;
	return true;
}

bool
mark_table(struct str text)
{
	return str_find(text, STR(MARK_ROW), 0) != (size_t)-1;
}

bool
marks_whole(struct str line)
{
	struct mark m;
	size_t at;

	for (at = next_mark(line, 0); at < line.n; at = next_mark(line, at)) {
		if (!mark_read(line, at, &m) || holds_mark(m.typed) ||
		    !text_whole(&m))
			return false;
		at += m.length;
	}
	return true;
}

bool
marks_error(struct str line)
{
	return str_find(line, STR(MARK_ERROR), 0) != (size_t)-1;
}

void
marks_typed(struct str s, struct buf *out)
{
	struct mark m;
	size_t i = 0, next;

	for (; i < s.n; i = next + m.length) {
		next = next_mark(s, i);
		buf_add(out, s.p + i, next - i);
		if (!mark_read(s, next, &m))
			return;
		buf_addz(out, m.kind == MARK_IS_VALUE ? "{{" : "");
		buf_adds(out, m.typed);
		buf_addz(out, m.kind == MARK_IS_VALUE ? "}}" : "");
	}
}

/* The characters that the author typed for a marked piece. */
static size_t
typed_count(const struct mark *m)
{
	/* of a placeholder only the inside is kept: {{ and }} come on top */
	return utf8_count(m->typed) + (m->kind == MARK_IS_VALUE ? 4 : 0);
}

size_t
marks_column(struct str line, size_t at)
{
	size_t i = 0, column = 1;
	struct mark m;

	while (i < at && i < line.n) {
		size_t next = next_mark(line, i);

		if (next >= at)
			return column + utf8_count(str_cut(line, i, at - i));
		column += utf8_count(str_cut(line, i, next - i));
		if (!mark_read(line, next, &m) || next + m.length > at)
			return column;
		column += typed_count(&m);
		i = next + m.length;
	}
	return column;
}

size_t
marks_column_at(struct marks_count *count, const char *p)
{
	struct str between = { count->p, (size_t)(p - count->p) };

	count->column += marks_column(between, between.n) - 1;
	count->p = p;
	return count->column;
}
