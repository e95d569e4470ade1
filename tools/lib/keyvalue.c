/* keyvalue: the `key = value` lines of a block */
#include "inline.h"
#include "keyvalue.h"
#include "lang.h"
#include "nearest.h"
#include "utf8.h"

struct reading {
	const struct keyvalue_key *keys;
	size_t n;
	const char *code;
	const struct setting *how;
};

/* Where the first = that the author typed stands in text, and its length; its
 * end and 0 where there is none. */
static size_t
equals_sign(struct str text, size_t *length)
{
	size_t at = 0, i;
	struct piece p;

	while (inline_next(text, &at, &p)) {
		if (p.kind != PIECE_TEXT)
			continue;
		for (i = 0; i < p.text.n; i++)
			if ((*length = utf8_markup(p.text, i, '=')) != 0)
				return (size_t)(p.text.p - text.p) + i;
	}
	*length = 0;
	return text.n;
}

static struct place
place(const struct reading *r, const struct paragraph *line, size_t at)
{
	return paragraph_place(line, at, r->how->path);
}

/* Adds the Chinese names of all keys. */
static void
list_keys(const struct reading *r, struct buf *out)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		buf_addz(out, i == 0 ? "" : " ");
		buf_adds(out, r->keys[i].chinese);
	}
}

/* Which key name is; r->n, and a report, where it is none. */
static size_t
find_key(const struct reading *r, const struct paragraph *line, struct str name)
{
	struct buf hint = { 0 };
	struct nearest ne;
	size_t i;

	nearest_begin(&ne, name);
	for (i = 0; i < r->n; i++) {
		if (str_equal(name, r->keys[i].chinese) ||
		    str_equal(name, r->keys[i].english))
			return i;
		nearest_offer(&ne, r->keys[i].chinese);
		nearest_offer(&ne, r->keys[i].english);
	}
	nearest_end(&ne, &hint);
	if (hint.n == 0) {
		buf_addz(&hint, lang_text("; the keys here are "));
		list_keys(r, &hint);
	}
	diag_say(r->how->d, place(r, line, 0), LEVEL_ERROR, r->code,
	    "there is no key %.*s%s", STR_ARG(name), hint.p);
	buf_free(&hint);
	return r->n;
}

static bool
holds_mark(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (mark_at(s, i) != MARK_IS_NONE)
			return true;
	return false;
}

static bool
say(const struct reading *r, const struct paragraph *line, size_t at,
    const char *what)
{
	if (!marks_error(buf_str(&line->text)))
		diag_say(r->how->d, place(r, line, at), LEVEL_ERROR, r->code,
		    "%s", lang_text(what));
	return false;
}

static bool
read_line(
    const struct reading *r, const struct paragraph *line, struct keyvalue *kv)
{
	struct str text = buf_str(&line->text), name, value;
	size_t length, at = equals_sign(text, &length);

	if (length == 0)
		return say(r, line, 0, "a line here is: key = value");
	name = utf8_trim(str_cut(text, 0, at));
	if (name.n == 0)
		return say(r, line, 0, "there is no key before this =");
	if (holds_mark(name))
		return say(r, line, 0, "a key is written out, not filled in");
	kv->line = line;
	kv->key = find_key(r, line, name);
	if (kv->key == r->n)
		return false;
	value = utf8_trim(str_from(text, at + length));
	if (value.n == 0)
		return say(r, line, at,
		    "there is no value behind this =; write one, or take the "
		    "line out");
	kv->at = (size_t)(value.p - text.p);
	kv->end = kv->at + value.n;
	return true;
}

/* Says whether the key of the last line may stand there once more. */
static bool
may_repeat(const struct reading *r, const struct keyvalue *found, size_t n)
{
	const struct keyvalue *last = &found[n];
	size_t i;

	for (i = 0; i < n && !r->keys[last->key].repeats; i++) {
		if (found[i].key != last->key)
			continue;
		diag_say(r->how->d, place(r, last->line, 0), LEVEL_ERROR,
		    r->code,
		    "%.*s stands in line %zu already; it can stand here only "
		    "once",
		    STR_ARG(r->keys[last->key].chinese),
		    found[i].line->lines[0].number);
		return false;
	}
	return true;
}

/* Reports what is wrong in the text of a line that is not to be set. */
static void
check_text(const struct reading *r, const struct paragraph *line)
{
	struct buf nowhere = { 0 };

	paragraph_runs(line, 0, line->text.n, r->how, &nowhere);
	buf_free(&nowhere);
}

size_t
keyvalue_read(const struct paragraph *lines, size_t n,
    const struct keyvalue_key *keys, size_t keys_n, const char *code,
    const struct setting *how, struct keyvalue *found)
{
	const struct reading r = { keys, keys_n, code, how };
	size_t i, got = 0;

	for (i = 0; i < n; i++)
		if (read_line(&r, &lines[i], &found[got]) &&
		    may_repeat(&r, found, got))
			got++;
		else
			check_text(&r, &lines[i]);
	return got;
}

static struct str
value_text(const struct keyvalue *kv)
{
	return str_cut(buf_str(&kv->line->text), kv->at, kv->end - kv->at);
}

void
keyvalue_shown(const struct keyvalue *kv, struct buf *out)
{
	inline_shown(value_text(kv), out);
}

bool
keyvalue_told(const struct keyvalue *kv)
{
	return marks_error(value_text(kv));
}

struct place
keyvalue_place(const struct keyvalue *kv, const struct setting *how)
{
	return paragraph_place(kv->line, kv->at, how->path);
}

void
keyvalue_runs(
    const struct keyvalue *kv, const struct setting *how, struct buf *out)
{
	paragraph_runs(kv->line, kv->at, kv->end, how, out);
}
