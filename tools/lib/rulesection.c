/* rulesection: a section of a file of rules, made a rule */
#include <stdlib.h>

#include "die.h"
#include "rulesection.h"
#include "utf8.h"

static const char code[] = "rules";

/* The place of a byte of a value. */
static struct place
place_in(const struct said *s, size_t byte)
{
	struct place at = s->place;

	at.column += utf8_count(str_cut(s->value, 0, byte));
	return at;
}

static void
free_patterns(struct datarule *r)
{
	struct rulepattern *p;

	while (r->n > 0) {
		p = &r->patterns[--r->n];
		pattern_free(p->pattern);
		needles_free(&p->needles);
		buf_free(&p->text);
		buf_free(&p->message);
		buf_free(&p->replacement);
	}
	free(r->patterns);
	r->patterns = NULL;
}

static void
free_rule(struct datarule *r)
{
	free_patterns(r);
	buf_free(&r->level.name);
	buf_free(&r->name);
}

void
rulefile_free(struct ruleset *rs)
{
	while (rs->n > 0)
		free_rule(&rs->list[--rs->n]);
	free(rs->list);
	rs->list = NULL;
}

/* The rule of a code or a name, or NULL. */
static struct datarule *
find(const struct ruleset *rs, struct str name)
{
	size_t i;

	for (i = 0; i < rs->n; i++)
		if (str_equal(name, buf_str(&rs->list[i].level.name)) ||
		    str_equal(name, buf_str(&rs->list[i].name)))
			return &rs->list[i];
	return NULL;
}

/* Tells the groups that a text names and its pattern does not have. */
static bool
check_groups(const struct rulesection *r, const struct said *s, size_t groups)
{
	bool ok = true;
	size_t i;

	for (i = 0; i + 1 < s->value.n; i++) {
		char c = s->value.p[i + 1];

		if (s->value.p[i] != '$')
			continue;
		if (c >= '0' && c <= '9' && (size_t)(c - '0') > groups) {
			diag_say(r->rs->d, place_in(s, i), LEVEL_ERROR, code,
			    "the 模式 has %zu groups, and none is $%c", groups,
			    c);
			ok = false;
		}
		i++;
	}
	return ok;
}

/* What is said of a key of pattern i: its own, else the section's. A message
 * may be that of any pattern: one is enough. */
static const struct said *
said_of(const struct rulesection *r, size_t i, enum rulekey key)
{
	size_t j;

	if (r->patterns[i][key].place.line != 0)
		return &r->patterns[i][key];
	if (r->own[key].place.line != 0)
		return &r->own[key];
	for (j = 0; key == RULE_MESSAGE && j < r->n; j++)
		if (r->patterns[j][key].place.line != 0)
			return &r->patterns[j][key];
	return NULL;
}

static bool
read_safe(const struct rulesection *r, const struct said *s, bool replaces,
    bool *safe)
{
	if (s == NULL || str_equal(s->value, STR("否")) ||
	    str_equal(s->value, STR("no")))
		return true;
	*safe =
	    str_equal(s->value, STR("是")) || str_equal(s->value, STR("yes"));
	if (!*safe)
		diag_say(r->rs->d, s->place, LEVEL_ERROR, code,
		    "%.*s cannot stand here; choose from 是 (yes), 否 (no)",
		    STR_ARG(s->value));
	else if (!replaces)
		diag_say(r->rs->d, s->place, LEVEL_ERROR, code,
		    "there is nothing that could be safe; write 改为 (replace) "
		    "as well");
	return *safe && replaces;
}

static bool
has(struct str text, struct str part)
{
	return str_find(text, part, 0) != (size_t)-1;
}

