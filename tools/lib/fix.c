/* fix: the corrections of findings, put into the author's own text */
#include "fix.h"
#include "grammar.h"
#include "inline.h"
#include "labels.h"
#include "utf8.h"

/* Bytes at a line's start where a correction may make a heading of a text, or
 * a text of a heading. */
enum { HEAD = 48 };

/* A line while it is corrected. */
struct fixing {
	struct str line; /* without its line feed */
	size_t from; /* the first byte that may change */
	size_t at, column; /* how far columns were counted */
	size_t piece_at; /* where the next piece begins */
	struct piece piece; /* the one before */
	struct buf *out;
	size_t copied; /* of the line, to out */
	size_t made;
};

static bool
is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) ||
	       (c >= 0x300C && c <= 0x300F) || c == 0xFF02 || c == 0xFF07;
}

/* Says whether a character may neither go nor come: markup, masks, and what is
 * no plain text. */
static bool
is_fixed(struct str s, size_t at, uint32_t c)
{
	static const char markup[] = "{}|\\#<^*";
	const char *p;

	for (p = markup; *p != '\0'; p++)
		if (utf8_markup(s, at, *p) != 0 || c == (unsigned char)*p)
			return true;
	return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) ||
	       c == 0xD7 || /* × */
	       c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFC ||
	       utf8_noncharacter(c);
}

/* Takes the next quotation mark of s from byte *at on; 0 where there is none.
 * false at what may not be touched. */
static bool
next_quote(struct str s, size_t *at, uint32_t *quote)
{
	size_t n;
	uint32_t c;

	for (*quote = 0; *at < s.n && *quote == 0; *at += n) {
		n = utf8_next(s, *at, &c);
		if (n == 0 || is_fixed(s, *at, c))
			return false;
		if (is_quote(c))
			*quote = c;
	}
	return true;
}

/* Says whether the text old may become new. */
static bool
harmless(struct str old, struct str new)
{
	size_t i = 0, k = 0;
	uint32_t a, b;

	if (str_equal(old, new))
		return false;
	do {
		if (!next_quote(old, &i, &a) || !next_quote(new, &k, &b) ||
		    a != b)
			return false;
	} while (a != 0);
	return true;
}

/* The byte at which a column stands, or (size_t)-1. */
static size_t
byte_at(struct fixing *f, size_t column)
{
	uint32_t c;
	size_t n;

	if (column < f->column)
		return (size_t)-1;
	for (; f->column < column; f->at += n, f->column++) {
		n = f->at < f->line.n ? utf8_next(f->line, f->at, &c) : 0;
		if (n == 0)
			return (size_t)-1;
	}
	return f->at;
}

/* Says whether the bytes from start to end are plain text. */
static bool
is_plain(struct fixing *f, size_t start, size_t end)
{
	const struct piece *p = &f->piece;

	while (f->piece_at <= start)
		if (!inline_next(f->line, &f->piece_at, &f->piece))
			return false;
	return p->kind == PIECE_TEXT &&
	       start >= (size_t)(p->text.p - f->line.p) &&
	       end <= (size_t)(p->text.p - f->line.p) + p->text.n;
}

static void
correct(struct fixing *f, const struct finding *one)
{
	struct str new = buf_str(&one->replacement);
	size_t start, end;

	if (!one->replaces || !one->safe || !one->spot.typed ||
	    one->spot.end_line != one->spot.at.line)
		return;
	start = byte_at(f, one->spot.at.column);
	if (start == (size_t)-1)
		return;
	end = byte_at(f, one->spot.end_column);
	if (end == (size_t)-1 || start < f->from || start < f->copied ||
	    !is_plain(f, start, end) ||
	    !harmless(str_cut(f->line, start, end - start), new))
		return;
	buf_adds(f->out, str_cut(f->line, f->copied, start - f->copied));
	buf_adds(f->out, new);
	f->copied = end;
	f->made++;
}

/* Says whether two lines have the same markup around their texts. */
static bool
same_pieces(struct str a, struct str b)
{
	struct piece p, q;
	size_t i = 0, k = 0;
	bool more, more_b;

	do {
		while ((more = inline_next(a, &i, &p)) && p.kind == PIECE_TEXT)
			;
		while (
		    (more_b = inline_next(b, &k, &q)) && q.kind == PIECE_TEXT)
			;
		if (more != more_b ||
		    (more &&
			(p.kind != q.kind || !str_equal(p.whole, q.whole))))
			return false;
	} while (more);
	return true;
}

/* Says whether one of some corrections gives a heading's number the marks by
 * which it is one. */
static bool
makes_heading(const struct finding *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (list[i].safe &&
		    str_equal(str_of(list[i].rule->code), STR("heading-mark")))
			return true;
	return false;
}

/* Says whether a line is still what it was, or the heading that it should be.
 */
static bool
same_line(struct str before, struct str after, bool made)
{
	struct line a = line_read(before), b = line_read(after);
	struct heading h, k;
	bool heading;

	if (a.kind != b.kind || (a.kind != LINE_TEXT && a.kind != LINE_OPEN) ||
	    !str_equal(a.name, b.name) ||
	    line_goes_on(a.text) != line_goes_on(b.text))
		return false;
	heading = heading_read(a.text, &h);
	if (heading_read(b.text, &k) ? !heading && !made : heading)
		return false;
	if (heading && (h.level != k.level || h.value != k.value))
		return false;
	return same_pieces(before, after) &&
	       str_equal(str_from(a.args, labels_in(a.args)),
		   str_from(b.args, labels_in(b.args)));
}

/* Corrects a line, and adds it to out; where that would make something else of
 * it, all but its head, or else nothing. */
static size_t
fix_line(struct str line, const struct finding *list, size_t n, struct buf *out)
{
	size_t i, start = out->n, from[] = { 0, HEAD }, try;

	for (try = 0; n > 0 && try < 2; try++) {
		struct fixing f = {
			.line = line,
			.from = from[try],
			.column = 1,
			.out = out,
		};

		for (i = 0; i < n; i++)
			correct(&f, &list[i]);
		buf_adds(out, str_from(line, f.copied));
		if (f.made == 0 ||
		    same_line(line, str_from(buf_str(out), start),
			try == 0 && makes_heading(list, n)))
			return f.made;
		out->n = start;
	}
	buf_adds(out, line);
	return 0;
}

size_t
fix_apply(struct str raw, const struct finding *list, size_t n, struct buf *out)
{
	size_t first, end = 0, made = 0, number = 0;
	struct str rest = raw, line;

	if (str_starts(raw, STR("\xEF\xBB\xBF"))) {
		buf_add(out, raw.p, 3);
		rest = str_from(raw, 3);
	}
	while (rest.n != 0) {
		size_t feed = str_find(rest, STR("\n"), 0);

		line = str_cut(rest, 0, feed == (size_t)-1 ? rest.n : feed);
		rest = str_from(rest, line.n);
		number++;
		while (end < n && list[end].spot.at.line < number)
			end++;
		for (first = end; end < n && list[end].spot.at.line == number;)
			end++;
		if (rest.n != 0 && str_ends(line, STR("\r")))
			line.n--;
		made += fix_line(
		    line, n == 0 ? list : list + first, end - first, out);
		buf_adds(out, str_cut(raw, (size_t)(line.p + line.n - raw.p),
				  (size_t)(rest.p - line.p) - line.n));
		if (rest.n != 0) {
			buf_addc(out, '\n');
			rest = str_from(rest, 1);
		}
	}
	return made;
}
