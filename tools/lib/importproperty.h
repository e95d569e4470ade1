/* importproperty: what a Word document says of its paragraphs, runs, cells and
 * pictures besides their text, taken into an old report's reading */
#ifndef IMPORTPROPERTY_H
#define IMPORTPROPERTY_H

#include "docread.h"
#include "importdocx.h"
#include "importleft.h"
#include "importstory.h"
#include "oldlist.h"
#include "oldnotes.h"

/* A Word document while it is read (importdocx.c). */
struct importreading {
	struct importstory story;
	struct oldstyles *styles;
	struct oldlists *lists;
	struct oldnotes notes;
	enum importdocx_changes changes;
	struct importstory_says says; /* of the paragraph that is to come */
	struct buf list, level;
	size_t number; /* of paragraphs so far */
	bool bold; /* the run is */
	size_t before, span; /* of the row, of the cell that is to come */
	bool up;
	struct buf alt; /* of the picture that is to come */
	long width;
	bool gone; /* what is read is deleted */
	bool row_gone;
	struct buf author, deleted;
	struct importleft left;
};

/* Says whether what is read is deleted. */
bool importreading_hidden(const struct importreading *r);
/* Takes a property, as docread tells it; me is a struct importreading. */
void importproperty_take(
    void *me, enum docread_property what, struct str value);

#endif
