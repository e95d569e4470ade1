/* oldstyle: what the styles of a Word document say; clauses are those of
 * ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "oldstyle.h"

enum { CHAIN = 16 }; /* styles based on styles; real ones are a few deep */

enum triple { UNSAID, NO, YES };

/* A w:style (17.7.4.17). */
struct entry {
	struct buf id, name, base, list, list_level, outline;
	enum triple bold, centred;
	bool standard; /* w:default */
};

struct oldstyles {
	struct entry *list;
	size_t n;
	size_t depth;
	bool in_style;
	const struct entry *standard; /* w:default of the paragraphs */
};

static struct str
attribute(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };

	xml_attribute(e, e->space, name, &value);
	return value;
}

/* An on-off value (17.17.4): on where none is written. */
static enum triple
on_off(const struct xml_element *e)
{
	struct str v = attribute(e, "val");

	return str_equal(v, STR("0")) || str_equal(v, STR("false")) ||
		       str_equal(v, STR("off"))
		   ? NO
		   : YES;
}

static void
set(struct buf *b, struct str value)
{
	buf_clear(b);
	buf_adds(b, value);
}

static void
begin_style(struct oldstyles *s, const struct xml_element *e)
{
	struct entry *new;

	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	new = &s->list[s->n++];
	*new = (struct entry){ 0 };
	buf_adds(&new->id, attribute(e, "styleId"));
	new->standard = str_equal(attribute(e, "type"), STR("paragraph")) &&
			attribute(e, "default").n != 0 &&
			!str_equal(attribute(e, "default"), STR("0"));
	s->in_style = true;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct oldstyles *s = me;
	struct entry *now = s->n != 0 ? &s->list[s->n - 1] : NULL;
	struct str val = attribute(e, "val");

	(void)x;
	s->depth++;
	if (s->depth == 2 && strcmp(e->name, "style") == 0)
		begin_style(s, e);
	if (!s->in_style || now == NULL)
		return;
	if (s->depth == 3 && strcmp(e->name, "name") == 0)
		set(&now->name, val);
	else if (s->depth == 3 && strcmp(e->name, "basedOn") == 0)
		set(&now->base, val);
	else if (s->depth == 4 && strcmp(e->name, "outlineLvl") == 0)
		set(&now->outline, val);
	else if (s->depth == 4 && strcmp(e->name, "jc") == 0)
		now->centred = str_equal(val, STR("center")) ? YES : NO;
	else if (s->depth == 4 && strcmp(e->name, "b") == 0)
		now->bold = on_off(e);
	else if (s->depth == 5 && strcmp(e->name, "numId") == 0)
		set(&now->list, val);
	else if (s->depth == 5 && strcmp(e->name, "ilvl") == 0)
		set(&now->list_level, val);
}

static void
on_end(void *me)
{
	struct oldstyles *s = me;

	if (--s->depth == 1)
		s->in_style = false;
}

static int
by_id(const void *a, const void *b)
{
	const struct entry *m = a, *n = b;

	return str_compare(buf_str(&m->id), buf_str(&n->id));
}

struct oldstyles *
oldstyles_read(struct opc *o, struct str part)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
	};
	struct oldstyles *s = mem_alloc(sizeof(*s));
	struct str styles = opc_target(o, part, "styles");
	size_t i;

	if (styles.n != 0 && opc_find(o, styles) != (size_t)-1)
		opc_parse(o, styles, &handler, s);
	if (s->n == 0)
		return s;
	qsort(s->list, s->n, sizeof(*s->list), by_id);
	for (i = 0; i < s->n; i++)
		if (s->list[i].standard)
			s->standard = &s->list[i];
	return s;
}

static const struct entry *
find(const struct oldstyles *s, struct str id)
{
	struct entry key = { 0 }, *found = NULL;

	if (id.n == 0)
		return s->standard;
	buf_adds(&key.id, id);
	if (s->n != 0)
		found = bsearch(&key, s->list, s->n, sizeof(*s->list), by_id);
	buf_free(&key.id);
	return found;
}

