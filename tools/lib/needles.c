/* needles: texts without which a pattern cannot match */
#include <ctype.h>
#include <string.h>

#include "needlelist.h"
#include "utf8.h"

enum { MOST = 1024, DEEPEST = 40 };

/* A pattern that is read (pcre2pattern); failed is sticky. */
struct reading {
	struct str text;
	size_t at, depth;
	bool failed;
};

/* What a part of a pattern matches: `now`, what it begins with, which holds an
 * empty text where that is not known; `best`, the best texts inside it. */
struct part {
	struct needles now, best;
};

/* A choice while it is read: the lists that its parts gave so far. */
struct choice {
	struct part part;
	struct needles run; /* of the parts behind the first */
	bool first_ended;
};

/* Ends the list that is made: it may be the best, and the next begins. */
static void
end_run(struct choice *c)
{
	if (c->first_ended)
		needles_better(&c->part.best, &c->run);
	c->first_ended = true;
	needles_restart(&c->run);
}

/* Adds what the next part of the pattern matches; it is freed. */
static void
add_part(struct choice *c, struct part *next)
{
	struct needles *nd = c->first_ended ? &c->run : &c->part.now;

	needles_better(&c->part.best, &next->best);
	if (nd->n * next->now.n > MOST) {
		needles_close(nd);
		end_run(c);
		nd = &c->run;
	}
	needles_multiply(nd, &next->now);
	needles_free(&next->now);
	if (!needles_closed(nd))
		return;
	needles_close(nd);
	end_run(c);
}

static bool
looks_at(const struct reading *r, struct str s)
{
	return str_starts(str_from(r->text, r->at), s);
}

static bool
is_one_of(const struct reading *r, const char *set)
{
	return r->at < r->text.n && r->text.p[r->at] != '\0' &&
	       strchr(set, r->text.p[r->at]) != NULL;
}

/* Goes on behind the next c; without one the pattern is not understood. */
static void
skip_to(struct reading *r, char c)
{
	const char *p = memchr(r->text.p + r->at, c, r->text.n - r->at);

	if (p == NULL)
		r->failed = true;
	else
		r->at = (size_t)(p - r->text.p) + 1;
}

/* What is not known: any text. */
static void
be_unknown(struct part *part)
{
	needles_free(&part->now);
	needles_add(&part->now, STR(""), false);
}

/* Takes a quantifier behind a part, if there is one. What stands in braces may
 * be text, and then does no harm. */
static void
take_quantifier(struct reading *r, struct part *part)
{
	bool many = false, perhaps = false;

	if (is_one_of(r, "?")) {
		perhaps = true;
	} else if (is_one_of(r, "*+{")) {
		many = true;
		perhaps = !is_one_of(r, "+");
	}
	while (is_one_of(r, "?*+{") && !r->failed) {
		if (is_one_of(r, "{"))
			skip_to(r, '}');
		else
			r->at++;
	}
	if (many)
		needles_close(&part->now);
	if (!perhaps)
		return;
	needles_free(&part->best);
	if (many && needles_shortest(&part->now) == 0)
		be_unknown(part);
	else
		needles_add(&part->now, STR(""), true);
}

/* Takes a class; what stands in it where it is a plain list. One with a
 * bracket inside is not understood. */
static void
take_class(struct reading *r, struct part *part)
{
	bool plain = true;
	size_t n;
	uint32_t c;

	r->at++;
	if (is_one_of(r, "^]"))
		plain = false;
	if (is_one_of(r, "^"))
		r->at++;
	if (is_one_of(r, "]"))
		r->at++;
	while (r->at < r->text.n && !is_one_of(r, "]") && !r->failed) {
		r->failed = is_one_of(r, "[");
		plain &= !is_one_of(r, "-\\");
		if (is_one_of(r, "\\") && r->at + 1 < r->text.n) {
			r->at++;
			r->failed |= is_one_of(r, "QE");
		}
		n = utf8_next(r->text, r->at, &c);
		if (plain)
			needles_add(
			    &part->now, str_cut(r->text, r->at, n), true);
		r->at += n;
		r->failed |= n == 0;
	}
	if (r->at < r->text.n)
		r->at++;
	if (!plain || part->now.n == 0)
		be_unknown(part);
}

static void read_choices(struct reading *r, struct part *out);

