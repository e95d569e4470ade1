/* tokens: the runs of a paragraph as the pieces of a comparison */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "reloc.h"
#include "tokens.h"
#include "utf8.h"

#define HINT "<w:rFonts w:hint=\"eastAsia\"/>"

/* The run or the stretch that is read. */
struct reading {
	struct tokens *ts;
	struct token_ids *ids;
	struct str style, properties, value;
	bool made;
};

static uint32_t
hash(struct str s, uint32_t h)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

static uint32_t
hash_of(const struct token *t)
{
	uint32_t h = hash(t->text, 2166136261u + (uint32_t)t->kind);

	return hash(t->properties, hash(t->style, h));
}

static void
grow(struct token_ids *ids)
{
	size_t i;

	free(ids->slots);
	ids->slots_n = ids->slots_n != 0 ? 2 * ids->slots_n : 1024;
	ids->slots = mem_alloc(ids->slots_n * sizeof(*ids->slots));
	for (i = 0; i < ids->n; i++) {
		uint32_t *slot =
		    &ids->slots[hash_of(&ids->list[i].token) % ids->slots_n];

		ids->list[i].next = *slot;
		*slot = (uint32_t)i + 1;
	}
}

/* The id of a token: that of an earlier one like it, or a new one. */
static uint32_t
id_of(struct token_ids *ids, const struct token *t)
{
	uint32_t i;

	if (ids->n >= ids->slots_n)
		grow(ids);
	for (i = ids->slots[hash_of(t) % ids->slots_n]; i != 0;
	     i = ids->list[i - 1].next) {
		const struct token *other = &ids->list[i - 1].token;

		if (other->kind == t->kind && str_equal(other->text, t->text) &&
		    str_equal(other->style, t->style) &&
		    str_equal(other->properties, t->properties))
			return i;
	}
	ids->list = mem_more(ids->list, ids->n, sizeof(*ids->list));
	i = (uint32_t)(hash_of(t) % ids->slots_n);
	ids->list[ids->n] = (struct token_id){
		.token = *t,
		.text = mem_alloc(t->text.n + 1),
		.next = ids->slots[i],
	};
	memcpy(ids->list[ids->n].text, t->text.p, t->text.n);
	ids->list[ids->n].token.text.p = ids->list[ids->n].text;
	return ids->slots[i] = (uint32_t)++ids->n;
}

static void
add(struct reading *r, enum token_kind kind, struct str text)
{
	struct tokens *ts = r->ts;
	struct token t = {
		.kind = kind,
		.text = text,
		.style = r->style,
		.properties = r->properties,
		.value = r->value,
		.made = r->made,
	};

	t.ends = kind == TOKEN_MARK &&
		 (str_equal(text, STR("。")) || str_equal(text, STR("！")) ||
		     str_equal(text, STR("？")) || str_equal(text, STR("；")));
	t.id = id_of(r->ids, &t);
	ts->list = mem_more(ts->list, ts->n, sizeof(*ts->list));
	ts->list[ts->n++] = t;
}

