/* punctuation: the marks of Chinese text: their width, their forms, and which
 * may stand together */
#include <stdlib.h>

#include "die.h"
#include "halfwidth.h"
#include "headingmark.h"
#include "lang.h"
#include "listend.h"
#include "punctuation.h"
#include "signs.h"
#include "strokes.h"
#include "utf8.h"

enum { SHOWN = 16 }; /* characters of a fault in its message */

static const struct rule rules[PUNCTUATION_RULES] = {
	[PUNCTUATION_HALF_WIDTH] = { "half-width", "半角标点", LEVEL_WARNING,
	    "half-width , ; : ? ! . ( ) in Chinese text", false },
	[PUNCTUATION_ASCII_QUOTE] = { "ascii-quote", "直引号", LEVEL_WARNING,
	    "straight quotation marks in Chinese text", false },
	[PUNCTUATION_ELLIPSIS] = { "ellipsis", "省略号", LEVEL_WARNING,
	    "an ellipsis that is not ……", false },
	[PUNCTUATION_DASH] = { "dash", "破折号", LEVEL_WARNING,
	    "a dash that is not ——", false },
	[PUNCTUATION_DOUBLED] = { "doubled", "重复标点", LEVEL_WARNING,
	    "the same mark twice", false },
	[PUNCTUATION_CLASHING] = { "clashing", "标点冲突", LEVEL_WARNING,
	    "marks that cannot stand together, or at the beginning", false },
	[PUNCTUATION_BEFORE_ETC] = { "before-etc", "等前标点", LEVEL_WARNING,
	    "a mark before the 等 that ends a list", false },
};

static const char twice[] = "is one mark more than once";

struct str
punctuation_text(const struct prose *p, size_t from, size_t end)
{
	return str_cut(p->text, p->at[from], p->at[end] - p->at[from]);
}

void
punctuation_tell(struct punctuation *pn, const struct prose *p,
    enum punctuation_rule rule, size_t from, size_t end, struct str right,
    bool safe, const char *what)
{
	struct str found =
	    punctuation_text(p, from, end - from > SHOWN ? from + SHOWN : end);

	while (found.n > 1 && found.p[found.n - 1] == ' ')
		found.n--;
	findings_replace(findings_add(pn->findings, prose_spot(p, from, end),
			     &pn->rules[rule], "%.*s %s: use %.*s",
			     STR_ARG(found), lang_text(what), STR_ARG(right)),
	    right, safe);
}

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct punctuation *pn = mem_alloc(sizeof(*pn));

	pn->findings = p->findings;
	pn->rules = own;
	return pn;
}

/* Says whether a mark of a pause stands at i; a point behind Latin text, and
 * several points, are none. */
static bool
is_stop(const struct prose *p, size_t i)
{
	uint32_t c = p->c[i];

	if (i >= p->end || sign_stop(c) == 0)
		return false;
	return c != '.' ||
	       (!sign_latin(sign_before(p, i)) && sign_before(p, i) != '.' &&
		   sign_after(p, i) != '.');
}

/* What marks that touch have in common. */
struct run {
	size_t from, end;
	bool same; /* all the same but for their width */
	bool half; /* some are half-width */
	bool full; /* some are not */
	bool cries; /* all are ？ or ！ */
};

static struct run
run_at(const struct prose *p, size_t i)
{
	struct run r = { i, i, true, false, false, true };
	uint32_t first = sign_stop(p->c[i]);

	for (; is_stop(p, r.end); r.end++) {
		uint32_t c = sign_stop(p->c[r.end]);

		if (c == 0x3002 && r.end > i && r.end + 2 < p->end &&
		    p->c[r.end + 1] == c && p->c[r.end + 2] == c)
			break; /* 。。。 is an ellipsis */
		r.same &= c == first;
		r.cries &= c == 0xFF01 || c == 0xFF1F;
		r.half |= c != p->c[r.end];
		r.full |= c == p->c[r.end];
	}
	return r;
}

static void
tell_clash(
    struct punctuation *pn, const struct prose *p, size_t from, size_t end)
{
	struct str found =
	    punctuation_text(p, from, end - from > SHOWN ? from + SHOWN : end);

	findings_add(pn->findings, prose_spot(p, from, end),
	    &pn->rules[PUNCTUATION_CLASHING],
	    "%.*s cannot stand together: keep one of the marks",
	    STR_ARG(found));
}

/* Marks that touch. ？！ ？？？ ！！！ may (GB/T 15834-2011 4.2.3.3, 4.3.3.3),
 * but the same mark again and again is no style of official text. */
static void
take_run(struct punctuation *pn, const struct prose *p, const struct run *r)
{
	size_t i;

	if (!r->full && !halfwidth_chinese(pn, p, r->from))
		return;
	if (r->cries && !r->same) {
		if (!r->half)
			return;
		buf_clear(&pn->text);
		for (i = r->from; i < r->end; i++)
			utf8_add(&pn->text, sign_stop(p->c[i]));
		punctuation_tell(pn, p, PUNCTUATION_HALF_WIDTH, r->from, r->end,
		    buf_str(&pn->text), true, "is half-width in Chinese text");
	} else if (r->same) {
		buf_clear(&pn->text);
		utf8_add(&pn->text, sign_stop(p->c[r->from]));
		punctuation_tell(pn, p, PUNCTUATION_DOUBLED, r->from, r->end,
		    buf_str(&pn->text), !r->cries && r->end - r->from == 2,
		    twice);
	} else {
		tell_clash(pn, p, r->from, r->end);
	}
}

