/* htmlsheets: the sheets of a page, each what stands between two page breaks of
 * a document, and their paper; clauses are those of ISO/IEC 29500-1 */
#ifndef HTMLSHEETS_H
#define HTMLSHEETS_H

#include <stdbool.h>

#include "str.h"
#include "xml.h"

/* The paper of a section; twips. */
struct htmlpaper {
	long width, height, top, right, bottom, left;
};

struct htmlsheet {
	struct buf content;
	size_t paper; /* its place among the papers */
};

/* Starts with htmlsheets_begin. */
struct htmlsheets {
	struct htmlsheet *list;
	size_t n, section; /* the first sheet of the section */
	struct htmlpaper *papers, paper; /* of the section */
	size_t papers_n;
	bool ends; /* the section ends with the paragraph */
};

/* Starts with the paper that a document has where it says nothing. */
void htmlsheets_begin(struct htmlsheets *s);
/* Ends a sheet, whose content is taken; without any there is no sheet. */
void htmlsheets_turn(struct htmlsheets *s, struct buf *content);
/* Gives the sheets since the last section their paper. */
void htmlsheets_end_section(struct htmlsheets *s);
/* Takes what an element says of the section: w:pgSz (17.6.13), w:pgMar
 * (17.6.11), and w:sectPr, with which it ends. */
void htmlsheets_take(struct htmlsheets *s, const struct xml_element *e);
void htmlsheets_free(struct htmlsheets *s);

#endif
