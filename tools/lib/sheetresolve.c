/* sheetresolve: from what the sheets say to the measures of a page */
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
	return first;
}

static long
millimetres(long twips)
{
	return (twips * 10 + 283) / 567;
}

/* Where the indents of a kind of paragraph are given: in the first sheet that
 * does. */
static struct place
indents_place(const struct stylesheet *s, size_t face, struct place otherwise)
{
	const struct given *g = s->given + OWN_KEYS + face * FACE_KEYS;
	size_t i, j;

	for (j = 0; j < s->n; j++)
		for (i = 0; i < FACE_KEYS; i++)
			if (sheet_face_keys[i].takes == TAKES_INDENT &&
			    g[i].place.path == s->paths[j])
				return g[i].place;
	return otherwise;
}

/* A page must hold five lines of ten characters of the body, the largest line
 * of any kind, and its number in the margin. */
static void
check_page(const struct resolving *r)
{
	const struct stylesheet *s = r->s;
	const struct face *body = &s->faces[FACE_BODY];
	long width = stylesheet_width(s), height = stylesheet_height(s);
	struct place at = page_place(s)->place;
	size_t before = r->d->counts[LEVEL_ERROR], i;

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
	for (i = 0; i < FACES; i++)
		if (r->d->counts[LEVEL_ERROR] == before &&
		    s->faces[i].left.twips + s->faces[i].right.twips >
			width - 2 * s->faces[i].size)
			diag_say(r->d, indents_place(s, i, at), LEVEL_ERROR,
			    "style",
			    "the indents of [%.*s] leave no room for its text",
			    STR_ARG(sheet_sections[SECTION_FACES + i].chinese));
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
		check_page(&r);
}
