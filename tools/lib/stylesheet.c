/* stylesheet: what a sheet of styles/ says, resolved to measures */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "io.h"
#include "sheetlevels.h"
#include "source.h"
#include "stylesheet.h"
#include "utf8.h"

/* styles/gbt9704.style as a string, made by the Makefile. */
static const char built_in[] =
#include "gbt9704.inc"
    ;

enum { MOST_BASES = 16 };

/* A sheet being read. */
struct reading {
	struct stylesheet *s;
	struct diag *d;
	const char *path;
	struct str base; /* the name that it starts from, and its place */
	struct place base_place;
	size_t section; /* that the lines are in; SECTIONS for an unknown one */
	struct given *given; /* what this sheet says */
};

static struct place
place_of(const struct reading *r, struct str line, const char *p, size_t number)
{
	struct str before = { line.p, (size_t)(p - line.p) };

	return (struct place){ r->path, number, utf8_count(before) + 1 };
}

/* Takes `[section]`. */
static void
take_section(struct reading *r, struct str text, struct place at)
{
	size_t open = utf8_markup(text, 0, '[');
	size_t close = str_ends(text, STR("]"))    ? 1
		       : str_ends(text, STR("］")) ? 3
						   : 0;

	if (close == 0) {
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "a section is written [正文]; close the bracket");
		r->section = SECTIONS;
		return;
	}
	r->section = sheetkeys_section(
	    utf8_trim(str_cut(text, open, text.n - close - open)), at, r->d);
}

static void
take_base(struct reading *r, struct str value, struct place at)
{
	if (r->base.n != 0) {
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "a sheet has one base; take this line out");
		return;
	}
	if (value.n == 0 || memchr(value.p, '/', value.n) != NULL) {
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "base names a sheet of the same folder, without its "
		    ".style");
		return;
	}
	r->base = value;
	r->base_place = at;
}

/* Takes `key = value`. */
static void
take_key(struct reading *r, struct str line, struct str text, size_t number)
{
	struct place at = place_of(r, line, text.p, number);
	struct str key, value;
	struct given *g;
	size_t i, n = 0;

	for (i = 0; i < text.n && (n = utf8_markup(text, i, '=')) == 0; i++)
		continue;
	if (n == 0) {
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "this is no line of a style sheet; write 键 = 值, "
		    "[节], or # for a comment");
		return;
	}
	key = utf8_trim(str_cut(text, 0, i));
	value = utf8_trim(str_from(text, i + n));
	if (r->section == SECTIONS)
		return; /* its name was reported */
	if (r->section == SECTION_TOP &&
	    (str_equal(key, STR("base")) || str_equal(key, STR("基于")))) {
		take_base(r, value, place_of(r, line, value.p, number));
		return;
	}
	if (value.n == 0) {
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "there is no value behind %.*s =; write one, or take the "
		    "line out",
		    STR_ARG(key));
		return;
	}
	if (r->section == SECTION_PROOFING) {
		sheetlevels_take(r->s, key, at,
		    &(struct given){
			value, place_of(r, line, value.p, number) },
		    r->d);
		return;
	}
	i = sheetkeys_find(r->section, key, at, r->d);
	if (i == KEYS_NONE)
		return;
	g = &r->given[i];
	if (g->place.path != NULL)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "%.*s is given in line %zu already; keep one of them",
		    STR_ARG(key), g->place.line);
	g->value = value;
	g->place = place_of(r, line, value.p, number);
}

static void
take_lines(struct reading *r, struct str text)
{
	struct str line, bare;
	size_t number = 0;

	while (str_line(&text, &line)) {
		number++;
		bare = utf8_trim(line);
		if (bare.n == 0 || utf8_markup(bare, 0, '#') != 0)
			continue;
		if (utf8_markup(bare, 0, '[') != 0)
			take_section(
			    r, bare, place_of(r, line, bare.p, number));
		else
			take_key(r, line, bare, number);
	}
}

/* Keeps a text and its path as long as the sheet. */
static struct str
keep(struct stylesheet *s, const char *path, struct buf raw, struct diag *d)
{
	struct buf room = { 0 };
	struct str text;
	char *own = mem_alloc(strlen(path) + 1);

	memcpy(own, path, strlen(path) + 1);
	s->texts = mem_more(s->texts, s->n, sizeof(*s->texts));
	s->paths = mem_more(s->paths, s->n, sizeof(*s->paths));
	text = source_text(buf_str(&raw), SOURCE_AUTHOR, own, d, &room);
	if (room.n != 0) {
		buf_free(&raw);
		raw = room;
		text = buf_str(&raw);
	} else {
		buf_free(&room);
	}
	s->texts[s->n] = raw;
	s->paths[s->n++] = own;
	return text;
}

/* What the sheet that stands later in the chain says wins. */
static void
fall_back(struct given *given, const struct given *base)
{
	size_t i, n = sheetkeys_count();

	for (i = 0; i < n; i++)
		if (given[i].place.path == NULL)
			given[i] = base[i];
}

