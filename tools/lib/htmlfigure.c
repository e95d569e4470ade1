/* htmlfigure: the pictures and charts of a Word document, inside a page */
#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "chart.h"
#include "chartread.h"
#include "chartsvg.h"
#include "die.h"
#include "htmlfigure.h"
#include "image.h"
#include "look.h"
#include "sheetread.h"
#include "xmlout.h"

enum {
	EMU_A_TWIP = 635,
	MOST_TWIPS = 31680,
	SIGN = 1, /* no character of XML */
};

static int
by_id(const void *a, const void *b)
{
	return str_compare(((const struct opc_relation *)a)->id,
	    ((const struct opc_relation *)b)->id);
}

bool
htmlfigures_begin(struct htmlfigures *f, struct opc *o, struct str document)
{
	f->o = o;
	if (!opc_relate(o, document, &f->relations))
		return false;
	if (f->relations.n != 0)
		qsort(f->relations.relation, f->relations.n,
		    sizeof(*f->relations.relation), by_id);
	return true;
}

/* The part that a relationship means; empty where it is none of the package. */
static struct str
part_of(const struct htmlfigures *f, struct str id)
{
	const struct opc_relations *r = &f->relations;
	const struct opc_relation key = { .id = id }, *found = NULL;

	if (r->n != 0)
		found = bsearch(
		    &key, r->relation, r->n, sizeof(*r->relation), by_id);
	return found != NULL && !found->external ? found->target : STR("");
}

void
htmlfigures_add(struct htmlfigures *f, struct str relation, struct buf *out)
{
	buf_adds(&f->next.relation, relation);
	f->list = mem_more(f->list, f->n, sizeof(*f->list));
	f->list[f->n] = f->next;
	f->next = (struct htmlfigure){ .chart = false };
	buf_addf(out, "%c%zu%c", SIGN, f->n++, SIGN);
}

/* EMU; a length that is none is none. */
static long
emu(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };
	long n = 0;
	size_t i;

	xml_attribute(e, "", name, &value);
	for (i = 0; i < value.n && i < 9; i++)
		n = n * 10 + (value.p[i] & 15);
	return n;
}

bool
htmlfigures_take(
    struct htmlfigures *f, const struct xml_element *e, struct buf *out)
{
	static const char *const relations[] = {
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships",
		"http://purl.oclc.org/ooxml/officeDocument/relationships",
	};
	struct str id = { "", 0 };

	if (strcmp(e->name, "extent") == 0) {
		f->next.width = emu(e, "cx");
		f->next.height = emu(e, "cy");
	}
	if (strcmp(e->name, "chart") != 0)
		return false;
	if (!xml_attribute(e, relations[0], "id", &id))
		xml_attribute(e, relations[1], "id", &id);
	f->next.chart = true;
	htmlfigures_add(f, id, out);
	return true;
}

/* What it shows, in words. */
static void
put_words(const struct htmlfigure *figure, struct buf *out)
{
	xmlout_open(out, "span");
	xmlout_attrz(out, "class", "words");
	xmlout_more(out);
	xmlout_text(out, buf_str(&figure->alt));
	xmlout_end(out, "span");
}

static void
put_width(const struct htmlfigures *f, long width, struct buf *out)
{
	long twips = width / EMU_A_TWIP;
	struct buf style = { 0 };

	if (twips <= 0)
		return;
	buf_addz(&style, "width:");
	look_length(twips < MOST_TWIPS ? twips : MOST_TWIPS, f->base, &style);
	xmlout_attr(out, "style", buf_str(&style));
	buf_free(&style);
}

static void
put_image(const struct htmlfigures *f, const struct htmlfigure *figure,
    const struct image *image, struct str file, struct buf *out)
{
	struct buf data = { 0 };

	buf_addf(&data, "data:image/%s;base64,",
	    image->kind == IMAGE_PNG ? "png" : "jpeg");
	base64_put(file, &data);
	xmlout_open(out, "img");
	xmlout_attr(out, "alt", buf_str(&figure->alt));
	xmlout_attrn(out, "width", (long)image->width);
	xmlout_attrn(out, "height", (long)image->height);
	put_width(f, figure->width, out);
	xmlout_attr(out, "src", buf_str(&data));
	xmlout_empty(out);
	buf_free(&data);
}

static void
put_picture(
    struct htmlfigures *f, const struct htmlfigure *figure, struct buf *out)
{
	struct str part = part_of(f, buf_str(&figure->relation));
	struct image image = { 0 };
	struct buf file = { 0 };
	size_t begin = out->n;
	bool fine = false;

	if (part.n != 0 && f->bytes < HTMLFIGURES_MOST)
		fine = opc_read(f->o, part, &file);
	if (fine && file.n != 0 && image_read(buf_str(&file), &image) == NULL)
		put_image(f, figure, &image, buf_str(&file), out);
	else
		put_words(figure, out);
	/* what was read in vain counts as well: it took its time */
	f->bytes += file.n + (out->n - begin);
	buf_free(&file);
}

/* Reads the figures of a chart that wengao drew from its workbook; false where
 * it is another's, or the package cannot be read. */
static bool
read_chart(struct htmlfigures *f, struct str part, struct chart *c)
{
	struct str workbook = opc_target(f->o, part, "package");
	struct buf file = { 0 }, why = { 0 };
	bool fine = workbook.n != 0 && opc_read(f->o, workbook, &file) &&
		    sheet_read(buf_str(&file), c, &why) &&
		    chart_same(f->o, part, c, &why);

	buf_free(&file);
	buf_free(&why);
	return fine;
}

static void
put_chart(
    struct htmlfigures *f, const struct htmlfigure *figure, struct buf *out)
{
	struct str part = part_of(f, buf_str(&figure->relation));
	struct chart c = { 0 };
	size_t begin = out->n;
	bool drawn = part.n != 0 && f->bytes < HTMLFIGURES_MOST &&
		     f->charts++ < HTMLFIGURES_CHARTS &&
		     read_chart(f, part, &c);

	c.width = figure->width;
	c.height = figure->height;
	if (drawn) {
		xmlout_open(out, "span");
		xmlout_attrz(out, "class", "chart");
		put_width(f, figure->width, out);
		xmlout_more(out);
		drawn =
		    chartsvg_put(&c, f->letters, buf_str(&figure->alt), out);
		xmlout_end(out, "span");
	}
	if (!drawn) {
		out->n = begin;
		put_words(figure, out);
	}
	f->bytes += out->n - begin;
	chart_free(&c);
}

void
htmlfigures_put(struct htmlfigures *f, struct str text, struct buf *out)
{
	static const char sign[] = { SIGN };
	const struct str mark = { sign, 1 };
	size_t from = 0, at;

	while ((at = str_find(text, mark, from)) != (size_t)-1) {
		size_t end = str_find(text, mark, at + 1);
		size_t i = (size_t)strtoul(text.p + at + 1, NULL, 10);

		buf_adds(out, str_cut(text, from, at - from));
		(f->list[i].chart ? put_chart : put_picture)(
		    f, &f->list[i], out);
		from = end + 1;
	}
	buf_adds(out, str_from(text, from));
}

void
htmlfigures_free(struct htmlfigures *f)
{
	size_t i;

	buf_free(&f->next.alt);
	buf_free(&f->next.relation);
	for (i = 0; i < f->n; i++) {
		buf_free(&f->list[i].relation);
		buf_free(&f->list[i].alt);
	}
	free(f->list);
	free(f->relations.relation);
}
