/* look: how a paragraph, a run or a style of a Word document looks, as CSS;
 * clauses are those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "fontstack.h"
#include "look.h"

enum { MOST = 31680 }; /* twips, 22 inches: 17.18.81 */

bool
look_word(const struct xml_element *e)
{
	return strstr(e->space, "/wordprocessingml/") != NULL;
}

struct str
look_attribute(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };

	xml_attribute(e, e->space, name, &value);
	return value;
}

long
look_number(struct str s)
{
	long n = 0;
	bool minus = str_starts(s, STR("-"));
	size_t i;

	for (i = minus; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n < MOST ? n * 10 + (s.p[i] - '0') : n;
	n = n < MOST ? n : MOST;
	return minus ? -n : n;
}

static void
say(struct look *l, enum look_key key, long value)
{
	l->said[key] = true;
	l->value[key] = value;
}

/* Takes a number from an attribute, where it is there. */
static bool
take(struct look *l, enum look_key key, const struct xml_element *e,
    const char *name)
{
	struct str value = look_attribute(e, name);

	if (value.n != 0)
		say(l, key, look_number(value));
	return value.n != 0;
}

/* On where nothing else is written: 17.17.4. */
static long
on(const struct xml_element *e)
{
	struct str v = look_attribute(e, "val");

	return !str_equal(v, STR("0")) && !str_equal(v, STR("false")) &&
	       !str_equal(v, STR("off"));
}

/* RRGGBB; nothing for auto, and what is none. */
static void
take_color(struct look *l, enum look_key key, const struct xml_element *e,
    const char *name)
{
	struct str v = look_attribute(e, name);
	char *end;
	long color;

	if (v.n != 6)
		return;
	color = strtol(v.p, &end, 16);
	if (end == v.p + 6 && color >= 0)
		say(l, key, color);
}

/* w:spacing of a run has a value (17.3.2.35), that of a paragraph others
 * (17.3.1.33). */
static void
take_spacing(struct look *l, const struct xml_element *e)
{
	struct str rule = look_attribute(e, "lineRule");

	if (take(l, LOOK_SPACING, e, "val"))
		return;
	take(l, LOOK_BEFORE, e, "before");
	take(l, LOOK_AFTER, e, "after");
	if (take(l, LOOK_LINE, e, "line"))
		say(l, LOOK_LINE_AUTO,
		    !str_equal(rule, STR("exact")) &&
			!str_equal(rule, STR("atLeast")));
}

/* 17.3.1.12; start and end are left and right of the strict form. */
static void
take_indent(struct look *l, const struct xml_element *e)
{
	if (!take(l, LOOK_LEFT, e, "left"))
		take(l, LOOK_LEFT, e, "start");
	if (!take(l, LOOK_RIGHT, e, "right"))
		take(l, LOOK_RIGHT, e, "end");
	if (take(l, LOOK_FIRST, e, "hanging"))
		l->value[LOOK_FIRST] = -l->value[LOOK_FIRST];
	else
		take(l, LOOK_FIRST, e, "firstLine");
}

static void
take_align(struct look *l, const struct xml_element *e)
{
	static const struct {
		const char *word;
		enum look_align align;
	} words[] = {
		{ "left", LOOK_ALIGN_LEFT },
		{ "start", LOOK_ALIGN_LEFT },
		{ "center", LOOK_ALIGN_CENTER },
		{ "right", LOOK_ALIGN_RIGHT },
		{ "end", LOOK_ALIGN_RIGHT },
		{ "distribute", LOOK_ALIGN_DISTRIBUTE },
	};
	struct str v = look_attribute(e, "val");
	size_t i;

	say(l, LOOK_ALIGN, LOOK_ALIGN_BOTH);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal(v, str_of(words[i].word)))
			say(l, LOOK_ALIGN, words[i].align);
}

/* The line below a paragraph: w:bottom of w:pBdr (17.3.1.7), which has a
 * color; other elements of the name have none, or a style of table to be in. */
static void
take_rule(struct look *l, const struct xml_element *e)
{
	if (!str_equal(look_attribute(e, "val"), STR("single")))
		return;
	take(l, LOOK_RULE, e, "sz");
	take(l, LOOK_RULE_SPACE, e, "space");
	take_color(l, LOOK_RULE_COLOR, e, "color");
}

static void
take_font(struct look *l, const struct xml_element *e)
{
	struct str font = look_attribute(e, "eastAsia");

	if (font.n == 0 || font.n >= LOOK_FONT)
		return;
	memcpy(l->font, font.p, font.n);
	l->font[font.n] = '\0';
}

static void
take_raised(struct look *l, const struct xml_element *e)
{
	struct str v = look_attribute(e, "val");

	say(l, LOOK_RAISED,
	    str_equal(v, STR("superscript")) ? 1
	    : str_equal(v, STR("subscript")) ? -1
					     : 0);
}

