/* factfile: facts.txt and its overlays */
#include <stdlib.h>

#include "die.h"
#include "factfile.h"
#include "formula.h"
#include "grammar.h"
#include "lang.h"
#include "marks.h"
#include "pattern.h"
#include "utf8.h"

#define BLANKS "[ \\t\\x{A0}\\x{3000}]*"
#define NAME "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*"

bool
factfile_name(struct str s)
{
	struct pattern *p = pattern_new(NAME "$");
	struct str groups[1];
	bool fine = pattern_match(p, s, groups, 1);

	pattern_free(p);
	return fine;
}

struct reading {
	struct facts *fs;
	struct diag *d;
	enum factfile_role role;
	const char *path;
	struct pattern *definition, *show;
	struct facts seen; /* the names of this file, with their places */
	struct buf text; /* a line with those that it goes on in */
	size_t lines; /* how many these are */
	bool formula; /* it is a formula or a check so far */
	bool settled; /* and will remain what it is */
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
say_not_defined(struct reading *r, struct str name, const char *what)
{
	struct buf hint = { 0 };

	facts_nearest(r->fs, name, &hint);
	diag_say(r->d, r->at, LEVEL_ERROR, "fact", what, STR_ARG(name),
	    hint.n != 0 ? hint.p : "");
	buf_free(&hint);
}

static void
say_twice(struct reading *r, struct str name, struct str origin)
{
	diag_say(r->d, r->at, LEVEL_ERROR, "fact",
	    "%.*s is already defined at %.*s; leave one of the two",
	    STR_ARG(name), STR_ARG(origin));
}

/* Takes the definition of a fact; returns it as the set holds it, or NULL
 * where it counts for nothing. */
static struct fact *
define(struct reading *r, struct fact f)
{
	struct fact *old = facts_find(&r->seen, f.name), *known;

	f.name = keep(r->fs, f.name);
	f.origin = keep_place(r);
	f.value = f.shown = keep(r->fs, f.shown);
	if (old != NULL) {
		say_twice(r, f.name, old->origin);
		return NULL;
	}
	facts_add(&r->seen, f);
	known = facts_find(r->fs, f.name);
	if (r->role != FACTFILE_DEFINES && known == NULL) {
		say_not_defined(r, f.name,
		    r->role == FACTFILE_MASKS
			? "no fact is named %.*s, so it cannot be masked%s"
			: "no fact is named %.*s, so it cannot be replaced%s");
		return NULL;
	}
	if (known == NULL)
		return facts_add(r->fs, f);
	if (r->role == FACTFILE_DEFINES) {
		say_twice(r, f.name, known->origin);
		return NULL;
	}
	if (known->state == FACT_ERROR)
		return NULL;
	if (r->role == FACTFILE_MASKS) {
		/* the formulas go on with the true value */
		f.value = known->value;
		f.formula = known->formula;
	}
	*known = f;
	return known;
}

/* Keeps a formula, or a check, of the line that is read; returns its number,
 * from 1. */
static size_t
add_formula(struct reading *r, struct str text, struct formula f)
{
	const struct str line = buf_str(&r->text);
	struct facts *fs = r->fs;

	f.at = r->at;
	f.one_line = r->lines == 1;
	if (f.one_line)
		f.at.column +=
		    utf8_count(str_cut(line, 0, (size_t)(text.p - line.p)));
	f.text = keep(fs, text);
	f.message = keep(fs, f.message);
	fs->formulas = mem_more(fs->formulas, fs->formulas_n, sizeof(f));
	fs->formulas[fs->formulas_n] = f;
	return ++fs->formulas_n;
}

static void
say(struct reading *r, const char *what)
{
	diag_say(r->d, r->at, LEVEL_ERROR, "fact", "%s", lang_text(what));
}

static void
define_formula(struct reading *r, struct str name, struct str text)
{
	struct fact *fact;

	if (r->role == FACTFILE_MASKS) {
		say(r, "a mask is what stands there, not a formula; write it "
		       "after = alone");
		define(r, (struct fact){ .name = name, .state = FACT_ERROR });
		return;
	}
	fact = define(r, (struct fact){ .name = name });
	if (fact == NULL)
		return;
	fact->formula =
	    add_formula(r, text, (struct formula){ .kind = FORMULA_FACT });
	r->fs->formulas[fact->formula - 1].fact = (size_t)(fact - r->fs->list);
}

/* Takes `! CONDITION -- MESSAGE`, of which the mark was mark bytes long; with
 * `!?` it only warns. */
static void
define_check(struct reading *r, struct str text, size_t mark)
{
	struct formula f = { .kind = FORMULA_CHECK };
	struct str rest = str_from(text, mark);
	size_t n = rest.n != 0 ? utf8_markup(rest, 0, '?') : 0, at;

	if (r->role == FACTFILE_MASKS) {
		say(r, "a check belongs into facts.txt: an edition's file says "
		       "what is masked");
		return;
	}
	if (n != 0)
		f.kind = FORMULA_WARNING;
	rest = utf8_trim(str_from(rest, n));
	at = sqltext_message(rest);
	if (at != (size_t)-1) {
		f.message = utf8_trim(str_from(rest, at + 2));
		rest = utf8_trim(str_cut(rest, 0, at));
	}
	if (rest.n == 0)
		say(r, "this check has no condition; write "
		       "! CONDITION -- MESSAGE");
	else
		add_formula(r, rest, f);
}

/* Takes `show NAME`: the edition shows what is made from masked facts. */
static void
define_show(struct reading *r, struct str name)
{
	struct fact *known = facts_find(r->fs, name);

	if (r->role != FACTFILE_MASKS)
		say(r, "`show` belongs into the file of an edition, "
		       "facts.EDITION.txt: only there anything is masked");
	else if (known == NULL)
		say_not_defined(
		    r, name, "no fact is named %.*s, so it cannot be shown%s");
	else if (known->state == FACT_MASK)
		diag_say(r->d, r->at, LEVEL_ERROR, "fact",
		    "%.*s has a mask at %.*s; leave one of the two",
		    STR_ARG(name), STR_ARG(known->origin));
	else
		known->may_show = true;
}

/* Takes a line that is no definition of a value. */
static void
other_line(struct reading *r, struct str text)
{
	size_t check = utf8_markup(text, 0, '!');
	struct str groups[2];

	if (check != 0)
		define_check(r, text, check);
	else if (pattern_match(r->show, text, groups, 2))
		define_show(r, groups[1]);
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
	struct fact f = { .state = FACT_ERROR };

	if (text.n == 0 || utf8_markup(text, 0, '#') != 0)
		return;
	if (!pattern_match(r->definition, text, groups, 4)) {
		if (!marks_error(text))
			other_line(r, text);
		return;
	}
	f.name = groups[1];
	value = utf8_trim(groups[3]);
	if (marks_error(text)) {
		define(r, f);
	} else if (groups[2].n != 0) {
		define_formula(r, groups[1], value);
	} else if (str_find(value, STR("\t"), 0) != (size_t)-1) {
		say(r, "a value cannot hold a tab; write blanks");
		define(r, f);
	} else {
		f.state = r->role == FACTFILE_MASKS ? FACT_MASK : FACT_VALUE;
		f.shown = value;
		define(r, f);
	}
}

/* Looks whether the line that is read is a formula or a check, now that piece
 * is its end. The first = of a line, or a ! before it, settles that: asked
 * again for each piece, a long line would take time by its square. */
static void
settle(struct reading *r, struct str piece)
{
	struct str text = buf_str(&r->text), groups[4];

	if (r->settled || text.n == 0)
		return;
	r->settled = str_find(piece, STR("="), 0) != (size_t)-1 ||
		     str_find(piece, STR("＝"), 0) != (size_t)-1;
	if (utf8_markup(text, 0, '!') != 0)
		r->formula = r->settled = true;
	else if (r->settled)
		r->formula = pattern_match(r->definition, text, groups, 4) &&
			     groups[2].n != 0;
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
	/* words of SQL stay apart, also Chinese ones */
	if (r->lines > 1 && r->formula)
		buf_addf(&r->text, " %.*s", STR_ARG(text));
	else
		line_join(&r->text, text);
	settle(r, text);
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
			r.lines = 0;
			r.formula = r.settled = false;
			r.at = (struct place){ path, number,
				1 + utf8_count(str_cut(line, 0, indent)) };
		}
		r.lines++;
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
