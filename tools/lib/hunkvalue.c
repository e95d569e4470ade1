/* hunkvalue: changes that meet placeholders */
#include <stdlib.h>

#include "die.h"
#include "hunk.h"
#include "marks.h"
#include "utf8.h"

/* A stretch of the characters that a hunk deletes. */
struct atom {
	size_t from, n; /* in the list of characters */
	const struct source_char *at;
	size_t piece_from, piece_n; /* of a placeholder: all its characters */
};

/* Says whether the character of a list stands right behind the one before it:
 * nothing, markup neither, is between them. */
static bool
follows(const struct merge *m, const size_t *list, size_t i)
{
	const struct source_char *c = m->base.chars;

	return list[i] == list[i - 1] + 1 &&
	       c[list[i]].line == c[list[i - 1]].line &&
	       c[list[i]].column == c[list[i - 1]].end_column;
}

/* Reads the atom at character i of the list. */
static struct atom
read_atom(const struct merge *m, const size_t *list, size_t n, size_t i)
{
	const struct source_char *c = m->base.chars;
	struct atom a = { .from = i, .n = 1, .at = &c[list[i]] };
	size_t from = list[i], end = list[i] + 1;

	while (
	    i + a.n < n && (a.at->origin == PROSE_TYPED
				   ? c[list[i + a.n]].origin == PROSE_TYPED &&
					 follows(m, list, i + a.n)
				   : hunk_same(a.at, &c[list[i + a.n]])))
		a.n++;
	while (a.at->origin != PROSE_TYPED && from > 0 &&
	       hunk_same(a.at, &c[from - 1]))
		from--;
	while (a.at->origin != PROSE_TYPED && end < m->base.n &&
	       hunk_same(a.at, &c[end]))
		end++;
	a.piece_from = from;
	a.piece_n = end - from;
	return a;
}

/* The fact of a placeholder: the name in what was typed there. */
static void
put_fact(const struct merge *m, const struct source_char *at, struct buf *out)
{
	struct str text = m->texts[at->section], line = STR("");
	struct mark mark;
	size_t i, n;

	for (n = 0; n < at->line; n++)
		if (!str_line(&text, &line))
			return;
	for (i = 0; i < line.n; i++) {
		if (!mark_read(line, i, &mark))
			continue;
		if (mark.kind == MARK_IS_VALUE &&
		    marks_column(line, i) == at->column) {
			for (n = 0; n < mark.typed.n &&
				    utf8_markup(mark.typed, n, '|') == 0;)
				n++;
			buf_adds(out, utf8_trim(str_cut(mark.typed, 0, n)));
			return;
		}
		i += mark.length - 1;
	}
}

/* Adds the characters of base from one on, as plain text. */
static void
put_base(const struct merge *m, size_t from, size_t n, struct buf *out)
{
	buf_add(out, m->plain.p + m->plain_at[from],
	    m->plain_at[from + n] - m->plain_at[from]);
}

/* Adds to the proposal told last, where it is for the same placeholder: the
 * bytes of old from first to last make room for come there, too. */
static bool
add_to_last(struct hunks *h, enum merge_kind kind, const struct source_char *at,
    struct str old, size_t first, size_t last, struct str come)
{
	struct merged *out = h->out;
	struct merge_note *n;
	struct buf new = { 0 };
	size_t kept;

	if (out->notes_n == 0)
		return false;
	n = &out->notes[out->notes_n - 1];
	if (n->kind != kind || n->section != at->section ||
	    n->line != at->line || n->column != at->column ||
	    !str_equal(buf_str(&n->old), old) || n->new.n < old.n - first)
		return false;
	/* what stands behind is still as it was */
	kept = n->new.n - (old.n - first);
	if (!str_equal(str_from(buf_str(&n->new), kept), str_from(old, first)))
		return false;
	buf_adds(&new, str_cut(buf_str(&n->new), 0, kept));
	buf_adds(&new, come);
	buf_adds(&new, str_from(old, last));
	buf_free(&n->new);
	n->new = new;
	return true;
}