void
look_take(struct look *l, const struct xml_element *e)
{
	static const struct {
		const char *name;
		void (*take)(struct look *l, const struct xml_element *e);
	} takers[] = {
		{ "spacing", take_spacing },
		{ "ind", take_indent },
		{ "jc", take_align },
		{ "bottom", take_rule },
		{ "rFonts", take_font },
		{ "vertAlign", take_raised },
	};
	const char *name = e->name;
	size_t i;

	if (!look_word(e))
		return;
	for (i = 0; i < sizeof(takers) / sizeof(takers[0]); i++)
		if (strcmp(name, takers[i].name) == 0)
			takers[i].take(l, e);
	if (strcmp(name, "sz") == 0)
		take(l, LOOK_SIZE, e, "val");
	else if (strcmp(name, "w") == 0)
		take(l, LOOK_SCALE, e, "val");
	else if (strcmp(name, "b") == 0)
		say(l, LOOK_BOLD, on(e));
	else if (strcmp(name, "i") == 0)
		say(l, LOOK_ITALIC, on(e));
	else if (strcmp(name, "color") == 0)
		take_color(l, LOOK_COLOR, e, "val");
	else if (strcmp(name, "contextualSpacing") == 0)
		say(l, LOOK_TOGETHER, on(e));
	else if (strcmp(name, "outlineLvl") == 0)
		take(l, LOOK_OUTLINE, e, "val");
	else if (strcmp(name, "tab") == 0)
		say(l, LOOK_LEADER,
		    str_equal(look_attribute(e, "leader"), STR("dot")));
}

void
look_inherit(struct look *l, const struct look *base)
{
	enum look_key i;

	for (i = 0; i < LOOKS; i++)
		if (!l->said[i] && base->said[i])
			say(l, i, base->value[i]);
	if (l->font[0] == '\0')
		memcpy(l->font, base->font, sizeof(l->font));
}

/* Adds ten-thousandths as a decimal. */
static void
put_decimal(long n, struct buf *out)
{
	long part = labs(n) % 10000;

	buf_addf(out, "%s%ld", n < 0 ? "-" : "", labs(n) / 10000);
	if (part == 0)
		return;
	buf_addf(out, ".%04ld", part);
	while (str_ends(buf_str(out), STR("0")))
		out->n--;
}

void
look_length(long twips, long base, struct buf *out)
{
	put_decimal(twips * 1000 / base, out);
	buf_addz(out, twips != 0 ? "rem" : "");
}

void
look_mm(long twips, struct buf *out)
{
	put_decimal((twips * 1270 + 3600) / 7200 * 1000, out);
	buf_addz(out, "mm");
}

static void
put_length(const char *property, long twips, long base, struct buf *out)
{
	buf_addf(out, "%s:", property);
	look_length(twips, base, out);
	buf_addc(out, ';');
}

/* Narrow letters are small ones here: CSS has no narrow ones of each font. */
void
look_letters(const struct look *l, long base, struct buf *out)
{
	const long *v = l->value;

	if (l->font[0] != '\0')
		fontstack_put(str_of(l->font), out);
	if (l->said[LOOK_SIZE])
		put_length("font-size", v[LOOK_SIZE] * 10, base, out);
	else if (l->said[LOOK_SCALE] && v[LOOK_SCALE] > 0)
		buf_addf(out, "font-size:%ld%%;", v[LOOK_SCALE]);
	if (l->said[LOOK_SPACING])
		put_length("letter-spacing", v[LOOK_SPACING], base, out);
	if (l->said[LOOK_BOLD])
		buf_addf(
		    out, "font-weight:%s;", v[LOOK_BOLD] ? "bold" : "normal");
	if (l->said[LOOK_ITALIC])
		buf_addf(out, "font-style:%s;",
		    v[LOOK_ITALIC] ? "italic" : "normal");
	if (l->said[LOOK_RAISED] && v[LOOK_RAISED] != 0)
		buf_addf(out, "vertical-align:%s;font-size:60%%;line-height:0;",
		    v[LOOK_RAISED] > 0 ? "super" : "sub");
	if (l->said[LOOK_COLOR])
		buf_addf(out, "color:#%06lx;",
		    (unsigned long)v[LOOK_COLOR] & 0xFFFFFF);
}

void
look_place(const struct look *l, long base, struct buf *out)
{
	static const struct {
		enum look_key key;
		const char *property;
	} lengths[] = {
		{ LOOK_BEFORE, "margin-top" },
		{ LOOK_AFTER, "margin-bottom" },
		{ LOOK_LEFT, "margin-left" },
		{ LOOK_RIGHT, "margin-right" },
		{ LOOK_FIRST, "text-indent" },
	};
	static const char *const aligns[] = { "justify", "left", "center",
		"right", "justify;text-align-last:justify" };
	const long *v = l->value;
	size_t i;

	for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		if (l->said[lengths[i].key])
			put_length(
			    lengths[i].property, v[lengths[i].key], base, out);
	if (l->said[LOOK_LINE] && v[LOOK_LINE_AUTO]) {
		buf_addz(out, "line-height:");
		put_decimal(v[LOOK_LINE] * 10000 / 240 * 13 / 10, out);
		buf_addc(out, ';');
	} else if (l->said[LOOK_LINE]) {
		put_length("line-height", v[LOOK_LINE], base, out);
	}
	if (l->said[LOOK_ALIGN])
		buf_addf(out, "text-align:%s;", aligns[v[LOOK_ALIGN]]);
	if (l->said[LOOK_RULE] && v[LOOK_RULE] > 0)
		buf_addf(out,
		    "border-bottom:%ld.%03ldpt solid #%06lx;"
		    "padding-bottom:%ldpt;",
		    v[LOOK_RULE] / 8, v[LOOK_RULE] % 8 * 125,
		    (unsigned long)v[LOOK_RULE_COLOR] & 0xFFFFFF,
		    v[LOOK_RULE_SPACE]);
}

void
look_css(const struct look *l, long base, struct buf *out)
{
	look_letters(l, base, out);
	look_place(l, base, out);
}
