/* ruleset: what the rules of files find */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "lexicon.h"
#include "ruleset.h"

/* A long paragraph is searched in windows: a match begins in the window and
 * ends at most so much behind it, so that no pattern takes a time that grows
 * with the square of a line's length. Characters. */
enum { WINDOW = 2048, BEHIND = 1024 };

/* A pattern that begins with a needle is tried at each, and where a piece has
 * more of them, all over the rest: that has one limit for all. */
enum { NEEDLES = 32 };

enum { GROUPS = 10 };

static const struct rule own[] = {
	{ "slow-rule", "慢规则", LEVEL_WARNING,
	    "a rule of a file whose pattern takes too long", false },
};

/* A pattern at work. */
struct job {
	const struct rulepattern *pattern;
	const struct rule *rule;
	bool stopped; /* it took too long once */
	/* where its needles were seen last: how many there, the last of them,
	 * and where it is to be tried all over */
	size_t piece, hits, last, from;
	size_t paragraph, done; /* what is behind its last match there */
};

struct running {
	const struct proofing *p;
	const struct rule *slow;
	struct job *jobs;
	size_t n;
	bool objects; /* some pattern has U+FFFC in it */
	struct lexicon *needles;
	struct job **found; /* with needles in the piece */
	size_t found_n, pieces;
};

/* A stretch of a paragraph: what a match may begin in, and where the text that
 * it may hold ends. */
struct piece {
	const struct prose *p;
	size_t from, stop, end;
};

void
ruleset_expand(
    struct str text, const struct str *groups, size_t n, struct buf *out)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		char c = i + 1 < text.n ? text.p[i + 1] : '\0';

		if (text.p[i] == '$' && c >= '0' && c <= '9') {
			if ((size_t)(c - '0') < n)
				buf_adds(out, groups[c - '0']);
			i++;
		} else {
			buf_addc(out, text.p[i]);
			i += text.p[i] == '$' && c == '$';
		}
	}
}

static void
add_job(struct running *r, const struct rulepattern *pattern,
    const struct rule *rule)
{
	size_t i;

	r->jobs = mem_more(r->jobs, r->n, sizeof(*r->jobs));
	r->jobs[r->n] = (struct job){ .pattern = pattern, .rule = rule };
	for (i = 0; pattern->tried != NEEDLES_NONE && i < pattern->needles.n;
	     i++)
		lexicon_add(
		    r->needles, buf_str(&pattern->needles.list[i].text), r->n);
	r->objects |= pattern->holds_objects;
	r->n++;
}

/* Sets the level of a rule that is the program's own. */
static void
set_level(const struct running *r, const struct datarule *dr)
{
	if (!findings_level(r->p->findings, buf_str(&dr->level.name),
		dr->level.level, dr->level.off))
		diag_say(r->p->rules->d, dr->level.place, LEVEL_ERROR, "rules",
		    "there is no rule %s whose level could be set",
		    dr->level.name.p);
}

/* Says whether a rule has names of its own. */
static bool
is_new(const struct running *r, const struct datarule *dr)
{
	if (findings_rule(r->p->findings, buf_str(&dr->level.name)) == NULL &&
	    findings_rule(r->p->findings, buf_str(&dr->name)) == NULL)
		return true;
	diag_say(r->p->rules->d, dr->level.place, LEVEL_ERROR, "rules",
	    "there is a rule %s or %s already; say its 级别 (level) alone, or "
	    "choose other names",
	    dr->level.name.p, dr->name.p);
	return false;
}

/* Adds a rule that a file gives. */
static void
add_rule(struct running *r, const struct datarule *dr)
{
	struct rule named = { dr->level.name.p, dr->name.p, dr->level.level,
		dr->patterns[0].message.p, dr->level.off };
	const struct rule *rule;
	size_t i;

	if (!is_new(r, dr))
		return;
	rule = findings_rules(r->p->findings, &named, 1);
	for (i = 0; i < dr->n; i++)
		add_job(r, &dr->patterns[i], rule);
}

static void *
start(const struct proofing *p, const struct rule *rules)
{
	struct running *r = mem_alloc(sizeof(*r));
	size_t i;

	r->p = p;
	r->slow = rules;
	r->needles = lexicon_new();
	for (i = 0; p->rules != NULL && i < p->rules->n; i++) {
		const struct datarule *dr = &p->rules->list[i];

		if (!dr->faulty && dr->n == 0)
			set_level(r, dr);
		else if (!dr->faulty)
			add_rule(r, dr);
	}
	lexicon_end(r->needles);
	r->found = mem_alloc((r->n + 1) * sizeof(struct job *));
	return r;
}

/* Ends the work of a rule that took too long, and tells it once. */
static void
stop(struct running *r, const struct job *slow, const struct piece *at)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (r->jobs[i].rule == slow->rule)
			r->jobs[i].stopped = true;
	findings_add(r->p->findings, prose_spot(at->p, at->from, at->stop),
	    r->slow,
	    "rule %s tries too many ways to match here and is not asked any "
	    "more; make its 模式 simpler",
	    slow->rule->code);
}

/* Says whether what a negative look-around saw may be what is not known. */
static bool
is_doubtful(const struct job *j, const struct prose *p, size_t from, size_t end)
{
	if (!j->pattern->looks_away || j->pattern->holds_objects)
		return false;
	return (from > p->start && p->c[from - 1] == PROSE_OBJECT) ||
	       (end < p->end && p->c[end] == PROSE_OBJECT);
}

