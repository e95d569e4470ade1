/* linkbodies: the bodies of the sections, made ready to be linked (link.h) */
#ifndef LINKBODIES_H
#define LINKBODIES_H

#include <stdbool.h>

#include "link.h"

/* Takes off the bodies what typeset's -m told, holds signatures on the page of
 * what is before them, and sets the bookmarks that contents lead to; a view is
 * put in the place of a body that has to change, and kept by l. */
void linkbodies_prepare(struct linked *l, struct str *bodies, size_t n);
/* Says whether a paragraph must part body i from the next: Word joins two
 * tables with nothing between. */
bool linkbodies_parted(const struct str *bodies, size_t n, size_t i);
/* Frees what was kept for the bodies. */
void linkbodies_free(struct linked *l);

#endif
