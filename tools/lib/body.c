/* body: a paragraph of the text: plain, or a heading */
#include <stdint.h>
#include <stdlib.h>

#include "body.h"
#include "die.h"
#include "heading.h"
#include "inline.h"
#include "utf8.h"

/* Closing marks that belong to the sentence that they follow. */
static size_t
closing_mark(struct str s, size_t at)
{
	static const struct str marks[] = { { "”", 3 }, { "’", 3 }, { "）", 3 },
		{ "》", 3 } };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(str_from(s, at), marks[i]))
			return 3;
	return 0;
}

/* What ends a sentence behind its 。: closing marks, and the end of bold. */
static size_t
sentence_tail(struct str text, size_t at)
{
	size_t next, n;
	struct piece p;

	for (;; at = next) {
		next = at;
		if (at < text.n && (n = closing_mark(text, at)) != 0)
			next = at + n;
		else if (!inline_next(text, &next, &p) || p.kind != PIECE_CLOSE)
			return at;
	}
}

/* Says whether a piece is text of the paragraph itself; note is whether a
 * footnote is open, whose text is none. */
static bool
plain_text(const struct piece *p, bool *note)
{
	if (p->kind == PIECE_DIRECTIVE)
		*note = str_equal(p->text, STR("注")) ||
			str_equal(p->text, STR("note"));
	else if (p->kind == PIECE_CLOSE)
		*note = false;
	return p->kind == PIECE_TEXT && !*note;
}

/* The end of the heading's sentence: the first 。 that no placeholder put in,
 * with what closes after it; the text's end where there is none. */
static size_t
sentence_end(struct str text)
{
	size_t at = 0, stop;
	bool note = false;
	struct piece p;

	while (inline_next(text, &at, &p)) {
		if (!plain_text(&p, &note))
			continue;
		stop = str_find(p.text, STR("。"), 0);
		if (stop != (size_t)-1)
			return sentence_tail(
			    text, (size_t)(p.text.p - text.p) + stop + 3);
	}
	return text.n;
}

/* The turns of a paragraph, in the order of its text. */
struct turns {
	struct turn *turn;
	size_t n;
};

static void
add_turn(struct turns *ts, struct turn turn)
{
	ts->turn = mem_more(ts->turn, ts->n, sizeof(*ts->turn));
	ts->turn[ts->n++] = turn;
}

/* Says whether 一是, 二是 ... stands at byte at. */
static bool
begins_lead(struct str s, size_t at)
{
	static const struct str digits = STR("一二三四五六七八九十");
	size_t n = 0, i;

	for (;;) {
		struct str rest = str_from(s, at + 3 * n);

		if (n != 0 && str_starts(rest, STR("是")))
			return true;
		for (i = 0; i < digits.n; i += 3)
			if (str_starts(rest, str_cut(digits, i, 3)))
				break;
		if (i == digits.n || ++n > 3)
			return false;
	}
}

/* A lead that is being read: where it begins and ends, -1 while unknown. */
struct lead_read {
	size_t at, end;
	bool sentence; /* one begins here */
};

/* Notes the lead that has ended, since text follows it. */
static void
settle_lead(struct lead_read *l, const char *style, struct turns *ts)
{
	if (l->at != (size_t)-1 && l->end != (size_t)-1) {
		add_turn(ts, (struct turn){ .at = l->at, .style = style });
		add_turn(ts, (struct turn){ .at = l->end });
	}
	l->at = l->end = (size_t)-1;
}

/* Takes the plain text of text from at to end. */
static void
read_leads(struct str text, size_t at, size_t end, struct lead_read *l,
    const char *style, struct turns *ts)
{
	uint32_t c;
	size_t n;

	for (; at < end; at += n) {
		struct str rest = str_cut(text, at, end - at);

		n = utf8_next(text, at, &c);
		n = n != 0 ? n : 1;
		if (utf8_blank(text, at) != 0)
			continue;
		if (l->sentence && begins_lead(rest, 0)) {
			/* one directly behind another: neither sums up text */
			l->at = at;
			l->end = (size_t)-1;
		} else if (l->sentence) {
			settle_lead(l, style, ts);
		}
		l->sentence = false;
		if (str_starts(rest, STR("。"))) {
			n = sentence_tail(text, at + 3) - at;
			l->sentence = true;
			if (l->at != (size_t)-1 && l->end == (size_t)-1)
				l->end = at + n;
		} else if (str_starts(rest, STR("；")) &&
			   l->end == (size_t)-1) {
			l->at = (size_t)-1;
		}
	}
}