static void
report(const struct running *r, const struct job *j, const struct prose *p,
    size_t from, size_t end, const struct str *groups)
{
	struct buf text = { 0 };
	struct finding *f;

	if (is_doubtful(j, p, from, end))
		return;
	ruleset_expand(
	    str_of(lang_text(j->pattern->message.p)), groups, GROUPS, &text);
	f = findings_add(
	    r->p->findings, prose_spot(p, from, end), j->rule, "%s", text.p);
	buf_clear(&text);
	if (j->pattern->replaces) {
		ruleset_expand(
		    buf_str(&j->pattern->replacement), groups, GROUPS, &text);
		findings_replace(f, buf_str(&text), j->pattern->safe);
	}
	buf_free(&text);
}

/* The character of a byte of the paragraph, from character low on. */
static size_t
character(const struct prose *p, size_t byte, size_t low)
{
	size_t high = p->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->at[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Tries a pattern at a character of a piece, or from there on; says whether it
 * matched. */
static bool
try(struct running *r, struct job *j, const struct piece *piece, size_t from,
    enum pattern_place place)
{
	const struct prose *p = piece->p;
	size_t base = p->at[p->start], first;
	struct str text = str_cut(p->text, base, p->at[piece->end] - base);
	struct str groups[GROUPS];
	enum pattern_result result;

	result = pattern_search(j->pattern->pattern, text, p->at[from] - base,
	    place, piece->end < p->end, groups, GROUPS);
	if (result == PATTERN_STOPPED)
		stop(r, j, piece);
	if (result != PATTERN_FOUND)
		return false;
	first = character(p, base + (size_t)(groups[0].p - text.p), from);
	if (first >= piece->stop)
		return false;
	j->paragraph = p->number + 1;
	j->done = character(p, p->at[first] + groups[0].n, first + 1);
	report(r, j, p, first, j->done, groups);
	return true;
}

/* Where a pattern goes on in a piece, from a character or behind its last
 * match. */
static size_t
next_start(const struct job *j, const struct piece *piece, size_t from)
{
	bool here = j->paragraph == piece->p->number + 1;

	return here && j->done > from ? j->done : from;
}

/* Tries a pattern all over a piece, from a character on. */
static void
search(struct running *r, struct job *j, const struct piece *piece, size_t from)
{
	while (!j->stopped && next_start(j, piece, from) < piece->stop &&
	       try(r, j, piece, next_start(j, piece, from), PATTERN_ANYWHERE))
		continue;
}

/* Has a pattern tried all over a piece, from a character on, once its needles
 * were looked for. */
static void
put_off(struct running *r, struct job *j, size_t from)
{
	j->from = from;
	r->found[r->found_n++] = j;
}

/* Takes a needle of a pattern, at character i. */
static void
take_needle(
    struct running *r, struct job *j, const struct piece *piece, size_t i)
{
	bool first = j->piece != r->pieces;

	if (j->stopped || j->rule->off)
		return;
	if (first)
		j->hits = 0;
	j->piece = r->pieces;
	if (j->pattern->tried == NEEDLES_WITHIN) {
		if (first)
			put_off(r, j, piece->from);
	} else if (i < piece->stop && i >= next_start(j, piece, piece->from) &&
		   (j->hits == 0 || (j->hits <= NEEDLES && j->last != i))) {
		j->last = i;
		if (j->hits++ == NEEDLES)
			put_off(r, j, i);
		else
			try(r, j, piece, i, PATTERN_THERE);
	}
}

/* Looks for needles, and tries the patterns that have some here. */
static void
take_piece(struct running *r, const struct piece *piece, bool objects)
{
	const uint32_t *c = piece->p->c;
	size_t i, number, length;

	r->pieces++;
	r->found_n = 0;
	for (i = piece->from; i < piece->end; i++) {
		struct lexicon_walk w = { 0 };

		if (!lexicon_may(r->needles, c[i], c[i + 1]))
			continue;
		while (lexicon_next(
		    r->needles, c + i, piece->end - i, &w, &number, &length))
			if (r->jobs[number].pattern->holds_objects == objects)
				take_needle(r, &r->jobs[number], piece, i);
	}
	for (i = 0; i < r->n; i++)
		if (r->jobs[i].pattern->tried == NEEDLES_NONE &&
		    r->jobs[i].pattern->holds_objects == objects &&
		    !r->jobs[i].rule->off)
			search(r, &r->jobs[i], piece, piece->from);
	for (i = 0; i < r->found_n; i++)
		search(r, r->found[i], piece, r->found[i]->from);
}

/* Takes a paragraph apart; what is not known parts it, unless patterns have
 * U+FFFC in them. */
static void
take_pieces(struct running *r, const struct prose *p, bool objects)
{
	struct piece piece = { .p = p };
	size_t next, most;

	for (next = p->start; next < p->end;) {
		piece.from = piece.end = next;
		most = p->end - next < WINDOW + BEHIND ? p->end
						       : next + WINDOW + BEHIND;
		while (piece.end < most &&
		       (objects || p->c[piece.end] != PROSE_OBJECT))
			piece.end++;
		piece.stop = piece.end;
		next = piece.end + 1;
		if (piece.end == most && most < p->end)
			next = piece.stop = piece.from + WINDOW;
		if (piece.end > piece.from)
			take_piece(r, &piece, objects);
	}
}

static void
take(void *ctx, const struct prose *p)
{
	struct running *r = ctx;

	if (r->n == 0)
		return;
	take_pieces(r, p, false);
	if (r->objects)
		take_pieces(r, p, true);
}

static void
end(void *ctx)
{
	struct running *r = ctx;

	lexicon_free(r->needles);
	free(r->found);
	free(r->jobs);
	free(r);
}

const struct family family_ruleset = { own, 1, start, take, end };
