/* leakreport: what is said of hidden values that were found */
#include "factplace.h"
#include "leakreport.h"
#include "path.h"

struct report {
	const char *path;
	struct diag *d;
	bool clean;
	struct buf name, part, attribute;
};

void
leakreport_name(const struct hidden_value *v, struct buf *out)
{
	buf_adds(out, buf_str(&v->fact));
	if (v->row != 0)
		buf_addf(out, "[%zu,%zu]", v->row, v->column);
}

/* By where it is; each is given the names of the fact and the part, the number,
 * and the attribute. */
static const char *const texts[] = {
	[LEAK_TEXT] = "the hidden value of %s stands in %s, paragraph %zu; "
		      "write its placeholder there, or leave the passage out "
		      "of the edition (:::除)",
	[LEAK_DELETED] =
	    "the hidden value of %s stands in %s, paragraph %zu, as deleted "
	    "text; give this edition no tracked changes",
	[LEAK_CODE] = "the hidden value of %s stands in %s, paragraph %zu, in "
		      "the code of a field; change what it points to",
	[LEAK_LINE] =
	    "the hidden value of %s stands in %s, line %zu; change it there",
	[LEAK_ELEMENT] =
	    "the hidden value of %s stands in %s, before byte %zu; change the "
	    "title, the chart's table, or what else this was made of",
	[LEAK_ATTRIBUTE] = "the hidden value of %s stands in %s, byte %zu, in "
			   "the attribute %s; change the caption, the name or "
			   "the alt text that it was made of",
	[LEAK_REMARK] = "the hidden value of %s stands in %s, byte %zu, in a "
			"comment or an instruction of the XML; take it out",
	[LEAK_NAME] = "the hidden value of %s stands in %s, byte %zu, as the "
		      "name of an element; take it out",
	[LEAK_BYTES] =
	    "the hidden value of %s stands in %s, near byte %zu; change the "
	    "data, or take the remarks off the picture, that it comes from",
	[LEAK_ENTRY] = "the hidden value of %s stands in the name of the part "
		       "%s; name its file otherwise",
	[LEAK_BETWEEN] = "the hidden value of %s stands between the parts of "
			 "%s, near byte %zu; pack it anew",
	[LEAK_FILE] = "the hidden value of %s stands in the name of this file; "
		      "name it otherwise",
};

static void
tell(void *ctx, const struct hidden_value *v, const struct leak_place *at)
{
	struct report *r = ctx;
	const struct place place = { r->path, 0, 0 };

	r->clean = false;
	buf_clear(&r->name);
	buf_clear(&r->part);
	buf_clear(&r->attribute);
	leakreport_name(v, &r->name);
	if (at->part.n != 0)
		path_show(&r->part, at->part);
	else
		buf_addz(&r->part, r->path);
	buf_adds(&r->attribute, at->name);
	diag_say(r->d, place, LEVEL_ERROR, "leak", texts[at->where], r->name.p,
	    r->part.p, at->number,
	    r->attribute.p != NULL ? r->attribute.p : "");
}

bool
leakreport_product(
    const struct leakset *ls, const char *path, struct str file, struct diag *d)
{
	struct report r = { .path = path, .d = d, .clean = true };
	struct buf why = { 0 };

	if (!leak_package(ls, path, file, tell, &r, &why)) {
		r.clean = false;
		diag_say(d, (struct place){ path, 0, 0 }, LEVEL_ERROR, "leak",
		    "not proved free of hidden values, since this cannot be "
		    "looked into: %s",
		    why.p);
	}
	buf_free(&r.name);
	buf_free(&r.part);
	buf_free(&r.attribute);
	buf_free(&why);
	return r.clean;
}

static void
put_names(const struct words *w, struct buf *out)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		buf_addf(out, "%s%s", i != 0 ? ", " : "", w->list[i].p);
}

void
leakreport_short(
    const struct leakset *ls, const struct hidden *h, struct diag *d)
{
	struct buf names = { 0 }, path = { 0 };
	struct place place = { "-", 0, 0 };
	size_t line, column;

	if (h->n != 0 &&
	    factplace_read(buf_str(&h->list[0].origin), &path, &line, &column))
		place.path = path.p;

	put_names(leakset_short(ls), &names);
	if (names.n != 0)
		diag_say(d, place, LEVEL_NOTE, "leak",
		    "too short to be looked for alone, so only beside their "
		    "nouns and units: %s",
		    names.p);
	buf_clear(&names);
	put_names(leakset_vague(ls), &names);
	if (names.n != 0)
		diag_say(d, place, LEVEL_NOTE, "leak",
		    "too short or too common, so not proved to be hidden: %s",
		    names.p);
	buf_free(&names);
	buf_free(&path);
}
