/* rulefile: rules of proofreading that an office writes itself, as files */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "io.h"
#include "lang.h"
#include "nearest.h"
#include "rulesection.h"
#include "source.h"
#include "utf8.h"

static const char code[] = "rules";

static const struct {
	struct str chinese, english;
} keys[RULE_KEYS] = {
	[RULE_NAME] = { { "名称", 6 }, { "name", 4 } },
	[RULE_LEVEL] = { { "级别", 6 }, { "level", 5 } },
	[RULE_PATTERN] = { { "模式", 6 }, { "pattern", 7 } },
	[RULE_MESSAGE] = { { "说明", 6 }, { "message", 7 } },
	[RULE_REPLACE] = { { "改为", 6 }, { "replace", 7 } },
	[RULE_SAFE] = { { "稳妥", 6 }, { "safe", 4 } },
};

/* A file that is read, and its section. */
struct reading {
	const char *path;
	struct diag *d;
	bool open, faulty; /* a section; its heading was told */
	struct rulesection section;
};

static struct place
place_of(const struct reading *r, struct str line, const char *p, size_t number)
{
	struct str before = { line.p, (size_t)(p - line.p) };

	return (struct place){ r->path, number, utf8_count(before) + 1 };
}

/* Says whether a name can be used in `%ok` and the like. */
static bool
is_name(struct str name)
{
	size_t i;

	for (i = 0; i < name.n; i++)
		if (utf8_blank(name, i) != 0 || utf8_markup(name, i, ',') ||
		    utf8_markup(name, i, ':') ||
		    str_starts(str_from(name, i), STR("、")))
			return false;
	return name.n != 0;
}

/* Ends the section that is open. */
static void
end_section(struct reading *r)
{
	if (r->open && !r->faulty)
		rulesection_end(&r->section);
	free(r->section.patterns);
	r->section.patterns = NULL;
}

static void
take_section(struct reading *r, struct str text, struct place at)
{
	size_t open = utf8_markup(text, 0, '[');
	size_t close = str_ends(text, STR("]"))    ? 1
		       : str_ends(text, STR("］")) ? 3
						   : 0;

	end_section(r);
	r->open = true;
	r->faulty = close == 0;
	r->section = (struct rulesection){ .rs = r->section.rs, .place = at };
	if (r->faulty) {
		diag_say(r->d, at, LEVEL_ERROR, code,
		    "a rule begins with its code in brackets; close the "
		    "bracket");
		return;
	}
	r->section.name = utf8_trim(str_cut(text, open, text.n - close - open));
	r->faulty = !is_name(r->section.name);
	if (r->faulty)
		diag_say(r->d, at, LEVEL_ERROR, code,
		    "[%.*s]: a code is one word, without blanks and commas",
		    STR_ARG(r->section.name));
}

/* The key of a name, RULE_KEYS after a message where there is none. */
static enum rulekey
find_key(const struct reading *r, struct str name, struct place at)
{
	struct buf hint = { 0 };
	struct nearest ne;
	size_t i;

	nearest_begin(&ne, name);
	for (i = 0; i < RULE_KEYS; i++) {
		if (str_equal(name, keys[i].chinese) ||
		    str_equal(name, keys[i].english))
			return (enum rulekey)i;
		nearest_offer(&ne, keys[i].chinese);
		nearest_offer(&ne, keys[i].english);
	}
	nearest_end(&ne, &hint);
	diag_say(r->d, at, LEVEL_ERROR, code, "a rule has no key %.*s%s",
	    STR_ARG(name),
	    hint.n != 0
		? hint.p
		: lang_text("; there are 名称 级别 模式 说明 改为 稳妥"));
	buf_free(&hint);
	return RULE_KEYS;
}

/* Tells what cannot be said of a key. */
static bool
check_value(const struct reading *r, enum rulekey key, struct place at,
    const struct said *before, const struct said *said)
{
	if (before->place.line != 0)
		diag_say(r->d, at, LEVEL_ERROR, code,
		    "%.*s is given in line %zu already; keep one of them",
		    STR_ARG(keys[key].chinese), before->place.line);
	else if (said->value.n == 0 && key != RULE_REPLACE)
		diag_say(r->d, at, LEVEL_ERROR, code,
		    "there is no value behind %.*s =; write one, or take the "
		    "line out",
		    STR_ARG(keys[key].chinese));
	else if (key == RULE_NAME && !is_name(said->value))
		diag_say(r->d, said->place, LEVEL_ERROR, code,
		    "%.*s: a name is one word, without blanks and commas",
		    STR_ARG(said->value));
	else
		return true;
	return false;
}

/* Keeps what is said of a key: of the last pattern, or of all. */
static void
take_value(
    struct reading *r, enum rulekey key, struct place at, struct said said)
{
	struct rulesection *s = &r->section;
	struct said *kept;

	if (key == RULE_PATTERN) {
		s->patterns = mem_more(s->patterns, s->n, sizeof(*s->patterns));
		memset(s->patterns[s->n++], 0, sizeof(*s->patterns));
	}
	kept = s->n == 0 || key == RULE_NAME || key == RULE_LEVEL
		   ? &s->own[key]
		   : &s->patterns[s->n - 1][key];
	if (check_value(r, key, at, kept, &said))
		*kept = said;
	else
		s->faulty = true;
}

static void
take_line(struct reading *r, struct str line, struct str text, size_t number)
{
	struct place at = place_of(r, line, text.p, number);
	struct said said;
	enum rulekey key;
	size_t i, n = 0;

	for (i = 0; i < text.n && (n = utf8_markup(text, i, '=')) == 0; i++)
		continue;
	if (n == 0 || !r->open) {
		diag_say(r->d, at, LEVEL_ERROR, code,
		    n == 0 ? "this is no line of a file of rules; write 键 = "
			     "值, [code], or # for a comment"
			   : "this belongs to no rule; write [code] before it");
		return;
	}
	if (r->faulty)
		return;
	key = find_key(r, utf8_trim(str_cut(text, 0, i)), at);
	said.value = utf8_trim(str_from(text, i + n));
	said.place = place_of(r, line, said.value.p, number);
	if (key != RULE_KEYS)
		take_value(r, key, at, said);
	else
		r->section.faulty = true;
}

void
rulefile_take(struct ruleset *rs, const char *path, struct str raw)
{
	struct reading r = {
		.path = path,
		.d = rs->d,
		.section = { .rs = rs },
	};
	struct buf room = { 0 };
	struct str text, line, bare;
	size_t number = 0;

	rs->files++;
	text = source_text(raw, SOURCE_AUTHOR, path, rs->d, &room);
	while (str_line(&text, &line)) {
		number++;
		bare = utf8_trim(line);
		if (bare.n == 0 || utf8_markup(bare, 0, '#') != 0)
			continue;
		if (utf8_markup(bare, 0, '[') != 0)
			take_section(
			    &r, bare, place_of(&r, line, bare.p, number));
		else
			take_line(&r, line, bare, number);
	}
	end_section(&r);
	buf_free(&room);
}

void
rulefile_read(struct ruleset *rs, const char *path)
{
	struct buf raw = { 0 };

	io_read(path, &raw);
	rulefile_take(rs, path, buf_str(&raw));
	buf_free(&raw);
}
