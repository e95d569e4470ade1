/* width: full-width digits and letters */
#include <stdlib.h>

#include "die.h"
#include "headingmark.h"
#include "signs.h"
#include "utf8.h"
#include "width.h"

enum {
	GAP = 3, /* characters between parts of one fault: ２０２２年８月 */
	LONG = 64, /* one that is longer is told in parts */
};

static const struct rule rules[] = {
	{ "full-width", "全角字符", LEVEL_WARNING,
	    "full-width digits and letters, or a full-width point or comma in "
	    "a number",
	    false },
};

struct width {
	const struct proofing *p;
	const struct rule *rule;
	struct buf text;
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct width *w = mem_alloc(sizeof(*w));

	w->p = p;
	w->rule = own;
	return w;
}

static bool
is_digit(uint32_t c)
{
	return sign_digit(c) || (c >= 0xFF10 && c <= 0xFF19);
}

/* How many digits stand before i, at most 4, or behind it. */
static size_t
digits_before(const struct prose *p, size_t i)
{
	size_t n = 0;

	while (n < 4 && i - n > p->start && is_digit(p->c[i - n - 1]))
		n++;
	return n;
}

static size_t
digits_after(const struct prose *p, size_t i)
{
	size_t n = 0;

	while (n < 4 && i + n + 1 < p->end && is_digit(p->c[i + n + 1]))
		n++;
	return n;
}

/* Says whether the mark at i is the point of a number, or parts its thousands
 * for certain: three digits follow it, and a point or a unit them. */
static bool
in_number(const struct prose *p, size_t i)
{
	size_t before = digits_before(p, i), after = digits_after(p, i);
	uint32_t c;

	if (before == 0 || after == 0)
		return false;
	if (p->c[i] == 0xFF0E)
		return true;
	if (p->c[i] != 0xFF0C || before > 3 || after != 3 ||
	    p->c[i - before] == '0')
		return false;
	c = sign_before(p, i - before);
	if (c == 0xFF0C || c == 0x3001)
		return false; /* one of several numbers */
	c = p->c[i + 4];
	return i + 4 < p->end &&
	       (c == '.' || c == 0xFF0E || c == ',' || sign_han(c) || c == '%');
}

/* What a character should be, c itself where it is right. */
static uint32_t
narrow(uint32_t c, bool inside)
{
	if (sign_wide_latin(c))
		return c - 0xFF00 + 0x20;
	/* inside, what joins full-width letters is of their width */
	if (inside && (c == 0xFF0F || c == 0xFF0D || c == 0xFF0B ||
			  c == 0xFF0E || c == 0xFF06))
		return c - 0xFF00 + 0x20;
	return c;
}

/* The end of the fault that begins at i. */
static size_t
fault_end(const struct prose *p, size_t i)
{
	size_t end = i + 1, j;

	for (j = i + 1; j < p->end && j <= end + GAP && j - i < LONG; j++) {
		if (p->c[j] == 0x3002)
			break;
		if (sign_wide_latin(p->c[j]))
			end = j + 1;
	}
	return end;
}

static void
tell(struct width *w, const struct prose *p, size_t from, size_t end)
{
	struct str found =
	    str_cut(p->text, p->at[from], p->at[end] - p->at[from]);
	bool certain = true;
	size_t i;

	buf_clear(&w->text);
	for (i = from; i < end; i++) {
		uint32_t c = p->c[i];
		bool inside = i > from && i + 1 < end &&
			      (sign_wide_latin(p->c[i - 1]) ||
				  sign_wide_latin(p->c[i + 1]));

		if (c == 0xFF0C && in_number(p, i)) {
			c = ',';
			certain = false;
		} else if (c == 0xFF0E && in_number(p, i)) {
			c = '.';
		}
		utf8_add(&w->text, narrow(c, inside));
	}
	findings_replace(
	    findings_add(w->p->findings, prose_spot(p, from, end), w->rule,
		"%.*s is full-width: write %s", STR_ARG(found), w->text.p),
	    buf_str(&w->text), certain);
}

/* Behind the number of a heading with a wrong mark, １． or １、, which another
 * family looks at. */
static size_t
number_end(const struct prose *p)
{
	struct headingmark h;

	return headingmark_read(p, &h) && h.wrong ? h.end : p->start;
}

static void
take(void *ctx, const struct prose *p)
{
	struct width *w = ctx;
	size_t i, end;

	for (i = number_end(p); i < p->end; i++) {
		uint32_t c = p->c[i];

		if (c < 0xFF00)
			continue;
		if (sign_wide_latin(c)) {
			end = fault_end(p, i);
		} else if ((c == 0xFF0E || c == 0xFF0C) && in_number(p, i) &&
			   i > sign_start(p)) {
			end = i + 1;
		} else {
			continue;
		}
		tell(w, p, i, end);
		i = end - 1;
	}
}

static void
end(void *ctx)
{
	struct width *w = ctx;

	buf_free(&w->text);
	free(w);
}

const struct family family_width = { rules, 1, start, take, end };
