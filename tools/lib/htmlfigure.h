/* htmlfigure: the pictures and charts of a Word document, inside a page;
 * clauses are those of ISO/IEC 29500-1 */
#ifndef HTMLFIGURE_H
#define HTMLFIGURE_H

#include <stdbool.h>

#include "opc.h"
#include "xml.h"

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
	struct htmlfigure next; /* what is known of the one that comes */
	struct htmlfigure *list;
	size_t n;
	struct opc *o;
	struct opc_relations relations; /* of the document */
	size_t bytes, charts; /* so far */
};

/* Notes the next figure, a picture of that relationship, and adds a sign for it
 * to a text: a package is read part after part. */
void htmlfigures_add(
    struct htmlfigures *f, struct str relation, struct buf *out);
/* Takes the size that a drawing gives its figure (20.4.2.7); true where the
 * element is a chart, which is then added like a picture. */
bool htmlfigures_take(
    struct htmlfigures *f, const struct xml_element *e, struct buf *out);
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
