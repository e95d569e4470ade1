/* hunk: one change, and where it belongs in the author's files */
#include <stdlib.h>

#include "die.h"
#include "hunk.h"

#define NONE ((size_t)-1)

static bool
ends_any(const struct docstream *s, size_t at, size_t n)
{
	return hunk_ends(s, at, n, true) || hunk_ends(s, at, n, false);
}

/* Tells another content of a table that a fact gives; false where a paragraph
 * of the sent copy is no part of one. */
static bool
tell_table(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	const struct docstream *sent = &m->sent;
	const struct stream_paragraph *p;
	const struct manifest_mark *v;
	struct source_char at = { 0 };
	struct buf old = { 0 }, new = { 0 };
	size_t *list, n;

	if (sent->n == 0)
		return false;
	p = &sent->list[docstream_paragraph(sent, k->old_at)];
	if (p->value == 0 && k->old_n == 0 && k->old_at > 0)
		p = &sent->list[docstream_paragraph(sent, k->old_at - 1)];
	n = hunk_chars(m, p->from, p->end - p->from, &list);
	free(list);
	if (p->value == 0 || p->value > m->marks->values_n || n != 0 ||
	    hunk_ends(sent, p->end - 1, 1, true))
		return false;
	v = &m->marks->values[p->value - 1];
	if (v->section >= m->files_n)
		return false;
	at.section = v->section;
	at.line = v->line;
	at.column = 1;
	/* the whole cell, where it is a part of one */
	if (k->old_at >= p->from && k->old_at + k->old_n < p->end &&
	    !ends_any(h->back, k->new_at, k->new_n)) {
		hunk_text(sent, p->from, p->end - 1 - p->from, &old);
		hunk_text(sent, p->from, k->old_at - p->from, &new);
		hunk_text(h->back, k->new_at, k->new_n, &new);
		hunk_text(sent, k->old_at + k->old_n,
		    p->end - 1 - k->old_at - k->old_n, &new);
	} else {
		hunk_text(sent, k->old_at, k->old_n, &old);
		hunk_text(h->back, k->new_at, k->new_n, &new);
	}
	hunk_note(h, MERGE_PROPOSAL, &at, buf_str(&v->fact), buf_str(&old),
	    buf_str(&new));
	buf_free(&old);
	buf_free(&new);
	return true;
}

/* The place that the manifest gives what a hunk changes; false for none. */
static bool
find_place(const struct merge *m, const struct hunk *k, struct source_char *at)
{
	const struct docstream *sent = &m->sent;
	size_t block;

	if (sent->n == 0)
		return false;
	block = sent->list[docstream_paragraph(sent, k->old_at)].block;
	if (block == 0 || block > m->marks->blocks_n ||
	    m->marks->blocks[block - 1].section >= m->files_n)
		return false;
	*at = (struct source_char){
		.section = m->marks->blocks[block - 1].section,
		.line = m->marks->blocks[block - 1].line,
		.column = 1,
	};
	return true;
}

void
hunk_unplaced(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	struct source_char place;
	const struct source_char *at = NULL;
	struct buf old = { 0 }, new = { 0 };

	if (n == 0 && tell_table(h, k))
		return;
	if (n != 0)
		at = &h->m->base.chars[list[0]];
	else if (find_place(h->m, k, &place))
		at = &place;
	hunk_text(&h->m->sent, k->old_at, k->old_n, &old);
	hunk_text(h->back, k->new_at, k->new_n, &new);
	hunk_note(h, MERGE_UNPLACED, at, STR(""), buf_str(&old), buf_str(&new));
	buf_free(&old);
	buf_free(&new);
}

/* Places what has come where nothing was deleted: behind the character before
 * it in its paragraph, else before the one behind. What typeset wrote there is
 * neither. */