bool
punctuation_opens(struct punctuation *pn, const struct prose *p, size_t i)
{
	const struct pair_mark *list;
	size_t low = 0, high;

	if (!pn->paired)
		pairing_read(&pn->pairing, p);
	pn->paired = true;
	list = pn->pairing.list;
	high = pn->pairing.n;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (list[middle].at <= i)
			low = middle;
		else
			high = middle;
	}
	return low < high && list[low].at == i && list[low].mate != PAIR_NONE;
}

/* A mark at the beginning of a paragraph or of what is in brackets, or at its
 * end; returns whether it cannot be there. */
static bool
take_edge(struct punctuation *pn, const struct prose *p, size_t i)
{
	uint32_t left = i > pn->begin ? p->c[i - 1] : 0;
	uint32_t right = sign_after(p, i), c = p->c[i];
	const char *what;

	if (left == 0 && i > p->start && c == 0x3001 && p->c[i - 1] == c) {
		punctuation_tell(pn, p, PUNCTUATION_DOUBLED, i - 1, i + 1,
		    STR("、"), true, twice);
		return true;
	}
	if (left == 0 && right != 0 && p->kind != PROSE_CELL &&
	    p->kind != PROSE_NAME && !sign_closes(right))
		what = "cannot begin a paragraph";
	else if (sign_opens(left) && !sign_closes(right) && right != 0 &&
		 right != '"' && c != 0xFF01 && c != 0xFF1F &&
		 punctuation_opens(pn, p, i - 1))
		what = "cannot follow what opens";
	else if ((c == 0x3001 || c == 0xFF0C) && !sign_opens(left) &&
		 (right == 0xFF09 || right == 0x3015 || right == 0x3011))
		what = "cannot stand before what closes";
	else
		return false;
	findings_add(pn->findings, prose_spot(p, i, i + 1),
	    &pn->rules[PUNCTUATION_CLASHING], "%.*s %s: take it out",
	    STR_ARG(punctuation_text(p, i, i + 1)), lang_text(what));
	return true;
}

/* A mark before ” and one behind it: 。”。 (GB/T 15834-2011 4.8.3: one that is
 * quoted with a whole sentence serves for both). ？”。 may be. */
static bool
take_around(struct punctuation *pn, const struct prose *p, size_t i)
{
	uint32_t c = p->c[i], next;
	size_t to = i + 1;
	bool round;

	while (to < p->end && to - i < 4 &&
	       (p->c[to] == 0x201D || p->c[to] == 0x2019))
		to++;
	round = to == i + 1 && p->c[to] == 0xFF09 && c == 0x3002;
	to += round;
	if (to == i + 1 || !is_stop(p, to) || c == 0xFF01 || c == 0xFF1F ||
	    sign_opens(sign_before(p, i)))
		return false;
	next = p->c[to];
	if (next == 0xFF01 || next == 0xFF1F || (round && next != c) ||
	    p->c[to + 1] == next)
		return false;
	tell_clash(pn, p, i, to + 1);
	return true;
}

/* A single mark of full width. */
static void
take_full(struct punctuation *pn, const struct prose *p, size_t i)
{
	uint32_t c = p->c[i];

	if (take_edge(pn, p, i) || take_around(pn, p, i))
		return;
	if ((c == 0x3001 || c == 0xFF0C) && listend_etc(p, i))
		findings_replace(
		    findings_add(pn->findings, prose_spot(p, i, i + 1),
			&pn->rules[PUNCTUATION_BEFORE_ETC],
			"%.*s stands before the 等 that ends the list: take "
			"it out",
			STR_ARG(punctuation_text(p, i, i + 1))),
		    STR(""), true);
}

/* Looks at the marks from i on; returns the end of them. */
static size_t
take_stops(struct punctuation *pn, const struct prose *p, size_t i)
{
	struct run r = run_at(p, i);

	if (r.end == i) {
		/* a point behind Latin text is a run of its own */
		if (p->c[i] == '.' && sign_before(p, i) != '.' &&
		    sign_after(p, i) != '.')
			halfwidth_mark(pn, p, i);
		return i + 1;
	}
	if (r.end - i > 1)
		take_run(pn, p, &r);
	else if (r.half)
		halfwidth_mark(pn, p, i);
	else
		take_full(pn, p, i);
	return r.end;
}

/* Where the text begins behind the number of a heading; one with wrong marks,
 * 一, (一) （一）、, is another family's matter. */
static size_t
text_begin(const struct prose *p)
{
	struct headingmark h;

	if (headingmark_read(p, &h) && h.wrong)
		return h.end;
	return p->kind == PROSE_HEADING ? p->number_end : p->start;
}

static void
take(void *ctx, const struct prose *p)
{
	struct punctuation *pn = ctx;
	size_t i, end;
	bool paired = false;

	pn->asked = pn->paired = false;
	pn->begin = text_begin(p);
	for (i = pn->begin; i < p->end; i = end) {
		uint32_t c = p->c[i];

		end = i + 1;
		if ((c >= 0x3400 && c < 0xFF00) || sign_latin(c))
			continue;
		paired |= c == '(' || c == ')' || c == '"' || c == '\'';
		if (strokes_dots(c))
			end = strokes_ellipsis(pn, p, i);
		else if (strokes_line(c))
			end = strokes_dash(pn, p, i);
		if (end == i || (end == i + 1 && sign_stop(c) != 0))
			end = take_stops(pn, p, i);
	}
	if (paired)
		halfwidth_pairs(pn, p);
}

static void
end(void *ctx)
{
	struct punctuation *pn = ctx;

	pairing_free(&pn->pairing);
	buf_free(&pn->text);
	free(pn);
}

const struct family family_punctuation = { rules, PUNCTUATION_RULES, start,
	take, end };
