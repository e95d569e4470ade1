/* textdiff: what was changed between two texts, for a reader at a terminal */
#include <stdint.h>

#include "lang.h"
#include "streamdiff.h"
#include "textdiff.h"
#include "utf8.h"
#include "xmlout.h"

enum {
	CONTEXT = 12, /* tokens shown beside a change */
	CHANGE_MAX = 400, /* tokens shown of one */
	PLACES_MAX = 60,
};

struct writing {
	const struct docstream *old, *new;
	struct buf *out;
	size_t paragraph, places;
	bool open; /* a line is begun */
};

static void
read_text(struct docstream *s, struct token_ids *ids, struct str text)
{
	struct str line;

	while (str_line(&text, &line)) {
		docstream_text(s, line);
		docstream_end(s, STREAM_PARAGRAPH);
	}
	docstream_cut(s, ids);
	s->notes_from = s->n;
}

static bool
is_end(const struct token *t)
{
	return str_equal(t->text, STR(STREAM_PARAGRAPH));
}

/* Says whether a character would command a terminal, or turn the line round. */
static bool
is_command(uint32_t c)
{
	return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) ||
	       c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static void
put_token(struct buf *out, const struct token *t)
{
	struct buf plain = { 0 };
	struct str s;
	uint32_t c;
	size_t i, n;

	if (is_end(t)) {
		buf_addz(out, "¶");
		return;
	}
	xmlout_plain(&plain, t->text);
	s = buf_str(&plain);
	for (i = 0; i < s.n; i += n) {
		n = utf8_next(s, i, &c);
		if (n == 0 || is_command(c)) {
			buf_addz(out, "\xEF\xBF\xBD");
			n = n == 0 ? 1 : n;
		} else {
			buf_add(out, s.p + i, n);
		}
	}
	buf_free(&plain);
}

static void
put_tokens(struct buf *out, const struct tokens *ts, size_t at, size_t n)
{
	for (; n > 0; n--)
		put_token(out, &ts->list[at++]);
}

/* How many tokens before at can be shown beside it. */
static size_t
room_before(const struct tokens *ts, size_t at)
{
	size_t n = 0;

	while (n < CONTEXT && n < at && !is_end(&ts->list[at - n - 1]))
		n++;
	return n;
}

/* How many of the n tokens from at on can be. */
static size_t
room_after(const struct tokens *ts, size_t at, size_t n)
{
	size_t i = 0;

	while (i < n && i < CONTEXT && !is_end(&ts->list[at + i]))
		i++;
	return i;
}

/* Begins the line of a change that stands at a token of the new text. */
static void
begin(struct writing *w, size_t at)
{
	size_t n = room_before(&w->new->tokens, at);

	buf_addf(w->out, lang_text("  paragraph %zu: "), w->paragraph);
	if (n < at && !is_end(&w->new->tokens.list[at - n - 1]))
		buf_addz(w->out, "…");
	put_tokens(w->out, &w->new->tokens, at - n, n);
	w->open = true;
	w->places++;
}

static void
put_change(struct writing *w, const struct stretch *s)
{
	bool gone = s->change == CHANGE_DELETED;
	const struct tokens *ts = gone ? &w->old->tokens : &w->new->tokens;
	size_t at = gone ? s->old_at : s->new_at;
	size_t n = gone ? s->old_n : s->new_n;
	size_t shown = n < CHANGE_MAX ? n : CHANGE_MAX;

	buf_addz(w->out, gone ? "[-" : "{+");
	put_tokens(w->out, ts, at, shown);
	if (shown < n)
		buf_addz(w->out, "…");
	buf_addz(w->out, gone ? "-]" : "+}");
}

/* What stays: the words behind a change, and the line's end unless the next
 * change is near. */
static void
put_kept(struct writing *w, const struct stretch *s, bool last)
{
	const struct tokens *ts = &w->new->tokens;
	size_t n = room_after(ts, s->new_at, s->new_n);

	if (!w->open)
		return;
	put_tokens(w->out, ts, s->new_at, n);
	if (n == s->new_n && !last)
		return;
	if (n < s->new_n && !is_end(&ts->list[s->new_at + n]))
		buf_addz(w->out, "…");
	buf_addc(w->out, '\n');
	w->open = false;
}

static void
count_paragraphs(struct writing *w, const struct stretch *s)
{
	size_t i;

	for (i = 0; i < s->new_n; i++)
		w->paragraph += is_end(&w->new->tokens.list[s->new_at + i]);
}

static void
put_all(struct writing *w, const struct comparison *c)
{
	struct buf rest = { 0 }, *out = w->out;
	size_t i;

	for (i = 0; i < c->n; i++) {
		const struct stretch *s = &c->list[i];

		if (s->change == CHANGE_NONE) {
			put_kept(w, s, i + 1 == c->n);
		} else {
			if (!w->open && w->places == PLACES_MAX)
				w->out = &rest;
			if (!w->open)
				begin(w, s->new_at);
			put_change(w, s);
		}
		count_paragraphs(w, s);
		buf_clear(&rest);
	}
	if (w->open)
		buf_addc(w->out, '\n');
	if (w->places > PLACES_MAX)
		buf_addf(out, lang_text("  and %zu more places\n"),
		    w->places - PLACES_MAX);
	buf_free(&rest);
}

bool
textdiff_put(struct str old, struct str new, struct buf *out)
{
	struct docstream a = { .n = 0 }, b = { .n = 0 };
	struct token_ids ids = { 0 };
	struct streamdiff d = { .n = 0 };
	struct writing w = { &a, &b, out, 1, 0, false };

	if (str_equal(old, new))
		return false;
	read_text(&a, &ids, old);
	read_text(&b, &ids, new);
	streamdiff(&a, &b, false, &d);
	put_all(&w, &d.changes);
	streamdiff_free(&d);
	docstream_free(&a);
	docstream_free(&b);
	token_ids_free(&ids);
	return true;
}
