/* manifest: what a copy for review says it is of */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "docopen.h"
#include "lang.h"
#include "manifest.h"
#include "opc.h"
#include "review.h"

struct reading {
	struct manifest *m;
	bool begun, found;
};

/* A number of a manifest; 0 where it is none. */
static size_t
number_of(const struct xml_element *e, const char *name)
{
	struct str s;
	size_t i, n = 0;

	if (!xml_attribute(e, "", name, &s))
		return 0;
	for (i = 0; i < s.n && n < 100000000; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = 10 * n + (size_t)(s.p[i] - '0');
	}
	return n;
}

static void
add_mark(struct manifest_mark **list, size_t *n, const struct xml_element *e)
{
	struct manifest_mark m = {
		.section = number_of(e, "section"),
		.line = number_of(e, "line"),
	};
	struct str fact;

	if (xml_attribute(e, "", "fact", &fact))
		buf_adds(&m.fact, fact);
	*list = mem_more(*list, *n, sizeof(**list));
	(*list)[(*n)++] = m;
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;
	struct manifest *m = r->m;
	struct str value;

	(void)x;
	if (r->begun) {
		if (r->found && strcmp(e->space, REVIEW_NAMESPACE) == 0 &&
		    strcmp(e->name, "block") == 0)
			add_mark(&m->blocks, &m->blocks_n, e);
		if (r->found && strcmp(e->space, REVIEW_NAMESPACE) == 0 &&
		    strcmp(e->name, "value") == 0)
			add_mark(&m->values, &m->values_n, e);
		return;
	}
	r->begun = true;
	if (strcmp(e->space, REVIEW_NAMESPACE) != 0 ||
	    strcmp(e->name, "review") != 0)
		return;
	r->found = true;
	if (xml_attribute(e, "", "commit", &value))
		buf_adds(&r->m->commit, value);
	if (xml_attribute(e, "", "edition", &value))
		buf_adds(&r->m->edition, value);
}

/* Both go to git and into paths. */
static bool
is_sound(const struct manifest *m)
{
	struct str commit = buf_str(&m->commit), edition = buf_str(&m->edition);
	size_t i;

	for (i = 0; i < commit.n; i++)
		if (!((commit.p[i] >= '0' && commit.p[i] <= '9') ||
			(commit.p[i] >= 'a' && commit.p[i] <= 'f')))
			return false;
	for (i = 0; i < edition.n; i++)
		if ((unsigned char)edition.p[i] < '0' && edition.p[i] != '-' &&
		    edition.p[i] != '.')
			return false;
	return (commit.n == 40 || commit.n == 64) &&
	       str_find(edition, STR("/"), 0) == (size_t)-1 &&
	       str_find(edition, STR("\\"), 0) == (size_t)-1 &&
	       !str_starts(edition, STR("-")) && !str_starts(edition, STR("."));
}

bool
manifest_read(struct str file, struct manifest *m, struct buf *why)
{
	static const struct xml_handler handler = { .start = on_start };
	struct reading r = { .m = m };
	struct opc *o = docopen_file(file, why);
	size_t i;

	if (o == NULL)
		return false;
	for (i = 0; i < opc_count(o) && !r.found; i++) {
		struct str part = opc_part(o, i);

		r.begun = false;
		if (str_starts(part, STR("customXml/")) &&
		    str_find(part, STR("_rels/"), 0) == (size_t)-1 &&
		    str_ends(part, STR(".xml")) &&
		    !opc_parse(o, part, &handler, &r))
			break;
	}
	if (opc_error(o) != NULL)
		buf_addz(why, opc_error(o));
	else if (!r.found || !is_sound(m))
		buf_addz(why,
		    lang_text("no copy for review: make review makes one, and "
			      "only what comes of that can be merged"));
	opc_free(o);
	return why->n == 0;
}

static void
free_marks(struct manifest_mark *list, size_t n)
{
	while (n > 0)
		buf_free(&list[--n].fact);
	free(list);
}

void
manifest_free(struct manifest *m)
{
	free_marks(m->blocks, m->blocks_n);
	free_marks(m->values, m->values_n);
	buf_free(&m->commit);
	buf_free(&m->edition);
	*m = (struct manifest){ .blocks_n = 0 };
}
