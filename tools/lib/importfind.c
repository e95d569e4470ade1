/* importfind: the texts that facts are sought in, and the facts found so far */
#include <string.h>

#include "die.h"
#include "importfind.h"

enum { FACTS = 1000 };

static void
take(struct text *t, size_t at, size_t n)
{
	memset(t->taken + at, 1, n);
}

bool
importfind_free(const struct text *t, size_t at, size_t n)
{
	return memchr(t->taken + at, 1, n) == NULL;
}

/* Keeps facts out of what stands between two marks; an opening mark that is
 * never closed keeps nothing, nor does one before another. */
static void
protect(struct text *t, struct str open, struct str close)
{
	size_t at, from = (size_t)-1;

	for (at = 0; at < t->s.n; at++) {
		struct str rest = str_from(t->s, at);

		if (rest.p[0] != open.p[0] && rest.p[0] != close.p[0])
			continue;
		if (from != (size_t)-1 && str_starts(rest, close)) {
			take(t, from, at + close.n - from);
			from = (size_t)-1;
		} else if (str_starts(rest, open)) {
			from = at;
		}
	}
}

void
importfind_protect(struct text *t)
{
	static const char note[] = { OLD_NOTE, 0 }, end[] = { OLD_NOTE_END, 0 };
	static const char *const pairs[][2] = { { "《", "》" }, { "〈", "〉" },
		{ "“", "”" }, { "‘", "’" }, { "「", "」" }, { "『", "』" },
		{ "\"", "\"" }, { note, end } };
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		protect(t, str_of(pairs[i][0]), str_of(pairs[i][1]));
}

size_t
importfind_fact(struct finding *g, enum importgroup group, struct str name,
    struct str value, size_t block, size_t at)
{
	struct importfacts *f = g->f;
	struct importfact *fact;
	size_t i;

	for (i = 0; i < f->n; i++) {
		fact = &f->list[i];
		if (!str_equal(buf_str(&fact->name), name))
			continue;
		if (!str_equal(buf_str(&fact->value), value))
			fact->dropped = true;
		return i;
	}
	if (f->n == FACTS)
		return NO_FACT;
	f->list = mem_more(f->list, f->n, sizeof(*f->list));
	fact = &f->list[f->n];
	*fact = (struct importfact){ .group = group, .block = block, .at = at };
	buf_adds(&fact->name, name);
	buf_adds(&fact->value, value);
	return f->n++;
}

void
importfind_span(struct finding *g, struct text *t, size_t at, size_t n,
    size_t fact, const char *format)
{
	struct importfacts *f = g->f;

	take(t, at, n);
	if (fact == NO_FACT)
		return;
	f->spans = mem_more(f->spans, f->spans_n, sizeof(*f->spans));
	f->spans[f->spans_n++] =
	    (struct importspan){ t->block, at, n, fact, format };
}

bool
importfind_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}
