/* sheetkeys: the sections and keys of a style sheet, and what they take */
#ifndef SHEETKEYS_H
#define SHEETKEYS_H

#include "diag.h"
#include "stylesheet.h"

/* Sections by number: the lines before any, the page, the tables, then the
 * kinds of paragraph. */
enum {
	SECTION_TOP,
	SECTION_PAGE,
	SECTION_TABLE,
	SECTION_FACES,
	SECTIONS = SECTION_FACES + FACES,
};

#define KEYS_NONE ((size_t)-1)

/* What a sheet says of a key; a place without a path where it says nothing. */
struct given {
	struct str value;
	struct place place;
};

/* The number of keys of all sections. */
size_t sheetkeys_count(void);
/* The section of a name, SECTIONS after a message where there is none. */
size_t sheetkeys_section(struct str name, struct place at, struct diag *d);
/* The key of a name in a section, KEYS_NONE after a message where there is
 * none. */
size_t sheetkeys_find(
    size_t section, struct str name, struct place at, struct diag *d);
/* Sets the measures of s from s->given, which has every key, and reports the
 * values that cannot be, each where it stands. */
void sheetkeys_resolve(struct stylesheet *s, struct diag *d);

#endif
