/* htmlfigure: the pictures and charts of a Word document, inside a page */
#ifndef HTMLFIGURE_H
#define HTMLFIGURE_H

#include "opc.h"

/* What is drawn in a place; its size is in EMU, 0 where none is told. */
struct htmlfigure {
	struct str relation, alt;
	long width, height;
};

struct htmlfigures {
	struct opc *o;
	struct opc_relations relations; /* of the document */
	long base; /* as in look_length */
	long letters; /* of charts, hundredths of a point */
	size_t bytes; /* of pictures and charts so far */
};

/* Reads the relationships of the main document, whose part that is; false after
 * a failure, which opc_error tells. The caller frees f->relations.relation. */
bool htmlfigures_begin(
    struct htmlfigures *f, struct opc *o, struct str document);
/* Adds a picture, or a chart, of the document: what the package holds of it,
 * and never what lies outside. What cannot be shown, since it is of another
 * kind, or the page would be larger than HTMLFIGURES_MOST, is told by what it
 * shows. False where the package cannot be read. */
enum { HTMLFIGURES_MOST = 256 << 20 };
bool htmlfigures_picture(
    struct htmlfigures *f, const struct htmlfigure *figure, struct buf *out);
bool htmlfigures_chart(
    struct htmlfigures *f, const struct htmlfigure *figure, struct buf *out);

#endif
