/* opccheck: whether a package that we wrote is whole */
#include <stdlib.h>

#include "die.h"
#include "lang.h"
#include "opc.h"
#include "opccheck.h"
#include "path.h"

/* The parts reached so far, and those whose relationships are still to be
 * followed: order[next..n). */
struct walk {
	struct opc *opc;
	struct buf *why;
	bool *reached;
	size_t *order, next, n;
};

static bool
fail(struct buf *why, struct str part, const char *message)
{
	path_show(why, part);
	buf_addz(why, lang_text(message));
	return false;
}

static bool
is_types(struct str part)
{
	return path_compare(part, STR("[Content_Types].xml")) == 0;
}

/* Reads a part to its end. */
static bool
check_part(struct opc *o, struct str part, struct buf *why)
{
	static const struct xml_handler nothing = { 0 };
	struct str type = opc_type(o, part);
	bool fine;

	if (is_types(part))
		return true; /* opc_open read it */
	if (type.n == 0)
		return fail(why, part, ": has no content type");
	if (str_ends(type, STR("+xml")) || str_ends(type, STR("/xml")))
		fine = opc_parse(o, part, &nothing, NULL);
	else
		fine = opc_read(o, part, NULL);
	if (!fine)
		buf_addz(why, opc_error(o));
	return fine;
}

static bool
reach(struct walk *w, struct str part)
{
	size_t i = opc_find(w->opc, part);

	if (i == (size_t)-1)
		return fail(
		    w->why, part, ": a relationship's target, but not there");
	if (!w->reached[i])
		w->order[w->n++] = i;
	w->reached[i] = true;
	return true;
}

/* Reaches a part's relationships and what they lead to. */
static bool
follow(struct walk *w, struct str part)
{
	struct opc_relations r = { .n = 0 };
	struct buf name = { 0 };
	bool fine = opc_relate(w->opc, part, &r);
	size_t i;

	if (!fine)
		buf_addz(w->why, opc_error(w->opc));
	opc_relations_name(&name, part);
	if (fine && opc_find(w->opc, buf_str(&name)) != (size_t)-1)
		fine = reach(w, buf_str(&name));
	for (i = 0; fine && i < r.n; i++)
		fine = r.relation[i].external || reach(w, r.relation[i].target);
	buf_free(&name);
	free(r.relation);
	return fine;
}

static bool
check_reached(struct opc *o, struct buf *why)
{
	size_t count = opc_count(o), i;
	struct walk w = { .opc = o, .why = why };
	bool fine;

	w.reached = mem_alloc(count * sizeof *w.reached);
	w.order = mem_alloc(count * sizeof *w.order);
	fine = follow(&w, STR(""));
	while (fine && w.next < w.n)
		fine = follow(&w, opc_part(o, w.order[w.next++]));
	for (i = 0; fine && i < count; i++)
		if (!w.reached[i] && !is_types(opc_part(o, i)))
			fine = fail(why, opc_part(o, i),
			    ": no relationship leads to it");
	free(w.reached);
	free(w.order);
	return fine;
}

bool
opc_check(struct str file, struct buf *why)
{
	struct opc *o = opc_open(file);
	bool fine = opc_error(o) == NULL;
	size_t i;

	if (!fine)
		buf_addz(why, opc_error(o));
	for (i = 0; fine && i < opc_count(o); i++)
		fine = check_part(o, opc_part(o, i), why);
	fine = fine && check_reached(o, why);
	opc_free(o);
	return fine;
}
