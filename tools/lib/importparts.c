/* importparts: the pictures of a Word document, and what stands beside its
 * text */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "image.h"
#include "importparts.h"
#include "path.h"
#include "utf8.h"

enum { HEADERS = 16, SHOWN = 120 };

/* The part that a relationship means; empty where it is none of the package. */
static struct str
target_of(const struct opc_relations *r, struct str id)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (!r->relation[i].external &&
		    str_equal(r->relation[i].id, id))
			return r->relation[i].target;
	return STR("");
}

/* Adds `.png` or the like: what the file is, or else what its name says. */
static void
add_extension(const struct oldfile *f, struct str part, struct buf *out)
{
	struct str name = str_from(part, path_base(part));
	struct image image = { 0 };
	size_t i, dot = name.n;

	if (image_read(buf_str(&f->bytes), &image) == NULL) {
		buf_addz(out, image.kind == IMAGE_PNG ? ".png" : ".jpg");
		return;
	}
	for (i = 0; i < name.n; i++)
		if (name.p[i] == '.')
			dot = i;
	buf_addc(out, '.');
	for (i = dot + 1; i < name.n && i < dot + 6; i++)
		if ((name.p[i] >= 'a' && name.p[i] <= 'z') ||
		    (name.p[i] >= '0' && name.p[i] <= '9'))
			buf_addc(out, name.p[i]);
	if (out->p[out->n - 1] == '.')
		buf_addz(out, "bin");
}

/* A part as a file of the report; each is read once. */
struct known {
	struct buf part;
	size_t file;
};

struct pictures {
	struct opc *o;
	struct olddoc *doc;
	struct opc_relations relations;
	struct known *known;
	size_t n;
};

/* The file of a part; NULL where it cannot be read. */
static struct oldfile *
file_of(struct pictures *p, struct str part)
{
	struct olddoc *doc = p->doc;
	struct oldfile *f;
	size_t i;

	for (i = 0; i < p->n; i++)
		if (str_equal(buf_str(&p->known[i].part), part))
			return &doc->files[p->known[i].file];
	doc->files = mem_more(doc->files, doc->files_n, sizeof(*doc->files));
	f = &doc->files[doc->files_n];
	*f = (struct oldfile){ 0 };
	if (!opc_read(p->o, part, &f->bytes)) {
		buf_free(&f->bytes);
		return NULL;
	}
	buf_addf(&f->path, "图片/%02zu", doc->files_n + 1);
	add_extension(f, part, &f->path);
	p->known = mem_more(p->known, p->n, sizeof(*p->known));
	p->known[p->n] = (struct known){ .file = doc->files_n++ };
	buf_adds(&p->known[p->n++].part, part);
	return f;
}

static bool
read_picture(struct pictures *p, struct oldblock *b)
{
	struct str part = target_of(&p->relations, buf_str(&b->text));
	struct image image = { 0 };
	struct oldfile *f;

	buf_clear(&b->text);
	b->unusable = true;
	if (part.n == 0 || opc_find(p->o, part) == (size_t)-1)
		return true;
	if ((f = file_of(p, part)) == NULL)
		return false;
	buf_adds(&b->text, buf_str(&f->path));
	b->unusable = image_read(buf_str(&f->bytes), &image) != NULL;
	return true;
}

bool
importparts_pictures(struct opc *o, struct str part, struct olddoc *doc)
{
	struct pictures p = { .o = o, .doc = doc };
	bool fine = true;
	size_t i;

	for (i = 0; i < doc->n && fine; i++) {
		if (doc->blocks[i].kind != OLD_PICTURE)
			continue;
		if (p.relations.relation == NULL)
			fine = opc_relate(o, part, &p.relations);
		fine = fine && read_picture(&p, &doc->blocks[i]);
	}
	free(p.relations.relation);
	for (i = 0; i < p.n; i++)
		buf_free(&p.known[i].part);
	free(p.known);
	return fine;
}

/* The text of a header, as it is read. */
struct header {
	struct buf text;
	size_t depth;
	bool in_text;
};

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct header *h = me;

	(void)x;
	h->depth++;
	h->in_text = strcmp(e->name, "t") == 0;
	if (strcmp(e->name, "p") == 0 && h->text.n != 0)
		buf_addc(&h->text, ' ');
}

static void
on_end(void *me)
{
	struct header *h = me;

	h->in_text = false;
}

static void
on_text(void *me, struct str text)
{
	struct header *h = me;

	if (h->in_text && h->text.n < 4096)
		buf_adds(&h->text, text);
}

/* Says whether a text is more than a page's number with its dashes. */
static bool
says_something(struct str s)
{
	size_t i, n;
	uint32_t c = 0;

	for (i = 0; i < s.n; i += n != 0 ? n : 1) {
		n = utf8_next(s, i, &c);
		if (c > 0x2E80 && c != 0x3000 && c != 0xFF0D)
			return true;
		if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			return true;
	}
	return false;
}

/* Cuts a text at a character's end. */
static struct str
head_of(struct str s, size_t most)
{
	if (s.n <= most)
		return s;
	while (most != 0 && ((unsigned char)s.p[most] & 0xC0) == 0x80)
		most--;
	return str_cut(s, 0, most);
}

static bool
tell_header(struct opc *o, const struct opc_relation *r, bool footer,
    const char *path, struct diag *d)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	struct header h = { 0 };
	bool fine = opc_parse(o, r->target, &handler, &h);
	size_t i;

	for (i = 0; i < h.text.n; i++)
		if ((unsigned char)h.text.p[i] < ' ')
			h.text.p[i] = ' ';
	if (fine && says_something(buf_str(&h.text)))
		diag_say(d, (struct place){ .path = path }, LEVEL_NOTE,
		    "left-out",
		    footer ? "a page's foot is left out: %.*s"
			   : "a page's head is left out: %.*s",
		    STR_ARG(head_of(utf8_trim(buf_str(&h.text)), SHOWN)));
	buf_free(&h.text);
	return fine;
}

bool
importparts_headers(
    struct opc *o, struct str part, const char *path, struct diag *d)
{
	struct opc_relations r = { 0 };
	bool fine = opc_relate(o, part, &r), footer;
	size_t i, told = 0;

	for (i = 0; i < r.n && fine && told < HEADERS; i++) {
		footer = str_ends(r.relation[i].type, STR("/footer"));
		if (r.relation[i].external ||
		    (!footer &&
			!str_ends(r.relation[i].type, STR("/header"))) ||
		    opc_find(o, r.relation[i].target) == (size_t)-1)
			continue;
		fine = tell_header(o, &r.relation[i], footer, path, d);
		told++;
	}
	free(r.relation);
	return fine;
}
