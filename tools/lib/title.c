/* title: a title broken into balanced lines (GB/T 9704 7.3.1) */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "glyphs.h"
#include "lang.h"
#include "title.h"
#include "utf8.h"
#include "xmlout.h"

enum {
	MOST_LINES = 8, /* more is no title, and Word wraps it */
	FLAT = 40,
	VALLEY = 60,
	NEVER = 1 << 28,
	SOLIDUS = 0xFF0F,
};

/* Where a line may begin, by what must be given up for it. */
enum tier { TIER_NONE, TIER_WORD, TIER_HAN, TIERS };

/* The cheapest way to a line that ends before glyph j and began at glyph i. */
struct way {
	int cost;
	size_t from; /* where the line before began */
	int from_phase;
};

struct search {
	const struct glyphs *gs;
	int *widths; /* of the glyphs before each, in half characters */
	char *tiers;
	int most; /* half characters in a line */
	size_t lines;
	enum tier tier;
	struct way *ways; /* by line, end, length of the line, phase */
};

static bool
among(uint32_t c, struct str set)
{
	size_t i, n;
	uint32_t d;

	for (i = 0; i < set.n; i += n) {
		n = utf8_next(set, i, &d);
		if (c == d)
			return true;
	}
	return false;
}

static bool
digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
	       among(c, STR("〇零一二三四五六七八九十百千万亿"));
}

/* The words that 和 与 及 的 only begin or end. */
static bool
in_word(uint32_t before, uint32_t c, uint32_t next)
{
	return (c == 0x548C && (among(next, STR("谐平解睦气")) ||
				   among(before, STR("共呼温缓总")))) ||
	       (c == 0x4E0E && among(next, STR("会时"))) ||
	       (c == 0x53CA && among(next, STR("时格"))) ||
	       (c == 0x7684 && among(next, STR("确")));
}

static enum tier
tier_at(const struct glyphs *gs, size_t i)
{
	uint32_t a = gs->g[i - 1].c, b = gs->g[i].c;

	if (gs->g[i].inside || among(b, STR("、，。；：！？）》”’】〉…—·％")) ||
	    among(a, STR("（《“‘【〈第—…·")) || (a < 0x80 && b < 0x80) ||
	    digit(a) || a == ' ' || b == ' ')
		return TIER_NONE;
	if (among(a, STR("的和与及》")) && !among(b, STR("的和与及等")) &&
	    !in_word(i > 1 ? gs->g[i - 2].c : 0, a, b))
		return TIER_WORD;
	return TIER_HAN;
}

/* No line begins between an opening mark and its own closing one. */
static void
protect(struct search *s, uint32_t open, uint32_t close)
{
	const struct glyph *g = s->gs->g;
	size_t i, from = 0, depth = 0;

	for (i = 0; i < s->gs->n; i++) {
		if (g[i].c == open && depth++ == 0)
			from = i;
		else if (g[i].c == close && depth != 0 && --depth == 0)
			memset(s->tiers + from + 1, TIER_NONE, i - from);
	}
}

static struct way *
way(const struct search *s, size_t line, size_t end, size_t from, int phase)
{
	size_t room = (size_t)s->most + 1;

	return &s->ways[((line * (s->gs->n + 1) + end) * room + end - from) *
			    2 +
			(size_t)phase];
}

static int
width(const struct search *s, size_t from, size_t end)
{
	return s->widths[end] - s->widths[from];
}

static bool
may_begin(const struct search *s, size_t i)
{
	return s->tiers[i] != TIER_NONE && s->tiers[i] <= (char)s->tier;
}

/* Says whether glyphs can be a line: two at least, and not too wide. */
static bool
fits(const struct search *s, size_t from, size_t end)
{
	return end - from >= 2 && end - from <= (size_t)s->most &&
	       width(s, from, end) <= s->most;
}

/* Goes on from line `line`, which is from..end, to the line end..next. */
static void
step(struct search *s, size_t line, size_t from, size_t end, size_t next)
{
	int mean = s->widths[s->gs->n] / (int)s->lines;
	int was = width(s, from, end), is = width(s, end, next), phase;

	for (phase = 0; phase < 2; phase++) {
		int cost = way(s, line, end, from, phase)->cost, to = phase;
		struct way *w;

		if (cost >= NEVER)
			continue;
		cost += (is - mean) * (is - mean);
		if (abs(is - was) <= 1)
			cost += FLAT;
		else if (is < was)
			to = 1;
		else if (phase == 1)
			cost += VALLEY;
		w = way(s, line + 1, next, end, to);
		if (cost < w->cost)
			*w = (struct way){ cost, from, phase };
	}
}

static void
steps(struct search *s, size_t line)
{
	size_t end, from, next, n = s->gs->n;

	for (end = 2; end < n; end++) {
		if (!may_begin(s, end))
			continue;
		for (from = end; from-- > 0 && end - from <= (size_t)s->most;)
			for (next = end + 2; next <= n && fits(s, end, next);
			     next++)
				if (next == n || may_begin(s, next))
					step(s, line, from, end, next);
	}
}

