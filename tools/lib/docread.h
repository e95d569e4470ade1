/*
 * docread: the main document of a DOCX, or its notes, as events in the order of
 * the file
 *
 * By default the document is seen as with every tracked change accepted:
 * deleted text, rows and cells are left out, and a paragraph whose mark was
 * deleted goes on in the next. A walk that sets `rejected` sees it as with
 * every change rejected: what was inserted counts as deleted, what was deleted
 * stands. A walk that sets `change` sees everything and is told what is
 * inserted and what deleted.
 */
#ifndef DOCREAD_H
#define DOCREAD_H

#include <stdbool.h>

#include "opc.h"
#include "str.h"

enum docread_notes { DOCREAD_FOOTNOTES, DOCREAD_ENDNOTES, DOCREAD_COMMENTS };

enum docread_change { DOCREAD_KEPT, DOCREAD_INSERTED, DOCREAD_DELETED };

/*
 * What to do with what is read; each may be NULL. Text is UTF-8; a tab in it is
 * a tab of the document, a line feed a line break. Cells stand in rows, rows in
 * tables, tables and paragraphs in cells, in boxes (text boxes) or in the body;
 * a box stands inside the paragraph that anchors it. Views are good during the
 * call.
 */
struct docread_events {
	/* whether an author's changes count as rejected; asked for each */
	bool (*rejects)(void *me, struct str author);
	void (*paragraph)(void *me, struct str style);
	void (*text)(void *me, struct str text);
	void (*paragraph_end)(void *me, enum docread_change mark);
	void (*table)(void *me);
	void (*table_end)(void *me);
	void (*row)(void *me, enum docread_change change);
	void (*row_end)(void *me);
	void (*cell)(void *me, enum docread_change change);
	void (*cell_end)(void *me);
	void (*box)(void *me);
	void (*box_end)(void *me);
	/* a bookmark begins, or, with an empty name, ends */
	void (*bookmark)(void *me, struct str id, struct str name);
	/* a note's mark stands here; among the notes, the note begins */
	void (*note)(void *me, enum docread_notes kind, struct str id);
	/* what a comment is about begins, or, with end, ends here; among the
	 * comments, the comment itself begins, which its author wrote */
	void (*comment)(void *me, struct str id, bool end, struct str author);
	/* what the text from here on is; who did it, and when, as written */
	void (*change)(void *me, enum docread_change change, struct str author,
	    struct str date);
};

/* Walks through the main document of a package; false after a failure, which
 * opc_error tells and which may come in the middle. */
bool docread_walk(struct opc *o, const struct docread_events *events, void *me);
/* Walks through the document's notes or comments, if it has any; false as
 * docread_walk. The lines that part notes from the text are left out. */
bool docread_walk_notes(struct opc *o, enum docread_notes kind,
    const struct docread_events *events, void *me);

#endif
