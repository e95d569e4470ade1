/* docstream: the text of a report as one row of tokens */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docstream.h"
#include "utf8.h"
#include "xmlout.h"

/* The length of what must not be mistaken for an ending or a note's mark. */
static size_t
reserved(struct str s)
{
	uint32_t c;
	size_t n = utf8_next(s, 0, &c);

	return (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFFFC ? n : 0;
}

void
docstream_text(struct docstream *s, struct str text)
{
	size_t i, from = 0, n;

	for (i = 0; i < text.n; i++) {
		if (text.p[i] != '\xEF' ||
		    (n = reserved(str_from(text, i))) == 0)
			continue;
		xmlout_text(&s->text, str_cut(text, from, i - from));
		buf_addz(&s->text, "\xEF\xBF\xBD");
		from = i + n;
	}
	xmlout_text(&s->text, str_from(text, from));
}

bool
docstream_ends(const struct docstream *s, const char *ending)
{
	return str_ends(buf_str(&s->text), str_of(ending));
}

void
docstream_end(struct docstream *s, const char *ending)
{
	/* the last paragraph of a cell ends with it, the last cell of a row
	 * with that */
	if (strcmp(ending, STREAM_CELL) == 0 &&
	    docstream_ends(s, STREAM_PARAGRAPH))
		s->text.n -= sizeof(STREAM_PARAGRAPH) - 1;
	if (strcmp(ending, STREAM_ROW) == 0 && docstream_ends(s, STREAM_CELL))
		s->text.n -= sizeof(STREAM_CELL) - 1;
	buf_addz(&s->text, ending);
}

static bool
is_ending(struct str s)
{
	return str_equal(s, STR(STREAM_PARAGRAPH)) ||
	       str_equal(s, STR(STREAM_CELL)) || str_equal(s, STR(STREAM_ROW));
}

/* Marks the paragraphs, and counts the characters. */
static void
find_paragraphs(struct docstream *s)
{
	struct stream_paragraph p = { 0 }, *list = NULL;
	size_t i, n = 0;

	s->chars = mem_alloc((s->tokens.n + 1) * sizeof(*s->chars));
	for (i = 0; i < s->tokens.n; i++) {
		const struct token *t = &s->tokens.list[i];

		s->chars[i + 1] = s->chars[i] + token_width(t);
		if (t->kind != TOKEN_BREAK || !is_ending(t->text))
			continue;
		p.end = i + 1;
		/* what was known of it before it was cut */
		if (n < s->n) {
			p.block = s->list[n].block;
			p.value = s->list[n].value;
			p.note = s->list[n].note;
		}
		list = mem_more(list, n, sizeof(*list));
		list[n++] = p;
		p = (struct stream_paragraph){ .from = i + 1 };
	}
	free(s->list);
	s->list = list;
	s->n = n;
}

void
docstream_add(struct docstream *s, struct stream_paragraph p)
{
	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	s->list[s->n++] = p;
}

void
docstream_cut(struct docstream *s, struct token_ids *ids)
{
	tokens_plain(&s->tokens, ids, buf_str(&s->text));
	find_paragraphs(s);
}

size_t
docstream_token(const struct docstream *s, size_t byte)
{
	size_t low = 0, high = s->tokens.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->tokens.list[middle].text.p <= s->text.p + byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t
docstream_note(const struct docstream *s, size_t token)
{
	size_t byte = (size_t)(s->tokens.list[token].text.p - s->text.p);
	size_t low = 0, high = s->marks_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (s->marks[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low < s->marks_n && s->marks[low] == byte ? s->notes_from + low
							 : (size_t)-1;
}

size_t
docstream_paragraph(const struct docstream *s, size_t token)
{
	size_t low = 0, high = s->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->list[middle].from <= token)
			low = middle;
		else
			high = middle;
	}
	return low;
}

void
docstream_free(struct docstream *s)
{
	tokens_free(&s->tokens);
	buf_free(&s->text);
	buf_free(&s->boxes);
	free(s->list);
	free(s->chars);
	free(s->marks);
	while (s->comments_n > 0) {
		struct stream_comment *c = &s->comments[--s->comments_n];

		buf_free(&c->id);
		buf_free(&c->author);
		buf_free(&c->text);
	}
	free(s->comments);
	*s = (struct docstream){ 0 };
}
