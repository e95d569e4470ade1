/* prosebuild: a paragraph of prose while its characters are gathered */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "marks.h"
#include "prosebuild.h"
#include "utf8.h"

void
prosebuild_clear(struct prosebuild *b)
{
	b->prose = (struct prose){ 0 };
	b->source.lines_n = b->source.n = 0;
	b->source.counted = false;
	buf_clear(&b->text);
}

void
prosebuild_line(struct prosebuild *b, struct str whole, size_t number)
{
	struct prose_source *s = &b->source;

	s->lines = mem_more(s->lines, s->lines_n, sizeof(*s->lines));
	s->lines[s->lines_n++] = (struct prose_line){ whole, number };
}

/* Makes room for n more characters and the end behind them. */
static void
reserve(struct prosebuild *b, size_t n)
{
	size_t need = b->prose.n + n + 1;

	if (need <= b->room)
		return;
	b->room = need < 256 ? 512 : 2 * need;
	b->c = mem_resize(b->c, b->room * sizeof(*b->c));
	b->at = mem_resize(b->at, b->room * sizeof(*b->at));
	b->origin = mem_resize(b->origin, b->room);
}

void
prosebuild_add(struct prosebuild *b, struct str text, enum prose_origin origin,
    struct str source)
{
	struct prose_source *s = &b->source;
	size_t at = 0, n = b->prose.n, length;

	if (text.n == 0)
		return;
	s->pieces = mem_more(s->pieces, s->n, sizeof(*s->pieces));
	s->pieces[s->n++] = (struct prose_piece){
		.first = n,
		.line = s->lines_n - 1,
		.p = source.p,
		.end = source.p + source.n,
		.typed = origin == PROSE_TYPED,
	};
	reserve(b, text.n);
	while (at < text.n && (length = utf8_next(text, at, &b->c[n])) != 0) {
		b->at[n] = b->text.n + at;
		b->origin[n++] = (unsigned char)origin;
		at += length;
	}
	b->prose.n = n;
	buf_adds(&b->text, str_cut(text, 0, at));
}

void
prosebuild_end(struct prosebuild *b)
{
	struct prose *p = &b->prose;

	reserve(b, 0);
	b->c[p->n] = 0;
	b->at[p->n] = b->text.n;
	p->text = buf_str(&b->text);
	p->c = b->c;
	p->at = b->at;
	p->origin = b->origin;
	p->source = &b->source;
}

/* Counts the columns of all pieces in one pass: a paragraph may have a million
 * findings. */
static void
count(struct prose_source *s)
{
	struct marks_count column = { 0 };
	size_t i, line = (size_t)-1;

	for (i = 0; i < s->n; i++) {
		struct prose_piece *p = &s->pieces[i];

		if (p->line != line) {
			line = p->line;
			column =
			    (struct marks_count){ s->lines[line].whole.p, 1 };
		}
		p->column = marks_column_at(&column, p->p);
		p->end_column = p->typed ? 0 : marks_column_at(&column, p->end);
	}
	s->counted = true;
}

/* The piece of a character. */
static const struct prose_piece *
piece_of(const struct prose_source *s, size_t i)
{
	size_t low = 0, high = s->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->pieces[middle].first <= i)
			low = middle;
		else
			high = middle;
	}
	return s->pieces + low;
}

/* Says whether a `\` protects a piece, and so belongs to it. */
static bool
is_protected(const struct prose_source *s, const struct prose_piece *p)
{
	return p->p > s->lines[p->line].whole.p && p->p[-1] == '\\' &&
	       p->p < p->end && ispunct((unsigned char)*p->p);
}

struct spot
prose_spot(const struct prose *p, size_t from, size_t end)
{
	struct prose_source *s = p->source;
	struct spot spot = { .section = p->section, .remark = p->remark };
	const struct prose_piece *first, *last;
	size_t final = end > from ? end - 1 : from;

	if (s->n == 0)
		return spot;
	if (!s->counted)
		count(s);
	first = piece_of(s, from);
	last = piece_of(s, final);
	spot.at = (struct place){ p->path, s->lines[first->line].number,
		first->column + (first->typed ? from - first->first : 0) };
	spot.end_line = s->lines[last->line].number;
	spot.end_column = last->typed
			      ? last->column + (end - last->first)
			      : (end > from ? last->end_column : last->column);
	spot.typed = first == last && first->typed &&
		     (from > first->first || !is_protected(s, first));
	return spot;
}

