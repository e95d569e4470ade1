/* opc: a package of parts and relationships over a ZIP file; clauses are those
 * of ISO/IEC 29500-2:2021 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "opc.h"
#include "path.h"
#include "zipread.h"

/* For content types, and for the relationships of one part; for the text of
 * both. */
enum { ITEMS_MAX = 100000, KEPT_MAX = 64 * 1024 * 1024 };

static const char types_space[] =
    "http://schemas.openxmlformats.org/package/2006/content-types";
static const char relations_space[] =
    "http://schemas.openxmlformats.org/package/2006/relationships";
/* How Office's relationship types begin: transitional, then strict. */
static const char *const office[] = {
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
	"http://purl.oclc.org/ooxml/officeDocument/relationships/",
};

/* Text that lives as long as the package. */
struct kept {
	struct kept *next;
	char text[];
};

/* A content type, given to a part or to an extension (7.2.3). */
struct type {
	struct str key, type;
	bool of_part;
};

struct opc {
	struct zipread *zip;
	struct xml *xml;
	struct kept *kept;
	size_t nkept; /* bytes */
	struct type *types;
	size_t n;
	struct buf why;
};

/* Remembers the first failure, over a part. */
static bool
fail_at(struct opc *o, struct str part, const char *message)
{
	if (o->why.n != 0)
		return false;
	path_show(&o->why, part);
	buf_addz(&o->why, lang_text(message));
	return false;
}

static struct str
keep(struct opc *o, struct str s)
{
	struct kept *k = mem_alloc(sizeof *k + s.n + 1);

	if (s.n != 0)
		memcpy(k->text, s.p, s.n);
	k->next = o->kept;
	o->kept = k;
	o->nkept += s.n;
	return (struct str){ k->text, s.n };
}

size_t
opc_count(const struct opc *o)
{
	return zipread_count(o->zip);
}

struct str
opc_part(const struct opc *o, size_t i)
{
	return zipread_name(o->zip, i);
}

size_t
opc_find(const struct opc *o, struct str part)
{
	return zipread_find(o->zip, part);
}

/* What follows the last point of a name; empty without one. */
static struct str
extension(struct str part)
{
	size_t i;

	for (i = part.n; i != 0 && part.p[i - 1] != '/'; i--)
		if (part.p[i - 1] == '.')
			return str_from(part, i);
	return str_cut(part, part.n, 0);
}

struct str
opc_type(const struct opc *o, struct str part)
{
	struct str last = extension(part);
	const struct type *t, *found = NULL;
	size_t i;

	for (i = 0; i < o->n; i++) {
		t = o->types + i;
		if (t->of_part && path_compare(t->key, part) == 0)
			return t->type;
		if (!t->of_part && last.n != 0 &&
		    path_compare(t->key, last) == 0)
			found = t;
	}
	return found != NULL ? found->type : STR("");
}

/* Starts to read a part, which must be there. */
static bool
start(struct opc *o, struct str part)
{
	size_t i = zipread_find(o->zip, part);

	if (i == (size_t)-1)
		return fail_at(o, part, ": not in the package");
	return o->why.n == 0 && zipread_start(o->zip, i);
}

/* Says whether the ZIP file is still sound. */
static bool
check_zip(struct opc *o)
{
	if (zipread_error(o->zip) != NULL)
		return fail_at(o, STR(""), zipread_error(o->zip));
	return true;
}

bool
opc_read(struct opc *o, struct str part, struct buf *out)
{
	struct str chunk;

	if (!start(o, part))
		return false;
	while (zipread_next(o->zip, &chunk))
		if (out != NULL)
			buf_adds(out, chunk);
	return check_zip(o);
}

bool
opc_parse(
    struct opc *o, struct str part, const struct xml_handler *handler, void *me)
{
	struct buf message = { 0 };
	struct str chunk;

	if (!start(o, part))
		return false;
	xml_begin(o->xml, handler, me);
	while (zipread_next(o->zip, &chunk) && xml_feed(o->xml, chunk))
		;
	if (!check_zip(o))
		return false;
	if (xml_end(o->xml))
		return true;
	buf_addf(&message, ":%s", xml_error(o->xml));
	fail_at(o, part, message.p);
	buf_free(&message);
	return false;
}

