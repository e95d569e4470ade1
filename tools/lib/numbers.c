/* numbers: where each number of a report comes from */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "grammar.h"
#include "heading.h"
#include "marks.h"
#include "noun.h"
#include "numbers.h"
#include "numeral.h"
#include "remarks.h"
#include "shown.h"
#include "utf8.h"

enum sort {
	SORT_FACT,
	SORT_DATE,
	SORT_ORDINAL,
	SORT_NAME,
	SORT_OK,
	SORT_LITERAL, /* unexplained */
	SORTS
};

static const char *const titles[SORTS] = {
	[SORT_FACT] = "from facts",
	[SORT_DATE] = "dates",
	[SORT_ORDINAL] = "ordinals",
	[SORT_NAME] = "in names",
	[SORT_OK] = "explained by %ok",
	[SORT_LITERAL] = "unexplained",
};

/* A number that was met; its texts are views of kept ones. */
struct met {
	struct place at;
	enum sort sort;
	struct str text; /* as it stands, with its unit */
	struct str noun, unit, value; /* of facts and literals; may be empty */
	struct str fact, typed; /* its name, and what stands in its braces */
	size_t count; /* more than one for a table */
	bool compares; /* no word in its sentence forbids it */
};

struct numbers {
	const struct facts *fs;
	struct diag *d;
	struct numerals *numerals;
	struct nouns *nouns;
	struct met *list;
	size_t n;
	struct buf *kept;
	size_t kept_n;
	struct shown shown;
	/* an %ok that waits for its line */
	struct place ok_at;
	bool ok_open, ok_used;
	size_t ok_block; /* how many blocks are open inside of it */
};

struct numbers *
numbers_new(const struct facts *fs, struct diag *d)
{
	struct numbers *ns = mem_alloc(sizeof(*ns));

	*ns = (struct numbers){ .fs = fs, .d = d };
	ns->numerals = numerals_new();
	ns->nouns = nouns_new();
	return ns;
}

/* Copies s to where it lasts as long as the report. */
static struct str
keep(struct numbers *ns, struct str s)
{
	struct buf b = { 0 };

	if (s.n == 0)
		return STR("");
	buf_adds(&b, s);
	ns->kept = mem_more(ns->kept, ns->kept_n, sizeof(*ns->kept));
	ns->kept[ns->kept_n++] = b;
	return buf_str(&b);
}

static struct met *
add_met(struct numbers *ns, struct met m)
{
	ns->list = mem_more(ns->list, ns->n, sizeof(*ns->list));
	ns->list[ns->n] = m;
	return &ns->list[ns->n++];
}

static struct str
name_of(const struct mark *m)
{
	size_t i;

	for (i = 0; i < m->typed.n; i++)
		if (utf8_markup(m->typed, i, '|') != 0)
			break;
	return utf8_trim(str_cut(m->typed, 0, i));
}

static struct place
place(const struct numbers *ns, const struct line *l, size_t at,
    const char *path, size_t number)
{
	return line_place(l, shown_source(&ns->shown, at), path, number);
}

/* How many numbers a text holds. */
static size_t
count_in(const struct numbers *ns, struct str text)
{
	struct numeral n;
	size_t at, count = 0;

	for (at = 0; at < text.n; at += n.length) {
		numeral_read(ns->numerals, text, at, &n);
		count += n.kind != NUMERAL_NONE;
	}
	return count;
}

/* Takes a value that a fact put in, if there is a number in it; returns the
 * bytes it takes, with its unit. */