/* Finds the leads in a text from byte from on. */
static void
find_leads(struct str text, size_t from, const char *style, struct turns *ts)
{
	struct lead_read l = { (size_t)-1, (size_t)-1, true };
	bool note = false;
	struct piece p;
	size_t at = from;

	while (inline_next(text, &at, &p)) {
		if (plain_text(&p, &note)) {
			size_t begin = (size_t)(p.text.p - text.p);

			read_leads(
			    text, begin, begin + p.text.n, &l, style, ts);
		} else if (!note && p.kind == PIECE_MARK) {
			/* a value in the place of a sentence's beginning */
			if (l.sentence)
				settle_lead(&l, style, ts);
			l.sentence = false;
		}
	}
}

static const char *const heading_styles[][2] = {
	{ "Heading1", "Heading1Char" },
	{ "Heading2", "Heading2Char" },
	{ "Heading3", "Heading3Char" },
	{ "Heading4", "Heading4Char" },
};

/* Sets the text from byte from on, as a paragraph of the body, whose turns
 * begin with those given. */
static void
put_text(const struct paragraph *p, size_t from, struct turns *ts,
    const struct setting *how, struct buf *out)
{
	struct setting own = *how;
	struct str text = buf_str(&p->text);
	size_t leads_from = ts->n != 0 ? ts->turn[ts->n - 1].at : from;

	if (how->sheet->lead != LEAD_BODY)
		find_leads(text, leads_from, "Lead", ts);
	own.turns = ts->turn;
	own.turns_n = ts->n;
	paragraph_open(face_style(FACE_BODY), out);
	paragraph_runs(p, from, text.n, &own, out);
	paragraph_close(out);
}

/* Says whether {{! is open at byte end: what it begins cannot be parted. */
static bool
inside_directive(struct str text, size_t end)
{
	size_t at = 0, depth = 0;
	struct piece p;

	while (at < end && inline_next(text, &at, &p))
		if (p.kind == PIECE_DIRECTIVE)
			depth++;
		else if (p.kind == PIECE_CLOSE && depth != 0)
			depth--;
	return depth != 0;
}

/* The heading's sentence, without its 。, as a paragraph of its own. */
static void
put_split(const struct paragraph *p, size_t end, int level,
    const struct setting *how, struct buf *out)
{
	struct setting own = *how;
	struct str text = buf_str(&p->text);
	struct turn stop = { .at = end - 3, .skip = 3 };

	if (str_ends(str_cut(text, 0, end), STR("。"))) {
		own.turns = &stop;
		own.turns_n = 1;
	}
	paragraph_open(heading_styles[level - 1][0], out);
	paragraph_runs(p, 0, end, &own, out);
	paragraph_close(out);
}

static void
put_heading(const struct paragraph *p, int level, const struct setting *how,
    struct buf *out)
{
	struct str text = buf_str(&p->text);
	size_t end = sentence_end(text), n;
	struct turns ts = { 0 };

	if (utf8_trim(str_from(text, end)).n == 0) {
		paragraph_open(heading_styles[level - 1][0], out);
		paragraph_runs(p, 0, text.n, how, out);
		paragraph_close(out);
		return;
	}
	if (how->sheet->run_in == RUN_IN_SPLIT &&
	    !inside_directive(text, end)) {
		put_split(p, end, level, how, out);
		while ((n = utf8_blank(text, end)) != 0)
			end += n;
		put_text(p, end, &ts, how, out);
	} else {
		add_turn(&ts,
		    (struct turn){ .style = heading_styles[level - 1][1] });
		add_turn(&ts, (struct turn){ .at = end });
		put_text(p, 0, &ts, how, out);
	}
	free(ts.turn);
}

void
body_put(const struct paragraph *p, const struct setting *how, struct buf *out)
{
	struct turns ts = { 0 };
	struct heading h;

	if (!heading_read(buf_str(&p->text), &h)) {
		put_text(p, 0, &ts, how, out);
	} else if (h.value == 0) {
		diag_say(how->d, paragraph_place(p, 0, how->path), LEVEL_ERROR,
		    "heading",
		    "this heading has no number; outline comes before "
		    "typeset");
	} else {
		put_heading(p, h.level, how, out);
	}
	free(ts.turn);
}
