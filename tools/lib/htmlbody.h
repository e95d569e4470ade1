/* htmlbody: the text of a Word document as the sheets of a page */
#ifndef HTMLBODY_H
#define HTMLBODY_H

#include "htmlblock.h"
#include "htmlfigure.h"
#include "htmlfooter.h"
#include "htmlnotes.h"
#include "htmlsheets.h"
#include "htmlstyles.h"

/* Starts as { 0 } with styles and figures. */
struct htmlbody {
	struct htmlstyles *styles;
	struct htmlfigures *figures;
	struct htmlfooter footer;
	long base; /* as in look_length */
	struct htmlframe
	    *frames; /* the body, a cell in it, a box in that ... */
	size_t n;
	struct htmlsheets sheets;
	struct look paragraph, run; /* of what comes next */
	bool in_run;
	struct buf run_style, link;
	struct htmlnotes notes;
	struct htmlnote *note; /* that is read, or NULL */
	struct buf title, first; /* as plain text: of the first paragraph */
	bool named; /* that has ended */
};

/* Reads the document and its notes; false where it is not sound, which
 * opc_error tells. */
bool htmlbody_read(struct htmlbody *h, struct opc *o);
void htmlbody_free(struct htmlbody *h);

#endif