static bool
place_insertion(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	const struct docstream *sent = &m->sent;
	const struct source_char *c = m->base.chars, *a = NULL, *b = NULL, *at;
	size_t here = sent->chars[k->old_at];
	bool starts = k->old_at == 0 || ends_any(sent, k->old_at - 1, 1),
	     ends = k->old_at == sent->tokens.n || ends_any(sent, k->old_at, 1);
	struct merge_edit e = { .text = { 0 } };
	struct buf come = { 0 };
	bool before;

	if (!starts && m->to_base[here - 1] != NONE)
		a = &c[m->to_base[here - 1]];
	if (k->old_at < sent->tokens.n && m->to_base[here] != NONE)
		b = &c[m->to_base[here]];
	if (a != NULL && b != NULL && hunk_same(a, b)) {
		hunk_text(h->back, k->new_at, k->new_n, &come);
		hunk_value(h, m->to_base[here], buf_str(&come));
		buf_free(&come);
		return true;
	}
	/* behind what was made, before what was typed */
	before = b != NULL && !ends && b->origin == PROSE_TYPED &&
		 (a == NULL || a->origin == PROSE_MADE);
	if (a == NULL && b != NULL && b->origin != PROSE_MADE)
		before = before || !ends ||
			 (starts && !hunk_ends(sent, k->old_at, 1, false));
	if (a == NULL && !before)
		return false;
	at = before ? b : a;
	e.section = at->section;
	e.line = e.end_line = at->line;
	e.column = e.end_column = at == a ? at->end_column : at->column;
	hunk_typed(h, k->new_at, k->new_n, at, at == b && starts, &e.text);
	hunk_edit(h, e);
	return true;
}

/* Takes away the footnotes whose marks a hunk deletes. */
static void
delete_notes(struct hunks *h, const struct hunk *k)
{
	const struct docstream *sent = &h->m->sent;
	struct buf text = { 0 };
	size_t i, note;

	for (i = k->old_at; i < k->old_at + k->old_n; i++) {
		if (!str_equal(sent->tokens.list[i].text, STR(STREAM_NOTE)))
			continue;
		note = docstream_note(sent, i);
		if (note == NONE || hunk_unnote(h, note))
			continue;
		buf_clear(&text);
		hunk_text(sent, sent->list[note].from,
		    sent->list[note].end - sent->list[note].from, &text);
		hunk_note(
		    h, MERGE_UNPLACED, NULL, STR(""), buf_str(&text), STR(""));
	}
	buf_free(&text);
}

/* Says whether the tokens that a hunk deletes are nothing but notes' marks. */
static bool
only_notes(const struct hunks *h, const struct hunk *k)
{
	size_t i;

	for (i = k->old_at; i < k->old_at + k->old_n; i++)
		if (!str_equal(
			h->m->sent.tokens.list[i].text, STR(STREAM_NOTE)))
			return false;
	return true;
}

/* The next token of a stretch that ends a paragraph, a cell or a row. */
static size_t
next_ending(const struct docstream *s, size_t at, size_t end)
{
	while (at < end && !ends_any(s, at, 1))
		at++;
	return at;
}

/* Places a hunk paragraph by paragraph where both sides have the same ones;
 * false where they have not, or none. */
static bool
place_parts(struct hunks *h, const struct hunk *k)
{
	const struct docstream *sent = &h->m->sent, *back = h->back;
	size_t a = k->old_at, b = k->new_at, a_end = a + k->old_n,
	       b_end = b + k->new_n, i, j;
	bool same = true, any = false;

	for (i = a, j = b; same; i++, j++, any = true) {
		i = next_ending(sent, i, a_end);
		j = next_ending(back, j, b_end);
		if (i == a_end || j == b_end)
			break;
		same = str_equal(
		    sent->tokens.list[i].text, back->tokens.list[j].text);
	}
	if (!same || !any || i != a_end || j != b_end)
		return false;
	for (; a <= a_end; a = i + 1, b = j + 1) {
		struct hunk part;

		i = next_ending(sent, a, a_end);
		j = next_ending(back, b, b_end);
		part = (struct hunk){ a, i - a, b, j - b };
		if (part.old_n != 0 || part.new_n != 0)
			hunk_place(h, &part);
	}
	return true;
}

