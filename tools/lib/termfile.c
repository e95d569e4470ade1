/* termfile: wrong forms of words and what they should be, as files */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "io.h"
#include "lang.h"
#include "lexicon.h"
#include "source.h"
#include "termfile.h"
#include "utf8.h"

static const char code[] = "terms";

enum column { WRONG, RIGHT, CERTAINTY, CONDITION, NOTE, COLUMNS };

static const struct names {
	struct str chinese, english;
} columns[COLUMNS] = {
	[WRONG] = { { "错误", 6 }, { "wrong", 5 } },
	[RIGHT] = { { "正确", 6 }, { "right", 5 } },
	[CERTAINTY] = { { "确定性", 9 }, { "certainty", 9 } },
	[CONDITION] = { { "条件", 6 }, { "condition", 9 } },
	[NOTE] = { { "说明", 6 }, { "note", 4 } },
}, certainties[] = {
	[TERM_FIX] = { { "必改", 6 }, { "fix", 3 } },
	[TERM_WRONG] = { { "必错", 6 }, { "wrong", 5 } },
	[TERM_DOUBTFUL] = { { "疑似", 6 }, { "doubtful", 8 } },
	[TERM_NOTE] = { { "提示", 6 }, { "note", 4 } },
	[TERM_OFF] = { { "关", 3 }, { "off", 3 } },
}, conditions[] = {
	[TERM_ALWAYS] = { { "总是", 6 }, { "always", 6 } },
	[TERM_BEFORE] = { { "后接", 6 }, { "before", 6 } },
	[TERM_NOT_BEFORE] = { { "不后接", 9 }, { "not-before", 10 } },
	[TERM_AFTER] = { { "前接", 6 }, { "after", 5 } },
	[TERM_NOT_AFTER] = { { "不前接", 9 }, { "not-after", 9 } },
	[TERM_PATTERN] = { { "正则", 6 }, { "pattern", 7 } },
};

/* A file that is read, and its line. */
struct reading {
	struct terms *ts;
	const char *path;
	bool has_head, faulty; /* faulty: the head was told */
	size_t order[COLUMNS + 1]; /* which column is what; COLUMNS: none */
	size_t n;
	struct str line;
	size_t number;
	struct str cells[COLUMNS];
};

static struct place
place_of(const struct reading *r, const char *p)
{
	struct str before = { r->line.p, (size_t)(p - r->line.p) };

	return (struct place){ r->path, r->number,
		p == NULL ? 1 : utf8_count(before) + 1 };
}

static void
say(const struct reading *r, struct str cell, const char *what)
{
	diag_say(r->ts->d, place_of(r, cell.p), LEVEL_ERROR, code, "%.*s%s%s",
	    STR_ARG(cell), cell.n != 0 ? lang_text(": ") : "", lang_text(what));
}

/* Finds a name among n; n where it is none of them. */
static size_t
choose(struct str name, const struct names *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_equal(name, names[i].chinese) ||
		    str_equal(name, names[i].english))
			return i;
	return n;
}

/* Takes the next cell off a line; false where there is none. */
static bool
next_cell(struct str *rest, struct str *cell)
{
	size_t tab;

	if (rest->p == NULL)
		return false;
	tab = str_find(*rest, STR("\t"), 0);
	if (tab == (size_t)-1) {
		*cell = utf8_trim(*rest);
		rest->p = NULL;
	} else {
		*cell = utf8_trim(str_cut(*rest, 0, tab));
		*rest = str_from(*rest, tab + 1);
	}
	return true;
}

/* Takes the line that names the columns. */
static void
take_head(struct reading *r)
{
	struct str rest = r->line, cell;
	bool there[COLUMNS + 1] = { false };
	size_t i;

	r->has_head = true;
	while (r->n <= COLUMNS && next_cell(&rest, &cell)) {
		i = choose(cell, columns, COLUMNS);
		if (i == COLUMNS || there[i])
			say(r, cell,
			    "the columns are 错误 正确 确定性 条件 说明");
		r->faulty |= i == COLUMNS || there[i];
		there[i] = true;
		r->order[r->n++] = i;
	}
	if (r->faulty)
		return;
	r->faulty = !there[WRONG] || !there[RIGHT] || !there[CERTAINTY];
	if (r->faulty)
		say(r, (struct str){ NULL, 0 },
		    "the first line names the columns; 错误 (wrong), 正确 "
		    "(right) and 确定性 (certainty) are wanted, with tabs "
		    "between");
}

static void
free_term(struct term *t)
{
	buf_free(&t->wrong);
	buf_free(&t->right);
	buf_free(&t->note);
	buf_free(&t->words);
	pattern_free(t->pattern);
}

void
termfile_free(struct terms *ts)
{
	while (ts->n > 0)
		free_term(&ts->list[--ts->n]);
	free(ts->list);
	ts->list = NULL;
}

static bool
read_pattern(const struct reading *r, struct term *t, struct str text)
{
	struct buf why = { 0 };
	size_t at = 0;

	t->pattern = pattern_user(text, &why, &at);
	if (t->pattern == NULL)
		diag_say(r->ts->d, place_of(r, text.p + at), LEVEL_ERROR, code,
		    "the 正则 cannot be read from here on: %s", why.p);
	t->looks_away = str_find(text, STR("(?!"), 0) != (size_t)-1 ||
			str_find(text, STR("(?<!"), 0) != (size_t)-1;
	buf_free(&why);
	return t->pattern != NULL;
}

