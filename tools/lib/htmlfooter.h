/* htmlfooter: the number of a page, where a browser prints the sheets */
#ifndef HTMLFOOTER_H
#define HTMLFOOTER_H

#include "htmlstyles.h"
#include "opc.h"

enum { HTMLFOOTER_ROOM = 32 }; /* bytes before a number, and behind it */

/* Starts as { 0 }: no page has a number. */
struct htmlfooter {
	bool numbered;
	bool centred; /* else outside: at the right of odd pages */
	struct buf before, after; /* of its form: — 1 — */
	struct buf style; /* of its paragraph */
};

/* Reads the first footer of the main document, whose part that is; false where
 * it cannot be read, which opc_error tells. */
bool htmlfooter_read(struct htmlfooter *f, struct opc *o, struct str document);
/* Adds the rules that print it, 7 mm below the text. */
void htmlfooter_css(
    const struct htmlfooter *f, struct htmlstyles *styles, struct buf *out);
void htmlfooter_free(struct htmlfooter *f);

#endif
