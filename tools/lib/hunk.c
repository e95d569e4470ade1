/* hunk: one change, and where it belongs in the author's files */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "hunk.h"
#include "marks.h"
#include "utf8.h"
#include "xmlout.h"

#define NONE ((size_t)-1)

static bool
same_edit(const struct merge_edit *a, const struct merge_edit *b)
{
	return a->section == b->section && a->line == b->line &&
	       a->column == b->column && a->end_line == b->end_line &&
	       a->end_column == b->end_column &&
	       str_equal(buf_str(&a->text), buf_str(&b->text));
}

void
hunk_edit(struct hunks *h, struct merge_edit e)
{
	struct merged *out = h->out;
	size_t i;

	for (i = 0; h->skip != NULL && i < h->skip->n; i++)
		if (same_edit(&h->skip->edits[i], &e)) {
			buf_free(&e.text);
			return;
		}
	out->edits = mem_more(out->edits, out->n, sizeof(*out->edits));
	out->edits[out->n++] = e;
}

static bool
same_note(const struct merge_note *a, const struct merge_note *b)
{
	return a->kind == b->kind && a->section == b->section &&
	       a->line == b->line && a->column == b->column &&
	       str_equal(buf_str(&a->old), buf_str(&b->old)) &&
	       str_equal(buf_str(&a->new), buf_str(&b->new));
}

void
hunk_note(struct hunks *h, enum merge_kind kind, const struct source_char *at,
    struct str fact, struct str old, struct str new)
{
	struct merged *out = h->out;
	struct merge_note n = { .kind = kind };
	size_t i;

	if (at != NULL) {
		n.section = at->section;
		n.line = at->line;
		n.column = at->column;
	}
	buf_adds(&n.fact, fact);
	buf_adds(&n.old, old);
	buf_adds(&n.new, new);
	for (i = 0; h->skip != NULL && i < h->skip->notes_n; i++)
		if (same_note(&h->skip->notes[i], &n)) {
			buf_free(&n.fact);
			buf_free(&n.old);
			buf_free(&n.new);
			return;
		}
	out->notes = mem_more(out->notes, out->notes_n, sizeof(*out->notes));
	out->notes[out->notes_n++] = n;
}

void
hunk_text(const struct docstream *s, size_t at, size_t n, struct buf *out)
{
	size_t i;

	for (i = at; i < at + n; i++)
		xmlout_plain(out, s->tokens.list[i].text);
}

size_t
hunk_chars(const struct merge *m, size_t at, size_t n, size_t **list)
{
	size_t from = m->sent.chars[at], end = m->sent.chars[at + n], i,
	       found = 0;

	*list = mem_alloc((end - from + 1) * sizeof(**list));
	for (i = from; i < end; i++)
		if (m->to_base[i] != NONE)
			(*list)[found++] = m->to_base[i];
	return found;
}

/* Says whether two characters are of one placeholder, or one number. */
static bool
same_piece(const struct source_char *a, const struct source_char *b)
{
	return a->origin != PROSE_TYPED && a->origin == b->origin &&
	       a->section == b->section && a->line == b->line &&
	       a->column == b->column;
}

/* A stretch of the characters that a hunk deletes. */
struct atom {
	size_t from, n; /* in the list of characters */
	const struct source_char *at;
	size_t piece_from, piece_n; /* of a placeholder: all its characters */
};

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
					 list[i + a.n] == list[i] + a.n &&
					 c[list[i + a.n]].line == a.at->line
				   : same_piece(a.at, &c[list[i + a.n]])))
		a.n++;
	while (a.at->origin != PROSE_TYPED && from > 0 &&
	       same_piece(a.at, &c[from - 1]))
		from--;
	while (a.at->origin != PROSE_TYPED && end < m->base.n &&
	       same_piece(a.at, &c[end]))
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
	for (i = 0; i < line.n; i++)
		if (mark_read(line, i, &mark)) {
			if (marks_column(line, i) == at->column) {
				for (n = 0;
				     n < mark.typed.n &&
				     utf8_markup(mark.typed, n, '|') == 0;
				     n++)
					;
				buf_adds(
				    out, utf8_trim(str_cut(mark.typed, 0, n)));
				return;
			}
			i += mark.length - 1;
		}
}