static bool
is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* 〇 and 零, 一 to 十, 百, 千, 万, 亿, 两 */
static bool
is_numeral(uint32_t c)
{
	static const uint32_t numerals[] = { 0x3007, 0x96F6, 0x4E00, 0x4E8C,
		0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
		0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E24 };
	size_t i;

	for (i = 0; i < sizeof(numerals) / sizeof(numerals[0]); i++)
		if (c == numerals[i])
			return true;
	return false;
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

static bool
is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

/* The length of the number at byte at: digits, with points and commas between
 * them, and a sign of per cent. */
static size_t
number_length(struct str s, size_t at)
{
	size_t i = at, n, next;
	uint32_t c;

	while ((n = utf8_next(s, i, &c)) != 0) {
		if (is_digit(c)) {
			i += n;
			continue;
		}
		if ((c == '.' || c == ',') &&
		    (next = utf8_next(s, i + n, &c)) != 0 && is_digit(c)) {
			i += n + next;
			continue;
		}
		if (utf8_next(s, i, &c) != 0 && (c == '%' || c == 0xFF05))
			i += n;
		break;
	}
	return i - at;
}

/* The length of the stretch of characters that is says yes to. */
static size_t
stretch(struct str s, size_t at, bool (*is)(uint32_t c))
{
	size_t i = at, n;
	uint32_t c;

	while ((n = utf8_next(s, i, &c)) != 0 && is(c))
		i += n;
	return i - at;
}

/* Reads the token at byte at of escaped text; returns its length. */
static size_t
read_token(struct str s, size_t at, enum token_kind *kind)
{
	uint32_t c;
	size_t n = utf8_next(s, at, &c), all;

	if (n == 0) {
		*kind = TOKEN_MARK;
		return 1;
	}
	if (is_digit(c)) {
		*kind = TOKEN_NUMBER;
		return number_length(s, at);
	}
	if (is_numeral(c) && (all = stretch(s, at, is_numeral)) > n) {
		*kind = TOKEN_NUMBER;
		return all;
	}
	if (is_letter(c)) {
		*kind = TOKEN_WORD;
		return stretch(s, at, is_letter);
	}
	*kind = is_han(c)                ? TOKEN_HAN
		: utf8_blank(s, at) != 0 ? TOKEN_BLANK
					 : TOKEN_MARK;
	/* an escape of XML is one character */
	if (c == '&' && (all = str_find(s, STR(";"), at)) != (size_t)-1)
		return all + 1 - at;
	return n;
}

static void
add_text(struct reading *r, struct str text)
{
	enum token_kind kind;
	size_t at, n;

	for (at = 0; at < text.n; at += n) {
		n = read_token(text, at, &kind);
		if ((r->value.p != NULL || r->made) && at == 0 && n < text.n) {
			kind = TOKEN_WORD;
			n = text.n;
		}
		add(r, kind, str_cut(text, at, n));
	}
}

/* The length of s up to and with end; 0 where it has none. */
static size_t
through(struct str s, struct str end)
{
	size_t at = str_find(s, end, 0);

	return at != (size_t)-1 ? at + end.n : 0;
}

/* Reads the inside of w:rPr; the hint follows from the text. */
static void
read_properties(struct reading *r, struct str s)
{
	size_t n = 0;

	if (str_starts(s, STR("<w:rStyle")))
		n = through(s, STR("/>"));
	r->style = str_cut(s, 0, n);
	s = str_from(s, n);
	if (str_starts(s, STR(HINT)))
		s = str_from(s, sizeof(HINT) - 1);
	r->properties = s;
}

static bool
read_run(struct reading *r, struct str run)
{
	struct str rest = str_cut(run, 5, run.n - 5 - 6);
	size_t n = through(rest, STR("</w:rPr>")), start;

	read_properties(r, STR(""));
	if (str_starts(rest, STR("<w:rPr>")) && n != 0) {
		read_properties(r, str_cut(rest, 7, n - 7 - 8));
		rest = str_from(rest, n);
	}
	if (str_starts(rest, STR("<w:br"))) {
		add(r, TOKEN_BREAK, run);
		return true;
	}
	while (rest.n != 0) {
		if (str_starts(rest, STR("<w:tab/>"))) {
			add(r, TOKEN_TAB, str_cut(rest, 0, 8));
			rest = str_from(rest, 8);
			continue;
		}
		n = through(rest, STR("</w:t>"));
		start = through(rest, STR(">"));
		if (!str_starts(rest, STR("<w:t")) || n == 0 || start > n - 6)
			return false;
		add_text(r, str_cut(rest, start, n - 6 - start));
		rest = str_from(rest, n);
	}
	return true;
}

/* Takes an instruction of the linker off *rest. */
static bool
take_instruction(struct reading *r, struct str *rest)
{
	struct reloc reloc;
	size_t at = 0, end;

	if (!reloc_next(*rest, &at, &end, &reloc) || at != 0)
		return false;
	switch (reloc.kind) {
	case RELOC_VALUE:
		r->value = reloc.args.n != 0 ? reloc.args : STR(" ");
		break;
	case RELOC_VALUE_END:
		r->value = (struct str){ NULL, 0 };
		break;
	case RELOC_MADE:
	case RELOC_MADE_END:
		r->made = reloc.kind == RELOC_MADE;
		break;
	case RELOC_NOTE:
		end = through(*rest, STR("<?wengao /note?>"));
		if (end == 0)
			return false;
		read_properties(r, STR(""));
		add(r, TOKEN_OBJECT, str_cut(*rest, 0, end));
		break;
	default:
		read_properties(r, STR(""));
		add(r, TOKEN_OBJECT, str_cut(*rest, 0, end));
	}
	*rest = str_from(*rest, end);
	return true;
}

bool
tokens_read(struct tokens *ts, struct token_ids *ids, struct str content)
{
	struct reading r = { .ts = ts, .ids = ids };
	size_t n;

	r.value = (struct str){ NULL, 0 };
	while (content.n != 0) {
		if (str_starts(content, STR("<?"))) {
			if (!take_instruction(&r, &content))
				return false;
			continue;
		}
		n = through(content, STR("</w:r>"));
		if (!str_starts(content, STR("<w:r>")) || n == 0 ||
		    !read_run(&r, str_cut(content, 0, n)))
			return false;
		content = str_from(content, n);
	}
	return true;
}

static bool
is_break(struct str s, size_t at)
{
	uint32_t c;

	return utf8_next(s, at, &c) != 0 &&
	       (c == '\n' || c == 0x2028 || c == 0xFFFC || c == 0xFDD5 ||
		   c == 0xFDD6);
}

void
tokens_plain(struct tokens *ts, struct token_ids *ids, struct str text)
{
	struct reading r = { .ts = ts, .ids = ids };
	enum token_kind kind;
	size_t at, n;

	read_properties(&r, STR(""));
	r.value = (struct str){ NULL, 0 };
	for (at = 0; at < text.n; at += n) {
		n = read_token(text, at, &kind);
		if (is_break(text, at))
			kind = TOKEN_BREAK;
		add(&r, kind, str_cut(text, at, n));
		if (kind == TOKEN_BREAK)
			ts->list[ts->n - 1].ends = true;
	}
}

size_t
token_width(const struct token *t)
{
	size_t i, n = 0;

	if (t->kind == TOKEN_BREAK || t->kind == TOKEN_OBJECT ||
	    t->kind == TOKEN_TAB)
		return 1;
	for (i = 0; i < t->text.n; i++) {
		n += ((unsigned char)t->text.p[i] & 0xC0) != 0x80;
		if (t->text.p[i] == '&')
			while (i + 1 < t->text.n && t->text.p[i] != ';')
				i++;
	}
	return n;
}

void
tokens_free(struct tokens *ts)
{
	free(ts->list);
	*ts = (struct tokens){ 0 };
}

void
token_ids_free(struct token_ids *ids)
{
	while (ids->n > 0)
		free(ids->list[--ids->n].text);
	free(ids->list);
	free(ids->slots);
	*ids = (struct token_ids){ 0 };
}
