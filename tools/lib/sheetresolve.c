/* sheetresolve: from what the sheets say to the measures of a page */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "sheetvalue.h"

/* Reads the keys of one section alone. */
static void
resolve_own(struct resolving *r, size_t section)
{
	size_t i;

	for (i = 0; i < OWN_KEYS; i++)
		if (sheet_own_keys[i].section == section &&
		    r->s->given[i].place.path != NULL)
			sheetvalue_take(r, &sheet_own_keys[i], &r->s->given[i],
			    (char *)r->s + sheet_own_keys[i].at);
}

/* What a kind of paragraph has where no sheet says: the body's type, without
 * its indents. */
static void
inherit(struct stylesheet *s, enum face_kind kind)
{
	struct face *f = &s->faces[kind];
	const struct face *body = &s->faces[FACE_BODY];

	*f = (struct face){ .color = "auto" };
	memcpy(f->latin, s->latin, sizeof(f->latin));
	if (kind == FACE_BODY) {
		/* 三号 until the sheet says: a fault in its size is told once
		 */
		f->size = 320;
		return;
	}
	memcpy(f->font, body->font, sizeof(f->font));
	memcpy(f->latin, body->latin, sizeof(f->latin));
	memcpy(f->color, body->color, sizeof(f->color));
	f->size = body->size;
	f->line = body->line;
}

static void
resolve_face(struct resolving *r, enum face_kind kind)
{
	struct face *f = &r->s->faces[kind];
	const struct given *g =
	    r->s->given + OWN_KEYS + (size_t)kind * FACE_KEYS;
	bool spaced = false;
	size_t i;

	inherit(r->s, kind);
	r->face = f;
	/* the size comes first: 字 is measured in it */
	if (g[SIZE_KEY].place.path != NULL)
		sheetvalue_take(
		    r, &sheet_face_keys[SIZE_KEY], &g[SIZE_KEY], &f->size);
	for (i = 0; i < FACE_KEYS; i++) {
		if (sheet_face_keys[i].takes != TAKES_SPACING)
			continue;
		spaced = g[i].place.path != NULL;
		if (spaced)
			sheetvalue_take(
			    r, &sheet_face_keys[i], &g[i], &f->spacing);
	}
	if (!spaced && f->size == r->s->faces[FACE_BODY].size)
		f->spacing = r->s->faces[FACE_BODY].spacing;
	r->measure.character = face_character(f);
	for (i = 0; i < FACE_KEYS; i++)
		if (sheet_face_keys[i].takes != TAKES_SIZE &&
		    sheet_face_keys[i].takes != TAKES_SPACING &&
		    g[i].place.path != NULL)
			sheetvalue_take(r, &sheet_face_keys[i], &g[i],
			    (char *)f + sheet_face_keys[i].at);
	if (kind == FACE_BODY)
		r->measure.line = f->line != 0 ? f->line : f->size * 13 / 10;
	resolve_own(r, SECTION_FACES + kind);
}

/* Where the page is given: the first of its measures that a sheet of the
 * author's names, else the paper. */
static const struct given *
page_place(const struct stylesheet *s)
{
	const struct given *first = NULL;
	size_t i;

	for (i = 0; i < OWN_KEYS; i++)
		if (sheet_own_keys[i].section == SECTION_PAGE &&
		    (first == NULL || s->given[i].place.path == s->paths[0]))
			first = &s->given[i];
	assert(first != NULL);
	return first;
}

static long
millimetres(long twips)
{
	return (twips * 10 + 283) / 567;
}

/* Where a kind of paragraph is given a key that takes one of some, bits of
 * 1 << enum takes: in the first sheet that does. */
static struct place
face_place(const struct stylesheet *s, size_t face, unsigned takes,
    struct place otherwise)
{
	const struct given *g = s->given + OWN_KEYS + face * FACE_KEYS;
	size_t i, j;