/* Adds the characters of base from one on, as plain text. */
static void
put_base(const struct merge *m, size_t from, size_t n, struct buf *out)
{
	struct buf plain = { 0 };
	struct str s;
	uint32_t c;
	size_t i, at = 0, length;

	xmlout_plain(&plain, buf_str(&m->base.stream.text));
	s = buf_str(&plain);
	for (i = 0; i < from + n && (length = utf8_next(s, at, &c)) != 0; i++) {
		if (i >= from)
			buf_add(out, s.p + at, length);
		at += length;
	}
	buf_free(&plain);
}

/* Tells that a value should be another: the part of it that is deleted makes
 * room for come. */
static void
propose(
    struct hunks *h, const size_t *list, const struct atom *a, struct str come)
{
	const struct merge *m = h->m;
	size_t first = list[a->from], last = list[a->from + a->n - 1] + 1;
	struct buf fact = { 0 }, old = { 0 }, new = { 0 };

	put_fact(m, a->at, &fact);
	put_base(m, a->piece_from, a->piece_n, &old);
	put_base(m, a->piece_from, first - a->piece_from, &new);
	buf_adds(&new, come);
	put_base(m, last, a->piece_from + a->piece_n - last, &new);
	hunk_note(h, a->at->origin == PROSE_VALUE ? MERGE_PROPOSAL : MERGE_MADE,
	    a->at, buf_str(&fact), buf_str(&old), buf_str(&new));
	buf_free(&fact);
	buf_free(&old);
	buf_free(&new);
}

/* Says whether a line of a section that begins so is no plain text. */
static bool
begins_markup(struct str line)
{
	return line.n != 0 && (utf8_markup(line, 0, '#') != 0 ||
				  utf8_markup(line, 0, '%') != 0 ||
				  utf8_markup(line, 0, ':') != 0);
}

void
hunk_escape(struct str text, bool start, bool cell, struct buf *out)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		struct str rest = str_from(text, i);

		if (start && begins_markup(rest))
			buf_addc(out, '\\');
		start = text.p[i] == '\n';
		if (str_starts(rest, STR(STREAM_BREAK)) ||
		    str_starts(rest, STR(STREAM_NOTE))) {
			i += 2;
			continue;
		}
		if (text.p[i] == '\\' || text.p[i] == '{' || text.p[i] == '}' ||
		    (cell && text.p[i] == '|'))
			buf_addc(out, '\\');
		buf_addc(out, text.p[i]);
	}
}

/* Replaces an atom by text. */
static void
replace(
    struct hunks *h, const size_t *list, const struct atom *a, struct str text)
{
	const struct source_char *c = h->m->base.chars,
				 *last = &c[list[a->from + a->n - 1]];
	struct merge_edit e = { a->at->section, a->at->line, a->at->column,
		last->line, last->end_column, { 0 } };

	hunk_escape(text, false, a->at->kind == PROSE_CELL, &e.text);
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
	struct buf text = { 0 };
	bool digit;

	put_base(m, a->piece_from, 1, &text);
	digit = text.n == 1 && text.p[0] >= '0' && text.p[0] <= '9';
	buf_free(&text);
	return digit;
}

/* The atoms of a hunk. */
struct atoms {
	struct atom *list;
	size_t n, values,
	    number; /* how many are values; one that is a number */
};

static void
read_atoms(
    const struct merge *m, const size_t *list, size_t n, struct atoms *as)
{
	size_t i;

	for (i = 0; i < n;) {
		struct atom a = read_atom(m, list, n, i);

		as->list = mem_more(as->list, as->n, sizeof(*as->list));
		if (a.at->origin == PROSE_VALUE) {
			if (is_number(m, &a))
				as->number = as->n;
			as->values++;
		}
		as->list[as->n++] = a;
		i += a.n;
	}
}

/* Replaces the atoms from first to end by tokens: the first that was typed, or
 * a whole value, takes the text. */
