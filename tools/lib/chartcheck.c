/* chartcheck: whether a package says the same wherever it tells a chart */
#include <stdlib.h>
#include <string.h>

#include "chartcheck.h"
#include "chartread.h"
#include "die.h"
#include "lang.h"
#include "opc.h"
#include "sheetread.h"

#define NS_DRAWINGML "http://schemas.openxmlformats.org/drawingml/2006/"
#define NS_REL                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A drawing of the document. */
struct drawn {
	struct buf title, told;
	struct buf relation; /* empty where it is no chart */
};

struct drawings {
	struct drawn *list;
	size_t n;
};

static void
add_attribute(const struct xml_element *e, const char *space, const char *name,
    struct buf *out)
{
	struct str value;

	if (xml_attribute(e, space, name, &value))
		buf_adds(out, value);
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct drawings *ds = me;

	(void)x;
	if (strcmp(e->name, "docPr") == 0) {
		ds->list = mem_more(ds->list, ds->n, sizeof(*ds->list));
		ds->list[ds->n] = (struct drawn){ 0 };
		add_attribute(e, "", "title", &ds->list[ds->n].title);
		add_attribute(e, "", "descr", &ds->list[ds->n].told);
		ds->n++;
	} else if (strcmp(e->space, NS_DRAWINGML "chart") == 0 &&
		   strcmp(e->name, "chart") == 0 && ds->n != 0) {
		add_attribute(e, NS_REL, "id", &ds->list[ds->n - 1].relation);
	}
}

static struct str
target(const struct opc_relations *rs, struct str id)
{
	size_t i;

	for (i = 0; i < rs->n; i++)
		if (str_equal(rs->relation[i].id, id))
			return rs->relation[i].target;
	return STR("");
}

static bool
check_told(
    const struct drawn *d, struct str part, struct chart *c, struct buf *why)
{
	struct buf due = { 0 };
	bool same;

	buf_adds(&c->caption, buf_str(&d->title));
	chart_alt(c, &due);
	same = str_equal(buf_str(&due), buf_str(&d->told));
	if (!same)
		buf_addf(why,
		    lang_text("%.*s: its alternative text is \"%.*s\", not "
			      "\"%s\""),
		    STR_ARG(part), STR_ARG(buf_str(&d->told)), due.p);
	buf_free(&due);
	return same;
}

static bool
check_chart(
    struct opc *o, const struct drawn *d, struct str part, struct buf *why)
{
	struct str workbook = opc_target(o, part, "package");
	struct buf file = { 0 }, reason = { 0 };
	struct chart c = { 0 };
	bool fine = opc_read(o, workbook, &file);

	if (!fine) {
		buf_addz(why, opc_error(o));
	} else if (!sheet_read(buf_str(&file), &c, &reason)) {
		buf_addf(why, "%.*s: %s", STR_ARG(workbook), reason.p);
		fine = false;
	} else {
		fine = chart_same(o, part, &c, why) &&
		       check_told(d, part, &c, why);
	}
	buf_free(&file);
	buf_free(&reason);
	chart_free(&c);
	return fine;
}

static size_t
count_charts(const struct opc *o)
{
	size_t i, n = 0;

	for (i = 0; i < opc_count(o); i++)
		n += str_ends(
		    opc_type(o, opc_part(o, i)), STR("drawingml.chart+xml"));
	return n;
}

static bool
check_drawings(
    struct opc *o, struct str document, size_t charts, struct buf *why)
{
	static const struct xml_handler handler = { .start = on_start };
	struct opc_relations rs = { 0 };
	struct drawings ds = { 0 };
	size_t shown = 0, i;
	bool fine;

	fine = opc_parse(o, document, &handler, &ds) &&
	       opc_relate(o, document, &rs);
	if (!fine)
		buf_addz(why, opc_error(o));
	for (i = 0; i < ds.n; i++) {
		const struct drawn *d = &ds.list[i];

		if (!fine || d->relation.n == 0)
			continue;
		shown++;
		fine =
		    check_chart(o, d, target(&rs, buf_str(&d->relation)), why);
	}
	if (fine && shown != charts) {
		buf_addz(why, lang_text("the document does not show each of "
					"its charts once"));
		fine = false;
	}
	for (i = 0; i < ds.n; i++) {
		buf_free(&ds.list[i].title);
		buf_free(&ds.list[i].told);
		buf_free(&ds.list[i].relation);
	}
	free(ds.list);
	free(rs.relation);
	return fine;
}

bool
charts_check(struct str file, struct buf *why)
{
	struct opc *o = opc_open(file);
	size_t charts = count_charts(o);
	bool fine = true;

	if (charts != 0)
		fine = check_drawings(
		    o, opc_target(o, STR(""), "officeDocument"), charts, why);
	opc_free(o);
	return fine;
}