/* Reads pattern i of the section into p; false where it has a fault. */
static bool
read_pattern(const struct rulesection *r, size_t i, struct rulepattern *p)
{
	const struct said *pattern = &r->patterns[i][RULE_PATTERN],
			  *message = said_of(r, i, RULE_MESSAGE),
			  *replace = said_of(r, i, RULE_REPLACE);
	struct str text = pattern->value;
	struct buf why = { 0 };
	size_t at = 0;
	bool ok;

	if (text.p == NULL)
		return false; /* what is wrong with it was told */
	buf_adds(&p->text, text);
	p->tried = needles_find(text, &p->needles);
	p->pattern = pattern_user(text, &why, &at);
	ok = p->pattern != NULL;
	if (!ok)
		diag_say(r->rs->d, place_in(pattern, at), LEVEL_ERROR, code,
		    "the 模式 cannot be read from here on: %s", why.p);
	buf_free(&why);
	if (message != NULL) {
		buf_adds(&p->message, message->value);
		ok &= p->pattern == NULL ||
		      check_groups(r, message, pattern_groups(p->pattern));
	}
	if (replace != NULL) {
		p->replaces = true;
		buf_adds(&p->replacement, replace->value);
		ok &= p->pattern == NULL ||
		      check_groups(r, replace, pattern_groups(p->pattern));
	}
	ok &= read_safe(r, said_of(r, i, RULE_SAFE), p->replaces, &p->safe);
	p->holds_objects = has(text, STR("\xEF\xBF\xBC")) ||
			   has(text, STR("FFFC")) || has(text, STR("fffc"));
	p->looks_away = has(text, STR("(?!")) || has(text, STR("(?<!"));
	return ok;
}

/* Tells what a section does not say. */
static bool
check_whole(const struct rulesection *r)
{
	bool more = r->own[RULE_NAME].place.line != 0 ||
		    r->own[RULE_MESSAGE].place.line != 0 ||
		    r->own[RULE_REPLACE].place.line != 0 ||
		    r->own[RULE_SAFE].place.line != 0;

	if (r->n == 0 && (more || r->own[RULE_LEVEL].place.line == 0)) {
		diag_say(r->rs->d, r->place, LEVEL_ERROR, code,
		    "[%.*s] has no 模式 (pattern); write one, or 级别 (level) "
		    "alone for a rule that is there already",
		    STR_ARG(r->name));
		return false;
	}
	if (r->n != 0 && said_of(r, 0, RULE_MESSAGE) == NULL) {
		diag_say(r->rs->d, r->place, LEVEL_ERROR, code,
		    "[%.*s] has no 说明 (message); say what is wrong, then "
		    "what to do",
		    STR_ARG(r->name));
		return false;
	}
	return true;
}

/* Makes a rule of the section that is open. */
static struct datarule
make_rule(const struct rulesection *r)
{
	const struct said *level = &r->own[RULE_LEVEL],
			  *name = &r->own[RULE_NAME];
	struct datarule made = { .level = { .place = r->place,
				     .level = LEVEL_WARNING } };
	size_t i;

	buf_adds(&made.level.name, r->name);
	buf_adds(&made.name, name->place.line != 0 ? name->value : r->name);
	made.file = r->rs->files;
	made.faulty = r->faulty || !check_whole(r);
	if (level->place.line != 0)
		made.faulty |= !rulelevel_read(
		    &made.level, level->value, level->place, code, r->rs->d);
	if (r->n > 0)
		made.patterns = mem_alloc(r->n * sizeof(*made.patterns));
	for (i = 0; i < r->n; i++)
		made.faulty |= !read_pattern(r, i, &made.patterns[made.n++]);
	return made;
}

void
rulesection_end(const struct rulesection *r)
{
	struct ruleset *rs = r->rs;
	struct datarule made, *old;

	old = find(rs, r->name);
	if (old != NULL && old->file == rs->files)
		diag_say(rs->d, r->place, LEVEL_ERROR, code,
		    "[%.*s] is in line %zu already; keep one of them",
		    STR_ARG(r->name), old->level.place.line);
	made = make_rule(r);
	if (old == NULL) {
		rs->list = mem_more(rs->list, rs->n, sizeof(*rs->list));
		rs->list[rs->n++] = made;
	} else if (made.n == 0 && made.faulty) {
		free_rule(&made);
	} else if (made.n == 0) {
		old->level.level = made.level.level;
		old->level.off = made.level.off;
		old->level.place = made.level.place;
		old->file = made.file;
		free_rule(&made);
	} else {
		free_rule(old);
		*old = made;
	}
}
