/* htmlstyles: the styles of a Word document as the classes of a page; clauses
 * are those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "htmlstyles.h"

/* Styles based on styles, real ones a few deep; styles that Word takes; and
 * half-points of a text without a size. */
enum { CHAIN = 16, MOST = 4079, PLAIN_SIZE = 20 };

/* A w:style (17.7.4.17). */
struct htmlstyle {
	enum htmlstyle_kind kind;
	struct buf id, base;
	struct look look;
	bool standard; /* w:default */
	bool used;
	size_t number;
};

/* For qsort and bsearch. */
struct by_id {
	struct htmlstyle *style;
};

struct htmlstyles {
	struct htmlstyle *list;
	size_t n;
	struct by_id *by_id;
	struct htmlstyle
	    *standard[HTMLSTYLE_TABLE + 1]; /* w:default, or NULL */
	struct look all; /* w:docDefaults */
	struct htmlstyle *open; /* while it is read; lasts no longer */
	bool defaults; /* they are read */
	size_t depth;
};

static void
begin_style(struct htmlstyles *s, const struct xml_element *e)
{
	static const char *const types[] = { "paragraph", "character",
		"table" };
	struct str type = look_attribute(e, "type");
	struct str standard = look_attribute(e, "default");
	struct htmlstyle *new;
	enum htmlstyle_kind kind;

	for (kind = HTMLSTYLE_PARAGRAPH; kind <= HTMLSTYLE_TABLE; kind++)
		if (str_equal(type, str_of(types[kind])))
			break;
	if (kind > HTMLSTYLE_TABLE || s->n == MOST)
		return;
	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	new = s->list + s->n++;
	*new = (struct htmlstyle){ .kind = kind, .number = s->n };
	buf_adds(&new->id, look_attribute(e, "styleId"));
	new->standard =
	    str_equal(standard, STR("1")) || str_equal(standard, STR("true"));
	s->open = new;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct htmlstyles *s = me;

	(void)x;
	s->depth++;
	if (!look_word(e))
		return;
	if (s->depth == 2) {
		s->open = NULL;
		s->defaults = strcmp(e->name, "docDefaults") == 0;
		if (strcmp(e->name, "style") == 0)
			begin_style(s, e);
	} else if (s->open == NULL) {
		if (s->defaults)
			look_take(&s->all, e);
	} else if (s->depth == 3 && strcmp(e->name, "basedOn") == 0) {
		buf_clear(&s->open->base);
		buf_adds(&s->open->base, look_attribute(e, "val"));
	} else {
		look_take(&s->open->look, e);
	}
}

static void
on_end(void *me)
{
	((struct htmlstyles *)me)->depth--;
}

static int
by_id(const void *a, const void *b)
{
	const struct htmlstyle *l = ((const struct by_id *)a)->style;
	const struct htmlstyle *r = ((const struct by_id *)b)->style;

	if (l->kind != r->kind)
		return l->kind < r->kind ? -1 : 1;
	return str_compare(buf_str(&l->id), buf_str(&r->id));
}

/* The style with an id, or NULL. */
static struct htmlstyle *
find(struct htmlstyles *s, enum htmlstyle_kind kind, struct str id)
{
	struct htmlstyle key = { .kind = kind };
	const struct by_id at = { &key }, *found = NULL;

	buf_adds(&key.id, id);
	if (s->n != 0)
		found = bsearch(&at, s->by_id, s->n, sizeof(*s->by_id), by_id);
	buf_free(&key.id);
	return found != NULL ? found->style : NULL;
}

/* Adds to a style what those say that it is based on. */
static void
resolve(struct htmlstyles *s, struct htmlstyle *style)
{
	const struct htmlstyle *base = style;
	int i;

	for (i = 0; i < CHAIN && base->base.n != 0; i++) {
		base = find(s, style->kind, buf_str(&base->base));
		if (base == NULL)
			break;
		look_inherit(&style->look, &base->look);
	}
	if (style->kind == HTMLSTYLE_PARAGRAPH)
		look_inherit(&style->look, &s->all);
}

