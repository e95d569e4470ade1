/* fill: facts in the place of placeholders */
#include <string.h>

#include "fill.h"
#include "format.h"
#include "grammar.h"
#include "inline.h"
#include "lang.h"
#include "marks.h"
#include "utf8.h"

/* What stands for a value that nobody has entered yet: "to be checked". */
static const struct str missing = { "【待核】", sizeof("【待核】") - 1 };

struct filling {
	const struct facts *fs;
	struct diag *d;
	struct buf *out;
	struct line line;
	struct place at; /* of the placeholder */
	struct str typed; /* with its braces */
};

/* Cuts "name | format" in two. */
static void
split(struct str inside, struct str *name, struct str *format)
{
	size_t i, bar = 0;

	for (i = 0; i < inside.n; i++)
		if ((bar = utf8_markup(inside, i, '|')) != 0)
			break;
	*name = utf8_trim(str_cut(inside, 0, i));
	*format = bar != 0 ? utf8_trim(str_from(inside, i + bar)) : STR("");
}

static void
say_undefined(struct filling *f, struct str name)
{
	struct buf hint = { 0 };

	if (name.n == 0) {
		diag_say(f->d, f->at, LEVEL_ERROR, "placeholder",
		    "this placeholder names no fact; write {{name}}");
		return;
	}
	if (utf8_markup(name, 0, '!') != 0) {
		diag_say(f->d, f->at, LEVEL_ERROR, "inline",
		    "a colon is missing: {{!粗:text}} is bold");
		return;
	}
	facts_nearest(f->fs, name, &hint);
	diag_say(f->d, f->at, LEVEL_ERROR, "placeholder",
	    "no fact is named %.*s%s", STR_ARG(name),
	    hint.n != 0 ? hint.p : lang_text("; define it in facts.txt"));
	buf_free(&hint);
}

/* Adds the fact's text in the format; false, after a message, if it cannot. */
static bool
put_formatted(struct filling *f, const struct fact *fact, struct str format,
    struct buf *text)
{
	const char *why;

	if (!format_known(format)) {
		diag_say(f->d, f->at, LEVEL_ERROR, "format",
		    "there is no format %.*s; the formats are %s",
		    STR_ARG(format), format_names());
		return false;
	}
	if (fact->state == FACT_MASK || fact->shown.n == 0) {
		buf_adds(text, fact->shown);
		return true;
	}
	why = format_value(fact->shown, format, text);
	if (why == NULL)
		return true;
	diag_say(f->d, f->at, LEVEL_ERROR, "format",
	    LANG_WORD("%.*s = %.*s (%.*s) %s"), STR_ARG(fact->name),
	    STR_ARG(fact->shown), STR_ARG(fact->origin), lang_text(why));
	return false;
}

/* The rows of a table below its head. */
static size_t
rows_of(struct str table)
{
	const struct str end = STR(MARK_ROW);
	size_t n = 0, at = 0;

	while ((at = str_find(table, end, at)) != (size_t)-1) {
		at += end.n;
		n++;
	}
	return n - 1;
}

/* A table stands alone in its line, as it is; which blocks take one, typeset
 * knows. */
static bool
may_be_table(
    const struct filling *f, const struct fact *fact, struct str format)
{
	if (format.n != 0) {
		diag_say(f->d, f->at, LEVEL_ERROR, "format",
		    "%.*s (%.*s) is a table, which has no format; format its "
		    "columns in the query, as with printf('%%.1f', ...)",
		    STR_ARG(fact->name), STR_ARG(fact->origin));
		return false;
	}
	if (f->line.kind == LINE_TEXT && str_equal(f->typed, f->line.text))
		return true;
	diag_say(f->d, f->at, LEVEL_ERROR, "table",
	    "%.*s (%.*s) is a table of %zu rows, not a value: it stands alone "
	    "in a line between :::表 and ::: or :::图 and :::",
	    STR_ARG(fact->name), STR_ARG(fact->origin), rows_of(fact->shown));
	return false;
}

