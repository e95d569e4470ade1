/* inline: the pieces of a line of text: plain text, escapes, {{...}}, marks */
#include <ctype.h>

#include "heading.h"
#include "inline.h"
#include "utf8.h"

/* The length of two braces c at byte at, or 0. */
static size_t
braces(struct str s, size_t at, char c)
{
	size_t one = utf8_markup(s, at, c), two;

	if (one == 0 || (two = utf8_markup(s, at + one, c)) == 0)
		return 0;
	return one + two;
}

/* Says whether something other than plain text may begin at byte at. */
static bool
is_special(struct str s, size_t at)
{
	switch ((unsigned char)s.p[at]) {
	case '\\':
		return true;
	case '{':
		return braces(s, at, '{') != 0;
	case '}':
		return braces(s, at, '}') != 0;
	case 0xEF: /* marks and full-width braces */
		return mark_at(s, at) != MARK_IS_NONE ||
		       braces(s, at, '{') != 0 || braces(s, at, '}') != 0;
	}
	return false;
}

/* Says whether a character of three bytes, that begins with 0xEF, may be
 * special: marks are U+FDxx, braces U+FFxx from U+FF40 on. */
static bool
may_be_wide(struct str s, size_t at)
{
	unsigned char second = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;

	return second == 0xB7 || second == 0xBD;
}

/* Nearly every character of a text is looked at here, from at on, which begins
 * one; nearly all are of three bytes (RFC 3629, 3). */
static size_t
plain_end(struct str s, size_t at)
{
	while (at < s.n) {
		unsigned char c = (unsigned char)s.p[at];

		if (c >= 0xE0 && c < 0xF0 &&
		    (c != 0xEF || !may_be_wide(s, at))) {
			at += 3;
			continue;
		}
		if ((c == 0xEF || c == '\\' || c == '{' || c == '}') &&
		    is_special(s, at))
			return at;
		at++;
	}
	return s.n;
}

/* The length of a full-width form that counts as markup at byte at, or 0. */
static size_t
wide_markup(struct str s, size_t at)
{
	static const char forms[] = "#%:{}|=!";
	size_t i, n;

	for (i = 0; forms[i] != '\0'; i++)
		if ((n = utf8_markup(s, at, forms[i])) == 3)
			return n;
	return 0;
}

static bool
is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static void
read_escape(struct str line, size_t at, struct piece *p)
{
	struct heading h;
	size_t n;

	p->kind = PIECE_ESCAPE;
	if (at + 1 < line.n && ispunct((unsigned char)line.p[at + 1]) &&
	    (unsigned char)line.p[at + 1] < 0x80) {
		p->whole = str_cut(line, at, 2);
		p->text = str_from(p->whole, 1);
	} else if ((n = wide_markup(line, at + 1)) != 0) {
		p->whole = str_cut(line, at, 1 + n);
		p->text = str_from(p->whole, 1);
	} else if (at == 0 &&
		   (is_digit(line, 1) || heading_read(str_from(line, 1), &h))) {
		p->whole = str_cut(line, at, 1);
		p->text = str_from(p->whole, 1);
	} else {
		p->kind = PIECE_TEXT;
		p->whole = p->text = str_cut(line, at, 1);
	}
}

/* Reads {{!name: whose text follows as pieces of its own. */
static bool
read_directive(struct str line, size_t at, size_t name, struct piece *p)
{
	size_t end = name, colon = 0;

	while (end < line.n && (colon = utf8_markup(line, end, ':')) == 0 &&
	       !is_special(line, end))
		end++;
	if (end >= line.n || colon == 0)
		return false;
	p->kind = PIECE_DIRECTIVE;
	p->text = utf8_trim(str_cut(line, name, end - name));
	p->whole = str_cut(line, at, end + colon - at);
	return true;
}

static void
read_braces(struct str line, size_t at, size_t open, struct piece *p)
{
	size_t in = at + open, end, close = 0, n;

	while ((n = utf8_blank(line, in)) != 0)
		in += n;
	n = utf8_markup(line, in, '!');
	if (n != 0 && read_directive(line, at, in + n, p))
		return;
	for (end = in; end < line.n; end++) {
		if ((close = braces(line, end, '}')) != 0)
			break;
		if (braces(line, end, '{') != 0)
			break;
	}
	if (close == 0) {
		p->kind = PIECE_UNCLOSED;
		p->whole = p->text = str_cut(line, at, open);
		return;
	}
	n = utf8_markup(line, in, '#');
	p->kind = n != 0 ? PIECE_REFERENCE : PIECE_PLACEHOLDER;
	p->text = n != 0 ? utf8_trim(str_cut(line, in + n, end - in - n))
			 : str_cut(line, at + open, end - at - open);
	p->whole = str_cut(line, at, end + close - at);
}

bool
inline_next(struct str line, size_t *at, struct piece *p)
{
	size_t i = *at, n;

	if (i >= line.n)
		return false;
	if (!is_special(line, i)) {
		p->kind = PIECE_TEXT;
		p->whole = p->text = str_cut(line, i, plain_end(line, i) - i);
	} else if (line.p[i] == '\\') {
		read_escape(line, i, p);
	} else if (mark_read(line, i, &p->mark)) {
		p->kind = PIECE_MARK;
		p->whole = p->text = str_cut(line, i, p->mark.length);
	} else if ((n = braces(line, i, '{')) != 0) {
		read_braces(line, i, n, p);
	} else if ((n = braces(line, i, '}')) != 0) {
		p->kind = PIECE_CLOSE;
		p->whole = p->text = str_cut(line, i, n);
	} else {
		p->kind = PIECE_TEXT;
		p->whole = p->text = str_cut(line, i, 3);
	}
	*at = i + p->whole.n;
	return true;
}

void
inline_shown(struct str text, struct buf *out)
{
	size_t at = 0;
	struct piece p;

	while (inline_next(text, &at, &p))
		if (p.kind == PIECE_TEXT || p.kind == PIECE_ESCAPE)
			buf_adds(out, p.text);
		else if (p.kind == PIECE_MARK && p.mark.kind != MARK_IS_ERROR)
			buf_adds(out, p.mark.text);
}

bool
inline_note(struct str name)
{
	return str_equal(name, STR("注")) || str_equal(name, STR("note"));
}