static size_t
take_fact(struct numbers *ns, const struct shown_piece *p, struct place at)
{
	struct str text = buf_str(&ns->shown.text);
	struct str value = str_cut(text, p->at, p->n), rest;
	const struct fact *f = facts_find(ns->fs, name_of(&p->mark));
	struct met m = { .at = at, .sort = SORT_FACT, .text = value };
	struct buf plain = { 0 };
	struct numeral n;

	m.count = mark_table(value) ? count_in(ns, value) : 1;
	if ((f != NULL && f->state == FACT_MASK) || count_in(ns, value) == 0)
		return p->n;
	m.fact = keep(ns, name_of(&p->mark));
	m.typed = keep(ns, utf8_trim(p->mark.typed));
	if (mark_table(value)) {
		m.text = STR("table");
		add_met(ns, m);
		return p->n;
	}
	/* with what follows it, so that it has its unit */
	rest = str_from(text, p->at);
	numeral_read(ns->numerals, rest, 0, &n);
	if (n.kind == NUMERAL_NUMBER && n.length >= p->n) {
		if (numeral_value(n.digits, &plain))
			m.value = keep(ns, buf_str(&plain));
		m.noun = keep(ns, noun_before(ns->nouns, text, p->at));
		m.unit = keep(ns, n.unit);
	} else {
		n.length = p->n;
	}
	m.text = keep(ns, str_cut(rest, 0, n.length));
	add_met(ns, m);
	buf_free(&plain);
	return n.length;
}

static enum sort
sort_of(const struct numbers *ns, enum numeral_kind kind)
{
	switch (kind) {
	case NUMERAL_DATE:
		return SORT_DATE;
	case NUMERAL_ORDINAL:
		return SORT_ORDINAL;
	case NUMERAL_NAME:
		return SORT_NAME;
	default:
		return ns->ok_open ? SORT_OK : SORT_LITERAL;
	}
}

/* The fact whose value stands in a stretch of the shown text, or NULL. */
static const struct shown_piece *
fact_in(const struct numbers *ns, size_t at, size_t n)
{
	const struct shown_piece *p = shown_at(&ns->shown, at);
	const struct shown_piece *end = ns->shown.pieces + ns->shown.n;

	for (; p < end && p->at < at + n; p++)
		if (p->mark.kind == MARK_IS_VALUE)
			return p;
	return NULL;
}

/* Takes a number, a date or an ordinal that was typed. */
static void
take_typed(
    struct numbers *ns, const struct numeral *n, size_t at, struct place place)
{
	struct str text = buf_str(&ns->shown.text);
	struct met m = {
		.at = place, .sort = sort_of(ns, n->kind), .count = 1
	};
	const struct shown_piece *fact = fact_in(ns, at, n->length);
	struct buf plain = { 0 };

	m.text = keep(ns, str_cut(text, at, n->length));
	if (fact != NULL) {
		m.sort = SORT_FACT;
		m.fact = keep(ns, name_of(&fact->mark));
	} else if (n->kind == NUMERAL_NUMBER) {
		if (numeral_value(n->digits, &plain))
			m.value = keep(ns, buf_str(&plain));
		m.noun = keep(ns, noun_before(ns->nouns, text, at));
		m.unit = keep(ns, n->unit);
		m.compares =
		    !ns->ok_open && !noun_elsewhere(ns->nouns, text, at);
		ns->ok_used = ns->ok_used || ns->ok_open;
	}
	add_met(ns, m);
	buf_free(&plain);
}

/* Says whether a comment is a remark on numbers. */
static bool
is_ok(struct str comment)
{
	struct remarks rs = { 0 };
	size_t remark = remarks_take(&rs, comment, (struct place){ 0 }, 0);
	bool ok = remarks_allow(&rs, remark, "numbers", "数字");

	remarks_free(&rs);
	return ok;
}

/* Tells an %ok that nothing needed. */
static void
end_ok(struct numbers *ns)
{
	if (ns->ok_open && !ns->ok_used)
		diag_say(ns->d, ns->ok_at, LEVEL_WARNING, "ok",
		    "this %%ok explains no number; take it away");
	ns->ok_open = ns->ok_used = false;
}

