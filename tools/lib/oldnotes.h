/* oldnotes: the footnotes, endnotes and comments of a Word document by their
 * ids */
#ifndef OLDNOTES_H
#define OLDNOTES_H

#include <stdbool.h>

#include "docread.h"
#include "opc.h"
#include "str.h"

/* A note or comment: its text in a line, and who wrote it. */
struct oldnote {
	enum docread_notes kind;
	struct buf id, text, author;
	bool taken; /* its mark was met */
};

struct oldnotes {
	struct oldnote *list;
	size_t n;
};

/* Reads them all, changes in them as the events' rejects says; false where
 * they cannot be read, which opc_error tells. */
bool oldnotes_read(struct opc *o, bool rejected, struct oldnotes *notes);
/* The note of a mark; NULL where there is none. */
struct oldnote *oldnotes_find(
    struct oldnotes *notes, enum docread_notes kind, struct str id);
void oldnotes_free(struct oldnotes *notes);

#endif