static void
replace_atoms(struct hunks *h, const size_t *list, const struct atoms *as,
    size_t first, size_t end, struct str text)
{
	size_t i;

	for (i = first; i < end; i++) {
		const struct atom *a = &as->list[i];

		if (a->at->origin == PROSE_MADE ||
		    (a->at->origin != PROSE_TYPED && a->n < a->piece_n)) {
			propose(h, list, a, STR(""));
			continue;
		}
		replace(h, list, a, text);
		text = STR("");
	}
	if (text.n != 0)
		hunk_note(h, MERGE_UNPLACED, as->list[first].at, STR(""),
		    STR(""), text);
}

/* Places a change inside a paragraph that deletes something. */
static void
place_change(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	struct atoms as = { .list = NULL };
	struct buf come = { 0 }, before = { 0 }, behind = { 0 };
	size_t number = find_number(h->back, k->new_at, k->new_n);

	read_atoms(h->m, list, n, &as);
	hunk_text(h->back, k->new_at, k->new_n, &come);
	if (as.n == 1 && as.list[0].at->origin != PROSE_TYPED &&
	    (come.n != 0 || as.list[0].n < as.list[0].piece_n ||
		as.list[0].at->origin == PROSE_MADE)) {
		propose(h, list, &as.list[0], buf_str(&come));
	} else if (as.values == 1 && number < k->new_n &&
		   as.list[as.number].at->origin == PROSE_VALUE &&
		   is_number(h->m, &as.list[as.number])) {
		struct buf value = { 0 };

		hunk_text(h->back, k->new_at, number, &before);
		hunk_text(h->back, k->new_at + number, 1, &value);
		hunk_text(h->back, k->new_at + number + 1,
		    k->new_n - number - 1, &behind);
		replace_atoms(h, list, &as, 0, as.number, buf_str(&before));
		propose(h, list, &as.list[as.number], buf_str(&value));
		replace_atoms(
		    h, list, &as, as.number + 1, as.n, buf_str(&behind));
		buf_free(&value);
	} else {
		replace_atoms(h, list, &as, 0, as.n, buf_str(&come));
	}
	free(as.list);
	buf_free(&come);
	buf_free(&before);
	buf_free(&behind);
}

static bool
is_ending(const struct token *t, bool paragraph)
{
	bool p = str_equal(t->text, STR(STREAM_PARAGRAPH));

	return t->kind == TOKEN_BREAK &&
	       (paragraph ? p
			  : str_equal(t->text, STR(STREAM_CELL)) ||
				str_equal(t->text, STR(STREAM_ROW)));
}

static bool
has_ending(const struct docstream *s, size_t at, size_t n, bool paragraph)
{
	size_t i;

	for (i = at; i < at + n; i++)
		if (is_ending(&s->tokens.list[i], paragraph))
			return true;
	return false;
}

/* Tells a hunk that has no place, with what was there and what has come. */
static void
cannot_place(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	struct buf old = { 0 }, new = { 0 };

	hunk_text(&h->m->sent, k->old_at, k->old_n, &old);
	hunk_text(h->back, k->new_at, k->new_n, &new);
	hunk_note(h, MERGE_UNPLACED, n != 0 ? &h->m->base.chars[list[0]] : NULL,
	    STR(""), buf_str(&old), buf_str(&new));
	buf_free(&old);
	buf_free(&new);
}

/* Says whether the lines between two of a file are blank. */
static bool
only_blank(struct str file, size_t first, size_t last)
{
	struct str line;
	size_t number = 0;

	while (str_line(&file, &line))
		if (++number > first && number < last &&
		    utf8_trim(line).n != 0 &&
		    !str_equal(utf8_trim(line), STR("\r")))
			return false;
	return true;
}

static bool
is_text(const struct source_char *c)
{
	return c->kind == PROSE_TEXT || c->kind == PROSE_HEADING;
}