struct htmlstyles *
htmlstyles_read(struct opc *o, struct str document)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
	};
	struct htmlstyles *s = mem_alloc(sizeof(*s));
	struct str part = opc_target(o, document, "styles");
	size_t i;

	*s = (struct htmlstyles){ 0 };
	if (part.n != 0)
		opc_parse(o, part, &handler, s);
	s->open = NULL;
	s->by_id = mem_alloc((s->n + 1) * sizeof(*s->by_id));
	for (i = 0; i < s->n; i++)
		s->by_id[i].style = s->list + i;
	qsort(s->by_id, s->n, sizeof(*s->by_id), by_id);
	for (i = 0; i < s->n; i++) {
		resolve(s, s->list + i);
		if (s->list[i].standard)
			s->standard[s->list[i].kind] = s->list + i;
	}
	return s;
}

struct htmlstyle *
htmlstyles_find(struct htmlstyles *s, enum htmlstyle_kind kind, struct str id)
{
	struct htmlstyle *style = id.n != 0 ? find(s, kind, id) : NULL;

	return style != NULL ? style : s->standard[kind];
}

const struct look *
htmlstyles_look(const struct htmlstyle *style)
{
	return &style->look;
}

const struct look *
htmlstyles_use(struct htmlstyle *style)
{
	style->used = true;
	return &style->look;
}

void
htmlstyles_class(const struct htmlstyle *style, struct buf *out)
{
	struct str id = buf_str(&style->id);
	size_t i;

	for (i = 0; i < id.n; i++)
		if (!((id.p[i] | 32) >= 'a' && (id.p[i] | 32) <= 'z') &&
		    !(i != 0 && id.p[i] >= '0' && id.p[i] <= '9'))
			break;
	if (i == id.n && i != 0)
		buf_adds(out, id);
	else
		buf_addf(out, "style%zu", style->number);
}

long
htmlstyles_base(const struct htmlstyles *s)
{
	const struct htmlstyle *style = s->standard[HTMLSTYLE_PARAGRAPH];
	const struct look *l = style != NULL ? &style->look : &s->all;

	return l->said[LOOK_SIZE] && l->value[LOOK_SIZE] > 0
		   ? l->value[LOOK_SIZE]
		   : PLAIN_SIZE;
}

/* Between two paragraphs of such a style there is no space. */
static void
put_together(const struct htmlstyle *style, struct buf *out)
{
	struct buf name = { 0 };

	htmlstyles_class(style, &name);
	buf_addf(out, ".%s+.%s{margin-top:0}\n.%s:has(+.%s){margin-bottom:0}\n",
	    name.p, name.p, name.p, name.p);
	buf_free(&name);
}

void
htmlstyles_css(const struct htmlstyles *s, struct buf *out)
{
	long base = htmlstyles_base(s);
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct htmlstyle *style = s->list + i;

		if (!style->used || style->kind == HTMLSTYLE_TABLE)
			continue;
		buf_addc(out, '.');
		htmlstyles_class(style, out);
		buf_addc(out, '{');
		look_css(&style->look, base, out);
		buf_addz(out, "}\n");
		if (style->look.said[LOOK_TOGETHER] &&
		    style->look.value[LOOK_TOGETHER])
			put_together(style, out);
	}
}

/* Small letters are nearly as large there as the text, and large ones no larger
 * than lets a short line of them stay whole. */
void
htmlstyles_phone(const struct htmlstyles *s, struct buf *out)
{
	long base = htmlstyles_base(s);
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct look *l = &s->list[i].look;
		long size = l->value[LOOK_SIZE];
		bool small = size * 10 < base * 9, large = size * 2 > base * 3;

		if (!s->list[i].used || !l->said[LOOK_SIZE] ||
		    (!small && !large))
			continue;
		buf_addc(out, '.');
		htmlstyles_class(s->list + i, out);
		if (small) {
			buf_addz(out, "{font-size:.92rem}\n");
			continue;
		}
		buf_addz(out, "{font-size:min(");
		look_length(size * 10, base, out);
		buf_addz(out, ",8.4vw);line-height:1.6}\n");
	}
}

void
htmlstyles_free(struct htmlstyles *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		buf_free(&s->list[i].id);
		buf_free(&s->list[i].base);
	}
	free(s->list);
	free(s->by_id);
	free(s);
}
