/* batchsection: the sections of a report that is made again and again */
#include <stdlib.h>
#include <string.h>

#include "batchsection.h"
#include "die.h"
#include "fill.h"
#include "grammar.h"
#include "inline.h"
#include "io.h"
#include "outline.h"
#include "source.h"
#include "typeset.h"
#include "utf8.h"

static void
read_section(struct batchsections *ss, struct str path, struct diag *d)
{
	struct batchsection s = { .stands = false };
	struct buf name = { 0 };

	buf_adds(&name, path);
	s.path = name.p;
	io_read(s.path, &s.raw);
	ss->list = mem_more(ss->list, ss->n, sizeof(*ss->list));
	ss->list[ss->n] = s;
	ss->list[ss->n].text = source_text(
	    buf_str(&s.raw), SOURCE_AUTHOR, s.path, d, &ss->list[ss->n].room);
	ss->n++;
}

void
batchsections_read(struct batchsections *ss, struct str list, struct diag *d)
{
	struct str line;

	while (str_line(&list, &line)) {
		size_t tab = str_find(line, STR("\t"), 0);

		if (line.n != 0 && tab != 0)
			read_section(ss,
			    str_cut(line, 0, tab < line.n ? tab : line.n), d);
	}
}

/* The name in a placeholder, without its format. */
static struct str
name_of(struct str inside)
{
	size_t i;

	for (i = 0; i < inside.n; i++)
		if (utf8_markup(inside, i, '|') != 0)
			break;
	return utf8_trim(str_cut(inside, 0, i));
}

static void
use_line(struct batchsection *s, struct str whole, struct facts *fs)
{
	struct line line = line_read(whole);
	struct fact *f;
	struct piece p;
	size_t at = 0;

	if (line.kind == LINE_COMMENT)
		return;
	while (inline_next(whole, &at, &p)) {
		if (p.kind != PIECE_PLACEHOLDER)
			continue;
		f = facts_find(fs, name_of(p.text));
		if (f == NULL)
			continue;
		f->used = true;
		if (f->pending)
			s->changes = true;
	}
}

void
batchsections_use(struct batchsections *ss, struct facts *fs)
{
	size_t i;

	for (i = 0; i < ss->n; i++) {
		struct str text = ss->list[i].text, line;

		while (str_line(&text, &line))
			use_line(&ss->list[i], line, fs);
	}
}

/* The filters end each text with a line feed. */
static void
end_line(struct buf *text)
{
	if (text->n != 0 && text->p[text->n - 1] != '\n')
		buf_addc(text, '\n');
}

static void
set(struct batchsections *ss, struct batchsection *s, struct diag *d)
{
	size_t said = d->counts[LEVEL_ERROR] + d->counts[LEVEL_WARNING] +
		      d->counts[LEVEL_NOTE];

	if (s->stands && str_equal(buf_str(&s->last), buf_str(&s->outlined)))
		return;
	buf_clear(&s->wml);
	buf_clear(&s->last);
	buf_adds(&s->last, buf_str(&s->outlined));
	typeset_text(
	    buf_str(&s->outlined), s->path, ss->sheet, false, d, &s->wml);
	s->stands = said == d->counts[LEVEL_ERROR] + d->counts[LEVEL_WARNING] +
				d->counts[LEVEL_NOTE];
}

void
batchsections_make(struct batchsections *ss, const struct facts *fs, bool again,
    struct diag *d)
{
	struct outline *o = outline_new(ss->edition, d);
	size_t i;

	outline_editions(o, ss->editions);
	for (i = 0; i < ss->n; i++) {
		struct batchsection *s = &ss->list[i];

		if (!again || s->changes) {
			buf_clear(&s->filled);
			fill_text(s->text, s->path, fs, d, &s->filled);
			end_line(&s->filled);
		}
		outline_add(o, s->path, buf_str(&s->filled));
	}
	for (i = 0; i < ss->n; i++) {
		struct batchsection *s = &ss->list[i];

		buf_clear(&s->outlined);
		outline_put(o, i, &s->outlined);
		end_line(&s->outlined);
		set(ss, s, d);
	}
	outline_free(o);
}

/* Looks in a line for the placeholder at a column, or for the first that has
 * to do with a row. */
static struct str
find_in(struct str whole, size_t column, const struct facts *fs)
{
	struct str found = STR("");
	const struct fact *f;
	struct piece p;
	size_t at = 0;

	while (inline_next(whole, &at, &p)) {
		if (p.kind != PIECE_PLACEHOLDER)
			continue;
		f = facts_find(fs, name_of(p.text));
		if (f == NULL || !f->pending)
			continue;
		if (found.n == 0)
			found = f->name;
		if (1 + utf8_count(
			    str_cut(whole, 0, (size_t)(p.whole.p - whole.p))) ==
		    column)
			return f->name;
	}
	return found;
}

struct str
batchsections_fact(
    const struct batchsections *ss, const struct facts *fs, struct place at)
{
	struct str text, line;
	size_t i, number = 0;

	for (i = 0; i < ss->n; i++)
		if (strcmp(ss->list[i].path, at.path) == 0)
			break;
	if (i == ss->n)
		return STR("");
	text = ss->list[i].text;
	while (str_line(&text, &line))
		if (++number == at.line)
			return find_in(line, at.column, fs);
	return STR("");
}

void
batchsections_free(struct batchsections *ss)
{
	size_t i;

	for (i = 0; i < ss->n; i++) {
		struct batchsection *s = &ss->list[i];

		free(s->path);
		buf_free(&s->raw);
		buf_free(&s->room);
		buf_free(&s->filled);
		buf_free(&s->outlined);
		buf_free(&s->last);
		buf_free(&s->wml);
	}
	free(ss->list);
}
