/* hunkedit: edits and notes, and the text that goes into a section */
#include <stdlib.h>

#include "die.h"
#include "hunk.h"
#include "lang.h"
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
		if (!h->edits[i] && same_edit(&h->skip->edits[i], &e)) {
			h->edits[i] = true;
			buf_free(&e.text);
			return;
		}
	out->edits = mem_more(out->edits, out->n, sizeof(*out->edits));
	out->edits[out->n++] = e;
}

void
hunk_note(struct hunks *h, enum merge_kind kind, const struct source_char *at,
    struct str fact, struct str old, struct str new)
{
	struct merged *out = h->out;
	struct merge_note n = { .kind = kind };

	if (at != NULL) {
		n.section = at->section;
		n.line = at->line;
		n.column = at->column;
	}
	buf_adds(&n.fact, fact);
	buf_adds(&n.old, old);
	buf_adds(&n.new, new);
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

static bool
is(const struct token *t, const char *ending)
{
	return t->kind == TOKEN_BREAK && str_equal(t->text, str_of(ending));
}

bool
hunk_ends(const struct docstream *s, size_t at, size_t n, bool paragraph)
{
	const struct token *t = s->tokens.list + at;
	size_t i;

	for (i = 0; i < n; i++)
		if (paragraph ? is(&t[i], STREAM_PARAGRAPH)
			      : is(&t[i], STREAM_CELL) || is(&t[i], STREAM_ROW))
			return true;
	return false;
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

bool
hunk_same(const struct source_char *a, const struct source_char *b)
{
	return a->origin != PROSE_TYPED && a->origin == b->origin &&
	       a->section == b->section && a->line == b->line &&
	       a->column == b->column;
}

/* Says whether a line of a section that begins so is no plain text. */
static bool
begins_markup(struct str line)
{
	size_t colon = utf8_markup(line, 0, ':');

	return utf8_markup(line, 0, '#') != 0 ||
	       utf8_markup(line, 0, '%') != 0 ||
	       (colon != 0 && utf8_markup(line, colon, ':') != 0);
}

/* Says whether text that begins so is markup where it stands. */
static bool
is_markup(struct str text, enum prose_kind kind)
{
	if (text.p[0] == '\\' || utf8_markup(text, 0, '{') != 0 ||
	    utf8_markup(text, 0, '}') != 0)
		return true;
	if (kind != PROSE_CELL && kind != PROSE_CAPTION)
		return false;
	return utf8_markup(text, 0, '|') != 0 ||
	       (kind == PROSE_CAPTION && utf8_markup(text, 0, '#') != 0) ||
	       (kind == PROSE_CELL && text.n == 1 &&
		   (text.p[0] == '<' || text.p[0] == '^'));
}

/* Adds text with what would be markup escaped. */
static void
escape(struct str text, bool start, enum prose_kind kind, struct buf *out)
{
	size_t i, blank;

	for (i = 0; i < text.n; i++) {
		struct str rest = str_from(text, i);

		if ((start && begins_markup(rest)) || is_markup(rest, kind))
			buf_addc(out, '\\');
		blank = utf8_blank(text, i);
		start = text.p[i] == '\n' || (start && blank != 0);
		if (start && blank > 1) {
			buf_add(out, text.p + i, blank);
			i += blank - 1;
			continue;
		}
		buf_addc(out, text.p[i]);
	}
}

/* Says whether a paragraph at a place may be parted in two lines. */
static bool
takes_lines(const struct merge *m, const struct source_char *place)
{
	struct str text = m->texts[place->section], line = STR("");
	size_t i;

	if (place->kind != PROSE_NAME)
		return place->kind == PROSE_TEXT ||
		       place->kind == PROSE_HEADING ||
		       place->kind == PROSE_TITLE;
	/* not in a `key = value` */
	for (i = 0; i < place->line; i++)
		if (!str_line(&text, &line))
			return false;
	for (i = 0; i < line.n; i++)
		if (utf8_markup(line, i, '=') != 0)
			return false;
	return true;
}

/* Adds a footnote: as the author typed it, where it is one of his. */
static void
put_note(struct hunks *h, size_t paragraph, struct buf *out)
{
	const struct docstream *sent = &h->m->sent, *back = h->back;
	const struct stream_paragraph *q = &back->list[paragraph], *p;
	struct buf text = { 0 };
	size_t i, j;

	for (i = sent->notes_from; i < sent->n; i++) {
		p = &sent->list[i];
		for (j = 0; p->end - p->from == q->end - q->from &&
			    j < p->end - p->from &&
			    sent->tokens.list[p->from + j].id ==
				back->tokens.list[q->from + j].id;)
			j++;
		if (j == q->end - q->from && hunk_typed_note(h->m, i, out))
			return;
	}
	hunk_text(back, q->from, q->end - 1 - q->from, &text);
	buf_addz(out, "{{!注:");
	escape(buf_str(&text), false, PROSE_FOOTNOTE, out);
	buf_addz(out, "}}");
	buf_free(&text);
}

void
hunk_typed(struct hunks *h, size_t at, size_t n,
    const struct source_char *place, bool start, struct buf *out)
{
	const struct docstream *s = h->back;
	struct buf text = { 0 };
	size_t i, note;

	for (i = at; i <= at + n; i++) {
		const struct token *t = i < at + n ? &s->tokens.list[i] : NULL;

		if (t != NULL && t->kind != TOKEN_BREAK) {
			xmlout_plain(&text, t->text);
			continue;
		}
		escape(buf_str(&text), start, place->kind, out);
		start = start && utf8_trim(buf_str(&text)).n == 0;
		buf_clear(&text);
		if (t == NULL)
			break;
		if (is(t, STREAM_NOTE)) {
			note = docstream_note(s, i);
			if (note != NONE)
				put_note(h, note, out);
		} else if (is(t, STREAM_BREAK) && place->kind == PROSE_TITLE) {
			buf_addz(out, "／");
		} else if (is(t, STREAM_PARAGRAPH) &&
			   takes_lines(h->m, place)) {
			buf_addc(out, '\n');
			start = true;
		} else {
			hunk_note(h, MERGE_UNPLACED, place, STR(""), STR(""),
			    str_of(lang_text(is(t, STREAM_BREAK)
						 ? "(a line break)"
						 : "(a new paragraph)")));
		}
	}
	buf_free(&text);
}