/* Joins paragraphs: what is deleted holds the end of one. */
static bool
place_join(struct hunks *h, const struct hunk *k, const size_t *list, size_t n)
{
	const struct merge *m = h->m;
	const struct source_char *c = m->base.chars, *first = &c[list[0]], *end;
	struct buf come = { 0 };
	struct merge_edit e;
	size_t i;

	for (i = 0; i < n; i++)
		if (list[i] != list[0] + i || c[list[i]].origin != PROSE_TYPED)
			return false;
	end = &c[list[n - 1]];
	e = (struct merge_edit){ first->section, first->line, first->column,
		end->line, end->end_column, { 0 } };
	if (is_ending(&m->sent.tokens.list[k->old_at + k->old_n - 1], true)) {
		if (list[n - 1] + 1 >= m->base.n)
			return false;
		end++;
		e.end_line = end->line;
		e.end_column = end->column;
	}
	if (end->section != first->section || !is_text(first) ||
	    !is_text(end) ||
	    !only_blank(m->files[first->section], first->line, end->line))
		return false;
	hunk_text(h->back, k->new_at, k->new_n, &come);
	hunk_escape(buf_str(&come), false, false, &e.text);
	buf_free(&come);
	hunk_edit(h, e);
	return true;
}

/* Places what has come where nothing was deleted: behind the character before
 * it in its paragraph, else before the one behind. */
static bool
place_insertion(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	const struct source_char *c = m->base.chars, *at;
	size_t here = m->sent.chars[k->old_at], before = NONE, behind = NONE;
	struct merge_edit e = { .text = { 0 } };
	struct buf come = { 0 };

	if (k->old_at > 0 && !has_ending(&m->sent, k->old_at - 1, 1, true) &&
	    !has_ending(&m->sent, k->old_at - 1, 1, false))
		before = m->to_base[here - 1];
	if (k->old_at < m->sent.tokens.n)
		behind = m->to_base[here];
	if (before == NONE && behind == NONE)
		return false;
	hunk_text(h->back, k->new_at, k->new_n, &come);
	if (before != NONE && behind != NONE &&
	    same_piece(&c[before], &c[behind])) {
		struct atom a = read_atom(m, &behind, 1, 0);

		a.n = 0;
		propose(h, &behind, &a, buf_str(&come));
		buf_free(&come);
		return true;
	}
	at = &c[before != NONE ? before : behind];
	e.section = at->section;
	e.line = e.end_line = at->line;
	e.column = e.end_column = before != NONE ? at->end_column : at->column;
	hunk_escape(
	    buf_str(&come), e.column == 1, at->kind == PROSE_CELL, &e.text);
	buf_free(&come);
	hunk_edit(h, e);
	return true;
}

/* Tells a footnote that was put in or taken out: it has no place here. */
static void
tell_notes(struct hunks *h, const struct hunk *k)
{
	static const struct str mark = STR(STREAM_NOTE);
	const struct token *t;
	size_t i;

	for (i = 0; i < k->old_n + k->new_n; i++) {
		t = i < k->old_n
			? &h->m->sent.tokens.list[k->old_at + i]
			: &h->back->tokens.list[k->new_at + i - k->old_n];
		if (str_equal(t->text, mark))
			hunk_note(h, MERGE_UNPLACED, NULL, STR(""),
			    i < k->old_n ? STR("footnote") : STR(""),
			    i < k->old_n ? STR("") : STR("footnote"));
	}
}

void
hunk_place(struct hunks *h, const struct hunk *k)
{
	const struct merge *m = h->m;
	size_t *list, n = hunk_chars(m, k->old_at, k->old_n, &list);
	bool fine;

	tell_notes(h, k);
	if (hunk_lines(h, k)) {
		free(list);
		return;
	}
	if (has_ending(&m->sent, k->old_at, k->old_n, false) ||
	    has_ending(h->back, k->new_at, k->new_n, false)) {
		fine = false;
	} else if (k->old_n == 0) {
		fine = place_insertion(h, k);
	} else if (n == 0) {
		fine = false;
	} else if (has_ending(&m->sent, k->old_at, k->old_n, true)) {
		fine = place_join(h, k, list, n);
	} else {
		place_change(h, k, list, n);
		fine = true;
	}
	if (!fine)
		cannot_place(h, k, list, n);
	free(list);
}
