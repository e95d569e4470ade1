/* sheetvalue: the values of a style sheet's keys, read into measures */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lang.h"
#include "sheetvalue.h"
#include "utf8.h"

static void
say(const struct resolving *r, const struct given *g, const char *what)
{
	diag_say(r->d, g->place, LEVEL_ERROR, "style", LANG_WORD("%.*s: %s"),
	    STR_ARG(g->value), lang_text(what));
}

static void
say_choices(
    const struct resolving *r, const struct given *g, const char *choices)
{
	struct str list = str_of(choices), zh, en;
	struct buf names = { 0 };

	while (sheetkeys_choice(&list, &zh, &en)) {
		buf_addz(&names, names.n != 0 ? ", " : "");
		buf_adds(&names, zh);
		if (!str_equal(zh, en))
			buf_addf(&names, " (%.*s)", STR_ARG(en));
	}
	diag_say(r->d, g->place, LEVEL_ERROR, "style",
	    "%.*s cannot stand here; choose from %s", STR_ARG(g->value),
	    names.p);
	buf_free(&names);
}

/* The names that a family has in the font sets gb2312, windows and gbk. Windows
 * ships 仿宋 and 楷体 without _GB2312, and no 小标宋: 华文中宋 comes with
 * Office. */
static const struct family {
	struct str name;
	const char *fonts[3];
} families[] = {
	{ { "仿宋", 6 }, { "仿宋_GB2312", "仿宋", "方正仿宋_GBK" } },
	{ { "楷体", 6 }, { "楷体_GB2312", "楷体", "方正楷体_GBK" } },
	{ { "黑体", 6 }, { "黑体", "黑体", "方正黑体_GBK" } },
	{ { "宋体", 6 }, { "宋体", "宋体", "方正书宋_GBK" } },
	{ { "小标宋", 9 }, { "方正小标宋简体", "华文中宋", "方正小标宋_GBK" } },
};

