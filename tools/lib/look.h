/* look: how a paragraph, a run or a style of a Word document looks, as CSS */
#ifndef LOOK_H
#define LOOK_H

#include <stdbool.h>

#include "str.h"
#include "xml.h"

/* What may be said; lengths in twips. */
enum look_key {
	LOOK_SIZE, /* of letters, half-points */
	LOOK_SPACING, /* between them */
	LOOK_SCALE, /* their width, per cent */
	LOOK_BOLD,
	LOOK_ITALIC,
	LOOK_RAISED, /* 1: a superscript, -1: a subscript */
	LOOK_COLOR, /* RRGGBB */
	LOOK_BEFORE,
	LOOK_AFTER,
	LOOK_LINE,
	LOOK_LINE_AUTO, /* LOOK_LINE is in 240ths of a line */
	LOOK_LEFT,
	LOOK_RIGHT,
	LOOK_FIRST, /* less than nothing where the others are indented */
	LOOK_ALIGN, /* enum look_align */
	LOOK_TOGETHER, /* no space between paragraphs of the same style */
	LOOK_LEADER, /* dots lead to the tabulator */
	LOOK_OUTLINE, /* the level of a heading, from 0; 9: none */
	LOOK_RULE, /* the line below, eighths of a point */
	LOOK_RULE_SPACE, /* above it, points */
	LOOK_RULE_COLOR,
	LOOKS,
};

enum look_align {
	LOOK_ALIGN_BOTH,
	LOOK_ALIGN_LEFT,
	LOOK_ALIGN_CENTER,
	LOOK_ALIGN_RIGHT,
	LOOK_ALIGN_DISTRIBUTE,
};

enum { LOOK_FONT = 96 };

/* Starts as { 0 }: nothing is said. */
struct look {
	bool said[LOOKS];
	long value[LOOKS];
	char font[LOOK_FONT]; /* for Chinese; empty where nothing is said */
};

/* Says whether an element is one of WordprocessingML. */
bool look_word(const struct xml_element *e);
/* The value of an attribute of the element's own namespace, or empty. */
struct str look_attribute(const struct xml_element *e, const char *name);
/* A whole number, as far as it is one; within what Word takes for lengths. */
long look_number(struct str s);
/* Takes what an element of w:pPr or w:rPr says; ignores others. */
void look_take(struct look *l, const struct xml_element *e);
/* Adds to *l what it does not say and the other does. */
void look_inherit(struct look *l, const struct look *base);
/* Adds a length of twips in rem, which are as long as letters of base
 * half-points. */
void look_length(long twips, long base, struct buf *out);
/* Adds a length in mm, to a tenth. */
void look_mm(long twips, struct buf *out);
/* Adds what is said of letters, of a paragraph's place, and both, as the
 * declarations of a CSS rule. */
void look_letters(const struct look *l, long base, struct buf *out);
void look_place(const struct look *l, long base, struct buf *out);
void look_css(const struct look *l, long base, struct buf *out);

#endif