/* Says whether two names are the same but for ASCII case and blanks. */
static bool
same_name(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		char x, y;

		while (i < a.n && a.p[i] == ' ')
			i++;
		while (j < b.n && b.p[j] == ' ')
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		x = a.p[i++];
		y = b.p[j++];
		if (x >= 'A' && x <= 'Z')
			x = (char)(x - 'A' + 'a');
		if (y >= 'A' && y <= 'Z')
			y = (char)(y - 'A' + 'a');
		if (x != y)
			return false;
	}
}

/* The level that a name gives a heading (17.7.4.9: names are of Word, ids of
 * its language), or 0. */
static int
level_of(struct str name)
{
	static const struct str names[] = { { "heading 1", 9 },
		{ "heading 2", 9 }, { "heading 3", 9 }, { "heading 4", 9 },
		{ "标题 1", 8 }, { "标题 2", 8 }, { "标题 3", 8 },
		{ "标题 4", 8 } };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (same_name(name, names[i]))
			return (int)(i % 4) + 1;
	return 0;
}

static enum oldstyle
style_of(struct str name)
{
	static const struct {
		struct str name;
		enum oldstyle style;
	} known[] = {
		{ STR("title"), STYLE_TITLE },
		{ STR("标题"), STYLE_TITLE },
		{ STR("subtitle"), STYLE_BYLINE },
		{ STR("副标题"), STYLE_BYLINE },
		{ STR("byline"), STYLE_BYLINE },
		{ STR("author"), STYLE_BYLINE },
		{ STR("caption"), STYLE_CAPTION },
		{ STR("题注"), STYLE_CAPTION },
		{ STR("toc heading"), STYLE_CONTENTS },
		{ STR("attachment title"), STYLE_LABEL_TITLE },
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (same_name(name, known[i].name))
			return known[i].style;
	for (i = 0; i < 9; i++) {
		char toc[] = "toc 1", contents[] = "contents 1";

		toc[4] = contents[9] = (char)('1' + i);
		if (same_name(name, str_of(toc)) ||
		    same_name(name, str_of(contents)))
			return STYLE_CONTENTS;
	}
	return STYLE_NONE;
}

struct oldstyle_says
oldstyles_find(const struct oldstyles *s, struct str id)
{
	struct oldstyle_says says = { .list = STR(""), .list_level = STR("") };
	enum triple bold = UNSAID, centred = UNSAID;
	const struct entry *e = find(s, id);
	size_t i;

	for (i = 0; e != NULL && i < CHAIN; i++) {
		struct str name = buf_str(&e->name);

		if (says.level == 0)
			says.level = level_of(name);
		if (says.level == 0 && e->outline.n == 1 &&
		    e->outline.p[0] >= '0' && e->outline.p[0] <= '3')
			says.level = e->outline.p[0] - '0' + 1;
		if (says.style == STYLE_NONE)
			says.style = style_of(name);
		if (bold == UNSAID)
			bold = e->bold;
		if (centred == UNSAID)
			centred = e->centred;
		if (says.list.n == 0)
			says.list = buf_str(&e->list);
		if (says.list_level.n == 0)
			says.list_level = buf_str(&e->list_level);
		e = e->base.n != 0 ? find(s, buf_str(&e->base)) : NULL;
	}
	says.bold = bold == YES;
	says.centred = centred == YES;
	if (says.style == STYLE_TITLE)
		says.level = 0;
	return says;
}

void
oldstyles_free(struct oldstyles *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct entry *e = &s->list[i];

		buf_free(&e->id);
		buf_free(&e->name);
		buf_free(&e->base);
		buf_free(&e->list);
		buf_free(&e->list_level);
		buf_free(&e->outline);
	}
	free(s->list);
	free(s);
}
