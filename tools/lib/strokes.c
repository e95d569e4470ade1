/* strokes: ellipses and dashes that are not …… and —— */
#include "signs.h"
#include "strokes.h"

enum {
	LEADER = 7, /* dots that lead to a page number */
	TERM = 4, /* characters of a term that a connecting line joins */
	TIMES = 7, /* of the kinds of a term, those of times */
	ENDINGS = 22, /* those that may end one before the line */
	LOOK = 10, /* characters in which such a line shows what it joins */
};

bool
strokes_dots(uint32_t c)
{
	return c == '.' || c == 0x2026 || c == 0x22EF || c == 0xB7 ||
	       c == 0x3002 || c == 0xFF0E || c == 0x2025 || c == 0x30FB;
}

bool
strokes_line(uint32_t c)
{
	return c == '-' || (c >= 0x2013 && c <= 0x2015) || c == 0x2500 ||
	       c == 0xFF0D;
}

static size_t
run_end(const struct prose *p, size_t i)
{
	uint32_t c = p->c[i];

	while (i < p->end && p->c[i] == c)
		i++;
	return i;
}

/* Says whether c is of Chinese text, its quotation marks included. */
static bool
is_chinese(uint32_t c)
{
	return sign_chinese(c) || (c >= 0x2018 && c <= 0x201D);
}

/* Says whether Chinese text begins at i, perhaps with a number: 2022年 */
static bool
text_begins(const struct prose *p, size_t i)
{
	size_t n = 0;

	while (n < 5 && i + n < p->end && sign_digit(p->c[i + n]))
		n++;
	return i + n < p->end && is_chinese(p->c[i + n]);
}

/* Says whether the Latin word before i stands in Chinese text. */
static bool
word_in_chinese(const struct prose *p, size_t i)
{
	size_t from = sign_word(p, i);

	return from < i && sign_chinese(sign_before(p, from));
}

/* Says whether dots lead to the number of a page at the paragraph's end. */
static bool
leads(const struct prose *p, size_t from, size_t end)
{
	if (end - from < LEADER)
		return false;
	while (end < p->end && (sign_blank(p->c[end]) || sign_digit(p->c[end])))
		end++;
	return end == p->end;
}

/* Says whether the dots from..end stand in Chinese text. */
static bool
in_chinese(const struct prose *p, size_t from, size_t end)
{
	size_t before = from;

	while (before > p->start && from - before < 3 &&
	       sign_closes(p->c[before - 1]))
		before--;
	return sign_chinese(sign_before(p, before)) ||
	       (end < p->end && sign_chinese(p->c[end])) ||
	       word_in_chinese(p, before);
}

size_t
strokes_ellipsis(struct punctuation *pn, const struct prose *p, size_t i)
{
	size_t end = run_end(p, i), n = end - i;
	uint32_t c = p->c[i], left = sign_before(p, i);
	uint32_t right = end < p->end ? p->c[end] : 0;

	if (c == 0x2026 ? n == 2 || n == 4
			: c != 0x22EF && c != 0x2025 && n < 3)
		return c == 0x2026 ? end : i;
	if ((i == p->start && end == p->end) || leads(p, i, end) ||
	    (c != 0x3002 && !in_chinese(p, i, end)))
		return end;
	if ((sign_digit(left) && sign_digit(right)) ||
	    (sign_opens(left) && sign_closes(right)))
		return end; /* “…” itself is spoken of */
	punctuation_tell(pn, p, PUNCTUATION_ELLIPSIS, i, end, STR("……"), true,
	    "is no Chinese ellipsis");
	return end;
}

/* Says whether c may stand in a term. */
static bool
of_term(uint32_t c)
{
	return sign_han(c) || sign_opens(c) || sign_closes(c);
}

/* Says whether what a line between Han characters joins are places, times or
 * links of a chain: 北京—上海高铁, 八月—九月, 县—乡—村三级. */