static void
take_text(struct numbers *ns, const struct line *l, struct str text,
    const char *path, size_t number)
{
	struct numeral n;
	struct heading h;
	struct str shown;
	size_t at = 0;

	shown_read(&ns->shown, text);
	shown = buf_str(&ns->shown.text);
	if (heading_read(shown, &h))
		at = h.length;
	while (at < shown.n) {
		const struct shown_piece *p = shown_at(&ns->shown, at);

		if (p->mark.kind == MARK_IS_VALUE && p->at == at) {
			at += take_fact(ns, p, place(ns, l, at, path, number));
			continue;
		}
		if (p->mark.kind == MARK_IS_NUMBER) {
			at = p->at + p->n;
			continue;
		}
		numeral_read(ns->numerals, shown, at, &n);
		if (n.kind != NUMERAL_NONE)
			take_typed(ns, &n, at, place(ns, l, at, path, number));
		at += n.length;
	}
}

/* The words of a line that the document shows: of a block's opening, its
 * caption; of a picture, nothing that is counted. */
static struct str
words_of(const struct line *l, const struct blocks *bs)
{
	struct str args = l->args;
	size_t at = (size_t)-1, i = 0;

	if (l->kind == LINE_TEXT)
		return blocks_inside(bs) == BLOCK_IMAGE ? STR("") : l->text;
	if (l->kind != LINE_OPEN || l->block == NULL ||
	    (l->block->holds != HOLDS_ROWS && l->block->kind != BLOCK_IMAGE))
		return STR("");
	while ((i = str_find(args, STR("#"), i)) != (size_t)-1)
		at = i++;
	return at != (size_t)-1 ? str_cut(args, 0, at) : args;
}

void
numbers_add(struct numbers *ns, const char *path, struct str text)
{
	struct diag silent = { .to = NULL };
	struct blocks bs = { .path = path, .d = &silent };
	struct str whole, words;
	size_t number = 0;

	while (str_line(&text, &whole)) {
		struct line l = line_read(whole);

		number++;
		blocks_step(&bs, &l, number);
		if (l.kind == LINE_BLANK)
			continue;
		if (l.kind == LINE_COMMENT) {
			if (!is_ok(l.text))
				continue;
			end_ok(ns);
			ns->ok_open = true;
			ns->ok_at = line_place(&l, l.text.p, path, number);
			continue;
		}
		words = words_of(&l, &bs);
		if (words.n != 0)
			take_text(ns, &l, words, path, number);
		/* before a block, it explains the whole of it */
		if (l.kind == LINE_OPEN && ns->ok_block == 0)
			ns->ok_block = ns->ok_open ? bs.n : 0;
		if (bs.n < ns->ok_block)
			ns->ok_block = 0;
		if (ns->ok_block == 0)
			end_ok(ns);
	}
	end_ok(ns);
	ns->ok_block = 0;
	blocks_end(&bs);
	blocks_free(&bs);
}

/* Says whether a literal counts what a fact does. */
static bool
same_thing(const struct met *literal, const struct met *fact)
{
	return fact->sort == SORT_FACT && fact->noun.n != 0 &&
	       fact->unit.n != 0 && fact->value.n != 0 &&
	       str_equal(literal->noun, fact->noun) &&
	       str_equal(literal->unit, fact->unit);
}

/* Says whether a literal is what a fact says, be it as that shows, rounded to
 * 1.29万, or as it is, 12860. */
static bool
same_value(
    const struct numbers *ns, const struct met *literal, const struct met *fact)
{
	const struct fact *f = facts_find(ns->fs, fact->fact);
	struct buf plain = { 0 };
	bool same = str_equal(fact->value, literal->value) ||
		    (f != NULL && f->state == FACT_VALUE &&
			numeral_value(f->shown, &plain) &&
			str_equal(buf_str(&plain), literal->value));

	buf_free(&plain);
	return same;
}

