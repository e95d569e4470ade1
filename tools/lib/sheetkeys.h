/* sheetkeys: the sections and keys of a style sheet, and what they take */
#ifndef SHEETKEYS_H
#define SHEETKEYS_H

#include "diag.h"
#include "stylesheet.h"

/* Sections by number: the lines before any, the page, the tables, the levels
 * of proof's rules, then the kinds of paragraph. */
enum {
	SECTION_TOP,
	SECTION_PAGE,
	SECTION_TABLE,
	SECTION_PROOFING, /* its keys are names of rules: sheetlevels.h */
	SECTION_FACES,
	SECTIONS = SECTION_FACES + FACES,
};

/* A section by its names. */
struct section {
	struct str chinese, english;
	const char *style; /* w:styleId of a kind of paragraph */
};
extern const struct section sheet_sections[SECTIONS];

enum takes {
	TAKES_LENGTH,
	TAKES_RULE, /* a length that Word draws a line in */
	TAKES_INDENT,
	TAKES_SIZE,
	TAKES_FONT,
	TAKES_LINE, /* a length, 单倍 or 自动 */
	TAKES_SPACING, /* a length, 自动, or less than nothing */
	TAKES_COLOR,
	TAKES_BOOL,
	TAKES_COUNT,
	TAKES_PAPER,
	TAKES_FORM,
	TAKES_CHOICE,
};

struct key {
	struct str chinese, english;
	enum takes takes;
	size_t at; /* in struct face, or struct stylesheet */
	size_t section; /* of a key of one section */
	const char *choices; /* zh|en zh|en ...; of a count, its most */
};

enum {
	FACE_KEYS = 13,
	OWN_KEYS = 26,
	SIZE_KEY = 2, /* 字号 among the keys of a face */
};

/* The keys of every kind of paragraph, and those of one section each. What
 * sheets say of them stands in the order of sheet_own_keys, then for each kind
 * of paragraph in that of sheet_face_keys. */
extern const struct key sheet_face_keys[FACE_KEYS], sheet_own_keys[OWN_KEYS];

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
/* Says whether a name is one of two. */
bool sheetkeys_named(struct str name, struct str chinese, struct str english);
/* Takes the next `zh|en` off a list of choices; false at its end. */
bool sheetkeys_choice(
    struct str *list, struct str *chinese, struct str *english);
/* Finds a value in a list of choices, and its place there, from 0. */
bool sheetkeys_choose(struct str value, const char *choices, long *chosen);

/* Sets the measures of s from s->given, which has every key, and reports the
 * values that cannot be, each where it stands. */
void sheetkeys_resolve(struct stylesheet *s, struct diag *d);

#endif
