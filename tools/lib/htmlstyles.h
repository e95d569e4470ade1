/* htmlstyles: the styles of a Word document as the classes of a page */
#ifndef HTMLSTYLES_H
#define HTMLSTYLES_H

#include "look.h"
#include "opc.h"

enum htmlstyle_kind { HTMLSTYLE_PARAGRAPH, HTMLSTYLE_RUN, HTMLSTYLE_TABLE };

struct htmlstyle;
struct htmlstyles;

/* Reads the styles of the main document, whose part that is; a package without
 * any has one that says nothing. The caller frees the result, also after a
 * failure, which opc_error tells. */
struct htmlstyles *htmlstyles_read(struct opc *o, struct str document);
/* The style of a kind with an id; the standard one of the kind where there is
 * none, and NULL where there is no such either. */
struct htmlstyle *htmlstyles_find(
    struct htmlstyles *s, enum htmlstyle_kind kind, struct str id);
/* What a style says, with what it is based on. */
const struct look *htmlstyles_look(const struct htmlstyle *style);
/* The same of a style that is from then on one of the page. */
const struct look *htmlstyles_use(struct htmlstyle *style);
/* Adds the name of a style's class. */
void htmlstyles_class(const struct htmlstyle *style, struct buf *out);
/* The size of letters that a rem is, half-points: those of the standard
 * paragraph. */
long htmlstyles_base(const struct htmlstyles *s);
/* Adds the rules of the styles that were used, and those for phones. */
void htmlstyles_css(const struct htmlstyles *s, struct buf *out);
void htmlstyles_phone(const struct htmlstyles *s, struct buf *out);
void htmlstyles_free(struct htmlstyles *s);

#endif