/* The use of a fact that a literal number stands for, or contradicts. */
static const struct met *
twin(const struct numbers *ns, const struct met *literal)
{
	const struct met *other = NULL;
	size_t i;

	if (literal->sort != SORT_LITERAL || !literal->compares ||
	    literal->noun.n == 0 || literal->unit.n == 0 ||
	    literal->value.n == 0)
		return NULL;
	for (i = 0; i < ns->n; i++) {
		if (!same_thing(literal, ns->list + i))
			continue;
		if (same_value(ns, literal, ns->list + i))
			return ns->list + i;
		other = ns->list + i;
	}
	return other;
}

static void
tell_literal(struct numbers *ns, const struct met *m)
{
	const struct met *t = twin(ns, m);

	if (t == NULL)
		diag_say(ns->d, m->at, LEVEL_WARNING, "unexplained",
		    "%.*s comes from no fact; put it into facts.txt, or "
		    "`%%ok numbers: why` before the line",
		    STR_ARG(m->text));
	else if (same_value(ns, m, t))
		diag_say(ns->d, m->at, LEVEL_WARNING, "placeholder",
		    "%.*s%.*s is what %.*s says; write {{%.*s}}",
		    STR_ARG(m->noun), STR_ARG(m->text), STR_ARG(t->fact),
		    STR_ARG(t->typed));
	else
		diag_say(ns->d, m->at, LEVEL_ERROR, "contradiction",
		    "%.*s%.*s, but %.*s is %.*s (%s:%zu:%zu); write {{%.*s}}, "
		    "or say what else is counted",
		    STR_ARG(m->noun), STR_ARG(m->text), STR_ARG(t->fact),
		    STR_ARG(t->value), t->at.path, t->at.line, t->at.column,
		    STR_ARG(t->typed));
}

static void
tell(struct numbers *ns, const struct met *m)
{
	const struct fact *f;

	switch (m->sort) {
	case SORT_FACT:
		f = facts_find(ns->fs, m->fact);
		diag_say(ns->d, m->at, LEVEL_NOTE, "fact",
		    "%.*s is %.*s (%.*s)", STR_ARG(m->text), STR_ARG(m->fact),
		    f != NULL ? (int)f->origin.n : 0,
		    f != NULL ? f->origin.p : "");
		break;
	case SORT_LITERAL:
		tell_literal(ns, m);
		break;
	default:
		diag_say(ns->d, m->at, LEVEL_NOTE,
		    m->sort == SORT_DATE      ? "date"
		    : m->sort == SORT_ORDINAL ? "ordinal"
		    : m->sort == SORT_NAME    ? "name"
					      : "ok",
		    "%.*s", STR_ARG(m->text));
	}
}

void
numbers_end(struct numbers *ns, struct buf *out)
{
	size_t counts[SORTS] = { 0 }, all = 0, i, need, fine;

	for (i = 0; i < ns->n; i++) {
		tell(ns, ns->list + i);
		counts[ns->list[i].sort] += ns->list[i].count;
		all += ns->list[i].count;
	}
	buf_addf(out, "%zu number%s:", all, all == 1 ? "" : "s");
	for (i = 0; i < SORTS; i++)
		buf_addf(
		    out, "%s %zu %s", i != 0 ? "," : "", counts[i], titles[i]);
	fine = counts[SORT_FACT] + counts[SORT_OK];
	need = fine + counts[SORT_LITERAL];
	buf_addf(out, "\ncoverage: %zu of %zu that need a source, %zu.%zu%%\n",
	    fine, need, need != 0 ? 100 * fine / need : 100,
	    need != 0 ? 1000 * fine / need % 10 : 0);
}

void
numbers_free(struct numbers *ns)
{
	size_t i;

	for (i = 0; i < ns->kept_n; i++)
		buf_free(&ns->kept[i]);
	free(ns->kept);
	free(ns->list);
	shown_free(&ns->shown);
	numerals_free(ns->numerals);
	nouns_free(ns->nouns);
	free(ns);
}
