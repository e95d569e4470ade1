/* numbers: where each number of a report comes from */
#include <stdlib.h>

#include "die.h"
#include "grammar.h"
#include "heading.h"
#include "lang.h"
#include "marks.h"
#include "mention.h"
#include "noun.h"
#include "numbers.h"
#include "numeral.h"
#include "remarks.h"
#include "shown.h"
#include "twin.h"
#include "utf8.h"

static const char *const titles[MENTION_SORTS] = {
	[MENTION_FACT] = "from facts",
	[MENTION_DATE] = LANG_WORD("dates"),
	[MENTION_ORDINAL] = LANG_WORD("ordinals"),
	[MENTION_NAME] = "in names",
	[MENTION_OK] = "explained by %ok",
	[MENTION_LITERAL] = LANG_WORD("unexplained"),
};

struct numbers {
	const struct facts *fs;
	struct diag *d;
	struct numerals *numerals;
	struct nouns *nouns;
	struct mentions mentions;
	struct twins *twins; /* once all numbers are there */
	struct shown shown;
	/* the place in the report */
	const char *path;
	size_t line;
	struct marks_count column;
	struct noun_scope scope;
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

/* The place of byte at of the shown text, which is not before the last one
 * asked for. */
static struct place
place(struct numbers *ns, size_t at)
{
	return (struct place){ ns->path, ns->line,
		marks_column_at(&ns->column, shown_source(&ns->shown, at)) };
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
take_fact(struct numbers *ns, const struct shown_piece *p)
{
	struct str text = buf_str(&ns->shown.text);
	struct str value = str_cut(text, p->at, p->n), rest;
	const struct fact *f = facts_find(ns->fs, mark_name(&p->mark));
	struct mention m = {
		.at = place(ns, p->at), .sort = MENTION_FACT, .text = value
	};
	struct buf plain = { 0 };
	struct numeral n;

	m.count = mark_table(value) ? count_in(ns, value) : 1;
	if ((f != NULL && f->state == FACT_MASK) || count_in(ns, value) == 0)
		return p->n;
	m.fact = mentions_keep(&ns->mentions, mark_name(&p->mark));
	m.typed = mentions_keep(&ns->mentions, utf8_trim(p->mark.typed));
	if (mark_table(value)) {
		m.text = STR("table");
		mentions_add(&ns->mentions, m);
		return p->n;
	}
	/* with what follows it, so that it has its unit */
	rest = str_from(text, p->at);
	numeral_read(ns->numerals, rest, 0, &n);
	if (n.kind == NUMERAL_NUMBER && n.length >= p->n) {
		if (numeral_value(n.digits, &plain))
			m.value = mentions_keep(&ns->mentions, buf_str(&plain));
		m.noun = mentions_keep(
		    &ns->mentions, noun_before(ns->nouns, text, p->at));
		m.unit = mentions_keep(&ns->mentions, n.unit);
	} else {
		n.length = p->n;
	}
	m.text = mentions_keep(&ns->mentions, str_cut(rest, 0, n.length));
	mentions_add(&ns->mentions, m);
	buf_free(&plain);
	return n.length;
}

static enum mention_sort
sort_of(const struct numbers *ns, enum numeral_kind kind)
{
	switch (kind) {
	case NUMERAL_DATE:
		return MENTION_DATE;
	case NUMERAL_ORDINAL:
		return MENTION_ORDINAL;
	case NUMERAL_NAME:
		return MENTION_NAME;
	default:
		return ns->ok_open ? MENTION_OK : MENTION_LITERAL;
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
take_typed(struct numbers *ns, const struct numeral *n, size_t at)
{
	struct str text = buf_str(&ns->shown.text);
	struct mention m = {
		.at = place(ns, at), .sort = sort_of(ns, n->kind), .count = 1
	};
	const struct shown_piece *fact = fact_in(ns, at, n->length);
	struct buf plain = { 0 };

	m.text = mentions_keep(&ns->mentions, str_cut(text, at, n->length));
	if (fact != NULL) {
		m.sort = MENTION_FACT;
		m.fact = mentions_keep(&ns->mentions, mark_name(&fact->mark));
	} else if (n->kind == NUMERAL_NUMBER) {
		if (numeral_value(n->digits, &plain))
			m.value = mentions_keep(&ns->mentions, buf_str(&plain));
		m.noun = mentions_keep(
		    &ns->mentions, noun_before(ns->nouns, text, at));
		m.unit = mentions_keep(&ns->mentions, n->unit);
		m.compares =
		    !ns->ok_open && !noun_elsewhere(ns->nouns, &ns->scope, at);
		ns->ok_used = ns->ok_used || ns->ok_open;
	}
	mentions_add(&ns->mentions, m);
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

/* Takes the words of a line. */
static void
take_text(struct numbers *ns, const struct line *l, struct str text)
{
	struct numeral n;
	struct heading h;
	struct str shown;
	size_t at = 0;

	ns->column = (struct marks_count){ l->whole.p, 1 };
	shown_read(&ns->shown, text);
	shown = buf_str(&ns->shown.text);
	ns->scope = (struct noun_scope){ .text = shown };
	if (heading_read(shown, &h))
		at = h.length;
	while (at < shown.n) {
		const struct shown_piece *p = shown_at(&ns->shown, at);

		if (p->mark.kind == MARK_IS_VALUE && p->at == at) {
			at += take_fact(ns, p);
			continue;
		}
		if (p->mark.kind == MARK_IS_NUMBER) {
			at = p->at + p->n;
			continue;
		}
		numeral_read(ns->numerals, shown, at, &n);
		if (n.kind != NUMERAL_NONE)
			take_typed(ns, &n, at);
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

	ns->path = path;
	for (ns->line = 1; str_line(&text, &whole); ns->line++) {
		struct line l = line_read(whole);

		blocks_step(&bs, &l, ns->line);
		if (l.kind == LINE_BLANK)
			continue;
		if (l.kind == LINE_COMMENT) {
			if (!is_ok(l.text))
				continue;
			end_ok(ns);
			ns->ok_open = true;
			ns->ok_at = line_place(&l, l.text.p, path, ns->line);
			continue;
		}
		words = words_of(&l, &bs);
		if (words.n != 0)
			take_text(ns, &l, words);
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

static void
tell_literal(struct numbers *ns, const struct mention *m)
{
	bool same;
	const struct mention *t = twins_find(ns->twins, m, &same);

	if (t == NULL)
		diag_say(ns->d, m->at, LEVEL_WARNING, "unexplained",
		    "%.*s comes from no fact; put it into facts.txt, or "
		    "`%%ok numbers: why` before the line",
		    STR_ARG(m->text));
	else if (same)
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
tell(struct numbers *ns, const struct mention *m)
{
	const struct fact *f;

	switch (m->sort) {
	case MENTION_FACT:
		f = facts_find(ns->fs, m->fact);
		diag_say(ns->d, m->at, LEVEL_NOTE, "fact",
		    "%.*s is %.*s (%.*s)", STR_ARG(m->text), STR_ARG(m->fact),
		    f != NULL ? (int)f->origin.n : 0,
		    f != NULL ? f->origin.p : "");
		break;
	case MENTION_LITERAL:
		tell_literal(ns, m);
		break;
	default:
		diag_say(ns->d, m->at, LEVEL_NOTE,
		    m->sort == MENTION_DATE      ? "date"
		    : m->sort == MENTION_ORDINAL ? "ordinal"
		    : m->sort == MENTION_NAME    ? "name"
						 : "ok",
		    "%.*s", STR_ARG(m->text));
	}
}

void
numbers_end(struct numbers *ns, struct buf *out)
{
	size_t counts[MENTION_SORTS] = { 0 }, all = 0, i, need, fine;

	ns->twins = twins_new(&ns->mentions, ns->fs);
	for (i = 0; i < ns->mentions.n; i++) {
		const struct mention *m = ns->mentions.list + i;

		tell(ns, m);
		counts[m->sort] += m->count;
		all += m->count;
	}
	twins_free(ns->twins);
	buf_addf(
	    out, lang_text(all == 1 ? "%zu number:" : "%zu numbers:"), all);
	for (i = 0; i < MENTION_SORTS; i++)
		buf_addf(out, lang_text(i != 0 ? ", %zu %s" : " %zu %s"),
		    counts[i], lang_text(titles[i]));
	fine = counts[MENTION_FACT] + counts[MENTION_OK];
	need = fine + counts[MENTION_LITERAL];
	buf_addf(out,
	    lang_text("\ncoverage: %zu of %zu that need a source, %zu.%zu%%\n"),
	    fine, need, need != 0 ? 100 * fine / need : 100,
	    need != 0 ? 1000 * fine / need % 10 : 0);
}

void
numbers_free(struct numbers *ns)
{
	mentions_free(&ns->mentions);
	shown_free(&ns->shown);
	numerals_free(ns->numerals);
	nouns_free(ns->nouns);
	free(ns);
}
