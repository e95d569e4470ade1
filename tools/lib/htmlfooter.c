/* htmlfooter: the number of a page, where a browser prints the sheets; clauses
 * are those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "fontstack.h"
#include "htmlfooter.h"

/* A footer that is read. */
struct reading {
	struct htmlfooter *f;
	size_t depth, field; /* where the field began; 0 outside of one */
	size_t paragraphs;
	bool text; /* inside a w:t */
};

/* The form of a field that is a page's number. */
static bool
is_page(struct str code)
{
	return str_find(code, STR("PAGE"), 0) != (size_t)-1 &&
	       str_find(code, STR("PAGEREF"), 0) == (size_t)-1;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;
	struct htmlfooter *f = r->f;
	struct str value = look_attribute(e, "val");

	(void)x;
	r->depth++;
	if (!look_word(e))
		return;
	if (strcmp(e->name, "p") == 0)
		r->paragraphs++;
	if (r->paragraphs > 1)
		return;
	r->text = strcmp(e->name, "t") == 0;
	if (strcmp(e->name, "pStyle") == 0) {
		buf_adds(&f->style, value);
	} else if (strcmp(e->name, "jc") == 0) {
		f->centred = str_equal(value, STR("center"));
	} else if (strcmp(e->name, "fldSimple") == 0 &&
		   is_page(look_attribute(e, "instr"))) {
		f->numbered = true;
		r->field = r->depth;
	}
}

static void
on_end(void *me)
{
	struct reading *r = me;

	r->text = false;
	if (r->depth-- == r->field)
		r->field = 0;
}

/* Adds what means nothing in CSS or HTML. */
static void
on_text(void *me, struct str text)
{
	struct reading *r = me;
	struct buf *to = r->f->numbered ? &r->f->after : &r->f->before;
	size_t i;

	for (i = 0; r->text && r->field == 0 && i < text.n; i++)
		if ((unsigned char)text.p[i] >= ' ' &&
		    strchr("\"\\<>&", text.p[i]) == NULL &&
		    to->n < HTMLFOOTER_ROOM)
			buf_addc(to, text.p[i]);
}

bool
htmlfooter_read(struct htmlfooter *f, struct opc *o, struct str document)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	struct str part = opc_target(o, document, "footer");
	struct reading r = { .f = f };

	return part.n == 0 || opc_parse(o, part, &handler, &r);
}

static void
put_box(const struct htmlfooter *f, const struct look *l, const char *pages,
    const char *box, struct buf *out)
{
	long size = l != NULL && l->said[LOOK_SIZE] ? l->value[LOOK_SIZE] : 28;

	buf_addf(out,
	    "@page%s{@bottom-%s{content:\"%.*s\" counter(page) \"%.*s\";"
	    "vertical-align:top;padding:3mm 1em 0;font-size:%ld%spt;",
	    pages, box, STR_ARG(buf_str(&f->before)),
	    STR_ARG(buf_str(&f->after)), size / 2, size % 2 ? ".5" : "");
	fontstack_put(str_of(l != NULL ? l->font : ""), out);
	buf_addz(out, "}}\n");
}

void
htmlfooter_css(
    const struct htmlfooter *f, struct htmlstyles *styles, struct buf *out)
{
	const struct htmlstyle *style =
	    htmlstyles_find(styles, HTMLSTYLE_PARAGRAPH, buf_str(&f->style));
	const struct look *l = style != NULL ? htmlstyles_look(style) : NULL;

	if (!f->numbered)
		return;
	if (f->centred) {
		put_box(f, l, "", "center", out);
		return;
	}
	put_box(f, l, ":right", "right", out);
	put_box(f, l, ":left", "left", out);
}

void
htmlfooter_free(struct htmlfooter *f)
{
	buf_free(&f->before);
	buf_free(&f->after);
	buf_free(&f->style);
}
