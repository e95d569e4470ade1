/* brothers: the headings of a level under one parent */
#include <stdlib.h>

#include "brothers.h"
#include "die.h"

enum {
	SHORT = 40, /* characters; a longer one is a sentence */
	STOP = 0x3002, /* 。 */
	COLON = 0xFF1A,
	COMMA = 0xFF0C,
	LIST_COMMA = 0x3001,
	SEMICOLON = 0xFF1B,
};

/* Where the sentence of a heading ends, as prose says it of those it knows. */
static size_t
sentence_end(const struct prose *p, size_t from)
{
	if (p->kind == PROSE_HEADING)
		return p->heading_end;
	while (from < p->end &&
	       (p->c[from] != STOP || p->origin[from] == PROSE_VALUE))
		from++;
	return from < p->end ? from + 1 : from;
}

/* Any mark at a heading's end that is not a question's or a quotation's. */
static uint32_t
mark_at_end(const struct prose *p)
{
	uint32_t c = p->c[p->end - 1];

	if (p->origin[p->end - 1] != PROSE_TYPED)
		return 0;
	switch (c) {
	case ':':
		return COLON;
	case ',':
		return COMMA;
	case ';':
		return SEMICOLON;
	case STOP:
	case COLON:
	case COMMA:
	case LIST_COMMA:
	case SEMICOLON:
	case 0xFF01:
	case 0xFF1F:
		return c;
	default:
		return 0;
	}
}

/* 以下 如下 下列 包括 in a line that ends in a colon: it brings a list in. */
static bool
introduces(const struct prose *p, size_t from)
{
	size_t i;

	for (i = from; i + 1 < p->end; i++)
		if ((p->c[i] == 0x4EE5 && p->c[i + 1] == 0x4E0B) ||
		    (p->c[i] == 0x5982 && p->c[i + 1] == 0x4E0B) ||
		    (p->c[i] == 0x4E0B && p->c[i + 1] == 0x5217) ||
		    (p->c[i] == 0x5305 && p->c[i + 1] == 0x62EC))
			return true;
	return false;
}

void
brothers_add(struct brothers *b, const struct prose *p, size_t number_end)
{
	struct brother new = { .spot = prose_spot(p, p->start, number_end) };

	if (b->n > 0 && !b->list[b->n - 1].followed)
		b->adjacent = true;
	new.runs_in = sentence_end(p, number_end) < p->end;
	new.is_short = p->end - number_end <= SHORT;
	if (!new.runs_in && p->end > number_end) {
		new.mark = mark_at_end(p);
		new.mark_spot = prose_spot(p, p->end - 1, p->end);
		new.introduces = new.mark == COLON &&new.is_short &&introduces(
						 p, number_end);
	}
	b->list = mem_more(b->list, b->n, sizeof(*b->list));
	b->list[b->n++] = new;
}

void
brothers_follow(struct brothers *b)
{
	if (b->n > 0)
		b->list[b->n - 1].followed = true;
}

/* What is known of all of them. */
struct count {
	size_t bare, marked, run_in;
};

/*
 * GB/T 9704-2012 has no mark behind a heading that stands alone. But 。 is
 * right where the brothers are run in, and in items that are sentences: those
 * follow each other, all with a mark at their end.
 */
static bool
is_wrong(const struct brothers *b, const struct brother *m, struct count n)
{
	if (m->mark == 0 || m->mark == 0xFF01 || m->mark == 0xFF1F ||
	    m->introduces || !m->is_short)
		return false;
	if (m->mark == STOP && n.run_in > 0)
		return false;
	if (n.bare > 0)
		return n.bare >= n.marked || (!b->adjacent && m->followed);
	if (m->mark == COMMA || m->mark == LIST_COMMA)
		return !b->adjacent;
	return !b->adjacent && m->followed;
}

static void
tell_end(struct findings *f, const struct rule *rule, const struct brother *m,
    bool certain)
{
	static const struct {
		uint32_t c;
		const char *mark;
	} marks[] = { { STOP, "。" }, { COLON, "：" }, { COMMA, "，" },
		{ LIST_COMMA, "、" }, { SEMICOLON, "；" } };
	size_t i = 0;

	while (marks[i].c != m->mark)
		i++;
	findings_replace(
	    findings_add(f, m->mark_spot, rule,
		"a heading that stands alone ends in %s: it needs no mark",
		marks[i].mark),
	    STR(""), certain);
}

/* Tells the first brother whose form differs from the first one's: a heading
 * that ends in a mark may be either. */
static void
tell_form(const struct brothers *b, struct findings *f, const struct rule *rule)
{
	const struct brother *first = NULL;
	size_t i;

	for (i = 0; i < b->n; i++) {
		const struct brother *m = &b->list[i];

		if (!m->runs_in && m->mark != 0)
			continue;
		if (first == NULL)
			first = m;
		if (m->runs_in == first->runs_in)
			continue;
		findings_add(f, m->spot, rule,
		    m->runs_in ? "text runs on behind this heading, while "
				 "those before stand alone: give all of a "
				 "level one form"
			       : "this heading stands alone, while text runs "
				 "on behind those before: give all of a level "
				 "one form");
		return;
	}
}

void
brothers_end(struct brothers *b, struct findings *f, const struct rule *ends,
    const struct rule *forms)
{
	struct count n = { 0 };
	size_t i;

	for (i = 0; i < b->n; i++) {
		n.run_in += b->list[i].runs_in;
		n.marked += !b->list[i].runs_in && b->list[i].mark != 0;
		n.bare += !b->list[i].runs_in && b->list[i].mark == 0;
	}
	for (i = 0; i < b->n; i++)
		if (is_wrong(b, &b->list[i], n))
			tell_end(f, ends, &b->list[i], n.bare > 0);
	tell_form(b, f, forms);
	b->n = 0;
	b->adjacent = false;
}

void
brothers_free(struct brothers *b)
{
	free(b->list);
}
