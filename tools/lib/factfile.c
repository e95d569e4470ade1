/* factfile: facts.txt and its overlays */
#include <stdlib.h>

#include "die.h"
#include "factfile.h"
#include "grammar.h"
#include "marks.h"
#include "pattern.h"
#include "utf8.h"

#define BLANKS "[ \\t\\x{A0}\\x{3000}]*"
#define NAME "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*"

struct reading {
	struct facts *fs;
	struct diag *d;
	enum factfile_role role;
	const char *path;
	struct pattern *definition, *show;
	struct facts seen; /* the names of this file, with their places */
	struct buf text; /* a line with those that it goes on in */
	struct place at; /* of its first character */
};

/* Copies s to where it lasts as long as the set. */
static struct str
keep(struct facts *fs, struct str s)
{
	struct buf b = { 0 };

	if (s.n == 0)
		return STR("");
	buf_adds(&b, s);
	fs->kept = mem_more(fs->kept, fs->kept_n, sizeof(*fs->kept));
	fs->kept[fs->kept_n++] = b;
	return buf_str(&b);
}

static struct str
keep_place(struct reading *r)
{
	struct buf b = { 0 };
	struct str kept;

	buf_addf(&b, "%s:%zu:%zu", r->at.path, r->at.line, r->at.column);
	kept = keep(r->fs, buf_str(&b));
	buf_free(&b);
	return kept;
}

static void
say_not_defined(struct reading *r, struct str name)
{
	struct buf hint = { 0 };

	facts_nearest(r->fs, name, &hint);
	diag_say(r->d, r->at, LEVEL_ERROR, "fact",
	    "no fact is named %.*s, so it cannot be %s%s", STR_ARG(name),
	    r->role == FACTFILE_MASKS ? "masked" : "replaced",
	    hint.n != 0 ? hint.p : "");
	buf_free(&hint);
}

/* Takes NAME = VALUE, with the state that it is to have. */
static void
define(
    struct reading *r, struct str name, struct str value, enum fact_state state)
{
	struct fact *old = facts_find(&r->seen, name), *known;
	struct fact f = { .name = keep(r->fs, name), .state = state };

	f.origin = keep_place(r);
	f.shown = keep(r->fs, value);
	if (old != NULL) {
		diag_say(r->d, r->at, LEVEL_ERROR, "fact",
		    "%.*s is already defined at %.*s; leave one of the two",
		    STR_ARG(name), STR_ARG(old->origin));
		return;
	}
	facts_add(&r->seen, f);
	known = facts_find(r->fs, name);
	if (r->role != FACTFILE_DEFINES && known == NULL) {
		say_not_defined(r, name);
	} else if (known == NULL) {
		facts_add(r->fs, f);
	} else if (r->role == FACTFILE_DEFINES) {
		diag_say(r->d, r->at, LEVEL_ERROR, "fact",
		    "%.*s is already defined at %.*s; leave one of the two",
		    STR_ARG(name), STR_ARG(known->origin));
	} else if (known->state != FACT_ERROR) {
		known->shown = f.shown;
		known->origin = f.origin;
		known->state = state;
	}
}

static enum fact_state
state_of(const struct reading *r)
{
	return r->role == FACTFILE_MASKS ? FACT_MASK : FACT_VALUE;
}

static void
say(struct reading *r, const char *what)
{
	diag_say(r->d, r->at, LEVEL_ERROR, "fact", "%s", what);
}

/* Takes a line that is no definition of a value. */
static void
other_line(struct reading *r, struct str text)
{
	struct str groups[2];

	if (utf8_markup(text, 0, '!') != 0)
		say(r, "this version has no checks (!) yet; put # before the "
		       "line");
	else if (pattern_match(r->show, text, groups, 2))
		say(r, "this version has no `show` yet, as it has no formulas; "
		       "put # before the line");
	else
		say(r,
		    "this is no fact; write NAME = VALUE, the name of letters, "
		    "digits and _, without a digit first; a remark begins "
		    "with #");
}

static void
logical_line(struct reading *r)
{
	struct str text = buf_str(&r->text), groups[4], value;

	if (text.n == 0 || utf8_markup(text, 0, '#') != 0)
		return;
	if (!pattern_match(r->definition, text, groups, 4)) {
		if (!marks_error(text))
			other_line(r, text);
		return;
	}
	value = utf8_trim(groups[3]);
	if (groups[2].n != 0) {
		say(r, "this version has no formulas (:=) yet; write the value "
		       "after =");
		define(r, groups[1], STR(""), FACT_ERROR);
	} else if (marks_error(text)) {
		define(r, groups[1], STR(""), FACT_ERROR);
	} else if (str_find(value, STR("\t"), 0) != (size_t)-1) {
		say(r, "a value cannot hold a tab; write blanks");
		define(r, groups[1], STR(""), FACT_ERROR);
	} else {
		define(r, groups[1], value, state_of(r));
	}
}

/* Adds a line to the logical one; says whether that goes on. */
static bool
take_line(struct reading *r, struct str whole)
{
	struct str text = utf8_trim(whole);
	bool more = line_goes_on(text) &&
		    !(r->text.n == 0 && utf8_markup(text, 0, '#') != 0);

	if (more)
		text = utf8_trim(str_cut(text, 0, text.n - 1));
	line_join(&r->text, text);
	return more;
}

void
factfile_read(struct facts *fs, struct str text, const char *path,
    enum factfile_role role, struct diag *d)
{
	struct reading r = { .fs = fs, .d = d, .role = role, .path = path };
	struct str line;
	size_t number = 0;
	bool more = false;

	r.definition =
	    pattern_new("(" NAME ")" BLANKS "([:\\x{FF1A}]?)[=\\x{FF1D}](.*)$");
	r.show = pattern_new("show" BLANKS "(" NAME ")$");
	while (str_line(&text, &line)) {
		number++;
		if (more && utf8_markup(utf8_trim(line), 0, '#') != 0)
			continue;
		if (!more) {
			size_t indent = (size_t)(utf8_trim(line).p - line.p);

			buf_clear(&r.text);
			r.at = (struct place){ path, number,
				1 + utf8_count(str_cut(line, 0, indent)) };
		}
		more = take_line(&r, line);
		if (!more)
			logical_line(&r);
	}
	if (more)
		logical_line(&r);
	pattern_free(r.definition);
	pattern_free(r.show);
	buf_free(&r.text);
	facts_free(&r.seen);
}
