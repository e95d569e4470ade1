/* htmlfigure: the pictures and charts of a Word document, inside a page */
#ifndef HTMLFIGURE_H
#define HTMLFIGURE_H

#include <stdbool.h>

#include "opc.h"

/* What is drawn in a place; its size is in EMU, 0 where none is told. */
struct htmlfigure {
	bool chart;
	struct buf relation, alt;
	long width, height;
};

/* Starts as { 0 } with base and letters. */
struct htmlfigures {
	long base; /* as in look_length */
	long letters; /* of charts, hundredths of a point */
	struct htmlfigure *list;
	size_t n;
	struct opc *o;
	struct opc_relations relations; /* of the document */
	size_t bytes, charts; /* so far */
};

/* Notes a figure and adds a sign for it to a text: a package is read part after
 * part. What figure owns is from then on f's. */
void htmlfigures_add(
    struct htmlfigures *f, const struct htmlfigure *figure, struct buf *out);
/* Adds a text with its figures in place of their signs: what the package holds
 * of a picture or a chart, and never what lies outside. What cannot be shown is
 * told by what it shows: what is of another kind, what comes after
 * HTMLFIGURES_MOST bytes were read and written for figures, and more charts
 * than HTMLFIGURES_CHARTS. */
enum { HTMLFIGURES_MOST = 256 << 20, HTMLFIGURES_CHARTS = 500 };
void htmlfigures_put(struct htmlfigures *f, struct str text, struct buf *out);
/* Reads the relationships of the document, whose part that is, before the first
 * figure is put; false after a failure, which opc_error tells. */
bool htmlfigures_begin(
    struct htmlfigures *f, struct opc *o, struct str document);
void htmlfigures_free(struct htmlfigures *f);

#endif
