/* terms: wrong forms of words */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "lexicon.h"
#include "terms.h"
#include "utf8.h"

/* How much of the text behind a term its pattern sees, in characters. */
enum { SIGHT = 256 };

enum { TERM, HINT };

static const struct rule own[] = {
	[TERM] = { "term", "用语", LEVEL_WARNING,
	    "a wrong form of a word, from a list of terms", false },
	[HINT] = { "term-note", "用语提示", LEVEL_NOTE,
	    "a form of a word that the list of terms would not use", false },
};

struct running {
	const struct proofing *p;
	const struct rule *rules;
	const struct terms *terms;
	struct lexicon *words;
	bool *stopped; /* the pattern of a term took too long once */
};

/* A term in a paragraph. */
struct match {
	const struct term *term;
	size_t from, end;
};

static void *
start(const struct proofing *p, const struct rule *rules)
{
	struct running *r = mem_alloc(sizeof(*r));
	size_t i;

	r->p = p;
	r->rules = rules;
	r->terms = p->terms;
	r->words = lexicon_new();
	for (i = 0; r->terms != NULL && i < r->terms->n; i++)
		if (r->terms->list[i].certainty != TERM_OFF)
			lexicon_add(
			    r->words, buf_str(&r->terms->list[i].wrong), i);
	lexicon_end(r->words);
	r->stopped = mem_alloc(i + 1);
	return r;
}

/* Says whether one of the words, parted by |, begins at byte at, or ends
 * there. */
static bool
touches(struct str text, size_t at, struct str words, bool ends)
{
	struct str word,
	    side = ends ? str_cut(text, 0, at) : str_from(text, at);
	size_t bar;

	while (words.n > 0) {
		bar = str_find(words, STR("|"), 0);
		word = str_cut(words, 0, bar < words.n ? bar : words.n);
		words = str_from(words, word.n < words.n ? word.n + 1 : word.n);
		if (word.n != 0 &&
		    (ends ? str_ends(side, word) : str_starts(side, word)))
			return true;
	}
	return false;
}

static bool
is_object(const struct prose *p, size_t i)
{
	return i >= p->start && i < p->end && p->c[i] == PROSE_OBJECT;
}

/* Tries the pattern of a term; what is not known ends its sight. */
static bool
pattern_allows(struct running *r, const struct prose *p, const struct match *m)
{
	size_t end = m->end, base = p->at[p->start];
	struct str text, whole;
	enum pattern_result result;
	bool *stopped = &r->stopped[m->term - r->terms->list];

	while (end < p->end && end < m->end + SIGHT && !is_object(p, end))
		end++;
	text = str_cut(p->text, base, p->at[end] - base);
	if (*stopped || (m->term->looks_away &&
			    (is_object(p, m->end) ||
				(m->from > 0 && is_object(p, m->from - 1)))))
		return false;
	result = pattern_search(m->term->pattern, text, p->at[m->from] - base,
	    PATTERN_THERE, end < p->end, &whole, 1);
	*stopped = result == PATTERN_STOPPED;
	if (*stopped)
		findings_add(r->p->findings, prose_spot(p, m->from, m->end),
		    &r->rules[TERM],
		    "the 正则 of %s tries too many ways to match here and is "
		    "not asked any more; make it simpler",
		    m->term->wrong.p);
	return result == PATTERN_FOUND;
}

/* Says whether a term's condition holds; what is not known holds none. */
static bool
is_allowed(struct running *r, const struct prose *p, const struct match *m)
{
	struct str text = str_cut(p->text, 0, p->at[p->end]),
		   words = buf_str(&m->term->words);

	switch (m->term->condition) {
	case TERM_ALWAYS:
		break;
	case TERM_BEFORE:
		return touches(text, p->at[m->end], words, false);
	case TERM_NOT_BEFORE:
		return !is_object(p, m->end) &&
		       !touches(text, p->at[m->end], words, false);
	case TERM_AFTER:
		return touches(text, p->at[m->from], words, true);
	case TERM_NOT_AFTER:
		return (m->from == 0 || !is_object(p, m->from - 1)) &&
		       !touches(text, p->at[m->from], words, true);
	case TERM_PATTERN:
		return pattern_allows(r, p, m);
	}
	return true;
}

/* Says whether the wrong form stands where it is a part of the right one:
 * 十九大 in 党的十九大. */
static bool
is_right(const struct prose *p, const struct match *m)
{
	struct str right = buf_str(&m->term->right),
		   text = str_cut(p->text, 0, p->at[p->end]);
	size_t at = 0, from = p->at[m->from];

	while ((at = str_find(right, buf_str(&m->term->wrong), at)) !=
	       (size_t)-1) {
		if (at <= from && str_starts(str_from(text, from - at), right))
			return true;
		at++;
	}
	return false;
}

/* What is told of a term. */
static void
put_message(const struct term *t, struct buf *out)
{
	const char *wrong = t->wrong.p, *right = t->right.p;

	if (t->right.n == 0)
		buf_addf(out,
		    lang_text("%s should not stand here; write it otherwise"),
		    wrong);
	else if (t->certainty == TERM_DOUBTFUL)
		buf_addf(out,
		    lang_text("%s is likely wrong here; is %s meant?"), wrong,
		    right);
	else if (t->certainty == TERM_NOTE)
		buf_addf(
		    out, lang_text("%s is better written %s"), wrong, right);
	else
		buf_addf(out, lang_text("%s is wrong; write %s"), wrong, right);
	if (t->note.n != 0)
		buf_addf(out, lang_text(" (%s)"), t->note.p);
}

static void
report(const struct running *r, const struct prose *p, const struct match *m)
{
	const struct term *t = m->term;
	struct buf message = { 0 };
	struct finding *f;

	put_message(t, &message);
	f = findings_add(r->p->findings, prose_spot(p, m->from, m->end),
	    &r->rules[t->certainty == TERM_NOTE ? HINT : TERM], "%s",
	    message.p);
	if (t->right.n != 0)
		findings_replace(
		    f, buf_str(&t->right), t->certainty == TERM_FIX);
	buf_free(&message);
}

/* The longest term that begins with character i and may stand there. */
static bool
find(struct running *r, const struct prose *p, size_t i, struct match *m)
{
	struct lexicon_walk w = { 0 };
	size_t number, length;
	bool found = false;

	while (lexicon_next(
	    r->words, p->c + i, p->end - i, &w, &number, &length)) {
		struct match here = { &r->terms->list[number], i, i + length };

		if (is_right(p, &here) || !is_allowed(r, p, &here))
			continue;
		*m = here;
		found = true;
	}
	return found;
}

/* Of terms that overlap, the longest is meant. */
static void
take(void *ctx, const struct prose *p)
{
	struct running *r = ctx;
	struct match best = { 0 }, here;
	size_t i;

	if (r->terms == NULL || r->terms->n == 0)
		return;
	for (i = p->start; i < p->end; i++) {
		if (!lexicon_may(r->words, p->c[i], p->c[i + 1]) ||
		    !find(r, p, i, &here))
			continue;
		if (best.term != NULL && i >= best.end)
			report(r, p, &best);
		else if (best.term != NULL &&
			 here.end - here.from <= best.end - best.from)
			continue;
		best = here;
	}
	if (best.term != NULL)
		report(r, p, &best);
}

static void
end(void *ctx)
{
	struct running *r = ctx;

	lexicon_free(r->words);
	free(r->stopped);
	free(r);
}

const struct family family_terms = { own, 2, start, take, end };