	for (j = 0; j < s->n; j++) {
		for (i = 0; i < FACE_KEYS; i++)
			if ((takes >> sheet_face_keys[i].takes & 1) != 0 &&
			    g[i].place.path == s->paths[j])
				return g[i].place;
		for (i = 0; i < OWN_KEYS; i++)
			if (sheet_own_keys[i].section == SECTION_FACES + face &&
			    (takes >> sheet_own_keys[i].takes & 1) != 0 &&
			    s->given[i].place.path == s->paths[j])
				return s->given[i].place;
	}
	return otherwise;
}

/* How high a line is. */
static long
line_height(const struct face *f)
{
	return f->line != 0 ? f->line : f->size * 13 / 10;
}

/* A page must hold five lines of ten characters of the body. */
static void
check_page(const struct resolving *r, struct place at)
{
	const struct stylesheet *s = r->s;
	const struct face *body = &s->faces[FACE_BODY];
	long width = stylesheet_width(s), height = stylesheet_height(s);

	if (width < 10 * face_character(body) ||
	    height < 5 * (body->line != 0 ? body->line : body->size))
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "the type area is %ld x %ld mm: too small for five lines "
		    "of ten characters; give smaller margins or larger paper",
		    millimetres(width), millimetres(height));
	else if (body->line != 0 && body->line < body->size)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "%ld lines of %g points do not fit into %ld mm; ask for "
		    "fewer",
		    s->lines, (double)body->size / 20, millimetres(height));
	else if (body->spacing < -body->size / 4)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "%ld characters of %g points do not fit into %ld mm; ask "
		    "for fewer",
		    s->characters, (double)body->size / 20, millimetres(width));
	if (s->number_place != NUMBER_NONE &&
	    s->number_distance + s->faces[FACE_FOOTER].size > s->bottom)
		diag_say(r->d, at, LEVEL_ERROR, "style",
		    "the page number does not fit into the lower margin; "
		    "bring it nearer ([页码] 距版心) or give more (下边距)");
}

/* A line of each kind of paragraph must find room, with two characters in it.
 */
static void
check_face(const struct resolving *r, size_t kind, struct place at)
{
	const struct face *f = &r->s->faces[kind];
	struct str name = sheet_sections[SECTION_FACES + kind].chinese;
	long down = f->before + line_height(f) + f->after;

	if (kind == FACE_ISSUER)
		down += r->s->issuer_top;
	if (f->first.twips + f->left.twips + f->right.twips >
	    stylesheet_width(r->s) - 2 * f->size)
		diag_say(r->d, face_place(r->s, kind, 1U << TAKES_INDENT, at),
		    LEVEL_ERROR, "style",
		    "the indents of [%.*s] leave no room for its text",
		    STR_ARG(name));
	if (down > stylesheet_height(r->s))
		diag_say(r->d,
		    face_place(r->s, kind,
			1U << TAKES_LENGTH | 1U << TAKES_LINE |
			    1U << TAKES_SIZE,
			at),
		    LEVEL_ERROR, "style",
		    "a line of [%.*s] takes %ld mm with what stands above and "
		    "below it, more than a page has",
		    STR_ARG(name), millimetres(down));
}

void
sheetkeys_resolve(struct stylesheet *s, struct diag *d)
{
	struct resolving r = { .s = s, .d = d };
	size_t before = d->counts[LEVEL_ERROR], i;

	s->lines = s->characters = 1;
	resolve_own(&r, SECTION_TOP);
	resolve_own(&r, SECTION_PAGE);
	for (i = 0; i < FACES; i++)
		resolve_face(&r, (enum face_kind)i);
	r.face = NULL;
	resolve_own(&r, SECTION_TABLE);
	if (d->counts[LEVEL_ERROR] == before)
		check_page(&r, page_place(s)->place);
	if (d->counts[LEVEL_ERROR] == before)
		for (i = 0; i < FACES; i++)
			check_face(&r, i, page_place(s)->place);
}