/* Tells that a value should be another: the part of it that is deleted makes
 * room for come. */
static void
propose(
    struct hunks *h, const size_t *list, const struct atom *a, struct str come)
{
	const struct merge *m = h->m;
	size_t first = list[a->from],
	       last = a->n != 0 ? list[a->from + a->n - 1] + 1 : first;
	size_t from = m->plain_at[a->piece_from];
	enum merge_kind kind =
	    a->at->origin == PROSE_VALUE ? MERGE_PROPOSAL : MERGE_MADE;
	struct buf fact = { 0 }, old = { 0 }, new = { 0 };

	put_fact(m, a->at, &fact);
	put_base(m, a->piece_from, a->piece_n, &old);
	put_base(m, a->piece_from, first - a->piece_from, &new);
	buf_adds(&new, come);
	put_base(m, last, a->piece_from + a->piece_n - last, &new);
	if (!add_to_last(h, kind, a->at, buf_str(&old),
		m->plain_at[first] - from, m->plain_at[last] - from, come))
		hunk_note(h, kind, a->at, buf_str(&fact), buf_str(&old),
		    buf_str(&new));
	buf_free(&fact);
	buf_free(&old);
	buf_free(&new);
}

void
hunk_value(struct hunks *h, size_t at, struct str come)
{
	struct atom a = read_atom(h->m, &at, 1, 0);

	a.n = 0;
	propose(h, &at, &a, come);
}

/* Replaces an atom by tokens. */
static void
replace(struct hunks *h, const size_t *list, const struct atom *a,
    const struct hunk *k)
{
	const struct source_char *c = h->m->base.chars,
				 *last = &c[list[a->from + a->n - 1]];
	struct merge_edit e = { a->at->section, a->at->line, a->at->column,
		last->line, last->end_column, { 0 } };

	hunk_typed(h, k->new_at, k->new_n, a->at, a->at->column == 1, &e.text);
	hunk_edit(h, e);
}

/* The first number among tokens, by which one that was edited is known; n
 * where there is none. */
static size_t
find_number(const struct docstream *s, size_t at, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s->tokens.list[at + i].kind == TOKEN_NUMBER)
			break;
	return i;
}

static bool
is_number(const struct merge *m, const struct atom *a)
{
	char c = m->plain.p[m->plain_at[a->piece_from]];

	return c >= '0' && c <= '9';
}

/* The atoms of a hunk. */
struct atoms {
	struct atom *list;
	size_t n, values; /* how many are values */
	size_t number; /* one of them that is a number */
	bool placed; /* something is among them that was not typed */
};

static void
read_atoms(
    const struct merge *m, const size_t *list, size_t n, struct atoms *as)
{
	size_t i;

	*as = (struct atoms){ .n = 0 };
	for (i = 0; i < n;) {
		struct atom a = read_atom(m, list, n, i);

		as->list = mem_more(as->list, as->n, sizeof(*as->list));
		if (a.at->origin == PROSE_VALUE) {
			if (is_number(m, &a))
				as->number = as->n;
			as->values++;
		}
		as->placed = as->placed || a.at->origin != PROSE_TYPED;
		as->list[as->n++] = a;
		i += a.n;
	}
}

/* Says whether an atom stays whatever comes: a number that is made, or a value
 * of which only a part goes. */
static bool
stays(const struct atom *a)
{
	return a->at->origin == PROSE_MADE ||
	       (a->at->origin != PROSE_TYPED && a->n < a->piece_n);
}

/* Puts the tokens of a hunk before an atom, or behind it. */
static void
put_beside(
    struct hunks *h, const struct atom *a, bool behind, const struct hunk *k)
{
	size_t column = behind ? a->at->end_column : a->at->column;
	struct merge_edit e = { a->at->section, a->at->line, column,
		a->at->line, column, { 0 } };

