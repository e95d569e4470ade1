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
 * What a document says besides its text, told as it is met; a value is as
 * written. What is said of a paragraph, a run or a cell comes before its event.
 */
enum docread_property {
	DOCREAD_PARAGRAPH, /* one begins: what was said of the last is void */
	DOCREAD_ALIGN, /* w:jc */
	DOCREAD_LIST, /* w:numId */
	DOCREAD_LIST_LEVEL, /* w:ilvl */
	DOCREAD_OUTLINE, /* w:outlineLvl */
	DOCREAD_PAGE_BEFORE, /* w:pageBreakBefore */
	DOCREAD_RUN, /* a run begins */
	DOCREAD_BOLD, /* w:b of a run */
	DOCREAD_RUN_STYLE, /* w:rStyle */
	DOCREAD_PAGE, /* a page ends here */
	DOCREAD_GRID_BEFORE, /* columns left out in front of a row */
	DOCREAD_SPAN, /* w:gridSpan of a cell */
	DOCREAD_MERGE, /* w:vMerge: "restart", or the cell above goes on */
	DOCREAD_EXTENT, /* a drawing's width, EMU */
	DOCREAD_ALT, /* what it shows */
	DOCREAD_PICTURE, /* a picture, by its relationship */
	DOCREAD_CHART,
	DOCREAD_DIAGRAM,
	DOCREAD_OBJECT, /* of another program */
	DOCREAD_CHUNK, /* w:altChunk: another document */
};

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
	void (*property)(
	    void *me, enum docread_property what, struct str value);
	/* any element that is seen, what looks are made of among them; told
	 * before what it begins */
	void (*look)(void *me, const struct xml_element *e);
};

/* For docread_events.rejects: all changes are rejected. */
bool docread_reject_all(void *me, struct str author);

/* Walks through the main document of a package; false after a failure, which
 * opc_error tells and which may come in the middle. */
bool docread_walk(struct opc *o, const struct docread_events *events, void *me);
/* Walks through the document's notes or comments, if it has any; false as
 * docread_walk. The lines that part notes from the text are left out. */
bool docread_walk_notes(struct opc *o, enum docread_notes kind,
    const struct docread_events *events, void *me);

#endif