/* Reads a condition: its name, and words or a pattern behind a blank. */
static bool
read_condition(const struct reading *r, struct term *t)
{
	struct str cell = r->cells[CONDITION], name, rest;
	size_t i;

	if (cell.n == 0)
		return true;
	for (i = 0; i < cell.n && utf8_blank(cell, i) == 0; i++)
		continue;
	name = str_cut(cell, 0, i);
	rest = utf8_trim(str_from(cell, i));
	i = choose(name, conditions, TERM_PATTERN + 1);
	if (i > TERM_PATTERN) {
		say(r, name,
		    "a condition is 总是, 后接 X, 不后接 X, 前接 X, 不前接 X "
		    "or "
		    "正则 PATTERN");
		return false;
	}
	t->condition = (enum condition)i;
	if ((t->condition == TERM_ALWAYS) != (rest.n == 0)) {
		say(r, name,
		    rest.n == 0 ? "what? write it behind a blank"
				: "nothing more can stand in this condition");
		return false;
	}
	if (t->condition == TERM_PATTERN)
		return read_pattern(r, t, rest);
	buf_adds(&t->words, rest);
	return true;
}

/* Says whether a line can be meant. */
static bool
check(const struct reading *r)
{
	size_t certainty =
	    choose(r->cells[CERTAINTY], certainties, TERM_OFF + 1);
	const struct str *c = r->cells;
	bool ok = true;

	if (c[WRONG].n == 0) {
		say(r, c[WRONG], "there is no wrong form in this line");
		ok = false;
	} else if (utf8_count(c[WRONG]) > LEXICON_LONGEST) {
		say(r, c[WRONG], "a form has at most 64 characters");
		ok = false;
	}
	if (certainty > TERM_OFF) {
		say(r, c[CERTAINTY],
		    "choose from 必改 (fix), 必错 (wrong), 疑似 (doubtful), "
		    "提示 "
		    "(note), 关 (off)");
		return false;
	}
	if (certainty == TERM_FIX && c[RIGHT].n == 0) {
		say(r, c[RIGHT],
		    "without a right form nothing can be corrected; write it, "
		    "or 必错 (wrong)");
		ok = false;
	}
	if (certainty != TERM_OFF && str_equal(c[WRONG], c[RIGHT]) &&
	    c[WRONG].n != 0) {
		say(r, c[RIGHT], "the right form is the wrong one");
		ok = false;
	}
	return ok;
}

static void
add_term(struct reading *r)
{
	struct terms *ts = r->ts;
	struct term t = {
		.line = r->number, .file = ts->files, .order = ts->n
	};

	if (!check(r) || !read_condition(r, &t)) {
		free_term(&t);
		return;
	}
	t.certainty = (enum certainty)choose(
	    r->cells[CERTAINTY], certainties, TERM_OFF + 1);
	buf_adds(&t.wrong, r->cells[WRONG]);
	buf_adds(&t.right, r->cells[RIGHT]);
	buf_adds(&t.note, r->cells[NOTE]);
	ts->list = mem_more(ts->list, ts->n, sizeof(*ts->list));
	ts->list[ts->n++] = t;
}

static void
take_line(struct reading *r)
{
	struct str rest = r->line, cell;
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		r->cells[i] = (struct str){ r->line.p + r->line.n, 0 };
	for (i = 0; next_cell(&rest, &cell); i++) {
		if (i < r->n) {
			r->cells[r->order[i]] = cell;
		} else if (cell.n != 0) {
			say(r, cell, "this is one cell more than the columns");
			return;
		}
	}
	add_term(r);
}

static int
compare(const void *left, const void *right)
{
	const struct term *a = left, *b = right;
	int by_form = str_compare(buf_str(&a->wrong), buf_str(&b->wrong));

	if (by_form != 0)
		return by_form;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Leaves one term of each wrong form: the last. Two of one file are a
 * fault. */
static void
settle(struct terms *ts, const char *path)
{
	size_t i, kept = 0;

	if (ts->n > 1)
		qsort(ts->list, ts->n, sizeof(*ts->list), compare);
	for (i = 0; i < ts->n; i++) {
		struct term *t = &ts->list[i];

		if (kept > 0 && str_equal(buf_str(&ts->list[kept - 1].wrong),
				    buf_str(&t->wrong))) {
			struct term *old = &ts->list[--kept];

			if (old->file == t->file)
				diag_say(ts->d,
				    (struct place){ path, t->line, 1 },
				    LEVEL_ERROR, code,
				    "%s is in line %zu already; keep one of "
				    "them",
				    t->wrong.p, old->line);
			free_term(old);
		}
		ts->list[kept++] = *t;
	}
	ts->n = kept;
	for (i = 0; i < ts->n; i++)
		ts->list[i].order = i;
}

void
termfile_take(struct terms *ts, const char *path, struct str raw)
{
	struct reading r = { .ts = ts, .path = path };
	struct buf room = { 0 };
	struct str text, bare;

	ts->files++;
	text = source_text(raw, SOURCE_AUTHOR, path, ts->d, &room);
	while (!r.faulty && str_line(&text, &r.line)) {
		r.number++;
		bare = utf8_trim(r.line);
		if (bare.n == 0 || utf8_markup(bare, 0, '#') != 0)
			continue;
		if (!r.has_head)
			take_head(&r);
		else
			take_line(&r);
	}
	settle(ts, path);
	buf_free(&room);
}

void
termfile_read(struct terms *ts, const char *path)
{
	struct buf raw = { 0 };

	io_read(path, &raw);
	termfile_take(ts, path, buf_str(&raw));
	buf_free(&raw);
}