const char *
stylesheet_font(const struct stylesheet *s, struct str family)
{
	size_t i;

	for (i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		if (str_equal(family, families[i].name))
			return families[i].fonts[s->fonts];
	return NULL;
}

static void
take_font(const struct resolving *r, const struct given *g, char *out)
{
	const char *known = stylesheet_font(r->s, g->value);
	struct str name = known != NULL ? str_of(known) : g->value;

	/* a line break or a bracket in a name is no name of a font */
	if (name.n == 0 || utf8_count(name) > 31) {
		say(r, g, "a font's name has 1 to 31 characters");
		return;
	}
	memcpy(out, name.p, name.n < FONT_ROOM ? name.n : FONT_ROOM - 1);
	out[name.n < FONT_ROOM ? name.n : FONT_ROOM - 1] = '\0';
}

static void
take_length(
    const struct resolving *r, const struct given *g, struct indent *out)
{
	const char *wrong =
	    measure_length(g->value, r->measure, &out->twips, &out->hundredths);

	if (wrong != NULL)
		say(r, g, wrong);
}

/* 自动: what the page's lines and characters make it. */
static bool
automatic(struct str value)
{
	return sheetkeys_named(value, STR("自动"), STR("auto"));
}

/* Where type too large for its lines is to be mended: where the lines are
 * given, or where the size is, if only the sheet that starts from that one
 * does. */
static struct place
close_place(const struct resolving *r, const struct given *line)
{
	size_t kind = (size_t)(r->face - r->s->faces), i;
	const struct place *size =
	    &r->s->given[OWN_KEYS + kind * FACE_KEYS + SIZE_KEY].place;

	for (i = 0; i < r->s->n && r->s->paths[i] != line->place.path; i++)
		if (size->path == r->s->paths[i])
			return *size;
	return line->place;
}

static void
take_line(const struct resolving *r, const struct given *g, long *out)
{
	struct indent length = { 0 };

	if (automatic(g->value)) {
		*out = stylesheet_height(r->s) / r->s->lines;
		return;
	}
	*out = 0;
	if (sheetkeys_named(g->value, STR("单倍"), STR("single")))
		return;
	take_length(r, g, &length);
	*out = length.twips;
	if (length.twips != 0 && length.twips < r->face->size / 2)
		diag_say(r->d, close_place(r, g), LEVEL_ERROR, "style",
		    "%.*s: lines so close cut characters of %g points; use "
		    "单倍 or more for 行距",
		    STR_ARG(g->value), (double)r->face->size / 20);
}

static long
floor_divide(long a, long b)
{
	return a / b - (a % b != 0 && a < 0);
}

/* What makes a line hold so many characters of the body, and leaves it a twip
 * for each: where a justified line has less to share out, LibreOffice 7.4 drops
 * the mark that hangs at its end. */
static long
automatic_spacing(const struct stylesheet *s)
{
	long size = s->faces[FACE_BODY].size;

	return floor_divide(
	    stylesheet_width(s) - s->characters * (size + 1), s->characters);
}

static void
take_spacing(const struct resolving *r, const struct given *g, long *out)
{
	struct given positive = *g;
	struct indent length = { 0 };
	bool minus = str_starts(g->value, STR("-"));

	if (automatic(g->value)) {
		*out = r->face->size != r->s->faces[FACE_BODY].size
			   ? 0
			   : automatic_spacing(r->s);
		return;
	}
	if (minus)
		positive.value = str_from(g->value, 1);
	take_length(r, &positive, &length);
	*out = minus ? -length.twips : length.twips;
	if (*out > r->face->size || *out < -r->face->size / 2)
		say(r, g,
		    "a spacing is at most one character, at least less a "
		    "half");
}

static void
take_color(const struct resolving *r, const struct given *g, char *out)
{
	static const char hex[] = "0123456789ABCDEFabcdef";
	struct str v = g->value;
	size_t i;

	for (i = 0; i < v.n && i < 6 && strchr(hex, v.p[i]) != NULL; i++)
		continue;
	if (sheetkeys_named(v, STR("黑"), STR("black")))
		v = STR("auto");
	else if (sheetkeys_named(v, STR("红"), STR("red")))
		v = STR("FF0000");
	else if (i != 6 || v.n != 6) {
		say(r, g, "a colour is 黑 (black), 红 (red) or RRGGBB");
		return;
	}
	memcpy(out, v.p, v.n);
	out[v.n] = '\0';
}

static void
take_count(const struct resolving *r, const struct given *g, const char *most,
    long *out)
{
	long value = 0, limit = strtol(most, NULL, 10);
	size_t i;

	for (i = 0; i < g->value.n && value <= limit; i++) {
		if (g->value.p[i] < '0' || g->value.p[i] > '9')
			break;
		value = 10 * value + (g->value.p[i] - '0');
	}
	if (i != g->value.n || value < 1 || value > limit)
		diag_say(r->d, g->place, LEVEL_ERROR, "style",
		    "%.*s: a whole number from 1 to %ld is wanted",
		    STR_ARG(g->value), limit);
	else
		*out = value;
}

/* A3, A4, 16开 (184 x 260 mm, GB/T 788), or WIDTH x HEIGHT. */
static void
take_paper(const struct resolving *r, const struct given *g)
{
	static const struct {
		struct str name;
		long width, height;
	} papers[] = {
		{ { "A4", 2 }, 11906, 16838 },
		{ { "A3", 2 }, 16838, 23811 },
		{ { "A5", 2 }, 8391, 11906 },
		{ { "16开", 5 }, 10432, 14740 },
	};
	struct given side = *g;
	struct indent width = { 0 }, height = { 0 };
	struct str v = g->value;
	size_t i, cross, skip = 1;

	for (i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		if (str_equal(v, papers[i].name)) {
			r->s->width = papers[i].width;
			r->s->height = papers[i].height;
			return;
		}
	if ((cross = str_find(v, STR("x"), 0)) == (size_t)-1) {
		cross = str_find(v, STR("×"), 0);
		skip = 2;
	}
	if (cross == (size_t)-1) {
		say(r, g, "a paper is A3, A4, A5, 16开, or as 210mm x 297mm");
		return;
	}
	side.value = utf8_trim(str_cut(v, 0, cross));
	take_length(r, &side, &width);
	side.value = utf8_trim(str_from(v, cross + skip));
	take_length(r, &side, &height);
	r->s->width = width.twips;
	r->s->height = height.twips;
	/* Word takes pages up to 22 inches */
	if (width.twips > 31680 || height.twips > 31680)
		say(r, g, "Word takes paper up to 558 mm");
}

/* The form of a page number: a text with one 1. */
static void
take_form(const struct resolving *r, const struct given *g, char *out)
{
	size_t at = str_find(g->value, STR("1"), 0);

	if (at == (size_t)-1 ||
	    str_find(g->value, STR("1"), at + 1) != (size_t)-1 ||
	    g->value.n >= FONT_ROOM) {
		say(r, g,
		    "write the number of page one, as in — 1 — or 第 1 页");
		return;
	}
	memcpy(out, g->value.p, g->value.n);
	out[g->value.n] = '\0';
}

static void
take_bool(const struct resolving *r, const struct given *g, bool *out)
{
	long chosen;

	if (sheetkeys_choose(g->value, "否|no 是|yes", &chosen))
		*out = chosen != 0;
	else
		say_choices(r, g, "否|no 是|yes");
}

void
sheetvalue_take(const struct resolving *r, const struct key *k,
    const struct given *g, void *out)
{
	struct indent length = { 0 };
	long chosen = 0;

	switch (k->takes) {
	case TAKES_LENGTH:
		take_length(r, g, &length);
		*(long *)out = length.twips;
		break;
	case TAKES_RULE:
		take_length(r, g, &length);
		*(long *)out = length.twips;
		/* 96 eighths of a point (17.18.2) */
		if (length.twips > 240)
			say(r, g, "a rule is at most 12磅 thick");
		break;
	case TAKES_INDENT:
		take_length(r, g, out);
		break;
	case TAKES_SIZE: {
		const char *wrong = measure_size(g->value, out);

		if (wrong != NULL)
			say(r, g, wrong);
		break;
	}
	case TAKES_FONT:
		take_font(r, g, out);
		break;
	case TAKES_LINE:
		take_line(r, g, out);
		break;
	case TAKES_SPACING:
		take_spacing(r, g, out);
		break;
	case TAKES_COLOR:
		take_color(r, g, out);
		break;
	case TAKES_BOOL:
		take_bool(r, g, out);
		break;
	case TAKES_COUNT:
		take_count(r, g, k->choices, out);
		break;
	case TAKES_PAPER:
		take_paper(r, g);
		break;
	case TAKES_FORM:
		take_form(r, g, out);
		break;
	case TAKES_CHOICE:
		if (!sheetkeys_choose(g->value, k->choices, &chosen))
			say_choices(r, g, k->choices);
		else if (k->at == offsetof(struct face, align) &&
			 r->face != NULL)
			*(enum align *)out = (enum align)chosen;
		else
			*(long *)out = chosen;
		break;
	}
}
