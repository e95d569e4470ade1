/* importline: a text of an old report as a line of a section file */
#include "heading.h"
#include "importline.h"
#include "olddoc.h"
#include "utf8.h"

/* Says whether a text would be the opening or the end of a block. */
static bool
is_fence(struct str s)
{
	size_t i, n, at = 0;

	for (i = 0; i < 3; i++, at += n)
		if ((n = utf8_markup(s, at, ':')) == 0)
			return false;
	return true;
}

/* Says whether the line would not be text but for a \ in front. */
static bool
is_markup(const struct importline *l, struct str s)
{
	struct heading h;

	if (l->start && (utf8_markup(s, 0, '#') != 0 ||
			    utf8_markup(s, 0, '%') != 0 || is_fence(s)))
		return true;
	if (l->start && l->number && heading_read(s, &h))
		return true;
	/* `<` and `^` join cells */
	return l->cell && (str_equal(s, STR("<")) || str_equal(s, STR("^")));
}

/* The length of a character that means something anywhere in a line. */
static size_t
special(const struct importline *l, struct str s, size_t at)
{
	size_t n;

	if (s.p[at] == '\\')
		return 1;
	if ((n = utf8_markup(s, at, '{')) != 0 ||
	    (n = utf8_markup(s, at, '}')) != 0)
		return n;
	return l->cell ? utf8_markup(s, at, '|') : 0;
}

static void
put_placeholder(
    const struct importline *l, const struct importspan *span, struct buf *out)
{
	buf_addz(out, "{{");
	buf_adds(out, buf_str(&l->facts->list[span->fact].name));
	if (span->format != NULL)
		buf_addf(out, "|%s", span->format);
	buf_addz(out, "}}");
}

/* Turns bold on or off; what stands in a footnote is never bold. */
static void
set_bold(bool *now, bool bold, struct buf *out)
{
	if (*now == bold)
		return;
	*now = bold;
	buf_addz(out, bold ? "{{!粗:" : "}}");
}

/* Takes a mark of olddoc.h. */
static void
put_mark(char mark, bool *bold, bool *now, struct buf *out)
{
	switch (mark) {
	case OLD_BOLD:
		*bold = true;
		break;
	case OLD_PLAIN:
		*bold = false;
		break;
	case OLD_NOTE:
		set_bold(now, false, out);
		buf_addz(out, "{{!注:");
		break;
	case OLD_NOTE_END:
		buf_addz(out, "}}");
		break;
	}
}

void
importline_put(
    const struct importline *l, struct str text, size_t from, struct buf *out)
{
	struct str bare = utf8_trim(str_from(text, from)), rest;
	size_t at = (size_t)(bare.p - text.p), end = at + bare.n, k = 0, n;
	bool bold = l->bold, now = false, note = false;

	if (!bold && is_markup(l, bare))
		buf_addc(out, '\\');
	while (at < end) {
		unsigned char c = (unsigned char)text.p[at];

		while (k < l->n && l->spans[k].at < at)
			k++;
		if (c != 0 && c < OLD_MARKS_END) {
			put_mark(text.p[at++], &bold, &now, out);
			if (c == OLD_NOTE || c == OLD_NOTE_END)
				note = c == OLD_NOTE;
			if (l->bold)
				bold = true;
			continue;
		}
		set_bold(&now, bold && !note, out);
		if (k < l->n && l->spans[k].at == at) {
			put_placeholder(l, &l->spans[k], out);
			at += l->spans[k].n;
			continue;
		}
		rest = str_cut(text, 0, end);
		if ((n = special(l, rest, at)) != 0)
			buf_addc(out, '\\');
		else
			n = 1;
		buf_add(out, text.p + at, n);
		at += n;
	}
	set_bold(&now, false, out);
}
