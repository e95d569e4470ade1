/* htmlbody: the text of a Word document as the sheets of a page */
#ifndef HTMLBODY_H
#define HTMLBODY_H

#include "htmlblock.h"
#include "htmlfigure.h"
#include "htmlfooter.h"
#include "htmlstyles.h"

/* The paper of a section; twips. */
struct htmlpaper {
	long width, height, top, right, bottom, left;
};

/* A sheet: what stands between two page breaks of the document. */
struct htmlsheet {
	struct buf content;
	size_t paper; /* its place among the papers */
};

/* A note whose mark was met. */
struct htmlnote {
	enum docread_notes kind;
	struct buf id, content;
	size_t number; /* from 1, in the order of the marks */
	bool told;
};

/* Starts as { 0 } with styles and figures. */
struct htmlbody {
	struct htmlstyles *styles;
	struct htmlfigures *figures;
	struct htmlfooter footer;
	long base; /* as in look_length */
	struct htmlframe
	    *frames; /* the body, a cell in it, a box in that ... */
	size_t n;
	struct htmlsheet *sheets;
	size_t sheets_n, section; /* the first sheet of the section */
	struct htmlpaper *papers, paper;
	size_t papers_n;
	bool ends; /* the section ends with the paragraph */
	struct look paragraph, run; /* of what comes next */
	bool in_run;
	struct buf run_style, link;
	struct buf alt; /* of the drawing that comes next */
	long wide, high;
	struct htmlnote *notes, *note;
	struct htmlnote_by_id {
		struct htmlnote *note;
	} * by_id; /* the same by their ids */
	size_t notes_n;
	struct buf title, first; /* as plain text: of the first paragraph */
	bool named; /* that has ended */
};

/* Reads the document and its notes; false where it is not sound, which
 * opc_error tells. */
bool htmlbody_read(struct htmlbody *h, struct opc *o);
/* Adds the mark of a note: ① to ㊿, then a number in brackets. */
void htmlbody_mark(size_t number, struct buf *out);
void htmlbody_free(struct htmlbody *h);

#endif