struct prose *
prose_keep(const struct prose *p)
{
	struct prose *kept = mem_alloc(sizeof(*kept));
	struct prose_source *s = mem_alloc(sizeof(*s));
	uint32_t *c = mem_alloc((p->n + 1) * sizeof(*c));
	size_t i;

	if (!p->source->counted)
		count(p->source);
	*s = *p->source;
	s->pieces = mem_alloc((s->n + 1) * sizeof(*s->pieces));
	for (i = 0; i < s->n; i++)
		s->pieces[i] = p->source->pieces[i];
	s->lines = mem_alloc((s->lines_n + 1) * sizeof(*s->lines));
	for (i = 0; i < s->lines_n; i++)
		s->lines[i].number = p->source->lines[i].number;
	memcpy(c, p->c, p->n * sizeof(*c));
	*kept = *p;
	kept->c = c;
	kept->source = s;
	kept->text = STR("");
	kept->at = NULL;
	kept->origin = NULL;
	return kept;
}

void
prose_drop(struct prose *kept)
{
	free(kept->source->pieces);
	free(kept->source->lines);
	free(kept->source);
	free((void *)(uintptr_t)kept->c);
	free(kept);
}

struct str
prose_fact(const struct prose *p, size_t i)
{
	const struct prose_piece *piece;
	struct mark m;
	size_t n;

	if (i >= p->n || p->source->n == 0 || p->origin[i] != PROSE_VALUE)
		return STR("");
	piece = piece_of(p->source, i);
	if (!mark_read(
		(struct str){ piece->p, (size_t)(piece->end - piece->p) }, 0,
		&m))
		return STR("");
	for (n = 0; n < m.typed.n; n++)
		if (utf8_markup(m.typed, n, '|') != 0)
			break;
	return utf8_trim(str_cut(m.typed, 0, n));
}

/* Where the sentence of a heading ends: behind its first 。 that no fact put
 * in, and what closes there (README, "A section file"). */
static size_t
sentence_end(const struct prose *p)
{
	size_t i = p->number_end;

	while (i < p->end && (p->c[i] != 0x3002 || p->origin[i] == PROSE_VALUE))
		i++;
	if (i < p->end)
		i++;
	/* ” ’ ） 》 */
	while (i < p->end && (p->c[i] == 0x201D || p->c[i] == 0x2019 ||
				 p->c[i] == 0xFF09 || p->c[i] == 0x300B))
		i++;
	return i;
}

/* Says whether a `\` takes the meaning of the paragraph's start away. */
static bool
is_escaped(const struct prosebuild *b)
{
	const struct prose_source *s = &b->source;
	size_t i = 0;

	while (i < s->n && s->pieces[i].first < b->prose.start)
		i++;
	return i < s->n && s->pieces[i].p > s->lines[0].whole.p &&
	       s->pieces[i].p[-1] == '\\';
}

enum prose_kind
prosebuild_heading(struct prosebuild *b)
{
	struct prose *p = &b->prose;
	struct str text;

	prosebuild_end(b);
	text =
	    str_cut(p->text, p->at[p->start], p->at[p->end] - p->at[p->start]);
	if (is_escaped(b) || !heading_read(text, &p->heading)) {
		p->heading = (struct heading){ 0 };
		return PROSE_TEXT;
	}
	p->number_end = p->start;
	while (p->at[p->number_end] < p->at[p->start] + p->heading.length)
		p->number_end++;
	p->heading_end = sentence_end(p);
	return PROSE_HEADING;
}

void
prosebuild_free(struct prosebuild *b)
{
	free(b->c);
	free(b->at);
	free(b->origin);
	free(b->source.lines);
	free(b->source.pieces);
	buf_free(&b->text);
}
