/* xlsxtext: the text of an element of a workbook */
#ifndef XLSXTEXT_H
#define XLSXTEXT_H

#include <stdbool.h>

#include "str.h"
#include "xml.h"

/* The text of v, or of t outside of the reading aids of Japanese (18.4.6), as
 * it comes; starts as { 0 }. */
struct xlsxtext {
	struct buf value;
	bool collects, phonetic;
};

/* Takes the start of an element. */
void xlsxtext_start(struct xlsxtext *t, const struct xml_element *e);
/* Takes a piece of text. */
void xlsxtext_add(struct xlsxtext *t, struct str text);

#endif