/* Reads the text that was kept last; what it says of its base goes to how,
 * unless that is NULL. */
static void
read_text(
    struct stylesheet *s, struct str text, struct diag *d, struct reading *how)
{
	size_t n = sheetkeys_count();
	struct reading r = {
		.s = s,
		.d = d,
		.path = s->paths[s->n - 1],
		.section = SECTION_TOP,
		.given = mem_alloc(n * sizeof(*r.given)),
	};

	memset(r.given, 0, n * sizeof(*r.given));
	take_lines(&r, text);
	fall_back(s->given, r.given);
	free(r.given);
	r.given = NULL;
	if (how != NULL)
		*how = r;
}

/* The path of a base: beside the sheet that names it. */
static void
base_path(const char *path, struct str name, struct buf *out)
{
	const char *slash = strrchr(path, '/');

	if (slash != NULL)
		buf_add(out, path, (size_t)(slash - path) + 1);
	buf_adds(out, name);
	buf_addz(out, ".style");
}

/* Says whether a sheet is among those that are being read. */
static bool
cycle(const struct stylesheet *s, const char *path)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->paths[i], path) == 0)
			return true;
	return false;
}

static void
read_built_in(struct stylesheet *s, struct diag *d)
{
	struct buf raw = { 0 };
	struct str text;

	buf_addz(&raw, built_in);
	text = keep(s, "styles/gbt9704.style", raw, d);
	read_text(s, text, d, NULL);
}

/* Reads a base that the sheet at path names, and answers its path in next: the
 * sheet beside it or else, as for one that changes a sheet of the same name,
 * that of the folder of the programs' own sheets. False where both are missing
 * or being read; next is the former then. */
static bool
find_base(const struct stylesheet *s, const char *path, struct str name,
    struct buf *raw, struct buf *next)
{
	const char *folder = getenv("WENGAO_STYLES");
	bool found;

	buf_clear(next);
	base_path(path, name, next);
	if (!cycle(s, next->p) && io_read_if(next->p, raw))
		return true;
	if (folder == NULL)
		return false;
	buf_clear(next);
	buf_addf(next, "%s/%.*s.style", folder, STR_ARG(name));
	found = !cycle(s, next->p) && io_read_if(next->p, raw);
	if (!found) {
		buf_clear(next);
		base_path(path, name, next);
	}
	return found;
}

/* Reads the sheet at path into s->given, where it does not yet say. Answers
 * its base's text in raw and path in next; false where it has none that can be
 * read. */
static bool
read_one(struct stylesheet *s, struct buf *raw, const char *path,
    struct diag *d, struct buf *next)
{
	struct reading r;
	struct str text = keep(s, path, *raw, d);
	bool found;

	*raw = (struct buf){ 0 };
	read_text(s, text, d, &r);
	if (r.base.n == 0)
		return false;
	found = find_base(s, path, r.base, raw, next);
	if (!found && cycle(s, next->p))
		diag_say(d, r.base_place, LEVEL_ERROR, "style",
		    "%.*s is this sheet, or starts from it; a sheet cannot "
		    "start from itself",
		    STR_ARG(r.base));
	else if (!found)
		diag_say(d, r.base_place, LEVEL_ERROR, "style",
		    "there is no sheet %s; name one of its folder", next->p);
	else if (s->n >= MOST_BASES)
		diag_say(d, r.base_place, LEVEL_ERROR, "style",
		    "this is base number %d; no sheet needs so many",
		    MOST_BASES);
	return found && s->n < MOST_BASES;
}

bool
stylesheet_read(struct stylesheet *s, const char *path, struct diag *d)
{
	size_t before = d->counts[LEVEL_ERROR];
	struct buf raw = { 0 }, here = { 0 }, next = { 0 };

	*s = (struct stylesheet){ 0 };
	s->given = mem_alloc(sheetkeys_count() * sizeof(*s->given));
	memset(s->given, 0, sheetkeys_count() * sizeof(*s->given));
	if (path != NULL) {
		buf_addz(&here, path);
		io_read(path, &raw);
		while (read_one(s, &raw, here.p, d, &next)) {
			buf_clear(&here);
			buf_adds(&here, buf_str(&next));
		}
	}
	read_built_in(s, d);
	sheetkeys_resolve(s, d);
	buf_free(&raw);
	buf_free(&here);
	buf_free(&next);
	return d->counts[LEVEL_ERROR] == before;
}

void
stylesheet_free(struct stylesheet *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		buf_free(&s->texts[i]);
		free(s->paths[i]);
	}
	free(s->texts);
	free(s->paths);
	free(s->given);
	sheetlevels_free(s);
	*s = (struct stylesheet){ 0 };
}

long
stylesheet_width(const struct stylesheet *s)
{
	return s->width - s->left - s->right;
}

long
stylesheet_height(const struct stylesheet *s)
{
	return s->height - s->top - s->bottom;
}

long
face_character(const struct face *f)
{
	return f->size + f->spacing;
}
