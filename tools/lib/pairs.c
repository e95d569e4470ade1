/* pairs: marks that come in pairs, and how one pair stands in another */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "pairing.h"
#include "pairs.h"
#include "signs.h"

enum { NEAR = 60 }; /* characters between two halves of one mistake */

static const struct rule rules[] = {
	{ "pair", "成对", LEVEL_ERROR,
	    "a quotation mark or bracket without its partner, or a pair of "
	    "them inside another as it should not be",
	    false },
};

/* A quotation that its paragraph leaves open. */
struct quotation {
	struct spot spot;
	bool open;
};

struct pairs {
	const struct proofing *p;
	const struct rule *rule;
	struct pairing pairing;
	struct quotation quotation;
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct pairs *ps = mem_alloc(sizeof(*ps));

	ps->p = p;
	ps->rule = own;
	return ps;
}

/* The two marks of a kind, as Chinese text has them. */
static const char *
mark_of(enum pair_kind kind, bool opens)
{
	static const char *const marks[PAIR_KINDS][2] = {
		{ "”", "“" },
		{ "’", "‘" },
		{ "》", "《" },
		{ "〉", "〈" },
		{ "）", "（" },
		{ "〕", "〔" },
		{ "】", "【" },
		{ "］", "［" },
		{ "」", "「" },
		{ "』", "『" },
	};

	return marks[kind][opens];
}

/* The mark as it stands in the paragraph. */
static struct str
shown(const struct prose *p, const struct pair_mark *m)
{
	return str_cut(p->text, p->at[m->at], p->at[m->at + 1] - p->at[m->at]);
}

static void
tell_never_closed(
    struct pairs *ps, struct spot spot, struct str mark, enum pair_kind kind)
{
	findings_add(ps->p->findings, spot, ps->rule,
	    "%.*s is never closed: add %s where it ends", STR_ARG(mark),
	    mark_of(kind, false));
}

static struct spot
spot_of(const struct prose *p, const struct pair_mark *m)
{
	return prose_spot(p, m->at, m->at + 1);
}

static bool
is_quote(const struct pair_mark *m)
{
	return m->kind == PAIR_DOUBLE || m->kind == PAIR_SINGLE;
}

/* Tells of the mark u, which has no partner. v is the next like it, or NULL;
 * returns whether both are the two halves of one mistake. */
static bool
tell_alone(struct pairs *ps, const struct prose *p, const struct pair_mark *u,
    const struct pair_mark *v)
{
	struct findings *f = ps->p->findings;
	struct str mark = shown(p, u), other;

	if (v != NULL && v->at - u->at > NEAR)
		v = NULL;
	other = v != NULL ? shown(p, v) : STR("");
	if (v != NULL && u->opens && !v->opens && u->kind == v->kind) {
		findings_add(f, spot_of(p, u), ps->rule,
		    "%.*s opens in one pair and closes in another: let it "
		    "close where it opens",
		    STR_ARG(mark));
		return true;
	}
	if (v != NULL && u->opens && !v->opens) {
		findings_add(f, spot_of(p, u), ps->rule,
		    "%.*s is closed by %.*s: use the two of one pair",
		    STR_ARG(mark), STR_ARG(other));
		return true;
	}
	if (u->opens) {
		tell_never_closed(ps, spot_of(p, u), mark, u->kind);
		/* “放管服“改革: the second one stands for the closing one */
		return v != NULL && v->opens &&
		       (u->kind == v->kind || (is_quote(u) && is_quote(v)));
	}
	findings_add(f, spot_of(p, u), ps->rule,
	    "%.*s closes nothing: add %s where it begins, or take it out",
	    STR_ARG(mark), mark_of(u->kind, true));
	/* ”放管服”改革 and ”放管服“改革 */
	return v != NULL &&
	       (u->kind == v->kind || (is_quote(u) && is_quote(v)));
}

/* Marks of this kind have another form inside themselves: “‘ ’”, 《〈 〉》
 * (GB/T 15834-2011 4.8.3, 4.15.3); brackets have not, but do not touch. */
static bool
nests_wrongly(const struct pairing *pg, const struct pair_mark *m)
{
	const struct pair_mark *outer;

	if (m->around == PAIR_NONE || m->mate == PAIR_NONE)
		return false;
	outer = &pg->list[m->around];
	if (outer->kind != m->kind || outer->mate == PAIR_NONE ||
	    outer->mate < m->mate)
		return false;
	if (m->kind != PAIR_ROUND)
		return m->kind <= PAIR_TITLE;
	return m->at == outer->at + 1 &&
	       pg->list[outer->mate].at == pg->list[m->mate].at + 1;
}

static const char *
inner_form(enum pair_kind kind)
{
	return kind == PAIR_DOUBLE   ? LANG_WORD("use ‘ ’ inside")
	       : kind == PAIR_SINGLE ? LANG_WORD("use “ ” inside")
	       : kind == PAIR_TITLE  ? LANG_WORD("use 〈 〉 inside")
				     : "one pair is enough";
}

