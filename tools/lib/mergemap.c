/* mergemap: which character of the author's files each of a copy is */
#include <stdlib.h>

#include "compare.h"
#include "die.h"
#include "merge.h"
#include "utf8.h"
#include "xmlout.h"

#define NONE ((size_t)-1)

enum { CELLS = 4 << 20 }; /* pairs of tokens that are compared at once */

/* A stretch of tokens of each text. */
struct part {
	size_t from, end, base_from, base_end;
};

/* Maps what is the same in both. */
static void
map_part(struct merge *m, const struct part *p)
{
	const struct docstream *sent = &m->sent, *base = &m->base.stream;
	struct tokens a = { sent->tokens.list + p->from, p->end - p->from },
		      b = { base->tokens.list + p->base_from,
			      p->base_end - p->base_from };
	struct comparison c = { 0 };
	size_t i, j;

	if (a.n == 0 || b.n == 0 || a.n > CELLS / b.n)
		return;
	compare(&a, &b, &c);
	for (i = 0; i < c.n; i++) {
		const struct stretch *s = &c.list[i];
		size_t from = sent->chars[p->from + s->old_at],
		       end = sent->chars[p->from + s->old_at + s->old_n],
		       to = base->chars[p->base_from + s->new_at];

		if (s->change == CHANGE_NONE)
			for (j = from; j < end && to + (j - from) < m->base.n;
			     j++)
				m->to_base[j] = to + (j - from);
	}
	comparison_free(&c);
}

/* The place that the manifest gives a paragraph; line 0 for none. */
static struct manifest_mark
place_of(const struct merge *m, const struct stream_paragraph *p)
{
	if (p->block == 0 || p->block > m->marks->blocks_n)
		return (struct manifest_mark){ .line = 0 };
	return m->marks->blocks[p->block - 1];
}

static const struct source_char *
base_char(const struct merge *m, size_t paragraph)
{
	size_t token = m->base.stream.list[paragraph].from;

	return &m->base.chars[m->base.stream.chars[token]];
}

/* Says whether a paragraph of base stands at or behind a place. */
static bool
is_at(const struct merge *m, size_t paragraph, const struct manifest_mark *p)
{
	const struct source_char *c = base_char(m, paragraph);

	return c->section > p->section ||
	       (c->section == p->section && c->line >= p->line);
}

/* The footnotes of both texts, each with its own. */
static void
map_notes(struct merge *m)
{
	const struct docstream *sent = &m->sent, *base = &m->base.stream;
	size_t i = sent->notes_from, j = base->notes_from;

	for (; i < sent->n && j < base->n; i++, j++) {
		struct part p = { sent->list[i].from, sent->list[i].end,
			base->list[j].from, base->list[j].end };

		map_part(m, &p);
	}
}

/* Keeps the text of base as it shows. */
static void
keep_plain(struct merge *m)
{
	size_t i, at = 0, n;
	struct str s;
	uint32_t c;

	xmlout_plain(&m->plain, buf_str(&m->base.stream.text));
	s = buf_str(&m->plain);
	m->plain_at = mem_alloc((m->base.n + 1) * sizeof(*m->plain_at));
	for (i = 0; i <= m->base.n; i++) {
		m->plain_at[i] = at;
		n = at < s.n ? utf8_next(s, at, &c) : 0;
		at += n != 0 || at == s.n ? n : 1;
	}
}

/* The end of the paragraphs that have the place of paragraph i, and the next
 * place, whose line is 0 at the text's end. */
static size_t
group_end(const struct merge *m, size_t i, struct manifest_mark *next)
{
	const struct docstream *sent = &m->sent;
	struct manifest_mark place = place_of(m, &sent->list[i]);
	size_t j, end = i + 1;

	for (j = i + 1; j < sent->notes_from; j++) {
		*next = place_of(m, &sent->list[j]);
		if (next->line == 0)
			continue;
		if (next->section > place.section ||
		    (next->section == place.section && next->line > place.line))
			return end;
		end = j + 1;
	}
	*next = (struct manifest_mark){ .line = 0 };
	return end;
}

/*
 * Every paragraph of the sent copy has the place that it was made of. All of
 * one place are compared with the lines from there to the next place: so the
 * same words elsewhere, in a table of contents above all, are never taken for
 * them.
 */
void
merge_begin(struct merge *m)
{
	const struct docstream *sent = &m->sent, *base = &m->base.stream;
	size_t chars = sent->chars[sent->tokens.n], i, end, at = 0;

	keep_plain(m);
	m->to_base = mem_alloc((chars + 1) * sizeof(*m->to_base));
	for (i = 0; i <= chars; i++)
		m->to_base[i] = NONE;
	for (i = 0; i < sent->notes_from; i = end) {
		struct manifest_mark place = place_of(m, &sent->list[i]), next;
		struct part p = { .from = sent->list[i].from };

		end = i + 1;
		if (place.line == 0)
			continue;
		end = group_end(m, i, &next);
		p.end = sent->list[end - 1].end;
		while (at < base->notes_from && !is_at(m, at, &place))
			at++;
		if (at == base->notes_from)
			break;
		p.base_from = base->list[at].from;
		while (at < base->notes_from &&
		       (next.line == 0 || !is_at(m, at, &next)))
			p.base_end = base->list[at++].end;
		if (p.base_end > p.base_from)
			map_part(m, &p);
	}
	map_notes(m);
}