/* Finds where s->lines lines begin; false where they cannot. */
static bool
search(struct search *s, size_t *starts)
{
	size_t n = s->gs->n, i, from = 0, end = n;
	size_t count = s->lines * (n + 1) * ((size_t)s->most + 1) * 2;
	int mean = s->widths[n] / (int)s->lines, best = NEVER, phase = 0;

	s->ways = mem_alloc(count * sizeof(*s->ways));
	for (i = 0; i < count; i++)
		s->ways[i].cost = NEVER;
	for (i = 2; i < n && fits(s, 0, i); i++)
		way(s, 0, i, 0, 0)->cost =
		    (width(s, 0, i) - mean) * (width(s, 0, i) - mean);
	for (i = 0; i + 1 < s->lines; i++)
		steps(s, i);
	for (i = n; i-- > 0 && n - i <= (size_t)s->most;) {
		int p;

		for (p = 0; p < 2; p++)
			if (way(s, s->lines - 1, n, i, p)->cost < best) {
				best = way(s, s->lines - 1, n, i, p)->cost;
				from = i;
				phase = p;
			}
	}
	for (i = s->lines - 1; best < NEVER && i > 0; i--) {
		struct way w = *way(s, i, end, from, phase);

		starts[i - 1] = from;
		end = from;
		from = w.from;
		phase = w.from_phase;
	}
	free(s->ways);
	return best < NEVER;
}

/* What is to be said of lines that were found, or NULL. */
static const char *
fault(const struct search *s, const size_t *starts, size_t n)
{
	int shortest = s->most, longest = 0, is;
	size_t i;

	for (i = 0; i <= n; i++) {
		is = width(s, i != 0 ? starts[i - 1] : 0,
		    i != n ? starts[i] : s->gs->n);
		shortest = is < shortest ? is : shortest;
		longest = is > longest ? is : longest;
	}
	if (n != 0 && s->tier == TIER_HAN)
		return "the title's lines were broken by their lengths alone, "
		       "maybe inside a word; put ／ where they are to end";
	if (n != 0 && 3 * shortest < longest)
		return "the title's lines are very uneven; put ／ where they "
		       "are to end";
	return NULL;
}

/* Fills starts with the glyphs that lines begin at; returns how many, and what
 * is to be said of them. */
static size_t
balance(const struct glyphs *gs, long most, size_t *starts, const char **say)
{
	struct search s = { .gs = gs, .most = (int)(2 * most) };
	size_t i, least = 0, found = 0;

	*say = NULL;
	if (gs->n > (size_t)2 * MOST_LINES * (size_t)most)
		return 0;
	s.widths = mem_alloc((gs->n + 1) * sizeof(*s.widths));
	s.tiers = mem_alloc(gs->n + 1);
	for (i = 0, s.widths[0] = 0; i < gs->n; i++) {
		s.widths[i + 1] = s.widths[i] + 1 + utf8_chinese(gs->g[i].c);
		s.tiers[i] = (char)(i != 0 ? tier_at(gs, i) : TIER_NONE);
	}
	protect(&s, 0x300A, 0x300B);
	protect(&s, 0x201C, 0x201D);
	least = (size_t)((s.widths[gs->n] + s.most - 1) / s.most);
	for (s.tier = TIER_WORD; least > 1 && s.tier < TIERS && found == 0;
	     s.tier++)
		for (s.lines = least; s.lines <= least + 1 &&
				      s.lines <= MOST_LINES && found == 0;
		     s.lines++)
			if (search(&s, starts)) {
				found = s.lines - 1;
				*say = fault(&s, starts, found);
			}
	free(s.widths);
	free(s.tiers);
	return found;
}

/* The breaks that the author typed; returns how many. */
static struct turn *
typed(const struct glyphs *gs, size_t *n)
{
	struct turn *turns = NULL;
	size_t i;

	*n = 0;
	for (i = 0; i < gs->n; i++) {
		if (gs->g[i].c != SOLIDUS || !gs->g[i].plain)
			continue;
		turns = mem_more(turns, *n, sizeof(*turns));
		turns[(*n)++] = (struct turn){
			.at = gs->g[i].at,
			.skip = gs->g[i].length,
			.line = i != 0 && i + 1 < gs->n,
		};
	}
	return turns;
}

/* The characters that a line may have: what the sheet says, and no more than
 * find room, lest Word break the lines once more. */
static long
most_characters(const struct setting *how)
{
	const struct stylesheet *s = how->sheet;
	long room = how->width / face_character(&s->faces[FACE_TITLE]);

	return s->title_characters < room ? s->title_characters : room;
}

static void
put_line(const struct paragraph *p, bool alone, const struct setting *plain,
    struct buf *out)
{
	struct setting how = *plain;
	struct glyphs gs = { 0 };
	size_t starts[MOST_LINES], i;
	const char *said;
	struct turn *turns;

	glyphs_read(buf_str(&p->text), &gs);
	turns = typed(&gs, &how.turns_n);
	if (how.turns_n == 0 && alone) {
		how.turns_n =
		    balance(&gs, most_characters(&how), starts, &said);
		if (said != NULL)
			diag_say(how.d, paragraph_place(p, 0, how.path),
			    LEVEL_WARNING, "title", "%s", lang_text(said));
		turns = mem_alloc((how.turns_n + 1) * sizeof(*turns));
		for (i = 0; i < how.turns_n; i++)
			turns[i] = (struct turn){ .at = gs.g[starts[i]].at,
				.line = true };
	}
	how.turns = turns;
	paragraph_runs(p, 0, p->text.n, &how, out);
	free(turns);
	glyphs_free(&gs);
}

void
title_put(const struct paragraph *lines, size_t n, const char *style,
    const struct setting *how, struct buf *out)
{
	size_t i;

	paragraph_open(style, out);
	for (i = 0; i < n; i++) {
		if (i != 0)
			line_break_put(out);
		put_line(&lines[i], n == 1, how, out);
	}
	paragraph_close(out);
}