/* Tells of pairs in pairs, once in each. */
static void
find_nested(struct pairs *ps, const struct prose *p)
{
	const struct pairing *pg = &ps->pairing;
	size_t i, told = PAIR_NONE;

	for (i = 0; i < pg->n; i++) {
		const struct pair_mark *m = &pg->list[i];

		if (!m->opens || m->straight || !nests_wrongly(pg, m) ||
		    m->around == told)
			continue;
		told = m->around;
		findings_add(ps->p->findings, spot_of(p, m), ps->rule,
		    "%s stands inside %s %s: %s", mark_of(m->kind, true),
		    mark_of(m->kind, true), mark_of(m->kind, false),
		    lang_text(inner_form(m->kind)));
	}
}

/* The next mark at or after i that has no partner and needs one; pg->n where
 * there is none. */
static size_t
next_alone(const struct pairing *pg, size_t i)
{
	while (i < pg->n &&
	       (pg->list[i].mate != PAIR_NONE || pg->list[i].straight ||
		   (pg->list[i].weak && !pg->list[i].opens)))
		i++;
	return i;
}

/* Says whether marks of a quotation stand behind mark i: inside one, they would
 * be ‘ ’. */
static bool
has_quotes_behind(const struct pairing *pg, size_t i)
{
	while (++i < pg->n)
		if (pg->list[i].kind == PAIR_DOUBLE)
			return true;
	return false;
}

/*
 * Says whether the paragraph goes on with a quotation that one before left
 * open: it begins with “, and closes it at its end if at all. Of a quotation of
 * several paragraphs each begins with “, and the last alone ends with ”
 * (GB/T 15834-2011 4.8.3).
 */
static bool
goes_on(const struct pairing *pg, const struct prose *p)
{
	size_t i;

	if (pg->n == 0 || pg->list[0].at != p->start ||
	    pg->list[0].kind != PAIR_DOUBLE || !pg->list[0].opens)
		return false;
	if (pg->list[0].mate == PAIR_NONE)
		return !has_quotes_behind(pg, 0);
	for (i = pg->list[pg->list[0].mate].at + 1; i < p->end; i++)
		if (sign_stop(p->c[i]) == 0 && !sign_closes(p->c[i]))
			return p->c[i] == 0xFF08; /* （ and where it is from */
	return true;
}

/* Tells of the quotation that was left open. */
static void
give_up(struct pairs *ps)
{
	if (ps->quotation.open)
		tell_never_closed(
		    ps, ps->quotation.spot, STR("“"), PAIR_DOUBLE);
	ps->quotation.open = false;
}

/* Says whether a quotation that mark i opens may be one of several paragraphs:
 * it is one itself, or ： or ， leads to it. */
static bool
begins_speech(const struct pairing *pg, const struct prose *p, size_t i)
{
	const struct pair_mark *m = &pg->list[i];
	uint32_t c = sign_before(p, m->at);

	return m->kind == PAIR_DOUBLE && m->opens && p->kind == PROSE_TEXT &&
	       (c == 0 || c == 0xFF1A || c == ':' || c == 0xFF0C) &&
	       !has_quotes_behind(pg, i);
}

/* Tells of what has no partner. A quotation that an earlier paragraph left open
 * goes on, or is given up. */
static void
find_alone(struct pairs *ps, const struct prose *p)
{
	const struct pairing *pg = &ps->pairing;
	struct quotation *q = &ps->quotation;
	size_t i, j;
	bool continued = q->open && goes_on(pg, p);

	if (!continued)
		give_up(ps);
	q->open = false;
	for (i = next_alone(pg, 0); i < pg->n; i = j) {
		j = next_alone(pg, i + 1);
		if (j == pg->n && begins_speech(pg, p, i)) {
			q->open = true;
			if (!continued || i > 0)
				q->spot = spot_of(p, &pg->list[i]);
		} else if (tell_alone(ps, p, &pg->list[i],
			       j < pg->n ? &pg->list[j] : NULL)) {
			j = next_alone(pg, j + 1);
		}
	}
}

static void
take(void *ctx, const struct prose *p)
{
	struct pairs *ps = ctx;
	bool apart = p->kind == PROSE_FOOTNOTE || p->kind == PROSE_CELL ||
		     p->kind == PROSE_CAPTION;

	pairing_read(&ps->pairing, p);
	if (ps->pairing.n == 0 && (apart || !ps->quotation.open))
		return;
	if (apart) {
		/* a quotation may go on behind it */
		struct quotation q = ps->quotation;

		ps->quotation.open = false;
		find_alone(ps, p);
		ps->quotation = q;
	} else {
		find_alone(ps, p);
	}
	find_nested(ps, p);
}

static void
end(void *ctx)
{
	struct pairs *ps = ctx;

	give_up(ps);
	pairing_free(&ps->pairing);
	free(ps);
}

const struct family family_pairs = { rules, 1, start, take, end };