void
hunk_place(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	size_t *list, n;
	bool fine = false;

	if (place_parts(h, k))
		return;
	delete_notes(h, k);
	if (hunk_lines(h, k))
		return;
	n = hunk_chars(m, k->old_at, k->old_n, &list);
	if (!hunk_ends(&m->sent, k->old_at, k->old_n, false) &&
	    !hunk_ends(h->back, k->new_at, k->new_n, false)) {
		if (k->old_n == 0) {
			fine = hunk_fill(h, k) || place_insertion(h, k);
		} else if (only_notes(h, k)) {
			struct hunk rest = { k->old_at + k->old_n, 0, k->new_at,
				k->new_n };

			fine = rest.new_n == 0 || place_insertion(h, &rest);
		} else if (n != 0 &&
			   hunk_ends(&m->sent, k->old_at, k->old_n, true)) {
			fine = hunk_join(h, k, list, n);
		} else if (n != 0) {
			hunk_change(h, k, list, n);
			fine = true;
		}
	}
	if (!fine)
		hunk_unplaced(h, k, list, n);
	free(list);
}

/* A paragraph's end that was put in stands before it, or behind: takes it to
 * be behind, as whole lines are. The same with what was taken out. */
static void
slide(const struct hunks *h, struct hunk *k)
{
	const struct docstream *sent = &h->m->sent, *back = h->back;
	const struct token *a = sent->tokens.list + k->old_at,
			   *b = back->tokens.list + k->new_at;

	if ((k->old_n != 0 && k->new_n != 0) ||
	    k->old_at + k->old_n >= sent->tokens.n ||
	    k->new_at + k->new_n >= back->tokens.n || a->id != b->id ||
	    !ends_any(sent, k->old_at, 1))
		return;
	k->old_at++;
	k->new_at++;
}

/* Places what was changed in the footnotes whose marks stand in both. */
static void
place_notes(struct hunks *h, size_t old, size_t new, size_t n)
{
	const struct docstream *sent = &h->m->sent, *back = h->back;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!str_equal(
			sent->tokens.list[old + i].text, STR(STREAM_NOTE)))
			continue;
		if (docstream_note(sent, old + i) != NONE &&
		    docstream_note(back, new + i) != NONE)
			hunk_inside(h, docstream_note(sent, old + i),
			    docstream_note(back, new + i));
	}
}

void
hunk_places(struct hunks *h, const struct comparison *c, size_t old, size_t new)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		const struct stretch *s = &c->list[i];
		struct hunk k = { old + s->old_at, s->old_n, new + s->new_at,
			s->new_n };

		if (s->change == CHANGE_NONE) {
			place_notes(h, k.old_at, k.new_at, s->old_n);
			continue;
		}
		if (s->change == CHANGE_DELETED && i + 1 < c->n &&
		    c->list[i + 1].change == CHANGE_INSERTED &&
		    c->list[i + 1].new_at == s->new_at)
			k.new_n = c->list[++i].new_n;
		slide(h, &k);
		hunk_place(h, &k);
	}
}

void
hunk_inside(struct hunks *h, size_t old, size_t new)
{
	const struct docstream *sent = &h->m->sent, *back = h->back;
	const struct stream_paragraph *p = &sent->list[old],
				      *q = &back->list[new];
	/* both end: that is no change */
	struct tokens a = { sent->tokens.list + p->from, p->end - p->from - 1 },
		      b = { back->tokens.list + q->from, q->end - q->from - 1 };
	struct comparison c = { 0 };

	compare(&a, &b, &c);
	hunk_places(h, &c, p->from, q->from);
	comparison_free(&c);
}
