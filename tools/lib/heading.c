/* heading: the numbers of headings, as GB/T 9704-2012 7.3.3 writes them */
#include "format.h"
#include "heading.h"
#include "marks.h"
#include "utf8.h"

/* The value of the Han digit at byte at, 1 to 9, or 0. */
static size_t
han_digit(struct str s, size_t at)
{
	static const char digits[] = "一二三四五六七八九";
	size_t i;

	for (i = 0; i < 9; i++)
		if (str_starts(str_from(s, at), str_cut(STR(digits), 3 * i, 3)))
			return i + 1;
	return 0;
}

static bool
takes(struct str s, size_t *at, struct str mark)
{
	if (!str_starts(str_from(s, *at), mark))
		return false;
	*at += mark.n;
	return true;
}

/* Reads a Han numeral from 1 to 999 at byte *at, moves *at behind it; 0 where
 * there is none: 九 十 十二 三十 一百 一百零一 二百一十五. */
static size_t
han_number(struct str s, size_t *at)
{
	size_t value = 0, digit = han_digit(s, *at);

	*at += digit != 0 ? 3 : 0;
	if (digit != 0 && takes(s, at, STR("百"))) {
		value = 100 * digit;
		if (takes(s, at, STR("零"))) {
			digit = han_digit(s, *at);
			*at += 3;
			return digit != 0 ? value + digit : 0;
		}
		digit = han_digit(s, *at);
		*at += digit != 0 ? 3 : 0;
	}
	if (takes(s, at, STR("十"))) {
		value += 10 * (digit != 0 ? digit : 1);
		digit = han_digit(s, *at);
		*at += digit != 0 ? 3 : 0;
	} else if (value != 0 && digit != 0) {
		return 0; /* 一百一 is said, not written */
	}
	return value + digit;
}

static size_t
arabic_number(struct str s, size_t *at)
{
	size_t value = 0, start = *at;

	while (
	    *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && *at - start < 4)
		value = 10 * value + (size_t)(s.p[(*at)++] - '0');
	return value;
}

/* Says whether the text, or the value that it begins with, has a digit first.
 */
static bool
begins_with_digit(struct str s)
{
	struct mark m;

	if (mark_read(s, 0, &m))
		s = m.text;
	return s.n != 0 && s.p[0] >= '0' && s.p[0] <= '9';
}

/* Reads a number as officials type it. */
static bool
typed_number(struct str s, struct heading *h)
{
	size_t at = 0;

	if ((h->value = han_number(s, &at)) != 0) {
		h->level = 1;
		h->length = at + 3;
		return takes(s, &at, STR("、"));
	}
	at = 0;
	if (takes(s, &at, STR("（"))) {
		h->level = 2;
		h->value = han_number(s, &at);
		if (h->value == 0) {
			h->level = 4;
			h->value = arabic_number(s, &at);
		}
		h->length = at + 3;
		return h->value != 0 && takes(s, &at, STR("）"));
	}
	h->level = 3;
	h->value = arabic_number(s, &at);
	h->length = at + 1;
	/* before a digit the point is a decimal one: 3.5 or 2022.8 */
	return h->value != 0 && takes(s, &at, STR(".")) &&
	       !begins_with_digit(str_from(s, at));
}

/* Reads `# ` to `#### `. */
static bool
hashes(struct str s, struct heading *h)
{
	size_t at = 0, n;

	h->level = 0;
	h->value = 0;
	while ((n = utf8_markup(s, at, '#')) != 0 && h->level < 5) {
		at += n;
		h->level++;
	}
	if (h->level == 0 || h->level > 4 || utf8_blank(s, at) == 0)
		return false;
	while ((n = utf8_blank(s, at)) != 0)
		at += n;
	h->length = at;
	return true;
}

bool
heading_read(struct str text, struct heading *h)
{
	struct mark m;

	if (text.n == 0)
		return false;
	if (mark_read(text, 0, &m)) {
		if (m.kind != MARK_IS_NUMBER || !typed_number(m.text, h) ||
		    h->length != m.text.n)
			return false;
		h->length = m.length;
		return true;
	}
	return hashes(text, h) || typed_number(text, h);
}

void
heading_put(int level, size_t value, struct buf *out)
{
	struct buf number = { 0 };

	buf_addf(&number, "%zu", value);
	if (level == 2 || level == 4)
		buf_addz(out, "（");
	if (level <= 2)
		format_value(buf_str(&number), STR("cn"), out);
	else
		buf_adds(out, buf_str(&number));
	buf_addz(out, level == 1 ? "、" : level == 3 ? "." : "）");
	buf_free(&number);
}