	if (k->new_n == 0)
		return;
	hunk_typed(h, k->new_at, k->new_n, a->at, column == 1, &e.text);
	hunk_edit(h, e);
}

/* Replaces the atoms from first to end by the tokens of a hunk: the first that
 * goes takes them; where all stay, they come beside. */
static void
replace_atoms(struct hunks *h, const size_t *list, const struct atoms *as,
    size_t first, size_t end, struct hunk k)
{
	size_t i;

	for (i = first; i < end; i++) {
		const struct atom *a = &as->list[i];

		if (stays(a)) {
			propose(h, list, a, STR(""));
			continue;
		}
		replace(h, list, a, &k);
		k.new_n = 0;
	}
	if (as->n == 0)
		return;
	if (end < as->n)
		put_beside(h, &as->list[end], false, &k);
	else
		put_beside(h, &as->list[end - 1], true, &k);
}

/* Says whether a character of base is typed and is the one at byte at of text;
 * n is its length. */
static bool
is_typed(
    const struct merge *m, size_t base, struct str text, size_t at, size_t n)
{
	return m->base.chars[base].origin == PROSE_TYPED &&
	       m->plain_at[base + 1] - m->plain_at[base] == n &&
	       str_equal(str_cut(text, at, n),
		   (struct str){ m->plain.p + m->plain_at[base], n });
}

/* A value and what was typed beside it may be one number to a reader: takes
 * what both sides have, but for the value, off the list and off the text. */
static void
trim(const struct merge *m, const size_t **list, size_t *n, struct str *text)
{
	uint32_t c;
	size_t length;

	while (*n > 0 && text->n != 0 &&
	       (length = utf8_next(*text, 0, &c)) != 0 &&
	       is_typed(m, **list, *text, 0, length)) {
		*text = str_from(*text, length);
		++*list;
		--*n;
	}
	while (*n > 0 && text->n != 0) {
		for (length = 1;
		     length < text->n &&
		     ((unsigned char)text->p[text->n - length] & 0xC0) == 0x80;)
			length++;
		if (!is_typed(
			m, (*list)[*n - 1], *text, text->n - length, length))
			break;
		text->n -= length;
		--*n;
	}
}

/* Says whether an atom is a value that becomes another by what has come. */
static bool
is_other_value(const struct atom *a, struct str come)
{
	return a->at->origin != PROSE_TYPED &&
	       (come.n != 0 || a->n < a->piece_n ||
		   a->at->origin == PROSE_MADE);
}

/* Tells another value where what is left of a hunk is that alone. */
static bool
change_value(struct hunks *h, const size_t *list, size_t n, struct str come)
{
	struct atoms as;
	bool fine;

	trim(h->m, &list, &n, &come);
	read_atoms(h->m, list, n, &as);
	fine = as.n == 1 && is_other_value(&as.list[0], come);
	if (fine)
		propose(h, list, &as.list[0], come);
	free(as.list);
	return fine;
}

void
hunk_change(struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	struct atoms as;
	struct buf come = { 0 };
	size_t number = find_number(h->back, k->new_at, k->new_n);
	struct hunk before = *k, behind = *k;

	read_atoms(h->m, list, n, &as);
	hunk_text(h->back, k->new_at, k->new_n, &come);
	if (as.placed && change_value(h, list, n, buf_str(&come))) {
		;
	} else if (as.values == 1 && number < k->new_n &&
		   as.list[as.number].at->origin == PROSE_VALUE &&
		   is_number(h->m, &as.list[as.number])) {
		buf_clear(&come);
		hunk_text(h->back, k->new_at + number, 1, &come);
		before.new_n = number;
		behind.new_at += number + 1;
		behind.new_n -= number + 1;
		replace_atoms(h, list, &as, 0, as.number, before);
		propose(h, list, &as.list[as.number], buf_str(&come));
		replace_atoms(h, list, &as, as.number + 1, as.n, behind);
	} else {
		replace_atoms(h, list, &as, 0, as.n, *k);
	}
	free(as.list);
	buf_free(&come);
}