static void
on_type(void *me, struct xml *x, const struct xml_element *e)
{
	struct opc *o = me;
	struct type t = { .of_part = strcmp(e->name, "Override") == 0 };
	const char *key = t.of_part ? "PartName" : "Extension";

	if (strcmp(e->space, types_space) != 0 ||
	    (!t.of_part && strcmp(e->name, "Default") != 0))
		return;
	if (!xml_attribute(e, "", key, &t.key) ||
	    !xml_attribute(e, "", "ContentType", &t.type)) {
		xml_fail(x, "an attribute is missing");
	} else if (o->n == ITEMS_MAX || o->nkept > KEPT_MAX) {
		xml_fail(x, "too many content types");
	} else {
		if (t.of_part && str_starts(t.key, STR("/")))
			t.key = str_from(t.key, 1);
		t.key = keep(o, t.key);
		t.type = keep(o, t.type);
		o->types = mem_more(o->types, o->n, sizeof *o->types);
		o->types[o->n++] = t;
	}
}

struct opc *
opc_open(struct str file)
{
	static const struct xml_handler handler = { .start = on_type };
	struct opc *o = mem_alloc(sizeof *o);

	o->zip = zipread_open(file);
	o->xml = xml_new();
	if (check_zip(o))
		opc_parse(o, STR("[Content_Types].xml"), &handler, o);
	return o;
}

const char *
opc_error(const struct opc *o)
{
	return o->why.n != 0 ? o->why.p : NULL;
}

void
opc_relations_name(struct buf *out, struct str part)
{
	size_t at = path_base(part);

	buf_adds(out, str_cut(part, 0, at));
	buf_addz(out, "_rels/");
	buf_adds(out, str_from(part, at));
	buf_addz(out, ".rels");
}

/* What reading relationships needs. */
struct relating {
	struct opc *o;
	struct str source;
	struct opc_relations *to;
};

static void
on_relation(void *me, struct xml *x, const struct xml_element *e)
{
	const struct relating *r = me;
	struct opc_relation new = { 0 };
	struct str mode = { "", 0 };
	struct buf room = { 0 };

	if (strcmp(e->space, relations_space) != 0 ||
	    strcmp(e->name, "Relationship") != 0)
		return;
	if (!xml_attribute(e, "", "Id", &new.id) ||
	    !xml_attribute(e, "", "Type", &new.type) ||
	    !xml_attribute(e, "", "Target", &new.target)) {
		xml_fail(x, "an attribute is missing");
	} else if (r->to->n == ITEMS_MAX || r->o->nkept > KEPT_MAX) {
		xml_fail(x, "too many relationships");
	} else {
		xml_attribute(e, "", "TargetMode", &mode);
		new.external = str_equal(mode, STR("External"));
		new.id = keep(r->o, new.id);
		new.type = keep(r->o, new.type);
		if (!new.external) {
			path_resolve(&room, r->source, new.target);
			new.target = buf_str(&room);
		}
		new.target = keep(r->o, new.target);
		buf_free(&room);
		r->to->relation = mem_more(
		    r->to->relation, r->to->n, sizeof *r->to->relation);
		r->to->relation[r->to->n++] = new;
	}
}

bool
opc_relate(struct opc *o, struct str part, struct opc_relations *r)
{
	static const struct xml_handler handler = { .start = on_relation };
	struct relating me = { o, part, r };
	struct buf name = { 0 };
	bool fine = o->why.n == 0;

	*r = (struct opc_relations){ 0 };
	opc_relations_name(&name, part);
	if (fine && opc_find(o, buf_str(&name)) != (size_t)-1)
		fine = opc_parse(o, buf_str(&name), &handler, &me);
	buf_free(&name);
	return fine;
}

static bool
is_office(struct str type, const char *word)
{
	size_t i;

	for (i = 0; i < sizeof office / sizeof *office; i++)
		if (str_starts(type, str_of(office[i])) &&
		    str_equal(str_from(type, strlen(office[i])), str_of(word)))
			return true;
	return false;
}

struct str
opc_target(struct opc *o, struct str part, const char *type)
{
	struct str found = { "", 0 };
	struct opc_relations r = { .n = 0 };
	size_t i;

	opc_relate(o, part, &r);
	for (i = 0; i < r.n && found.n == 0; i++)
		if (!r.relation[i].external &&
		    is_office(r.relation[i].type, type))
			found = r.relation[i].target;
	free(r.relation);
	return found;
}

void
opc_free(struct opc *o)
{
	struct kept *k;

	if (o == NULL)
		return;
	while ((k = o->kept) != NULL) {
		o->kept = k->next;
		free(k);
	}
	xml_free(o->xml);
	zipread_free(o->zip);
	free(o->types);
	buf_free(&o->why);
	free(o);
}