static bool
joins(const struct prose *p, size_t i)
{
	static const uint32_t kinds[] = { 0x5E74, 0x6708, 0x65E5, 0x65F6,
		0x70B9, 0x53F7, 0x671F, 0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE,
		0x9547, 0x4E61, 0x6751, 0x6E2F, 0x7AD9, 0x5C71, 0x6CB3, 0x6C5F,
		0x6E56, 0x6D77, 0x7EBF, 0x6BB5, 0x8DEF, 0x94C1, 0x822A, 0x5E26,
		0x5708, 0x7EA7, 0x5ECA, 0x5CAD, 0x6865, 0x6E7E, 0x6A21, 0x5236,
		0x7CFB, 0x8054, 0x94FE };
	size_t left = i, right = i + 1, j, k;

	while (left > p->start && i - left < LOOK && of_term(p->c[left - 1]))
		left--;
	while (right < p->end && right - i < LOOK && of_term(p->c[right]))
		right++;
	/* a chain; or one side is too short to be a clause */
	if ((sign_before(p, left) == 0x2014 &&
		sign_before(p, left - 1) != 0x2014) ||
	    (p->c[right] == 0x2014 && p->c[right + 1] != 0x2014) ||
	    i - left < TERM || right - i - 1 < TERM)
		return true;
	for (k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		if (k < ENDINGS && p->c[i - 1] == kinds[k])
			return true;
		for (j = i + 1; k >= TIMES && j < right; j++)
			if (p->c[j] == kinds[k])
				return true;
	}
	return false;
}

/* A single line, which connects numbers, places and times (GB/T 15834-2011
 * 4.13): wrong where it parts what Chinese text parts with ——. */
static void
single_dash(struct punctuation *pn, const struct prose *p, size_t i)
{
	static const char what[] = "is half of a Chinese dash";
	uint32_t left = sign_before(p, i), right = sign_after(p, i);
	bool blanks = sign_blank(left) && sign_blank(right);

	if (blanks) {
		left = i > p->start + 1 ? p->c[i - 2] : 0;
		right = i + 2 < p->end ? p->c[i + 2] : 0;
	}
	if (left == 0 && text_begins(p, i + 1)) {
		punctuation_tell(
		    pn, p, PUNCTUATION_DASH, i, i + 1, STR("——"), true, what);
		return;
	}
	if (left == PROSE_OBJECT || right == PROSE_OBJECT || sign_latin(left) ||
	    sign_latin(right) || left == '%' || left == 0xFF05)
		return;
	if ((left >= 0x3000 && sign_stop(left) != 0) ||
	    (right >= 0x3000 && sign_stop(right) != 0 && left != 0))
		punctuation_tell(
		    pn, p, PUNCTUATION_DASH, i, i + 1, STR("——"), true, what);
	else if (sign_han(left) && sign_han(right)
		     ? blanks || !joins(p, i)
		     : sign_closes(left) != sign_opens(right) && left != 0 &&
			   right != 0)
		punctuation_tell(
		    pn, p, PUNCTUATION_DASH, i, i + 1, STR("——"), false, what);
}

/* Says whether a line of several strokes is a dash of Chinese text. */
static bool
is_dash(const struct prose *p, size_t i, size_t end)
{
	uint32_t c = p->c[i], left = sign_before(p, i);
	uint32_t right = end < p->end ? p->c[end] : 0;
	bool blanks = sign_blank(left) && sign_blank(right);

	/* <!-- -->, and the options of a program */
	if (c == '-' && (left == '!' || left == '<' || right == '>' ||
			    (right >= 'a' && right <= 'z')))
		return false;
	if (blanks) {
		left = i > p->start + 1 ? p->c[i - 2] : 0;
		right = end + 1 < p->end ? p->c[end + 1] : 0;
	}
	if (left == 0 || right == 0)
		return is_chinese(left) || text_begins(p, end);
	if (sign_digit(left) && sign_digit(right))
		return false;
	return blanks ? is_chinese(left) && is_chinese(right)
		      : is_chinese(left) || is_chinese(right);
}

size_t
strokes_dash(struct punctuation *pn, const struct prose *p, size_t i)
{
	size_t end = run_end(p, i), n = end - i;
	uint32_t c = p->c[i];
	bool mixed = false;

	while (end < p->end && strokes_line(p->c[end])) {
		end++;
		mixed = true;
	}
	if ((i == p->start && end == p->end) ||
	    (c == 0x2014 && n == 2 && !mixed))
		return end;
	if (n == 1 && !mixed) {
		if (c >= 0x2013 && c != 0xFF0D)
			single_dash(pn, p, i);
		return end;
	}
	/* longer ones are rules, or are written on */
	if (!mixed && n > (c == '-' || c == 0x2014 ? 4 : 2))
		return end;
	if (end - i <= 4 && is_dash(p, i, end))
		punctuation_tell(pn, p, PUNCTUATION_DASH, i, end, STR("——"),
		    true, "is no Chinese dash");
	return end;
}