/* Takes a group, from its parenthesis to behind the other one. */
static void
take_group(struct reading *r, struct part *part)
{
	bool looks = false, wants = true;

	r->at++;
	if (is_one_of(r, "*"))
		r->failed = true;
	if (is_one_of(r, "?")) {
		r->at++;
		looks = looks_at(r, STR("<=")) || looks_at(r, STR("<!")) ||
			is_one_of(r, "!=");
		wants = !looks || is_one_of(r, "=");
		if (!looks && (is_one_of(r, "<") || looks_at(r, STR("P<"))))
			skip_to(r, '>');
		else if (!looks && !is_one_of(r, ":>"))
			r->failed = true;
		else
			r->at += is_one_of(r, "<") ? 2 : 1;
	}
	if (r->failed || ++r->depth > DEEPEST) {
		r->failed = true;
		return;
	}
	read_choices(r, part);
	r->depth--;
	r->failed |= !is_one_of(r, ")");
	r->at++;
	if (!looks)
		return;
	/* it takes no text; look-ahead wants some, behind what is matched */
	if (wants)
		needles_better(&part->best, &part->now);
	else
		needles_free(&part->best);
	needles_restart(&part->now);
}

/* Takes a backslash and what belongs to it: a mark that stands for itself, or
 * something that is not known. */
static void
take_escape(struct reading *r, struct part *part)
{
	r->at++;
	if (r->at < r->text.n && ispunct((unsigned char)r->text.p[r->at])) {
		needles_add(&part->now, str_cut(r->text, r->at++, 1), true);
		return;
	}
	be_unknown(part);
	if (looks_at(r, STR("p{")) || looks_at(r, STR("P{")) ||
	    looks_at(r, STR("x{")))
		skip_to(r, '}');
	else if (is_one_of(r, "pP") && r->at + 1 < r->text.n)
		r->at += 2;
	else if (is_one_of(r, "dDwWsShHvVR"))
		r->at++;
	else if (is_one_of(r, "bBAzZ")) {
		needles_restart(&part->now); /* a place */
		r->at++;
	} else
		r->failed = true;
}

/* Takes the next part of a choice, without its quantifier. */
static void
take_part(struct reading *r, struct part *part)
{
	uint32_t c;
	size_t n;

	if (is_one_of(r, "(")) {
		take_group(r, part);
	} else if (is_one_of(r, "[")) {
		take_class(r, part);
	} else if (is_one_of(r, "\\")) {
		take_escape(r, part);
	} else if (is_one_of(r, "^$")) {
		needles_add(&part->now, STR(""), true);
		r->at++;
	} else if (is_one_of(r, ".")) {
		be_unknown(part);
		r->at++;
	} else {
		n = utf8_next(r->text, r->at, &c);
		needles_add(&part->now, str_cut(r->text, r->at, n), true);
		r->at += n;
		r->failed |= n == 0;
	}
}

/* Reads one choice, to its `|`, `)` or end. */
static void
read_choice(struct reading *r, struct part *out)
{
	struct choice c = { .first_ended = false };

	needles_restart(&c.part.now);
	while (!r->failed && r->at < r->text.n && !is_one_of(r, "|)")) {
		struct part next = { { 0 }, { 0 } };

		take_part(r, &next);
		if (!r->failed)
			take_quantifier(r, &next);
		add_part(&c, &next);
	}
	if (c.first_ended)
		needles_better(&c.part.best, &c.run);
	if (c.first_ended)
		needles_close(&c.part.now);
	*out = c.part;
	needles_free(&c.run);
}

/* Reads choices: a match holds what one of them wants. */
static void
read_choices(struct reading *r, struct part *out)
{
	struct part one;
	bool all = true;

	*out = (struct part){ { 0 }, { 0 } };
	for (;;) {
		read_choice(r, &one);
		/* what it begins with will do where there is nothing better */
		if (needles_shortest(&one.best) == 0 &&
		    needles_shortest(&one.now) != 0) {
			size_t i;

			needles_free(&one.best);
			for (i = 0; i < one.now.n; i++)
				needles_add(&one.best,
				    buf_str(&one.now.list[i].text), false);
		}
		all &= needles_shortest(&one.best) != 0;
		needles_take(&out->now, &one.now);
		needles_take(&out->best, &one.best);
		if (r->failed || !is_one_of(r, "|"))
			break;
		r->at++;
	}
	if (!all || out->best.n > MOST)
		needles_free(&out->best);
	if (out->now.n > MOST)
		be_unknown(out);
}

enum needles_place
needles_find(struct str pattern, struct needles *nd)
{
	struct reading r = { .text = pattern };
	struct part whole;
	enum needles_place place = NEEDLES_NONE;

	read_choices(&r, &whole);
	if (!r.failed && r.at == pattern.n) {
		if (needles_shortest(&whole.now) != 0)
			place = NEEDLES_FIRST;
		else if (needles_shortest(&whole.best) != 0)
			place = NEEDLES_WITHIN;
	}
	if (place == NEEDLES_FIRST)
		needles_take(nd, &whole.now);
	else if (place == NEEDLES_WITHIN)
		needles_take(nd, &whole.best);
	needles_free(&whole.now);
	needles_free(&whole.best);
	return place;
}