/* Adds the text of the placeholder to text; false where it has none. */
static bool
put_value(struct filling *f, struct str inside, struct buf *text)
{
	const struct fact *fact;
	struct str name, format;

	split(inside, &name, &format);
	fact = facts_find(f->fs, name);
	if (fact == NULL) {
		say_undefined(f, name);
		return false;
	}
	if (fact->state == FACT_ERROR) {
		/* reported where it is defined */
		f->d->counts[LEVEL_ERROR]++;
		return false;
	}
	if (inside.n != name.n && format.n == 0 &&
	    utf8_trim(inside).n != name.n) {
		diag_say(f->d, f->at, LEVEL_ERROR, "format",
		    "a format is missing after |; the formats are %s",
		    format_names());
		return false;
	}
	if (fact->state == FACT_TABLE && !may_be_table(f, fact, format))
		return false;
	if (fact->state == FACT_FRACTION && format.n == 0) {
		diag_say(f->d, f->at, LEVEL_ERROR, "format",
		    "%.*s = %.*s (%.*s) is not whole: say how it shows, as in "
		    "{{%.*s|0.0}}; the formats are %s",
		    STR_ARG(name), STR_ARG(fact->shown), STR_ARG(fact->origin),
		    STR_ARG(name), format_names());
		return false;
	}
	if (format.n == 0)
		buf_adds(text, fact->shown);
	else if (!put_formatted(f, fact, format, text))
		return false;
	if (text->n == 0) {
		diag_say(f->d, f->at, LEVEL_WARNING, "empty",
		    "%.*s (%.*s) has no value yet; %.*s stands in its place",
		    STR_ARG(name), STR_ARG(fact->origin), STR_ARG(missing));
		buf_adds(text, missing);
	}
	return true;
}

static void
fill_piece(struct filling *f, const struct piece *p, struct buf *value)
{
	if (p->kind == PIECE_UNCLOSED) {
		diag_say(f->d, f->at, LEVEL_ERROR, "placeholder",
		    "this {{ is never closed in its line; close it with }}, "
		    "or write \\{\\{ for two braces");
		mark_add(f->out, MARK_ERROR, p->whole, STR(""));
		return;
	}
	buf_clear(value);
	if (marks_error(p->text)) {
		marks_typed(p->whole, value);
		mark_add(f->out, MARK_ERROR, buf_str(value), STR(""));
		return;
	}
	if (put_value(f, p->text, value))
		mark_add(f->out, MARK_VALUE, p->text, buf_str(value));
	else
		mark_add(f->out, MARK_ERROR, p->whole, STR(""));
}

static void
fill_line(struct filling *f, size_t number, const char *path)
{
	struct marks_count count = { f->line.whole.p, 1 };
	struct buf value = { 0 };
	struct piece p;
	size_t at = 0;

	while (inline_next(f->line.whole, &at, &p)) {
		if (p.kind != PIECE_PLACEHOLDER && p.kind != PIECE_UNCLOSED) {
			buf_adds(f->out, p.whole);
			continue;
		}
		f->typed = p.whole;
		f->at = (struct place){ path, number,
			marks_column_at(&count, p.whole.p) };
		fill_piece(f, &p, &value);
	}
	buf_free(&value);
}

static size_t
next_brace(struct str text, struct str brace, size_t from)
{
	size_t at = str_find(text, brace, from);

	return at != (size_t)-1 ? at : text.n;
}

static size_t
count_lines(struct str s)
{
	size_t n = 0, at = 0;

	while ((at = str_find(s, STR("\n"), at)) != (size_t)-1) {
		at++;
		n++;
	}
	return n;
}

/* Only lines with a brace are looked at; what lies between goes over whole. */
void
fill_text(struct str text, const char *path, const struct facts *fs,
    struct diag *d, struct buf *out)
{
	struct filling f = { .fs = fs, .d = d, .out = out };
	size_t done = 0, number = 1, narrow = 0, wide = 0;

	buf_reserve(out, text.n + text.n / 8);
	narrow = next_brace(text, STR("{{"), 0);
	wide = next_brace(text, STR("｛"), 0);
	while (narrow < text.n || wide < text.n) {
		size_t at = narrow < wide ? narrow : wide, start = at, end;

		while (start > done && text.p[start - 1] != '\n')
			start--;
		end = next_brace(text, STR("\n"), at);
		number += count_lines(str_cut(text, done, start - done));
		buf_add(out, text.p + done, start - done);
		f.line = line_read(str_cut(text, start, end - start));
		if (f.line.kind == LINE_COMMENT)
			buf_adds(out, f.line.whole);
		else
			fill_line(&f, number, path);
		done = end;
		if (narrow < end)
			narrow = next_brace(text, STR("{{"), end);
		if (wide < end)
			wide = next_brace(text, STR("｛"), end);
	}
	buf_add(out, text.p + done, text.n - done);
}
